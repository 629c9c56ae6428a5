"""`i18n memory`: what was translated before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import locales_only, verifying
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.workflow.memory import Held, Place


@click.group()
def command() -> None:
    """Ask the translation memory: all finished translations of the project's catalogs.

    \b
    Examples:
      i18n memory lookup "The road is closed." --locale de
      i18n memory statistics
    """


@command.command()
@click.argument("text")
@locales_only
@click.option(
    "--minimum",
    metavar="SCORE",
    type=click.IntRange(0, 100),
    help="Least likeness, 0-100. Without it: [memory] minimum.",
)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=5, show_default=True, help="So many a language."
)
@verifying
@click.pass_obj
def lookup(settings: Settings, text: str, locales: tuple[str, ...], minimum: int | None, limit: int) -> int:
    """Show translations of messages like TEXT, with their score, how the message differs, and where they stand.

    A score of 100 is for the very same message. In one that differs, [-…-] is not in TEXT and {+…+} is in TEXT alone.
    Translations of private articles are shown only with --private. The exit status is 1 if there is nothing like it.

    \b
    Examples:
      i18n memory lookup "The road is closed."
      i18n memory lookup "The road is closed." --locale de --minimum 50
    """
    from i18n.cli.output import show_findings
    from i18n.cli.target import at_work, unnamed
    from i18n.workflow import exit_status
    from i18n.workflow.memory import look_up

    with at_work(settings, (), locales) as (session, project, selection):
        least = project.memory.minimum if minimum is None else minimum
        answer = look_up(session, project, selection, text, least, private=settings.private)
    show_findings(settings, answer.findings, unnamed(settings, project, selection, answer.private))
    for locale in selection.locales:
        for place in [each for each in answer.found if each.locale == locale][:limit]:
            _show(place, text)
    return exit_status.of_findings(answer.findings, no=not answer.found)


def _show(place: Place, text: str) -> None:
    from i18n.cli.output import bold, say
    from i18n.draft.many.difference import difference

    message = difference(place.match.msgid, text) or place.match.msgid
    say(f"{bold(f'{place.match.score:3}')}  {place.locale}  {place.path}:{place.line}")
    for line in (*message.split("\n"), *place.match.msgstr.split("\n")):
        say(f"     {line}")


@command.command()
@locales_only
@verifying
@click.pass_obj
def statistics(settings: Settings, locales: tuple[str, ...]) -> int:
    """Count what the memory holds in each language.

    Messages are counted once however often they occur. Private translations are offered to their own article alone.

    \b
    Examples:
      i18n memory statistics
      i18n memory statistics --locale de
    """
    from i18n.cli.output import say, show_findings, table
    from i18n.cli.target import at_work, unnamed
    from i18n.workflow import exit_status
    from i18n.workflow.memory import statistics as counted

    with at_work(settings, (), locales) as (session, project, selection):
        answer = counted(session, project, selection)
    show_findings(settings, answer.findings, unnamed(settings, project, selection, answer.private))
    head = ("locale", "messages", "words", "translations", "reviewed", "obsolete", "private")
    say(table(head, [_row(each) for each in answer.found], numbers=len(head) - 1))
    return exit_status.of_findings(answer.findings)


def _row(held: Held) -> tuple[str, ...]:
    counts = (held.messages, held.words, held.translations, held.reviewed, held.obsolete, held.private)
    return (held.locale, *(f"{count:,}" for count in counts))
