"""May texts leave this machine? Asked once for each engine and place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.workflow.draft.consent import Question
    from i18n.workflow.session import Session


def refused(
    settings: Settings, session: Session, questions: Sequence[Question], *, yes: bool, needed: bool = True
) -> frozenset[str]:
    """Ask, and remember what was allowed; gives the engines that may not have the texts.

    If nobody can be asked and `--yes` was not given, the answer is no. Raises `ConfigurationError` then, if an
    answer is `needed`.
    """
    import click

    from i18n.cli.output import note
    from i18n.errors import ConfigurationError
    from i18n.workflow.draft.consent import allow

    no: set[str] = set()
    if questions:
        session.depends_on("the answer of the user")
    for question in questions:
        for line in described(question):
            click.echo(line, err=True) if not yes else note(settings, line)
        asked = is_terminal()
        if not yes and not asked and needed:
            raise ConfigurationError(
                f"Nobody has allowed yet that {question.engine} gets the texts of this project.",
                "Run the command in a terminal once, or with --yes; [draft] engines and --engine choose other engines.",
            )
        if yes or (asked and click.confirm("Send them?", err=True)):
            allow(session, [question])
        else:
            no.add(question.engine)
            more = "" if asked else ": nobody can be asked, and --yes was not given"
            note(settings, f"Nothing is sent to {question.engine}{more}.")
    return frozenset(no)


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    import sys

    return bool(sys.stdin) and sys.stdin.isatty()


def described(question: Question) -> list[str]:
    """Say what would be sent, where, and what stays here."""
    from i18n.cli.output import plural
    from i18n.draft import Traffic

    here = "a server on this machine, which may hand them on"
    where = {Traffic.LOOPBACK: here, Traffic.LAN: "another machine of your network"}.get(
        question.traffic, "a third party"
    )
    messages = f"{plural(question.messages, 'message')} ({plural(question.characters, 'character')})"
    articles, locales = plural(question.articles, "article"), ", ".join(question.locales)
    around = ", each with what stands around it" if question.context else ""
    names = "the names in [draft] redact" if question.names else "no names ([draft] redact is not set)"
    lines = [
        f"{question.engine} sends texts to {question.address}: {where}.",
        f"  What would be sent: up to {messages} of {articles}, for {locales}{around}.",
        f"  What stays here: link targets, code, {names}, and articles that",
        "  are private, drafts, or say `mt: local` or `mt: off`.",
    ]
    return [*lines, f"  {question.notice}"] if question.notice else lines
