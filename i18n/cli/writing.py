"""What do all commands that write have in common? The lock, the bar, and the exit status."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator

from i18n import storage
from i18n.cli.output import note, progress
from i18n.cli.settings import Settings
from i18n.model import Finding
from i18n.project import Project
from i18n.workflow import exit_status
from i18n.workflow.reading import is_about_input


@contextlib.contextmanager
def writing(
    settings: Settings, project: Project, *, pretend: bool, label: str, length: int
) -> Iterator[Callable[[int], None]]:
    """Hold the project's lock, unless nothing is to be written, and show progress; gives what moves the bar on."""
    with contextlib.ExitStack() as stack:
        if not pretend:
            stack.enter_context(locked(settings, project))
        yield stack.enter_context(progress(settings, label, length))


def lock_of(
    settings: Settings, project: Project, *, pretend: bool
) -> Callable[[], contextlib.AbstractContextManager[None]]:
    """Give what holds the project's lock for a moment: for commands that work longer than others should wait."""
    if pretend:
        return contextlib.nullcontext
    return lambda: locked(settings, project)


@contextlib.contextmanager
def locked(settings: Settings, project: Project) -> Iterator[None]:
    """Hold the project's lock; says so if it has to wait for another command."""
    folder = storage.private_folder(project.root)
    with storage.lock(folder, lambda: note(settings, "Waiting for another i18n command in this project to end …")):
        yield


def finished(findings: Iterable[Finding], *, would_write: bool = False) -> int:
    """Return the exit status of a writer: 3 if an input could not be read, 1 if `--check` found something to write."""
    unread = exit_status.UNREADABLE if any(map(is_about_input, findings)) else exit_status.DONE
    return exit_status.worst([unread, exit_status.NO if would_write else exit_status.DONE])
