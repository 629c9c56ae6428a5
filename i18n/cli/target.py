"""What does a command work on, and with what?"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import click

from i18n.cli.output import detail, note, progress, recorded, say_again, shows_colors, terminal_width
from i18n.cli.settings import Settings
from i18n.errors import FileError
from i18n.project import Known, Project
from i18n.store import LocalStore, places
from i18n.store.state import State
from i18n.store.tracing import TracingStore
from i18n.work import Here, Processes
from i18n.workflow import opening, session
from i18n.workflow.remembering import of_this_program
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
    from i18n.workflow import withheld

    return frozenset() if settings.private else withheld.unnamed(project, selection, private)


Work = Callable[[session.Session, Project, Selection], int]
"""Does what a command is for, says what came of it, and gives the exit status."""


def carried_out(
    settings: Settings,
    articles: Sequence[str],
    locales: Sequence[str],
    work: Work,
    extra: Sequence[str] = (),
    *,
    pretend: bool = False,
    epoch: int | None = None,
    depends: Callable[[session.Session, Project], object] = lambda _session, _project: None,
) -> int:
    """Carry a command out as `at_work` says, and give its exit status.

    A command that wrote nothing would do the same again: it says what it said then, and does nothing, as long as all
    files that it read are as they were, and so is what it `depends` on.
    """
    with at_work(settings, articles, locales, extra, pretend=pretend, epoch=epoch, verified=False) as begun:
        session, project, selection = begun
        key = _key(settings, project, selection, (epoch, depends(session, project)))
        if session.state and (answer := session.state.answer(key)):
            status, said = json.loads(answer)
            say_again(said)
            return int(status)
        opening.verify_engines(project)
        store, said = TracingStore(session.store), recorded()
        status = work(replace(session, store=store), project, selection)
        if session.state and store.account.used is not None and not store.account.written:
            session.state.keep_answer(key, store.account.used, json.dumps((status, said)).encode())
        return status


def standing_of(session: session.Session, project: Project, names: Sequence[str] = ()) -> object:
    """What a command depends on that asks engines, by `names` or those of the project; raises `ConfigurationError`."""
    names = names or project.draft.engines
    if set(names) <= {"memory"}:
        return ()
    from i18n.workflow.draft.engines import standing  # all engines come with it

    opening.verify_engines(project)
    return standing(project, names, session.now)


def _key(settings: Settings, project: Project, selection: Selection, others: object) -> bytes:
    """All that a command's answer depends on, apart from the files that it reads."""
    command = click.get_current_context()
    asked = (command.command_path, sorted(command.params.items()), settings.verbose, settings.quiet, settings.private)
    chosen = [known.path for known in selection.articles], selection.locales, sorted(selection.named)
    said = places.working_folder(), terminal_width(), shows_colors(), _tracked(project, selection)
    return of_this_program(asked, said, project, selection.found, chosen, others)


def _tracked(project: Project, selection: Selection) -> object:
    """What git, which has files of its own, says of private articles."""
    if not any(known.private for known in selection.found.articles):
        return ()
    from i18n.workflow import sharing

    return sharing.private_files(project, selection.found)


@contextlib.contextmanager
def at_work(
    settings: Settings,
    articles: Sequence[str],
    locales: Sequence[str],
    extra: Sequence[str] = (),
    *,
    pretend: bool = False,
    epoch: int | None = None,
    verified: bool = True,
) -> Iterator[tuple[session.Session, Project, Selection]]:
    """Begin a run of a command on what the command line names; its worker processes end with the context.

    `extra` are locales that may be named though the project does not have them, `epoch` is the time of a reproducible
    build in seconds since 1970. Unless `verified`, the engines may be misconfigured. Raises `ConfigurationError`,
    `InputError`.
    """
    project = project_of(settings)
    if verified:
        opening.verify_engines(project)
    store = LocalStore(project.root, pretend=pretend)
    workers = Processes(settings.jobs) if settings.jobs > 1 else Here()
    shown, waiting = partial(progress, settings), partial(note, settings, _WAITING)
    state = State(store, believing=not settings.verify)
    begun = session.Session(store, datetime.now(UTC), workers, epoch, shown, waiting, state)

    def is_private(known: Known) -> bool:
        from i18n.workflow import withheld

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
            from i18n.workflow import withheld

            held = withheld.withheld_of(begun, project, selection).paths
            private = unnamed(settings, project, selection, held)
            if isinstance(error, FileError) and path in private:
                error.path, error.line = "A file of a private article", 0
            error.__notes__ = [_NOTE if any(name in note for name in private) else note for note in notes]
        raise
