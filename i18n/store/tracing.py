"""Which files does a step read and write? A store that keeps an account of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TypeAlias

from i18n.store.protocol import Listing, Store

Content: TypeAlias = "str | bool | None"
"""SHA-256 of a file in hexadecimal; None for no file; whether there is one, where nobody looked into it."""
Used: TypeAlias = Mapping[str, Content]
"""The files that a step read or wrote, by name, as it left them."""


@dataclass(frozen=True, slots=True)
class TracingStore:
    """Another store, and what was done with it; a `Store`."""

    store: Store
    seen: dict[str, Content] = field(default_factory=dict)
    """What each file was at the end."""
    doubts: list[str] = field(default_factory=list)
    """Names of which the account does not tell all: the step must be done again the next time."""

    @property
    def used(self) -> Used | None:
        """The account; None where it does not tell all."""
        return None if self.doubts else self.seen

    @property
    def pretend(self) -> bool:
        """Whether changes are only answered for."""
        return self.store.pretend

    def read(self, name: str) -> bytes:
        """Read a whole file."""
        with _Doubting(self, name):
            data = self.store.read(name)
        self._saw(name, data)
        return data

    def read_if_there(self, name: str) -> bytes | None:
        """Read a whole file; None if it does not exist."""
        with _Doubting(self, name):
            data = self.store.read_if_there(name)
        self._saw(name, data)
        return data

    def is_file(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        found = self.store.is_file(name)
        self.seen.setdefault(name, found)
        return found

    def is_folder(self, name: str) -> bool:
        """Tell whether there is a folder of that name."""
        self.doubts.append(name)
        return self.store.is_folder(name)

    def size(self, name: str) -> int:
        """Count the bytes of a file."""
        self.doubts.append(name)
        return self.store.size(name)

    def files(self, folder: str) -> Listing:
        """List all files below a folder."""
        self.doubts.append(folder)
        return self.store.files(folder)

    def find(self, pattern: str) -> list[str]:
        """Find the files that a glob matches."""
        self.doubts.append(pattern)
        return self.store.find(pattern)

    def inside(self, name: str) -> str:
        """Follow symbolic links to the name of the place itself."""
        return self.store.inside(name)

    def write(self, name: str, data: bytes, *, sync: bool = False) -> bool:
        """Make `data` the content of a file and say whether that was a change."""
        with _Doubting(self, name):
            written = self.store.write(name, data, sync=sync)
        self._left(name, data)
        return written

    def replace(self, name: str, before: bytes | None, data: bytes) -> bool:
        """Make `data` the content of a file that holds `before`; False if something else stands there."""
        with _Doubting(self, name):
            replaced = self.store.replace(name, before, data)
        if replaced:
            self._left(name, data)
        else:
            self.seen.pop(name, None)  # it is read again
        return replaced

    def append(self, name: str, data: bytes) -> None:
        """Add bytes to the end of a file."""
        self.doubts.append(name)
        self.store.append(name, data)

    def link(self, source: str, name: str) -> bool:
        """Make a file a hard link to `source`, or a copy."""
        with _Doubting(self, name):
            linked = self.store.link(source, name)
        if not isinstance(self.seen.get(source), str):
            self.read(source)
        self.seen[name] = self.seen[source]
        return linked

    def move(self, source: str, name: str) -> None:
        """Rename a file."""
        self.doubts.append(name)
        self.store.move(source, name)

    def remove(self, name: str) -> bool:
        """Delete a file."""
        with _Doubting(self, name):
            removed = self.store.remove(name)
        self._left(name, None)
        return removed

    def private(self, name: str) -> str:
        """Name a file of the folder `.i18n/`."""
        return self.store.private(name)

    def place(self, name: str) -> str:
        """Say where a file lies on this machine."""
        self.doubts.append(name)
        return self.store.place(name)

    def lock(
        self, area: str, folders: Sequence[str], waiting: Callable[[], None] = lambda: None
    ) -> AbstractContextManager[None]:
        """Keep other commands out."""
        return self.store.lock(area, folders, waiting)

    def _saw(self, name: str, data: bytes | None) -> None:
        content = digest(data)
        known = self.seen.get(name, content)
        if known != content and not isinstance(known, bool):
            self.doubts.append(name)  # it changed between two looks
        self.seen[name] = content

    def _left(self, name: str, data: bytes | None) -> None:
        if self.store.pretend:
            self.doubts.append(name)
        self.seen[name] = digest(data)


class _Doubting:
    """Note that a file could not be read or written: what was wrong may be right the next time."""

    def __init__(self, store: TracingStore, name: str) -> None:
        self._store, self._name = store, name

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Note what went wrong."""
        if kind is not None:
            self._store.doubts.append(self._name)


def digest(data: bytes | None) -> Content:
    """Digest the bytes of a file; None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()
