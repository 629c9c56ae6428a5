"""How does a file get other bytes at once? They go to an unfinished file next to it, which is then renamed."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from i18n.store.protocol import Filled

_LEFTOVER = ".i18n-"
"""How the names of unfinished files begin; they end in `.tmp`."""
_PIECE = 1 << 20
"""Bytes that are read at a time."""


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


def fill(target: str, write: Callable[[BinaryIO], bool], mode: int | None, *, pretend: bool) -> Filled | None:
    """Have the bytes of a file written piece by piece, for what is too large to be held.

    They take the place of the file if `write` says so and they are others than it has; where it says no the answer is
    None. With `pretend` they are written elsewhere, where nobody can open them, and taken away.
    """
    import tempfile  # few commands need it

    with tempfile.TemporaryFile() if pretend else _begun(target) as file:
        if not write(file):
            return None
        filled = Filled(not _holds(target, file), file.seek(0, os.SEEK_END), _digest(file))
        if filled.changed and not pretend:
            _set_mode(file.fileno(), mode)
            os.replace(file.name, target)
        return filled


@contextlib.contextmanager
def _begun(target: str) -> Iterator[BinaryIO]:
    """An unfinished file that goes with the context, unless it was renamed."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    place = _name(target)
    try:
        with open(place, "x+b") as file:
            yield file
    finally:
        _discard(place)


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    for piece in iter(lambda: file.read(_PIECE), b""):
        digest.update(piece)
    return digest.hexdigest()


def _holds(target: str, file: BinaryIO) -> bool:
    """Whether the file at `target` has the bytes of another one."""
    try:
        with open(target, "rb") as there:
            if os.fstat(there.fileno()).st_size != file.seek(0, os.SEEK_END):
                return False
            file.seek(0)
            pieces = iter(lambda: there.read(_PIECE), b"")
            return all(piece == file.read(len(piece)) for piece in pieces)
    except FileNotFoundError:
        return False


def _set_mode(descriptor: int, mode: int | None) -> None:
    if mode is not None and mode != os.fstat(descriptor).st_mode & 0o7777:  # some file systems know no modes
        os.fchmod(descriptor, mode)


def _fill(descriptor: int, data: bytes, mode: int | None, *, sync: bool) -> None:
    """Write a file and close it."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _set_mode(descriptor, mode)
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
