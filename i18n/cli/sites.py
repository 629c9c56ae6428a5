"""`i18n sites`: what the site generator's own configuration needs for the layout in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.sites.layouts import Lines

FORMAT = 1
"""Raised when a field of the JSON form changes its meaning or goes."""


@click.command()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print them.")
@click.pass_obj
def command(settings: Settings, form: str) -> int:
    """Print the lines that the site generator's own configuration needs for [build] layout.

    They have this site's values: its languages with their own names and directions, the folders of its pages, and what
    templates say so that pages name their other languages. What is there already is said, and needs nothing. Nothing
    is written.

    \b
    Examples:
      i18n sites
      i18n sites --format json
    """
    from i18n.cli.output import say
    from i18n.cli.target import project_of
    from i18n.sites import layouts
    from i18n.workflow.opening import wanted

    project = project_of(settings)
    found = layouts.lines(wanted(project))
    if form == "json":
        import json

        told = {"format": FORMAT, "layout": project.build.layout, "dialect": project.source.dialect}
        say(json.dumps({**told, "lines": [each._asdict() for each in found]}, ensure_ascii=False, indent=2))
        return 0
    say(f"Layout {project.build.layout}, articles in the dialect {project.source.dialect}.")
    if not found:
        say("No generator's configuration needs anything: each language has a folder of its own.")
    for each in found:
        _show(each)
    return 0


_PLACES = {"file": "", "top": ", above all tables", "end": ", at its end", "inside": ", where it says"}


def _show(lines: Lines) -> None:
    from i18n.cli.output import bold, say

    versions = f" ({lines.versions})" if lines.versions else ""
    say()
    if lines.there:
        say(bold(f"{lines.file}{versions}: is as it must be."))
        return
    say(bold(f"{lines.file}{_PLACES[lines.place]}{versions}:"))
    say(f"{lines.why}\n")
    say("".join(f"    {line}\n" if line else "\n" for line in lines.text.splitlines()).rstrip("\n"))
