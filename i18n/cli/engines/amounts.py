"""What do the commands about models share?"""

from __future__ import annotations

import click

ENGINE = click.argument("engine", type=click.Choice(["ctranslate2"]))
"""The engine that a model is for."""


def megabytes(size: int) -> str:
    """Say how much a number of bytes is."""
    return f"{size / 1e6:,.1f} MB"
