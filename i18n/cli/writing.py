"""What do all commands that write have in common? The lock, the bar, and the exit status."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator

from i18n.cli.output import note, progress
from i18n.cli.settings import Settings
from i18n.model import Finding
from i18n.store import Store
from i18n.workflow import exit_status
from i18n.workflow.reading import is_about_input


@contextlib.contextmanager
def writing(settings: Settings, store: Store, *, label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Hold the project's lock and show progress; gives what moves the bar on."""
    with locked(settings, store), progress(settings, label, length) as step:
        yield step


def locked(settings: Settings, store: Store) -> contextlib.AbstractContextManager[None]:
    """Hold the project's lock; says so if it has to wait for another command."""
    said = "Waiting for another i18n command in this project to end …"
    return store.lock("project", [""], lambda: note(settings, said))


def finished(findings: Iterable[Finding], *, would_write: bool = False) -> int:
    """Return the exit status of a writer: 3 if an input could not be read, 1 if `--check` found something to write."""
    unread = exit_status.UNREADABLE if any(map(is_about_input, findings)) else exit_status.DONE
    return exit_status.worst([unread, exit_status.NO if would_write else exit_status.DONE])
