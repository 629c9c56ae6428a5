"""What do all commands that go through articles share? What they work with, and their exit status."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial

from i18n.cli.output import note, progress
from i18n.cli.settings import Settings
from i18n.model import Finding
from i18n.project import Project
from i18n.store import LocalStore
from i18n.work import Here, Processes
from i18n.workflow import exit_status
from i18n.workflow.reading import is_about_input
from i18n.workflow.session import Session

_WAITING = "Waiting for another i18n command in this project to end …"


@contextlib.contextmanager
def session_of(
    settings: Settings, project: Project, *, pretend: bool = False, source_date_epoch: int | None = None
) -> Iterator[Session]:
    """Begin a run of a command; its worker processes end with the context."""
    store = LocalStore(project.root, pretend=pretend)
    workers = Processes(settings.jobs) if settings.jobs > 1 else Here()
    with contextlib.closing(workers):
        yield Session(
            store,
            datetime.now(UTC),
            workers,
            source_date_epoch,
            partial(progress, settings),
            partial(note, settings, _WAITING),
        )


def finished(findings: Iterable[Finding], *, no: bool = False) -> int:
    """Return the exit status of a command: 3 if an input could not be read, 1 if the answer is no."""
    unread = exit_status.UNREADABLE if any(map(is_about_input, findings)) else exit_status.DONE
    return exit_status.worst([unread, exit_status.NO if no else exit_status.DONE])
