"""How do bytes cross the project's edge? Whole or not at all, only where they differ, never outside the project."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from i18n.errors import I18nError, InputError

_LEFTOVER = ".i18n-"
"""How the names of unfinished files begin; they end in `.tmp`."""
_HINTS = {
    errno.ENOSPC: "The disk is full: make room and run the command again; what was finished is kept.",
    errno.EDQUOT: "Your disk quota is used up: make room and run the command again; what was finished is kept.",
    errno.EACCES: "Ask for permission, or run the command as the owner of the project.",
    errno.EPERM: "Ask for permission, or run the command as the owner of the project.",
    errno.EROFS: "The file system is read-only: work on a copy of the project that can be written.",
    errno.ENAMETOOLONG: "Give the article a shorter name.",
    errno.EISDIR: "A folder stands where a file belongs: move it away.",
    errno.ENOTDIR: "A file stands where a folder belongs: move it away.",
}


class StorageError(I18nError):
    """A place the project names cannot be written, or lies outside of it."""

    exit_status = 2


def read(path: Path, root: Path | None = None) -> bytes:
    """Read a whole file; raises `InputError`, which names it relative to `root` if that is given."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, root, error) from error


def read_if_there(path: Path, root: Path | None = None) -> bytes | None:
    """Read a whole file, or None where there is none; raises `InputError` if it is there and cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, root, error) from error


def write(path: Path, data: bytes, *, root: Path, sync: bool = False, pretend: bool = False) -> bool:
    """Make `data` the content of the file and say whether that was a change.

    The bytes go to an unfinished file in the same folder, which is then renamed: whoever reads sees the old content
    or the new one. A file that has these bytes already is not touched, and one that is replaced keeps its mode.
    Missing folders are made. `sync` waits until the bytes are on the disk; `pretend` only answers.
    Raises `StorageError`, also where the path leads out of `root`.
    """
    target = inside(path, root)
    try:
        mode = target.stat().st_mode & 0o7777
        if target.stat().st_size == len(data) and target.read_bytes() == data:
            return False
    except FileNotFoundError:
        mode = None
    except OSError as error:
        raise _failure(path, root, error) from error
    if not pretend:
        try:
            _replace(target, data, mode, sync=sync)
        except OSError as error:
            raise _failure(path, root, error) from error
    return True


def append(path: Path, data: bytes, *, root: Path) -> None:
    """Add bytes to the end of a file in one write; a new file is for its owner alone. Raises `StorageError`."""
    try:
        descriptor = os.open(inside(path, root), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _failure(path, root, error) from error


def link_or_copy(source: Path, path: Path, *, root: Path, pretend: bool = False) -> bool:
    """Make the file a hard link to `source`, or a copy where the file system has none; say whether that was a change.

    Raises `StorageError`, also where the path leads out of `root`.
    """
    target = inside(path, root)
    try:
        there = target.stat() if target.exists() else None
        wanted = source.stat()
        if there and (os.path.samestat(there, wanted) or _same_bytes(target, source, there, wanted)):
            return False
        if not pretend:
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = _unfinished(target.parent)
            try:
                os.link(source, unfinished)
            except OSError:
                shutil.copyfile(source, unfinished)
            unfinished.replace(target)
    except OSError as error:
        raise _failure(path, root, error) from error
    return True


def move(source: Path, path: Path, *, root: Path) -> None:
    """Rename a file, prune the folders that are empty then; never replaces another file. Raises `StorageError`."""
    target = inside(path, root)
    try:
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        target.parent.mkdir(parents=True, exist_ok=True)
        inside(source, root).rename(target)
    except OSError as error:
        raise _failure(path, root, error) from error
    _prune(source.parent, root)


def remove(path: Path, *, root: Path, pretend: bool = False) -> bool:
    """Delete a file and the folders that are empty then; say whether it was there. Raises `StorageError`."""
    inside(path.parent, root)
    if pretend:
        return os.path.lexists(path)
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _failure(path, root, error) from error
    _prune(path.parent, root)
    return True


def inside(path: Path, root: Path) -> Path:
    """Where the path really lies, symbolic links followed; raises `StorageError` if that is outside `root`."""
    real = os.path.realpath(path)
    top = os.path.realpath(root)
    if real != top and not real.startswith(top.rstrip(os.sep) + os.sep):
        raise StorageError(
            f"{path} leads out of the project, to {real}",
            "Nothing is written outside the project: remove the symbolic link, or name a path inside.",
        )
    return Path(real)


def private_folder(root: Path) -> Path:
    """The `.i18n/` folder of the project, made if it is missing: mode 0700, ignored by git."""
    folder = root / ".i18n"
    ignore = folder / ".gitignore"
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        if not ignore.exists():
            _replace(ignore, b"*\n", None, sync=False)
    except OSError as error:
        raise _failure(folder, root, error) from error
    return folder


@contextlib.contextmanager
def lock(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Keep other commands that write out of the project whose `.i18n/` is `folder`, as long as the context lasts.

    `waiting` is called once when another one is at work, before this one waits for it. What a command that was killed
    left unfinished is deleted. Raises `StorageError`.
    """
    import filelock  # 80 ms that `--help` and `status` need not spend

    guard = filelock.FileLock(folder / "lock", mode=0o600)
    try:
        try:
            guard.acquire(timeout=0.5)
        except filelock.Timeout:
            waiting()
            guard.acquire(poll_interval=0.1)
    except OSError as error:
        raise _failure(folder / "lock", folder.parent, error) from error
    at_work = folder / "at-work"
    try:
        if at_work.exists():
            sweep(folder.parent)
        at_work.touch()
        try:
            yield
        except BaseException:
            sweep(folder.parent)  # an interruption may come between the making of a file and the care for it
            raise
        finally:
            at_work.unlink(missing_ok=True)
    finally:
        guard.release()


def sweep(folder: Path) -> int:
    """Delete the unfinished files below the folder and say how many there were. Call it under the lock."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        for name in names:
            if name.startswith(_LEFTOVER) and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    Path(place, name).unlink()
                    count += 1
    return count


def _replace(target: Path, data: bytes, mode: int | None, *, sync: bool) -> None:
    try:
        unfinished, descriptor = _create(target.parent)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished, descriptor = _create(target.parent)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
            if mode is not None and mode != os.fstat(descriptor).st_mode & 0o7777:  # some file systems know no modes
                os.fchmod(descriptor, mode)
            if sync:
                os.fsync(descriptor)
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise


def _create(folder: Path) -> tuple[Path, int]:
    path = _unfinished(folder)
    return path, os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_CLOEXEC", 0), 0o666)


def _unfinished(folder: Path) -> Path:
    # Short whatever the file's own name is: a name of 255 bytes has no room for a suffix.
    return folder / f"{_LEFTOVER}{os.getpid()}-{os.urandom(4).hex()}.tmp"


def _same_bytes(one: Path, other: Path, there: os.stat_result, wanted: os.stat_result) -> bool:
    return there.st_size == wanted.st_size and one.read_bytes() == other.read_bytes()


def _prune(folder: Path, root: Path) -> None:
    while folder != root and root in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def unreadable(path: Path, root: Path | None, error: OSError) -> InputError:
    """What to raise where the system refuses to read; names the path relative to `root` if that is given."""
    return InputError(f"cannot be read: {_reason(error)}", _HINTS.get(error.errno or 0, ""), _shown(path, root))


def _failure(path: Path, root: Path, error: OSError) -> StorageError:
    return StorageError(f"{_shown(path, root)} cannot be written: {_reason(error)}", _HINTS.get(error.errno or 0, ""))


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else str(path)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
