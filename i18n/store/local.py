"""How are the files of a project kept on this machine?"""

from __future__ import annotations

import contextlib
import errno
import functools
import io
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO

from i18n.errors import InputError, StorageError
from i18n.store import locking, protocol, unfinished
from i18n.store.failures import unreadable, writing
from i18n.store.foreign import is_environment, is_foreign


@dataclass(frozen=True)
class LocalStore:
    """The files below a folder; a `Store`."""

    root: str
    """The folder; absolute."""
    pretend: bool = False
    """Whether changes are only answered for."""

    def read(self, name: str) -> bytes:
        """Read a whole file."""
        try:
            return _content(self.place(name))
        except OSError as error:
            raise unreadable(name, error) from error

    def read_if_there(self, name: str) -> bytes | None:
        """Read a whole file; None if it does not exist."""
        try:
            return _content(self.place(name))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(name, error) from error

    def is_file(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return os.path.isfile(self.place(name))

    def is_folder(self, name: str) -> bool:
        """Tell whether there is a folder of that name."""
        return os.path.isdir(self.place(name))

    def size(self, name: str) -> int:
        """Count the bytes of a file."""
        try:
            return os.stat(self.place(name)).st_size
        except OSError as error:
            raise unreadable(name, error) from error

    def files(self, folder: str) -> protocol.Listing:
        """List all files below a folder."""
        names: list[str] = []
        outside: list[str] = []
        closed: list[InputError] = []
        pending: list[tuple[str, tuple[str, ...]]] = [(folder, (os.path.realpath(self.place(folder)),))]
        while pending:
            place, above = pending.pop()
            try:
                with os.scandir(self.place(place)) as found:
                    entries = [entry for entry in found if not entry.name.startswith(".")]
                if place != folder and is_environment({entry.name for entry in entries}):
                    continue
                for entry in entries:
                    name = f"{place}/{entry.name}" if place else entry.name
                    if is_foreign(name):
                        continue
                    linked = os.path.realpath(entry.path) if entry.is_symlink() else ""
                    real = linked or f"{above[-1]}/{entry.name}"
                    if linked and not linked.startswith(self._top_of_all):
                        outside.append(name)
                    elif linked and not os.path.exists(linked):
                        continue  # it leads nowhere, or in a circle
                    elif entry.is_dir():
                        pending += [(name, (*above, real))] if real not in above else []
                    elif entry.is_file():
                        names.append(name)
            except OSError as error:
                closed.append(unreadable(place, error))
        return protocol.Listing(tuple(names), tuple(outside), tuple(closed))

    def find(self, pattern: str) -> list[str]:
        """Find the files that a glob of the shell matches, hidden ones too, in order."""
        import glob  # one command needs it, once

        return sorted(filter(self.is_file, glob.glob(pattern, root_dir=self.root, include_hidden=True)))

    def inside(self, name: str) -> str:
        """Follow symbolic links to the name of the place itself."""
        return self._target(name)[len(self._top) :].lstrip("/")

    def write(self, name: str, data: bytes, *, sync: bool = False) -> bool:
        """Make `data` the content of a file and say whether that was a change."""
        target = self._target(name)
        with writing(name):
            there = _stat(target)
            if there and there.st_size == len(data) and _content(target) == data:
                return False
            return self.pretend or unfinished.put(target, data, there and stat.S_IMODE(there.st_mode), sync=sync)

    def replace(self, name: str, before: bytes | None, data: bytes) -> bool:
        """Make `data` the content of a file that holds `before`; False if something else stands there."""
        target = self._target(name)

        def overtaken() -> bool:
            return self.read_if_there(name) != before

        if self.pretend:
            return not overtaken()
        with writing(name):
            there = _stat(target)
            mode = there and stat.S_IMODE(there.st_mode)
            return unfinished.put(target, data, mode, sync=before is not None, unless=overtaken)

    def fill(self, name: str, write: Callable[[BinaryIO], bool]) -> protocol.Filled | None:
        """Have the content of a file made piece by piece."""
        target = self._target(name)
        with writing(name):
            there = _stat(target)
            filled = unfinished.fill(target, write, there and stat.S_IMODE(there.st_mode), pretend=self.pretend)
        if filled is None:
            self._prune(name)
        return filled

    def append(self, name: str, data: bytes) -> None:
        """Add bytes to the end of a file in one write."""
        target = self._target(name)
        if self.pretend:
            return
        with writing(name):
            descriptor = os.open(target, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)

    def link(self, source: str, name: str) -> bool:
        """Make a file a hard link to `source`, or a copy if there can be no link; say whether that was a change."""
        origin, target = self.place(source), self._target(name)
        with writing(name):
            if _same(origin, target):
                return False
            if not self.pretend:
                unfinished.link(origin, target)
        return True

    def move(self, source: str, name: str) -> None:
        """Rename a file and remove the folders that are empty then."""
        origin, target = self._target(source), self._target(name)
        if self.pretend:
            return
        with writing(name):
            if os.path.exists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.rename(origin, target)
        self._prune(source)

    def remove(self, name: str) -> bool:
        """Delete a file and the folders that are empty then; say whether it was there."""
        self._target(os.path.dirname(name))
        if self.pretend:
            return os.path.lexists(self.place(name))
        with writing(name):
            try:
                os.unlink(self.place(name))
            except (FileNotFoundError, NotADirectoryError):
                return False
        self._prune(name)
        return True

    def private(self, name: str) -> str:
        """Name a file of the folder `.i18n/`, which is made if it is missing."""
        folder = self.place(protocol.PRIVATE)
        ignore = f"{folder}/.gitignore"
        with writing(protocol.PRIVATE):
            if not self.pretend:
                os.makedirs(folder, 0o700, exist_ok=True)
                if os.stat(folder).st_mode & 0o077:
                    os.chmod(folder, 0o700)
                if not os.path.exists(ignore):
                    unfinished.put(ignore, b"*\n", None, sync=False)
        return f"{protocol.PRIVATE}/{name}"

    def place(self, name: str) -> str:
        """Say where a file lies on this machine."""
        return f"{self.root}/{name}"

    def lock(
        self, area: str, folders: Sequence[str], waiting: Callable[[], None] = lambda: None
    ) -> AbstractContextManager[None]:
        """Keep other commands that lock the same area out as long as the context lasts."""
        return contextlib.nullcontext() if self.pretend else locking.locked(self, area, folders, waiting)

    @functools.cached_property
    def _top(self) -> str:
        return os.path.realpath(self.root)

    @functools.cached_property
    def _top_of_all(self) -> str:
        """What every place inside begins with."""
        return self._top.rstrip("/") + "/"

    def _target(self, name: str) -> str:
        """Where a file really lies, symbolic links followed; raises `StorageError` if that is outside the root."""
        if self._has_no_link(name):
            return self._top_of_all + name
        real = os.path.realpath(self.place(name))
        if real != self._top and not real.startswith(self._top_of_all):
            raise StorageError(
                f"leads out of the project, to {real}",
                "Nothing is written outside the project: remove the symbolic link, or name a path inside.",
                name,
            )
        return real

    def _has_no_link(self, name: str) -> bool:
        """Tell whether every part of a name is just that: `realpath` takes four times as long to say so."""
        place = self._top_of_all[:-1]
        for part in name.split("/"):
            place = f"{place}/{part}"
            if part in ("", ".", "..") or os.path.islink(place):
                return False
        return True

    def _prune(self, name: str) -> None:
        while name := os.path.dirname(name):
            try:
                os.rmdir(self.place(name))
            except OSError:
                return


def _content(place: str) -> bytes:
    with io.FileIO(place) as file:
        return file.readall()


def _stat(place: str) -> os.stat_result | None:
    try:
        return os.stat(place)
    except FileNotFoundError:
        return None


def _same(one: str, other: str) -> bool:
    """Whether two names are one file, or two files with the same bytes."""
    wanted, there = os.stat(one), _stat(other)
    if there is None:
        return False
    return os.path.samestat(wanted, there) or (wanted.st_size == there.st_size and _content(one) == _content(other))
