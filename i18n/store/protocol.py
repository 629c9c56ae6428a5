"""What can be done with the files of a project?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from i18n.errors import InputError

PRIVATE = ".i18n"
"""The folder of what can be made again, and of what is nobody's business but its owner's."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a folder, without hidden ones and those that other people's programs put there."""

    names: tuple[str, ...]
    outside: tuple[str, ...] = ()
    """Symbolic links that leave the project; they are not followed."""
    closed: tuple[InputError, ...] = ()
    """Folders that could not be listed, the first one if it is missing."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that was written piece by piece."""

    changed: bool
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal."""


class Store(Protocol):
    """Bytes by name: a POSIX path relative to the root of the project.

    A store is a small value that can be pickled: worker processes get it. Whoever reads a file sees the bytes from
    before a change or those after it. Nothing is written outside the root: `StorageError`, which is also raised where
    the system refuses to write. `InputError` is raised where it refuses to read; both name the file.
    """

    @property
    def pretend(self) -> bool:
        """Whether changes are only answered for, as if they were made, and not made."""

    def read(self, name: str) -> bytes:
        """Read a whole file."""

    def read_if_there(self, name: str) -> bytes | None:
        """Read a whole file; None if it does not exist."""

    def is_file(self, name: str) -> bool:
        """Tell whether there is a file of that name; any text may be asked for."""

    def is_folder(self, name: str) -> bool:
        """Tell whether there is a folder of that name."""

    def size(self, name: str) -> int:
        """Count the bytes of a file."""

    def files(self, folder: str) -> Listing:
        """List all files below a folder; links inside the project are followed, but in no circles."""

    def find(self, pattern: str) -> list[str]:
        """Find the files that a glob of the shell matches, hidden ones too, in order."""

    def inside(self, name: str) -> str:
        """Follow symbolic links to the name of the place itself; raises `StorageError` if it lies outside the root."""

    def write(self, name: str, data: bytes, *, sync: bool = False) -> bool:
        """Make `data` the content of a file and say whether that was a change.

        A file that has these bytes already is not touched, and one that is replaced keeps its mode. Missing folders
        are made. `sync` waits until the bytes are on the disk.
        """

    def replace(self, name: str, before: bytes | None, data: bytes) -> bool:
        """Make `data` the content of a file that holds `before` (None: that does not exist).

        Returns False, with nothing written, if something else stands there by the time that the new bytes are on the
        disk: an editor that knows no lock may have saved it. Only what replaces a file is synced.
        """

    def fill(self, name: str, write: Callable[[BinaryIO], bool]) -> Filled | None:
        """Have `write` make the content of a file piece by piece, in a file that can be sought; None if it says no.

        Then nothing changes, and neither does it where the file has these bytes already. Missing folders are made.
        """

    def append(self, name: str, data: bytes) -> None:
        """Add bytes to the end of a file in one write; a new file is for its owner alone."""

    def link(self, source: str, name: str) -> bool:
        """Make a file a hard link to `source`, or a copy if there can be no link; say whether that was a change."""

    def move(self, source: str, name: str) -> None:
        """Rename a file and remove the folders that are empty then; never replaces another file."""

    def remove(self, name: str) -> bool:
        """Delete a file and the folders that are empty then; say whether it was there."""

    def private(self, name: str) -> str:
        """Name a file of the folder `.i18n/`, which is made if it is missing: mode 0700, ignored by git."""

    def place(self, name: str) -> str:
        """Say where a file lies on this machine, for a library that opens it itself."""

    def lock(
        self, area: str, folders: Sequence[str], waiting: Callable[[], None] = lambda: None
    ) -> AbstractContextManager[None]:
        """Keep other commands that lock the same area out as long as the context lasts; they write below `folders`.

        `waiting` is called once if another one is at work, before this one waits for it. What a command that was
        killed left unfinished in the folders is deleted.
        """
