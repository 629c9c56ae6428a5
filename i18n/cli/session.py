"""What do all commands that go through articles share? What they work with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from i18n.cli.output import note, progress
from i18n.cli.settings import Settings
from i18n.project import Project
from i18n.store import LocalStore
from i18n.work import Here, Processes
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
