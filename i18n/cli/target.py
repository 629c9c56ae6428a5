"""What does a command work on, and with what?"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from i18n.cli.output import detail, note, progress
from i18n.cli.settings import Settings
from i18n.errors import FileError
from i18n.project import Known, Project
from i18n.store import LocalStore, places
from i18n.store.state import State
from i18n.work import Here, Processes
from i18n.workflow import opening, reading, session, withheld
from i18n.workflow.selection import Selection, select

_NOTE = "It happened with a private article."
_WAITING = "Waiting for another i18n command in this project to end …"


def project_of(settings: Settings) -> Project:
    """Load the project; raises `ConfigurationError`."""
    project = opening.open_project(places.working_folder(), settings.folder)
    detail(settings, f"Configured by {project.file}; working with {settings.jobs} processes.")
    return project


def unnamed(settings: Settings, project: Project, selection: Selection, private: Collection[str]) -> frozenset[str]:
    """Names that are not told of private articles, by their paths; none with `--private`."""
    return frozenset() if settings.private else withheld.unnamed(project, selection, private)


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
    workers = Processes(settings.jobs) if settings.jobs > 1 else Here()
    shown, waiting = partial(progress, settings), partial(note, settings, _WAITING)
    state = State(store, believing=not settings.verify)
    begun = session.Session(store, datetime.now(UTC), workers, epoch, shown, waiting, state)

    def is_private(known: Known) -> bool:
        return not settings.private and withheld.is_private(begun, project, known)

    selection = select(store, project, articles, locales, places.working_folder(), extra, is_private)
    with contextlib.closing(workers), contextlib.closing(state), _discreet(settings, begun, project, selection):
        yield begun, project, selection


@contextlib.contextmanager
def _discreet(settings: Settings, begun: session.Session, project: Project, selection: Selection) -> Iterator[None]:
    """Take the names of private articles out of what goes wrong."""
    try:
        yield
    except Exception as error:
        path, notes = getattr(error, "path", ""), getattr(error, "__notes__", ())
        if path or notes:
            held = withheld.withheld_of(begun, project, selection, reading.NO_TEXTS).paths
            private = unnamed(settings, project, selection, held)
            if isinstance(error, FileError) and path in private:
                error.path, error.line = "A file of a private article", 0
            error.__notes__ = [_NOTE if any(name in note for name in private) else note for note in notes]
        raise
