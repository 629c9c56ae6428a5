"""What was made before, and of what? Remembered by content, in one SQLite file that may be deleted at any time.

A step that was done for an article need not be done again while every file that it read or wrote is as it was then.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from i18n.errors import FileError
from i18n.store import database
from i18n.store.protocol import Store
from i18n.store.texts import Remembered
from i18n.store.tracing import Content, Used, digest

FILE = "state.sqlite"
"""In `.i18n/`."""
_FORMAT = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    name TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, digest BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS done (
    step TEXT, subject TEXT, key BLOB, used TEXT, result BLOB, PRIMARY KEY (step, subject)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (catalog TEXT PRIMARY KEY, texts TEXT)
"""
_SLACK = 2_000_000_000
"""Nanoseconds for which a file's time stamps say nothing after a change: those of FAT count in steps of two seconds,
and another change within one step would leave them as they are."""
_PENDING = 500
"""So many results are lost at most when a process is killed."""
_ROOM = 2**23
"""Characters of texts that are held until they are written."""


_FEW = 500
"""So many rows are looked for one by one."""


class _Look(NamedTuple):
    """What the system says of a file, without a look into it."""

    size: int
    modified: int
    changed: int
    inode: int


class State:
    """Results of earlier steps. Whatever is wrong with the file, there is only less that is remembered."""

    def __init__(self, store: Store, now: Callable[[], int] = time.time_ns, *, believing: bool = True) -> None:
        """For the project of a store; `now` gives nanoseconds since 1970. No file is opened yet.

        Without `believing`, files are read whatever the system says of them without a look into them.
        """
        self._store = store
        self._now = now
        self._believing = believing
        self._files: dict[str, tuple[_Look, Content]] = {}
        self._contents: dict[str, Content] = {}
        self._looked: list[tuple[object, ...]] = []
        self._done: list[tuple[object, ...]] = []
        self._texts: dict[str, str] = {}
        self._held = 0

    def recall(self, step: str, keys: Mapping[str, bytes], given: Mapping[str, bytes]) -> dict[str, bytes]:
        """Find the results of a step that would be the same today, by subject.

        `keys`, by subject, stand for all that the results depend on except files. `given` are the bytes of files that
        were read just now, by name.
        """
        rows: list[tuple[str, bytes, str, bytes]] = []
        self._contents = {name: digest(data) for name, data in given.items()}
        with self._noting():
            if self._connection:
                rows = [row for row in _rows(self._connection, step, keys) if keys.get(row[0]) == row[1]]
        return {subject: result for subject, _, used, result in rows if self._is_as_it_was(json.loads(used))}

    def keep(self, step: str, subject: str, key: bytes, used: Used, result: bytes) -> None:
        """Remember what came of a step, which replaces what came of it before."""
        if len(self._done) >= _PENDING:  # with what was left in the catalogs of these
            self._write()
        self._done.append((step, subject, key, json.dumps(used, ensure_ascii=True), result))

    def texts(self) -> Remembered | None:
        """Where to read what people left in catalogs; None where nothing is known of that."""
        known: Sequence[object] = ()
        with self._noting():
            if self._connection:
                known = self._connection.execute("SELECT 1 FROM text LIMIT 1").fetchall()
        path = self._store.place(self._store.private(FILE)) if known else ""
        return Remembered(path, _FORMAT, self._store.pretend) if known else None

    def leave(self, texts: Iterable[tuple[str, str]]) -> None:
        """Remember what people left in catalogs, by the catalog's name, in place of what was remembered of it."""
        for catalog, found in texts:
            self._texts[catalog] = found
            self._held += len(found)
        if self._held > _ROOM:
            self._write()

    def move(self, catalogs: Mapping[str, str]) -> None:
        """Remember of catalogs, by their new names, what was remembered by the old ones, which are the keys."""
        with self._noting():
            if self._connection and not self._store.pretend:
                with self._connection:
                    names = [(new, old) for old, new in catalogs.items()]
                    self._connection.executemany("UPDATE OR REPLACE text SET catalog = ? WHERE catalog = ?", names)

    def digest(self, name: str) -> Content:
        """Digest a file as it is now, which is read only if it may have changed; False if it cannot be read."""
        with self._noting():
            _ = self._connection  # which knows the files
        return self._read(name)

    def close(self) -> None:
        """Write what is new, and close the file."""
        self._write()
        if "_connection" in vars(self) and self._connection:
            self._connection.close()
            self._connection = None

    @functools.cached_property
    def _connection(self) -> sqlite3.Connection | None:
        """The open file, once it is asked for, with what it says of files; None where it cannot be used."""
        try:
            path = self._store.place(self._store.private(FILE))
        except FileError:
            return None
        connection = database.opened(path, _SCHEMA, _FORMAT, pretend=self._store.pretend)
        try:
            rows = connection.execute("SELECT * FROM file") if connection else ()
            self._files = {name: (_Look(*look), content) for name, *look, content in rows}
        except sqlite3.Error:
            return None
        return connection

    def _is_as_it_was(self, used: Used) -> bool:
        return all(self._content(name, content) == content for name, content in used.items())

    def _content(self, name: str, wanted: Content) -> Content:
        if isinstance(wanted, bool):
            return self._store.is_file(name)
        if name not in self._contents:
            self._contents[name] = self._read(name)
        return self._contents[name]

    def _read(self, name: str) -> Content:
        """Digest a file, or take the digest of an earlier look if the file was not touched since."""
        place = self._store.place(name)
        try:
            look = _looked(place)
            if self._believing and (known := self._files.get(name)) and known[0] == look:
                return known[1]
            before = self._now()
            data = self._store.read_if_there(name)
            settled = max(look.modified, look.changed) < before - _SLACK and _looked(place) == look
        except FileNotFoundError:
            return None
        except (OSError, ValueError, FileError):
            return False
        content = digest(data)
        # What changed just now may change again and look the same: then it is read again the next time.
        if settled:
            self._files[name] = look, content
            self._looked.append((name, *look, content))
        return content

    def _write(self) -> None:
        with self._noting():
            new = self._looked or self._done or self._texts
            if new and self._connection and not self._store.pretend:
                with self._connection:
                    self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", self._looked)
                    self._connection.executemany("INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?)", self._done)
                    self._connection.executemany("INSERT OR REPLACE INTO text VALUES (?, ?)", self._texts.items())
        self._looked, self._done, self._texts, self._held = [], [], {}, 0

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error:
            if self._connection:
                self._connection.close()
            self._connection = None


def _rows(connection: sqlite3.Connection, step: str, subjects: Collection[str]) -> sqlite3.Cursor:
    """What came of a step: of few subjects alone, of many with all the others there are."""
    query = "SELECT subject, key, used, result FROM done WHERE step = ?"
    if len(subjects) > _FEW:
        return connection.execute(query, (step,))
    return connection.execute(f"{query} AND subject IN ({', '.join('?' * len(subjects))})", (step, *subjects))


def _looked(place: str) -> _Look:
    found = os.stat(place)
    return _Look(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
