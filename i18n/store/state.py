"""What was made before, and of what? Remembered by content, in one SQLite file that may be deleted at any time.

A step that was done for an article need not be done again while every file that it read or wrote is as it was then.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from i18n.errors import FileError
from i18n.store import database
from i18n.store.protocol import Store
from i18n.store.texts import Remembered
from i18n.store.tracing import Content, Used, digest, is_fact, observed

FILE = "state.sqlite"
"""In `.i18n/`."""
_FORMAT = 3
_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    name TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, digest BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS done (
    step TEXT, subject TEXT, key BLOB, used TEXT, result BLOB, PRIMARY KEY (step, subject)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (catalog TEXT PRIMARY KEY, texts TEXT);
CREATE TABLE IF NOT EXISTS answer (
    number INTEGER PRIMARY KEY, key BLOB UNIQUE, names BLOB, contents BLOB, others TEXT, answer BLOB
)
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
_ANSWERS = 20
"""So many answers are kept, the latest ones."""
_KEEP = "INSERT OR REPLACE INTO answer (key, names, contents, others, answer) VALUES (?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM answer WHERE number NOT IN (SELECT number FROM answer ORDER BY number DESC LIMIT ?)"


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
        self._begun = now()
        self._contents: dict[str, Content] = {}
        self._noted: set[str] = set()
        self._looked: list[tuple[object, ...]] = []
        self._done: list[tuple[object, ...]] = []
        self._texts: dict[str, str] = {}
        self._held = 0

    def recall(self, step: str, keys: Mapping[str, bytes], given: Mapping[str, bytes]) -> dict[str, tuple[bytes, Used]]:
        """Find the results of a step that would be the same today, with the files that they hang on, by subject.

        `keys`, by subject, stand for all that the results depend on except files. `given` are the bytes of files that
        were read just now, by name.
        """
        self._contents = {name: digest(data) for name, data in given.items()}
        rows: list[tuple[str, bytes, str, bytes]] = []
        with self._noting():
            rows = [row for row in self._results(step, keys) if keys.get(row[0]) == row[1]]
        found = ((subject, json.loads(used), result) for subject, _, used, result in rows)
        return {subject: (result, used) for subject, used, result in found if self._is_as_it_was(used)}

    def keep(self, step: str, subject: str, key: bytes, used: Used, result: bytes) -> None:
        """Remember what came of a step, which replaces what came of it before."""
        self._note(used)
        if len(self._done) >= _PENDING:  # with what was left in the catalogs of these
            self._write()
        self._done.append((step, subject, key, json.dumps(used, ensure_ascii=True), result))

    def texts(self) -> Remembered | None:
        """Where to read what people left in catalogs; None where nothing is known of that."""
        known: Sequence[object] = ()
        with self._noting():
            known = list(self._rows("SELECT 1 FROM text LIMIT 1"))
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
        return self._read(name, self._files.get(name))

    def answer(self, key: bytes) -> bytes | None:
        """Find what a whole command said, if it would say the same today; see `keep_answer`."""
        found: list[tuple[bytes, bytes, str, bytes]] = []
        with self._noting():
            found = list(self._rows("SELECT names, contents, others, answer FROM answer WHERE key = ?", key))
        if not found:
            return None
        [(packed, contents, written, answer)] = found
        try:
            names, others = zlib.decompress(packed).decode().split("\n"), json.loads(written)
        except (zlib.error, ValueError):
            return None  # the disk, or somebody, changed it
        if any(self._look(name, content) != content for name, content in others.items()):
            return None
        return answer if self._together(names) == contents else None

    def keep_answer(self, key: bytes, used: Used, answer: bytes) -> None:
        """Remember what a command said that wrote nothing; `key` stands for all that it depends on except files."""
        files = {name: str(content) for name, content in used.items() if _is_listed(name, content)}
        names = sorted(files)
        others = {name: content for name, content in used.items() if name not in files}
        contents = hashlib.sha256("".join(files[name] for name in names).encode()).digest()
        packed = zlib.compress("\n".join(names).encode(), 1)
        self._note(used)
        self._write()
        with self._noting():
            if self._connection and not self._store.pretend:
                row = (key, packed, contents, json.dumps(others, ensure_ascii=True), answer)
                with self._connection:
                    self._connection.execute(_KEEP, row)
                    self._connection.execute(_FORGET, (_ANSWERS,))

    def close(self) -> None:
        """Write what is new, and close the file."""
        self._write()
        if "_connection" in vars(self) and self._connection:
            self._connection.close()
            self._connection = None

    @functools.cached_property
    def _connection(self) -> sqlite3.Connection | None:
        """The open file, once it is asked for; None where it cannot be used."""
        try:
            path = self._store.place(self._store.private(FILE))
        except FileError:
            return None
        return database.opened(path, _SCHEMA, _FORMAT, pretend=self._store.pretend)

    @functools.cached_property
    def _files(self) -> dict[str, tuple[_Look, Content]]:
        """What is known of all files."""
        files: dict[str, tuple[_Look, Content]] = {}
        with self._noting():
            files.update((name, (_Look(*look), content)) for name, *look, content in self._rows("SELECT * FROM file"))
        return files

    def _results(self, step: str, subjects: Collection[str]) -> Iterator[tuple[Any, ...]]:
        """What came of a step: of few subjects alone, of many with all the others there are."""
        query = "SELECT subject, key, used, result FROM done WHERE step = ?"
        if len(subjects) > _FEW:
            return self._rows(query, step)
        return self._rows(f"{query} AND subject IN ({', '.join('?' * len(subjects))})", step, *subjects)

    def _rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """What the file holds; nothing if it cannot be used. Raises `sqlite3.Error`."""
        if self._connection:
            yield from self._connection.execute(query, values)

    def _note(self, used: Used) -> None:
        """Note how files look of which a step knows the content; not of those that changed while it was at work."""
        for name, content in used.items():
            if name not in self._noted and _is_listed(name, content):
                self._noted.add(name)
                with contextlib.suppress(OSError, ValueError):
                    look = _looked(self._store.place(name))
                    if max(look.modified, look.changed) < self._begun - _SLACK:
                        self._looked.append((name, *look, content))

    def _together(self, names: Sequence[str]) -> bytes | None:
        """One digest of files, which are named in order; None if one of them is not there or cannot be read.

        The table is gone through in the same order and never held: there may be very many files.
        """
        contents = hashlib.sha256()
        try:
            rows = self._rows("SELECT * FROM file ORDER BY name")
            row = next(rows, None)
            for name in names:
                while row and row[0] < name:
                    row = next(rows, None)
                content = self._read(name, (_Look(*row[1:5]), row[5]) if row and row[0] == name else None)
                if not isinstance(content, str):
                    return None
                contents.update(content.encode())
        except sqlite3.Error:
            return None
        return contents.digest()

    def _is_as_it_was(self, used: Used) -> bool:
        return all(self._content(name, content) == content for name, content in used.items())

    def _content(self, name: str, wanted: Content) -> Content:
        if isinstance(wanted, bool) or is_fact(name):
            return self._look(name, wanted)
        if name not in self._contents:
            self._contents[name] = self._read(name, self._files.get(name))
        return self._contents[name]

    def _look(self, name: str, wanted: Content) -> Content:
        """What a fact, or a file of which little is known, is now: as much as is `wanted`."""
        if is_fact(name):
            with contextlib.suppress(FileError):
                return observed(self._store, name)
            return None
        return self._store.is_file(name) if isinstance(wanted, bool) else self._read(name, None)

    def _read(self, name: str, known: tuple[_Look, Content] | None) -> Content:
        """Digest a file, or take the digest of an earlier look if the file was not touched since."""
        place = self._store.place(name)
        try:
            look = _looked(place)
            if self._believing and known and known[0] == look:
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
        if settled and _is_listed(name, content):
            if "_files" in vars(self):
                self._files[name] = look, content
            self._noted.add(name)
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


def _is_listed(name: str, content: Content) -> bool:
    """Whether a name is that of a file with content, and can stand in a table and in a list of lines."""
    return isinstance(content, str) and not is_fact(name) and "\n" not in name and name.isprintable()


def _looked(place: str) -> _Look:
    found = os.stat(place)
    return _Look(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
