"""Which texts have words in common with this one? Found in lists of texts by word, in segments that are only added to.

A text is known by its number. A segment holds, for each word, the numbers of those of its texts that hold the word, the
shorter texts first, so that those of a like length stand together. A text that is gone leaves its number behind.
"""

from __future__ import annotations

import hashlib
import heapq
import sqlite3
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

SCHEMA = """
CREATE TABLE segment (id INTEGER PRIMARY KEY, first INTEGER, texts INTEGER, lengths BLOB, marks BLOB);
CREATE TABLE posting (segment INTEGER, word INTEGER, texts BLOB, PRIMARY KEY (segment, word)) WITHOUT ROWID
"""
_EVERY = ""
"""The word of every text."""
_ALL = 2_000
"""So many texts of a like length are candidates even if they share no word."""
_POSTINGS = 40_000
"""So many places of the words asked for are looked at, those of the rarest words first."""
_LARGEST = 60_000
"""Texts of a segment that is merged with no other any more."""
_SIGNED = struct.Struct(">q")


class Measure(NamedTuple):
    """How texts are compared."""

    fold: Callable[[str], str]
    """The text without what makes no difference; its length counts."""
    words: Callable[[str], Iterable[str]]
    """What a text is found by, each once, none of them empty."""


class Window(NamedTuple):
    """How long a text may be to be a candidate, in characters."""

    shortest: int
    wanted: int
    longest: int
    """Inclusive."""


def end(connection: sqlite3.Connection) -> int:
    """The number of the next text."""
    [[number]] = connection.execute("SELECT coalesce(max(first + texts), 1) FROM segment")
    return int(number)


def add(connection: sqlite3.Connection, texts: Mapping[str, int], measure: Measure) -> int:
    """Add a segment of new texts, given with their digests; gives the number of the first one, which counts on."""
    first = end(connection)
    lengths = array("I", map(len, map(measure.fold, texts)))
    numbered = sorted(zip(lengths, range(first, first + len(texts)), texts, strict=True), key=itemgetter(0))
    places: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    places[_EVERY].extend(number for _, number, _ in numbered)
    for _, number, text in numbered:
        for numbers in map(places.__getitem__, measure.words(text)):
            numbers.append(number)
    marks = array("I", (known & 0xFFFF_FFFF for known in texts.values()))
    found = connection.execute(
        "INSERT INTO segment (first, texts, lengths, marks) VALUES (?, ?, ?, ?)", (first, len(texts), lengths, marks)
    )
    by_digest = dict(zip(map(digest, places), places.values(), strict=True))
    rows = ((found.lastrowid, word, by_digest[word]) for word in sorted(by_digest))
    connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", rows)
    return first


def digest(text: str) -> int:
    """64 bits that stand for a text, signed as SQLite has them."""
    [number] = _SIGNED.unpack(hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest())
    return int(number)


