"""How do commands that write the same files wait for each other?"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence

from i18n.store import failures, protocol, unfinished


@contextlib.contextmanager
def locked(store: protocol.Store, area: str, folders: Sequence[str], waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of an area, whose mark tells the next command that this one began and did not end."""
    import filelock  # 80 ms that commands which write nothing need not spend

    name = store.private(f"{area}.lock")
    guard = filelock.FileLock(store.place(name), mode=0o600)
    with failures.writing(name):
        try:
            guard.acquire(timeout=0.5)
        except filelock.Timeout:
            waiting()
            guard.acquire(poll_interval=0.1)
    try:
        with _marked(store, store.private(f"{area}.at-work"), [store.place(folder) for folder in folders]):
            yield
    finally:
        guard.release()


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
