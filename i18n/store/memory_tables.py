"""How do the translations of catalogs get into the tables of the memory, and out of them?"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from i18n.store import segments
from i18n.store.segments import Measure

SCHEMA = (
    """
CREATE TABLE about (identity TEXT, number INTEGER);
INSERT INTO about VALUES (lower(hex(randomblob(16))), 0);
CREATE TABLE text (id INTEGER PRIMARY KEY, digest INTEGER, msgid TEXT);
CREATE INDEX text_digest ON text (digest);
CREATE TABLE catalog (
    id INTEGER PRIMARY KEY, locale TEXT, name TEXT, digest TEXT, number INTEGER, UNIQUE (locale, name)
);
CREATE TABLE unit (
    text INTEGER, locale TEXT, catalog INTEGER, place INTEGER,
    msgstr TEXT, msgctxt TEXT, standing INTEGER, number INTEGER,
    PRIMARY KEY (text, locale, catalog, place)
) WITHOUT ROWID;
CREATE INDEX unit_catalog ON unit (catalog);
"""
    + segments.SCHEMA
)
"""The numbers of a catalog and of a unit are those of the change that brought it."""
_ASKED = 500
"""Texts that are looked up at once."""
_Value: TypeAlias = tuple[str, str | None, int]
_Units: TypeAlias = Mapping[tuple[int, int], _Value]
"""Translations (msgstr, msgctxt, standing) by text and place."""


class Translation(NamedTuple):
    """A finished translation."""

    msgid: str
    msgstr: str
    msgctxt: str | None
    standing: int


class Contents(NamedTuple):
    """What there is in a catalog."""

    name: str
    """Of its article."""
    locale: str
    digest: str
    """Of the bytes that hold it."""
    translations: Sequence[Translation]


def put(connection: sqlite3.Connection, batch: Sequence[Contents], measure: Measure, number: int) -> None:
    """Take catalogs in, each in place of what there was of it; `number` is that of this change."""
    numbers = _numbered(connection, dict.fromkeys(each.msgid for held in batch for each in held.translations), measure)
    inserted: list[tuple[object, ...]] = []
    gone: set[int] = set()
    for contents in batch:
        catalog, before = _catalog(connection, contents, number)
        after = _placed(contents.translations, numbers)
        removed = [key for key, value in before.items() if after.get(key) != value]
        connection.executemany(
            "DELETE FROM unit WHERE text = ? AND locale = ? AND catalog = ? AND place = ?",
            ((text, contents.locale, catalog, place) for text, place in removed),
        )
        gone.update(text for text, _ in removed)
        inserted += (
            (text, contents.locale, catalog, place, *value, number)
            for (text, place), value in after.items()
            if before.get((text, place)) != value
        )
    inserted.sort(key=itemgetter(0, 1, 2, 3))
    connection.executemany("INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", inserted)
    _drop(connection, gone)
    while segments.merge(connection):
        pass


def forget(connection: sqlite3.Connection, name: str, locale: str) -> None:
    """Remove a catalog."""
    for (catalog,) in connection.execute(
        "SELECT id FROM catalog WHERE name = ? AND locale = ?", (name, locale)
    ).fetchall():
        texts = [text for (text,) in connection.execute("SELECT text FROM unit WHERE catalog = ?", (catalog,))]
        connection.execute("DELETE FROM unit WHERE catalog = ?", (catalog,))
        connection.execute("DELETE FROM catalog WHERE id = ?", (catalog,))
        _drop(connection, texts)


def clear(connection: sqlite3.Connection) -> None:
    """Remove everything: then it is another memory."""
    for table in ("text", "catalog", "unit", "segment", "posting"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name from above
    connection.execute("UPDATE about SET identity = lower(hex(randomblob(16)))")


def number_of(connection: sqlite3.Connection, msgid: str) -> int | None:
    """The number of a text; None if it is not known."""
    rows = connection.execute("SELECT id, msgid FROM text WHERE digest = ?", (segments.digest(msgid),))
    return next((number for number, known in rows.fetchall() if known == msgid), None)


def _numbered(connection: sqlite3.Connection, msgids: Iterable[str], measure: Measure) -> dict[str, int]:
    """The numbers of these texts; new ones are taken in."""
    digests = {msgid: segments.digest(msgid) for msgid in msgids}
    numbers = {msgid: number for number, msgid in _known(connection, digests.values()) if msgid in digests}
    new = {msgid: known for msgid, known in digests.items() if msgid not in numbers}
    if new:
        first = segments.add(connection, new, measure)
        rows = [(number, known, msgid) for number, (msgid, known) in enumerate(new.items(), first)]
        numbers.update((msgid, number) for number, _, msgid in rows)
        connection.executemany("INSERT INTO text VALUES (?, ?, ?)", rows)
    return numbers


def _known(connection: sqlite3.Connection, digests: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The texts with these digests, by number; and perhaps others."""
    wanted = sorted(digests)
    for at in range(0, len(wanted), _ASKED):
        part = wanted[at : at + _ASKED]
        places = ",".join("?" * len(part))
        yield from connection.execute(f"SELECT id, msgid FROM text WHERE digest IN ({places})", part)  # noqa: S608


def _catalog(connection: sqlite3.Connection, contents: Contents, number: int) -> tuple[int, _Units]:
    """Note what a catalog is now; gives its number and the translations that were known of it."""
    [[catalog]] = connection.execute(
        "INSERT INTO catalog (locale, name, digest, number) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET digest = excluded.digest, number = excluded.number RETURNING id",
        (contents.locale, contents.name, contents.digest, number),
    ).fetchall()
    rows = connection.execute("SELECT text, place, msgstr, msgctxt, standing FROM unit WHERE catalog = ?", (catalog,))
    return catalog, {(text, place): (msgstr, msgctxt, standing) for text, place, msgstr, msgctxt, standing in rows}


def _placed(translations: Sequence[Translation], numbers: Mapping[str, int]) -> _Units:
    """What is kept of translations: the same for the same ones in any order."""
    by_text: dict[int, list[_Value]] = defaultdict(list)
    for msgid, msgstr, msgctxt, standing in translations:
        by_text[numbers[msgid]].append((msgstr, msgctxt, standing))
    return {
        (text, place): value
        for text, values in by_text.items()
        for place, value in enumerate(sorted(values, key=repr) if len(values) > 1 else values)
    }


def _drop(connection: sqlite3.Connection, texts: Iterable[int]) -> None:
    """Delete those of some texts that no catalog holds any more."""
    connection.executemany(
        "DELETE FROM text WHERE id = ? AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.text = text.id)",
        ((text,) for text in texts),
    )
