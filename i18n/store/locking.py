"""How do commands that write the same files wait for each other?"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator, Sequence

from i18n.store import failures, protocol, unfinished

_ATTEMPTS, _PAUSE = 10, 0.05
"""How often a lock is tried for before the command says that it waits, and the seconds in between."""


@contextlib.contextmanager
def locked(store: protocol.Store, area: str, folders: Sequence[str], waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of an area, whose mark tells the next command that this one began and did not end."""
    name = store.private(f"{area}.lock")
    with failures.writing(name):
        guard = _acquired(store.place(name), waiting)
    try:
        with _marked(store, store.private(f"{area}.at-work"), [store.place(folder) for folder in folders]):
            yield
    finally:
        fcntl.flock(guard, fcntl.LOCK_UN)  # worker processes may have the descriptor too
        os.close(guard)


def _acquired(place: str, waiting: Callable[[], None]) -> int:
    """Take the lock and give its descriptor; when all processes that have it end, the lock is free too."""
    while True:
        guard = os.open(place, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if not _is_free(guard):
                waiting()
                fcntl.flock(guard, fcntl.LOCK_EX)
            if os.fstat(guard).st_nlink:  # else somebody deleted the file meanwhile, and others lock another one
                return guard
        except BaseException:
            os.close(guard)
            raise
        os.close(guard)


def _is_free(guard: int) -> bool:
    """Take the lock if it comes free within half a second."""
    for _ in range(_ATTEMPTS):
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return True
    return False


@contextlib.contextmanager
def _marked(store: protocol.Store, name: str, folders: Sequence[str]) -> Iterator[None]:
    mark = store.place(name)
    if os.path.exists(mark):
        unfinished.sweep(folders)
    with failures.writing(name):
        os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        yield
    except BaseException:
        unfinished.sweep(folders)  # an interruption may come between the making of a file and the care for it
        raise
    finally:
        with contextlib.suppress(OSError):  # one that stays makes the next command look for unfinished files, no more
            os.unlink(mark)
