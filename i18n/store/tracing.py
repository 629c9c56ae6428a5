"""Which files does a step read and write? A store that keeps an account of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from i18n.store.protocol import PRIVATE, Filled, Listing, Store

Content: TypeAlias = "str | bool | None"
"""SHA-256 of a file in hexadecimal; None for no file; whether there is one, where nobody looked into it. Of a `fact`,
what it says."""
Used: TypeAlias = Mapping[str, Content]
"""The files that a step read or wrote, by name, as it left them; and `fact`s."""

_FACT = "\0"
"""No name of a file holds it."""


@dataclass(slots=True)
class Account:
    """What was done with files."""

    seen: dict[str, Content] = field(default_factory=dict)
    """What each file, or fact, was at the end."""
    doubts: list[str] = field(default_factory=list)
    """Names of which the account does not tell all: the step must be done again the next time."""
    written: bool = False
    """A file was changed, or would have been if the store did not pretend."""

    @property
    def used(self) -> Used | None:
        """What was seen; None where that is not all."""
        return None if self.doubts else self.seen

    def take(self, other: Account) -> None:
        """Add what somebody else did."""
        for name, content in other.seen.items():
            self.saw(name, content)
        self.doubts += other.doubts
        self.written |= other.written

    def saw(self, name: str, content: Content) -> None:
        """Note what a file, or fact, is."""
        known = self.seen.setdefault(name, content)
        if known == content:
            return
        looked, asked = isinstance(known, bool), isinstance(content, bool)
        if looked == asked or is_fact(name) or (known not in (None, False)) != (content not in (None, False)):
            self.doubts.append(name)  # it changed between two looks
        if not asked or looked:  # the content says more than that there is one
            self.seen[name] = content


@dataclass(frozen=True, slots=True)
class TracingStore:
    """Another store, and what was done with it; a `Store`. In another process it begins a new account."""

    store: Store
    account: Account = field(default_factory=Account, compare=False)

    def __reduce__(self) -> tuple[type[TracingStore], tuple[Store]]:
        """Leave the account here."""
        return TracingStore, (self.store,)

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
        self.account.saw(name, found)
        return found

    def is_folder(self, name: str) -> bool:
        """Tell whether there is a folder of that name."""
        found = self.store.is_folder(name)
        self.account.saw(_fact("folder", name), found)
        return found

    def size(self, name: str) -> int:
        """Count the bytes of a file."""
        with _Doubting(self, name):
            size = self.store.size(name)
        self.account.saw(_fact("size", name), str(size))
        return size

    def files(self, folder: str) -> Listing:
        """List all files below a folder."""
        found = self.store.files(folder)
        self.account.saw(_fact("files", folder), _listed(found))
        if found.closed:
            self._doubt(folder)
        return found

    def find(self, pattern: str) -> list[str]:
        """Find the files that a glob matches."""
        found = self.store.find(pattern)
        self.account.saw(_fact("find", pattern), _listed(found))
        return found

    def inside(self, name: str) -> str:
        """Follow symbolic links to the name of the place itself."""
        return self.store.inside(name)

    def write(self, name: str, data: bytes, *, sync: bool = False) -> bool:
        """Make `data` the content of a file and say whether that was a change."""
        with _Doubting(self, name):
            written = self.store.write(name, data, sync=sync)
        self._left(name, data, written=written)
        return written

    def replace(self, name: str, before: bytes | None, data: bytes) -> bool:
        """Make `data` the content of a file that holds `before`; False if something else stands there."""
        with _Doubting(self, name):
            replaced = self.store.replace(name, before, data)
        if replaced:
            self._left(name, data, written=True)
        else:
            self.account.seen.pop(name, None)  # it is read again
        return replaced

    def fill(self, name: str, write: Callable[[BinaryIO], bool]) -> Filled | None:
        """Have the content of a file made piece by piece; what `write` itself reads is in the account too."""
        with _Doubting(self, name):
            filled = self.store.fill(name, write)
        if filled:
            self._became(name, filled.sha256, written=filled.changed)
        return filled

    def append(self, name: str, data: bytes) -> None:
        """Add bytes to the end of a file; what lies in the folder `.i18n/` nobody's result depends on."""
        if not name.startswith(f"{PRIVATE}/"):
            self._doubt(name)
            self.account.written = True
        self.store.append(name, data)

    def link(self, source: str, name: str) -> bool:
        """Make a file a hard link to `source`, or a copy."""
        with _Doubting(self, name):
            linked = self.store.link(source, name)
        if not isinstance(self.account.seen.get(source), str):
            self.read(source)
        self.account.seen[name] = self.account.seen[source]
        self.account.written |= linked
        return linked

    def move(self, source: str, name: str) -> None:
        """Rename a file."""
        self._doubt(name)
        self.account.written = True
        self.store.move(source, name)

    def remove(self, name: str) -> bool:
        """Delete a file."""
        with _Doubting(self, name):
            removed = self.store.remove(name)
        self._left(name, None, written=removed)
        return removed

    def private(self, name: str) -> str:
        """Name a file of the folder `.i18n/`."""
        return self.store.private(name)

    def place(self, name: str) -> str:
        """Say where a file lies on this machine: others read it there, and it is not in the account."""
        return self.store.place(name)

    def lock(
        self, area: str, folders: Sequence[str], waiting: Callable[[], None] = lambda: None
    ) -> AbstractContextManager[None]:
        """Keep other commands out."""
        return self.store.lock(area, folders, waiting)

    def _saw(self, name: str, data: bytes | None) -> None:
        self.account.saw(name, digest(data))

    def _left(self, name: str, data: bytes | None, *, written: bool) -> None:
        self._became(name, digest(data), written=written)

    def _became(self, name: str, content: Content, *, written: bool) -> None:
        if self.store.pretend and written:
            self.account.doubts.append(name)
        self.account.seen[name] = content
        self.account.written |= written

    def _doubt(self, name: str) -> None:
        self.account.doubts.append(name)


def observed(store: Store, fact: str) -> Content:
    """What a fact says now, such as which files a folder holds. Raises `FileError`."""
    _, kind, name = fact.split(_FACT)
    if kind == "folder":
        return store.is_folder(name)
    if kind == "size":
        return str(store.size(name))
    return _listed(store.files(name) if kind == "files" else store.find(name))


def is_fact(name: str) -> bool:
    """Tell whether a name in an account is a fact's."""
    return name.startswith(_FACT)


def _fact(kind: str, name: str) -> str:
    return f"{_FACT}{kind}{_FACT}{name}"


def _listed(found: Listing | Sequence[str]) -> Content:
    names = (sorted(found.names), sorted(found.outside)) if isinstance(found, Listing) else found
    return digest(repr(names).encode(errors="surrogatepass"))


class _Doubting:
    """Note that a file could not be read or written: what was wrong may be right the next time."""

    def __init__(self, store: TracingStore, name: str) -> None:
        self._store, self._name = store, name

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Note what went wrong."""
        if kind is not None:
            self._store.account.doubts.append(self._name)


def digest(data: bytes | None) -> Content:
    """Digest the bytes of a file; None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()
