"""What does a command work on, and with what?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from i18n.cli.output import detail, note, progress
from i18n.cli.settings import Settings
from i18n.project import Project
from i18n.store import LocalStore, places
from i18n.work import Here, Processes
from i18n.workflow import opening, session
from i18n.workflow.selection import Selection, select

_WAITING = "Waiting for another i18n command in this project to end …"


def project_of(settings: Settings) -> Project:
    """Load the project; raises `ConfigurationError`."""
    project = opening.open_project(places.working_folder(), settings.folder)
    detail(settings, f"Configured by {project.file}; working with {settings.jobs} processes.")
    return project


@contextlib.contextmanager
def at_work(
    settings: Settings,
    articles: Sequence[str],
    locales: Sequence[str],
    extra: Sequence[str] = (),
    *,
    pretend: bool = False,
    epoch: int | None = None,
) -> Iterator[tuple[session.Session, Project, Selection]]:
    """Begin a run of a command on what the command line names; its worker processes end with the context.

    `extra` are locales that may be named though the project does not have them, `epoch` is the time of a reproducible
    build in seconds since 1970. Raises `ConfigurationError`, `InputError`.
    """
    project = project_of(settings)
    store = LocalStore(project.root, pretend=pretend)
    selection = select(store, project, articles, locales, places.working_folder(), extra)
    workers = Processes(settings.jobs) if settings.jobs > 1 else Here()
    shown, waiting = partial(progress, settings), partial(note, settings, _WAITING)
    with contextlib.closing(workers):
        yield session.Session(store, datetime.now(UTC), workers, epoch, shown, waiting), project, selection
