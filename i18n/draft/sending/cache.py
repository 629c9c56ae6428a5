"""What did an engine answer before? Kept in one SQLite file that may be deleted at any time.

An answer is committed before it is used, so that neither Ctrl-C nor a kill makes a project pay twice.
A key is a digest: the file holds drafts, and no text that was sent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Protocol

from i18n.draft.engine import Answer, Doubtful, Engine, Failure, Query, Translation, Why
from i18n.message.packed import pack, unpack
from i18n.store import database

REFUSED_FOR = 30
"""Days that a refusal is remembered: an engine may have learned since."""
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS answers"
    " (key BLOB PRIMARY KEY, answer TEXT NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID"
)

Key = bytes


def key(engine: Engine, query: Query, source: str, target: str, encoding: str) -> Key:
    """Digest all that an answer depends on: the engine and its version, the languages, the text and its context."""
    *context, guide = astuple(query.context)
    told = (*context, guide) if guide else context  # as versions without guides wrote it
    parts = (engine.name, engine.version, source, target, encoding, pack(query.tokens), told)
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).digest()


class AnswerStore(Protocol):
    """Answers by key. May be asked from several threads at once."""

    def known(self, keys: Sequence[Key]) -> Mapping[Key, Answer]:
        """Find the answers of these keys."""

    def keep(self, answers: Iterable[tuple[Key, Answer]]) -> None:
        """Remember translations and refusals; not that an engine failed."""


class Cache:
    """Answers in a file. If the disk is full or the file is broken, drafting goes on without it."""

    def __init__(self, path: str | Path, day: int, *, pretend: bool = False) -> None:
        """`day` counts from any fixed day: it says how old a refusal is. With `pretend` the file is only read."""
        self._day = day
        self._pretend = pretend
        self._lock = threading.Lock()
        self._connection = database.opened(str(path), _SCHEMA, journal="WAL", timeout=10, pretend=pretend)
        self.fault = "" if self._connection or pretend else "it cannot be opened"
        """Why it keeps nothing; empty while all is well."""

    def known(self, keys: Sequence[Key]) -> Mapping[Key, Answer]:
        """Find the answers of these keys; refusals only while they are young."""
        found: dict[Key, Answer] = {}
        with self._lock, self._noting():
            for each in keys:
                if self._connection is None:
                    break
                row = self._connection.execute("SELECT answer, day FROM answers WHERE key = ?", (each,)).fetchone()
                read = _read(row[0]) if row else None
                if isinstance(read, Translation) or (read and abs(self._day - row[1]) < REFUSED_FOR):
                    found[each] = read
        return found

    def keep(self, answers: Iterable[tuple[Key, Answer]]) -> None:
        """Write them, and be sure of it before returning."""
        rows = [(each, _written(answer), self._day) for each, answer in answers if _is_lasting(answer)]
        with self._lock, self._noting():
            if rows and self._connection and not self._pretend:
                with self._connection:
                    self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self.fault = str(error)


def _is_lasting(answer: Answer) -> bool:
    return not (isinstance(answer, Failure) and (answer.broken or answer.final))


def _written(answer: Answer) -> str:
    if isinstance(answer, Failure):
        return json.dumps({"reason": answer.reason})
    doubtful = [(each.word, each.why.value) for each in answer.doubtful]
    more = {"score": answer.score, "detail": answer.detail, "doubtful": doubtful, "pivot": answer.pivot}
    return json.dumps({"text": pack(answer.tokens), **more})


def _read(text: str) -> Answer | None:
    try:
        row = json.loads(text)
        if "reason" in row:
            return Failure(str(row["reason"]))
        doubtful = tuple(Doubtful(str(word), Why(why)) for word, why in row.get("doubtful", ()))
        return Translation(unpack(row["text"]), row["score"], row["detail"], doubtful, row.get("pivot", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