def merge(connection: sqlite3.Connection) -> bool:
    """Make one segment of the last two, if they are small and of a like size; say whether that was so.

    No text is copied more often than a logarithm of how many there are.
    """
    last = connection.execute("SELECT id, texts FROM segment ORDER BY id DESC LIMIT 2").fetchall()
    if len(last) < 2:
        return False
    (new, more), (old, texts) = last
    if texts + more > _LARGEST or texts > 2 * more:
        return False
    lengths = Segments(connection).lengths
    rows = (
        connection.execute("SELECT word, texts FROM posting WHERE segment = ? ORDER BY word", (segment,))
        for segment in (old, new)
    )
    both = groupby(heapq.merge(*rows, key=itemgetter(0)), itemgetter(0))
    merged = ((new + 1, word, _merged([blob for _, blob in same], lengths)) for word, same in both)
    connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", merged)
    parts = connection.execute("SELECT first, lengths, marks FROM segment WHERE id IN (?, ?) ORDER BY id", (old, new))
    [(first, *one), (_, *other)] = parts.fetchall()
    joined = [blob + more for blob, more in zip(one, other, strict=True)]
    for table, key in (("posting", "segment"), ("segment", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {key} IN (?, ?)", (old, new))  # noqa: S608 - names from above
    connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?, ?)", (new + 1, first, texts + more, *joined))
    return True


def _merged(blobs: Sequence[bytes], lengths: Sequence[int]) -> bytes:
    """Join lists of texts, in the order of their lengths."""
    if len(blobs) == 1:
        return blobs[0]
    return array("I", sorted(_numbers(b"".join(blobs)), key=lengths.__getitem__)).tobytes()


def _numbers(blob: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(blob)
    return numbers


class Segments:
    """All segments as they were when it was made; they must not have changed since."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read how long each text is."""
        self._connection = connection
        self.lengths, self._marks = array("I", [0]), array("I", [0])
        """By number; no text has the number 0."""
        for lengths, marks in connection.execute("SELECT lengths, marks FROM segment ORDER BY id"):
            self.lengths.frombytes(lengths)
            self._marks.frombytes(marks)
        self._every = list(self._lists(_EVERY))

    def having(self, word: str) -> Iterator[int]:
        """Find the texts with a word."""
        for numbers in self._lists(word):
            yield from numbers

    def having_all(self, words: Collection[str]) -> set[int]:
        """Find the texts with all of these words; there must be one."""
        found: set[int] | None = None
        for _, word in self._by_rarity(words, all_of_them=True):
            found = set(self.having(word)) if found is None else found.intersection(self.having(word))
            if not found:
                break
        return found or set()

    def alike(self, words: Collection[str], window: Window, most: int, held: Sequence[int]) -> Collection[int]:
        """Find texts of a like length that may be similar to one with these words.

        All of a like length if they are few, otherwise at most so many of those that share the most words. `held` says
        of each text by its number whether it counts then.
        """
        every = [self._within(numbers, window) for numbers in self._every]
        if sum(map(len, every)) <= _ALL:
            return [number for numbers in every for number in numbers]
        shared: Counter[int] = Counter()
        left = _POSTINGS
        for texts, word in self._by_rarity(words):
            if texts > left:
                # Too common to tell texts apart: good for as many as the rarer words leave room for.
                near = self._nearest(word, window, most - len(shared), held)
                shared.update(set(near).difference(shared))
                break
            for numbers in self._lists(word):
                shared.update(self._within(numbers, window))
            left -= texts
        return self._most_common({number: count for number, count in shared.items() if held[number]}, window, most)

    def _lists(self, word: str) -> Iterator[array[int]]:
        """The texts with a word, segment by segment."""
        rows = self._connection.execute(
            "SELECT posting.texts FROM segment CROSS JOIN posting"
            " ON posting.segment = segment.id AND posting.word = ? ORDER BY segment.id",
            (digest(word),),
        )
        for (blob,) in rows.fetchall():
            yield _numbers(blob)

    def _by_rarity(self, words: Collection[str], *, all_of_them: bool = False) -> list[tuple[int, str]]:
        """How many texts there are with each word, and the word, the rarest first."""
        counted = []
        for word in words:
            [[size]] = self._connection.execute(
                "SELECT total(length(posting.texts)) FROM segment CROSS JOIN posting"
                " ON posting.segment = segment.id AND posting.word = ?",
                (digest(word),),
            )
            if size or all_of_them:
                counted.append((int(size) // self.lengths.itemsize, word))
        return sorted(counted)

    def _within(self, numbers: array[int], window: Window) -> array[int]:
        first = bisect_left(numbers, window.shortest, key=self.lengths.__getitem__)
        return numbers[first : bisect_right(numbers, window.longest, first, key=self.lengths.__getitem__)]

    def _nearest(self, word: str, window: Window, most: int, held: Sequence[int]) -> list[int]:
        """At most so many of the texts with a word, those nearest in length."""
        length_of, found = self.lengths.__getitem__, array("I")
        for numbers in self._lists(word) if most > 0 else ():
            known = [number for number in self._within(numbers, window) if held[number]]
            at = bisect_left(known, window.wanted, key=length_of)
            if known:
                least, longest = length_of(known[max(0, at - most)]), length_of(known[min(at + most, len(known) - 1)])
                first = bisect_left(known, least, key=length_of)
                found.extend(known[first : bisect_right(known, longest, key=length_of)])
        return heapq.nsmallest(most, found, key=lambda number: self._distance(number, window))

    def _most_common(self, shared: Counter[int] | dict[int, int], window: Window, most: int) -> list[int]:
        """Those counted most often, and of those counted as often as the last one the nearest in length."""
        if len(shared) <= most:
            return list(shared)
        least = sorted(shared.values(), reverse=True)[most - 1]
        more = [number for number, count in shared.items() if count > least]
        ties = (number for number, count in shared.items() if count == least)
        return more + heapq.nsmallest(most - len(more), ties, key=lambda number: self._distance(number, window))

    def _distance(self, number: int, window: Window) -> tuple[int, int]:
        return abs(self.lengths[number] - window.wanted), self._marks[number]
