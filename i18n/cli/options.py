"""Which options do several commands share?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from i18n.cli.settings import noted

Command = TypeVar("Command", bound=Callable[..., Any])


def with_earlier(ctx: click.Context, option: click.Parameter, locales: tuple[str, ...]) -> tuple[str, ...]:
    """Add the locales that stand before the command."""
    del option
    return tuple(dict.fromkeys((*ctx.obj.locales, *locales)))


_locale = click.option(
    "--locale",
    "locales",
    metavar="TAG",
    multiple=True,
    callback=with_earlier,
    help="Only this language; may be given several times.",
)
_articles = click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
_dry_run = click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
_check = click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would be written.")


_private = click.option(
    "--private",
    is_flag=True,
    expose_value=False,
    callback=noted,
    help="Name private articles too, instead of counting them.",
)
_verify = click.option(
    "--verify",
    is_flag=True,
    expose_value=False,
    callback=noted,
    help="Read every file, also where its time stamps say that it did not change since the last command.",
)


def narrowed(command: Command) -> Command:
    """Add `ARTICLE…` and `--locale`, which narrow a command to a part of the project, and `--private`."""
    return _articles(_locale(_private(command)))


def locales_only(command: Command) -> Command:
    """Add `--locale` and `--private` alone."""
    return _locale(_private(command))


def verifying(command: Command) -> Command:
    """Add `--verify`, which a command has that remembers what it did."""
    return _verify(command)


def printed(command: Command) -> Command:
    """Add `--format`, as text for people or as JSON for programs."""
    return click.option(
        "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print it."
    )(command)


def writer(command: Command) -> Command:
    """Add `--dry-run` and `--check`, which every command that writes has."""
    return _dry_run(_check(command))
