"""Would `i18n run` change anything, and what?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.project import Project
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session
    from i18n.workflow.step import Step

_NAMED = 5
"""So many articles are named at most."""


def answer(settings: Settings, session: Session, project: Project, selection: Selection) -> int:
    """Print what the first step that would change something would change, and give the exit status.

    1: something would change; 0: nothing would, whatever `check` has to say about it.
    """
    from i18n.cli.output import say
    from i18n.cli.target import unnamed
    from i18n.workflow import exit_status
    from i18n.workflow.run import run_all

    statuses = []
    for step in run_all(session, project, selection, lambda _questions: ()):
        private = unnamed(settings, project, selection, step.private)
        statuses.append(_status(settings, step, private))
        if step.writes:
            say("\n".join(["A run would change something, first of all what belongs to", *_named(step, private)]))
            return exit_status.worst([*statuses, exit_status.NO])
    say("A run would change nothing." if not any(statuses) else "What could be looked at would not change.")
    return exit_status.worst(statuses)


def _status(settings: Settings, step: Step, private: Collection[str]) -> int:
    """Say what could not be looked at, if anything, and give the status for that."""
    from i18n.cli import draft
    from i18n.cli.output import show_findings
    from i18n.workflow import exit_status
    from i18n.workflow.draft.draft import Drafted

    unread = [finding for finding in step.findings if exit_status.of_findings([finding])]
    show_findings(settings, unread, private)
    if isinstance(step, Drafted) and step.status == exit_status.ENGINE:
        draft.show(settings, step.tallies, pretend=True)
        return exit_status.ENGINE
    return exit_status.of_findings(unread)


def _named(step: Step, private: Collection[str]) -> Iterable[str]:
    """The first articles that would change, and how many more."""
    from i18n.cli.output import plural

    public = [name for name in step.changed if name not in private]
    yield from (f"  {name}" for name in public[:_NAMED])
    if len(public) > _NAMED:
        yield f"  and {len(public) - _NAMED:,} more"
    if len(public) < len(step.changed):
        yield f"  {'and ' * bool(public)}{plural(len(step.changed) - len(public), 'private article')}"
