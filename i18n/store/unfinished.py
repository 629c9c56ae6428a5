"""How does a file get other bytes at once? They go to an unfinished file next to it, which is then renamed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable

_LEFTOVER = ".i18n-"
"""How the names of unfinished files begin; they end in `.tmp`."""


def put(target: str, data: bytes, mode: int | None, *, sync: bool, unless: Callable[[], bool] = lambda: False) -> bool:
    """Put bytes in the place of a file, which gets that mode, and say whether that was done.

    `unless` is asked when the bytes are written (and, with `sync`, on the disk), just before they take the place.
    """
    unfinished, descriptor = _created(target)
    try:
        _fill(descriptor, data, mode, sync=sync)
        stays = unless()
        if not stays:
            os.replace(unfinished, target)
    except BaseException:
        _discard(unfinished)
        raise
    if stays:
        _discard(unfinished)
    return not stays


def _fill(descriptor: int, data: bytes, mode: int | None, *, sync: bool) -> None:
    """Write a file and close it."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if mode is not None and mode != os.fstat(descriptor).st_mode & 0o7777:  # some file systems know no modes
            os.fchmod(descriptor, mode)
        if sync:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def link(source: str, target: str) -> None:
    """Put a hard link to `source` in the place of a file; a copy where the file system has none."""
    import shutil  # loads every compressor there is

    os.makedirs(os.path.dirname(target), exist_ok=True)
    unfinished = _name(target)
    try:
        os.link(
            os.path.realpath(source), unfinished
        )  # Linux would link a symbolic link itself, which leads nowhere here
    except OSError:
        shutil.copyfile(source, unfinished)
    os.replace(unfinished, target)


def sweep(folders: Iterable[str]) -> int:
    """Delete the unfinished files below the folders and say how many there were. Call it under their lock."""
    count = 0
    for place, inner, names in (step for folder in folders for step in os.walk(folder)):
        inner[:] = [name for name in inner if not name.startswith(".") and name != "node_modules"]
        for name in names:
            if name.startswith(_LEFTOVER) and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    os.unlink(f"{place}/{name}")
                    count += 1
    return count


def _created(target: str) -> tuple[str, int]:
    try:
        return _create(target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return _create(target)


def _create(target: str) -> tuple[str, int]:
    unfinished = _name(target)
    return unfinished, os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), 0o666)


def _name(target: str) -> str:
    # Short whatever the file's own name is: a name of 255 bytes has no room for a suffix.
    return f"{os.path.dirname(target)}/{_LEFTOVER}{os.getpid()}-{os.urandom(4).hex()}.tmp"


def _discard(unfinished: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(unfinished)
