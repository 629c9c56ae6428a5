"""Which finished translations do the catalogs hold? Kept in one SQLite file that may be deleted at any time.

A message is kept once, however many catalogs hold it. Catalogs are known by their content, so that one that is in here
need not be read.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from i18n.errors import FileError
from i18n.store import database, memory_tables, segments
from i18n.store.memory_tables import Contents, Translation
from i18n.store.protocol import Store
from i18n.store.segments import Measure, Segments, Window

FILE = "memory.sqlite"
"""In `.i18n/`."""
_FORMAT = 3
_VERSION = 2 * _FORMAT + (sys.byteorder == "big")
"""Lists of numbers are written as this machine has them in its memory."""
_CACHE = "PRAGMA cache_size = -32000"
"""Kilobytes."""
_BATCH = 60_000
"""So many translations are written at once; as many are lost when a process is killed."""
_PART = 1_000
"""So many texts are read at a time."""
_KEPT = 20_000
"""Texts that are kept once they were compared: some 4 MB."""
_PASSING = frozenset(
    getattr(sqlite3, f"SQLITE_{name}") for name in ("BUSY", "LOCKED", "FULL", "IOERR", "READONLY", "CANTOPEN", "NOMEM")
)
"""What goes wrong although the file is well."""


class UnusableError(Exception):
    """The file cannot be used now. Nothing is lost: what it holds stands in the catalogs."""


class _View(NamedTuple):
    """What was read of the file, as it is after one change and before the next."""

    number: int
    """That of the change."""
    segments: Segments
    held: dict[str, bytearray]
    """By locale, whether each text, by its number, has a translation."""
    texts: dict[int, str]
    """Folded, by number."""


class MemoryFile:
    """Finished translations of all locales. May be asked from several threads at once; raises `UnusableError`."""

    def __init__(self, store: Store, measure: Measure, *, read_only: bool = False) -> None:
        """Open the file, which is made if it is missing; with `read_only`, or if the store pretends, only read it."""
        self._measure = measure
        self._read_only = read_only or store.pretend
        self._lock = threading.Lock()
        self._last: _View | None = None
        try:
            self._path = store.place(store.private(FILE))
        except FileError as error:
            raise UnusableError from error
        schema = memory_tables.SCHEMA
        connection = database.opened(self._path, schema, _VERSION, timeout=10, pretend=self._read_only)
        if connection is None:
            raise UnusableError
        self._connection = connection
        self._connection.execute(_CACHE)
        if not self._read_only:
            self._begin_again_if_mostly_gone()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def mark(self) -> str:
        """What stands for all that is in here now; `added_since` takes it."""
        with self._reading() as view:
            return f"{self._identity}:{view.number}"

    def added_since(self, mark: str, locale: str, most: int) -> list[str] | None:
        """The messages that have a translation which was not there at an earlier `mark`, each once.

        None if that cannot be told, as the file was made again since, or if there are more than `most`.
        """
        identity, _, number = mark.partition(":")
        with self._reading():
            if identity != self._identity or not number.isdecimal():
                return None
            rows = self._connection.execute(
                "SELECT DISTINCT text.msgid FROM catalog JOIN unit ON unit.catalog = catalog.id"
                " JOIN text ON text.id = unit.text WHERE catalog.locale = ? AND catalog.number > ? AND unit.number > ?"
                " LIMIT ?",
                (locale, int(number), int(number), most + 1),
            ).fetchall()
        return [msgid for (msgid,) in rows] if len(rows) <= most else None

    def digests(self, locale: str) -> dict[str, str]:
        """The catalogs that are in here, by the name of their article."""
        with self._reading():
            rows = self._connection.execute("SELECT name, digest FROM catalog WHERE locale = ?", (locale,))
            return dict(rows.fetchall())

    def fill(self, catalogs: Iterable[Contents]) -> None:
        """Take catalogs in, each in place of what there was of it; one without translations is known to have none."""
        batch: list[Contents] = []
        size = 0
        for contents in catalogs:
            batch.append(contents)
            size += len(contents.translations)
            if size >= _BATCH:
                self._put(batch)
                batch, size = [], 0
        self._put(batch)

    def renew(self, locale: str, catalogs: Iterable[tuple[str, str, str]]) -> None:
        """Note that catalogs hold the same translations: the name of the article, the old digest, the new one."""
        with self._changing():
            self._connection.executemany(
                "UPDATE catalog SET digest = ? WHERE locale = ? AND name = ? AND digest = ?",
                ((new, locale, name, old) for name, old, new in catalogs),
            )

    def forget(self, catalogs: Collection[tuple[str, str]]) -> None:
        """Remove catalogs, each by the name of its article and its locale."""
        if catalogs:
            with self._changing():
                for name, locale in catalogs:
                    memory_tables.forget(self._connection, name, locale)

    def number(self, msgid: str) -> int | None:
        """The number of a text; None if it is not in here."""
        with self._reading():
            return memory_tables.number_of(self._connection, msgid)

    def alike(self, text: str, shortest: int, longest: int, most: int, locale: str) -> Mapping[int, str]:
        """Find texts of such a length (inclusive) that may be similar to a folded one: each folded, by its number.

        All of them if they are few, otherwise at most so many of those that share the most words.
        """
        window = Window(shortest, len(text), longest)
        with self._reading() as view:
            words = frozenset(self._measure.words(text))
            numbers = view.segments.alike(words, window, most, self._held(view, locale))
            self._read_texts(view, numbers)
            return {number: view.texts[number] for number in numbers if number in view.texts}

    def having(self, words: Collection[str]) -> Collection[int]:
        """Find the texts with all of these words, by number; of one at least."""
        with self._reading() as view:
            return view.segments.having_all(words)

    def is_translated(self, numbers: Iterable[int], locale: str) -> bool:
        """Whether any of these texts has a translation."""
        query = "SELECT 1 FROM unit WHERE text = ? AND locale = ? LIMIT 1"
        with self._reading():
            return any(self._connection.execute(query, (number, locale)).fetchall() for number in numbers)

    def translations(self, numbers: Iterable[int], locale: str) -> list[tuple[int, Translation, str]]:
        """The translations of texts: the text's number, the translation, the name of the article that holds it."""
        query = (
            "SELECT unit.text, text.msgid, unit.msgstr, unit.msgctxt, unit.standing, catalog.name FROM unit"
            " JOIN text ON text.id = unit.text JOIN catalog ON catalog.id = unit.catalog"
            " WHERE unit.text = ? AND unit.locale = ?"
        )
        with self._reading():
            rows = (row for number in numbers for row in self._connection.execute(query, (number, locale)))
            return [
                (number, Translation(str(msgid), str(msgstr), msgctxt, standing), str(name))
                for number, msgid, msgstr, msgctxt, standing, name in rows
            ]

    def counted(self, locale: str) -> list[tuple[str, int, int]]:
        """How many translations each article has of each standing: its name, the standing, the number."""
        with self._reading():
            return self._connection.execute(
                "SELECT catalog.name, unit.standing, count(*) FROM catalog JOIN unit ON unit.catalog = catalog.id"
                " WHERE catalog.locale = ? GROUP BY 1, 2",
                (locale,),
            ).fetchall()

    def messages(self, locale: str) -> Iterator[str]:
        """All messages that have a translation, each once."""
        with self._reading() as view:
            held = [number for number, is_held in enumerate(self._held(view, locale)) if is_held]
        query = "SELECT msgid FROM text WHERE id = ?"
        for first in range(0, len(held), _PART):
            with self._reading():
                rows = [self._connection.execute(query, (number,)).fetchall() for number in held[first : first + _PART]]
            yield from (msgid for found in rows for (msgid,) in found)

    @property
    def _identity(self) -> str:
        [[identity]] = self._connection.execute("SELECT identity FROM about")
        return str(identity)

    def _held(self, view: _View, locale: str) -> bytearray:
        if locale not in view.held:
            held = bytearray(len(view.segments.lengths))
            query = "SELECT text FROM unit WHERE catalog IN (SELECT id FROM catalog WHERE locale = ?)"
            for (number,) in self._connection.execute(query, (locale,)):
                held[number] = 1
            view.held[locale] = held
        return view.held[locale]

    def _read_texts(self, view: _View, numbers: Collection[int]) -> None:
        if len(view.texts) + len(numbers) > _KEPT:
            view.texts.clear()
        for number in numbers:
            if number not in view.texts:
                for (msgid,) in self._connection.execute("SELECT msgid FROM text WHERE id = ?", (number,)):
                    view.texts[number] = self._measure.fold(str(msgid))

    def _put(self, batch: Collection[Contents]) -> None:
        if batch:
            with self._changing() as number:
                memory_tables.put(self._connection, tuple(batch), self._measure, number)

    def _begin_again_if_mostly_gone(self) -> None:
        """Empty the file if most of its texts are gone: their numbers remain in its lists."""
        with self._reading():
            [[texts]] = self._connection.execute("SELECT count(*) FROM text")
            gone = segments.end(self._connection) - 1 - texts
        if gone > texts + _BATCH:
            with self._changing():
                memory_tables.clear(self._connection)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[_View]:
        """See the file as it is at one time."""
        with self._lock, self._noting():
            self._connection.execute("BEGIN")
            try:
                [[number]] = self._connection.execute("SELECT number FROM about")
                if self._last is None or self._last.number != number:
                    self._last = _View(number, Segments(self._connection), {}, {})
                yield self._last
            finally:
                self._connection.rollback()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[int]:
        """Change the file, all or nothing; gives the number of the change."""
        with self._lock, self._noting():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("UPDATE about SET number = number + 1")
                [[number]] = self._connection.execute("SELECT number FROM about")
                yield number
                self._connection.commit()
            finally:
                self._connection.rollback()

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        """Delete a file that is broken."""
        try:
            yield
        except (sqlite3.Error, ValueError, IndexError, TypeError) as error:  # TypeError: a number stands for a text
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING and not self._read_only:
                database.remove(self._path)
            raise UnusableError from error
