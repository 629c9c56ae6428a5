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
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

SCHEMA = """
CREATE TABLE segment (
    id INTEGER PRIMARY KEY, texts INTEGER, lengths BLOB, marks BLOB, posting INTEGER, words BLOB, counts BLOB
);
CREATE TABLE posting (id INTEGER PRIMARY KEY, texts BLOB)
"""
"""Words are digests, rising. Their lists have rising numbers, of which the first one is the segment's `posting`."""
_EVERY = ""
"""The word of every text."""
_ALL = 2_000
"""So many texts of a like length are candidates even if they share no word."""
_POSTINGS = 40_000
"""So many places of the words asked for are looked at, those of the rarest words first; among few texts fewer."""
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


class _Segment(NamedTuple):
    """What is held of a segment while the file does not change."""

    id: int
    texts: int
    posting: int
    """The number of its first list."""
    lengths: bytes
    """Of each text, in the order of their numbers."""
    marks: bytes
    words: array[int]
    counts: array[int]
    """Of each word, how many texts have it."""

    def at(self, word: int) -> int | None:
        """The place of a word among its words."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None


def end(connection: sqlite3.Connection) -> int:
    """The number of the next text."""
    [[texts]] = connection.execute("SELECT total(texts) FROM segment")
    return int(texts) + 1


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
    by_digest = dict(zip(map(digest, places), places.values(), strict=True))
    lists = ((word, by_digest[word]) for word in sorted(by_digest))
    _insert(connection, lengths.tobytes(), marks.tobytes(), lists)
    return first


def _insert(
    connection: sqlite3.Connection, lengths: bytes, marks: bytes, lists: Iterable[tuple[int, array[int]]]
) -> None:
    """Add a segment with a list for each word, in the order of the words."""
    words, counts = array("q"), array("I")
    [[posting]] = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM posting")

    def rows() -> Iterator[tuple[int, array[int]]]:
        for number, (word, numbers) in enumerate(lists, posting):
            words.append(word)
            counts.append(len(numbers))
            yield number, numbers

    connection.executemany("INSERT INTO posting VALUES (?, ?)", rows())
    row = (len(lengths) // counts.itemsize, lengths, marks, posting, words, counts)
    connection.execute(
        "INSERT INTO segment (texts, lengths, marks, posting, words, counts) VALUES (?, ?, ?, ?, ?, ?)", row
    )


def digest(text: str) -> int:
    """64 bits that stand for a text, signed as SQLite has them."""
    [number] = _SIGNED.unpack(hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest())
    return int(number)


def merge(connection: sqlite3.Connection) -> bool:
    """Make one segment of the last two, if they are small and of a like size; say whether that was so.

    No text is copied more often than a logarithm of how many there are.
    """
    last = connection.execute("SELECT texts FROM segment ORDER BY id DESC LIMIT 2").fetchall()
    if len(last) < 2:
        return False
    [more], [texts] = last
    if texts + more > _LARGEST or texts > 2 * more:
        return False
    segments = Segments(connection)
    old, new = segments.all[-2:]
    both = heapq.merge(*(_lists(connection, each) for each in (old, new)), key=itemgetter(0))
    lists = ((word, segments.joined([numbers for _, numbers in same])) for word, same in groupby(both, itemgetter(0)))
    _insert(connection, old.lengths + new.lengths, old.marks + new.marks, lists)
    for each in (old, new):
        first, number = each.posting, len(each.words)
        connection.execute("DELETE FROM posting WHERE id >= ? AND id < ?", (first, first + number))
        connection.execute("DELETE FROM segment WHERE id = ?", (each.id,))
    return True


def _lists(connection: sqlite3.Connection, segment: _Segment) -> Iterator[tuple[int, array[int]]]:
    """The lists of a segment, each after its word."""
    rows = connection.execute("SELECT texts FROM posting WHERE id >= ? ORDER BY id", (segment.posting,))
    for word, (blob,) in zip(segment.words, rows, strict=False):
        yield word, _numbers(blob)


def _numbers(blob: bytes, kind: str = "I") -> array[int]:
    numbers = array(kind)
    numbers.frombytes(blob)
    return numbers


def _least(shared: Mapping[int, int], most: int) -> int:
    """How often the last one of so many is counted; 0 if all of them are not more."""
    left = most
    for count, numbers in sorted(Counter(shared.values()).items(), reverse=True):
        left -= numbers
        if left < 0:
            return count
    return 0


class _Word(NamedTuple):
    """A word, where it is looked for; the rarer ones come first."""

    texts: int
    """How many have it."""
    word: str
    lists: tuple[int, ...]
    """The numbers of the lists of these texts."""


class Segments:
    """All segments as they were when it was made; they must not have changed since."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read how long each text is, and which words there are."""
        self._connection = connection
        self.lengths, self._marks = array("I", [0]), array("I", [0])
        """By number; no text has the number 0."""
        self.all = [
            _Segment(number, texts, posting, lengths, marks, _numbers(words, "q"), _numbers(counts))
            for number, texts, posting, lengths, marks, words, counts in connection.execute(
                "SELECT id, texts, posting, lengths, marks, words, counts FROM segment ORDER BY id"
            )
        ]
        for segment in self.all:
            self.lengths.frombytes(segment.lengths)
            self._marks.frombytes(segment.marks)
        self._every = list(self._lists(self._word(_EVERY)))

    def joined(self, lists: Sequence[array[int]]) -> array[int]:
        """Join lists of texts, in the order of their lengths."""
        if len(lists) == 1:
            return lists[0]
        return array("I", sorted(chain.from_iterable(lists), key=self.lengths.__getitem__))

    def having_all(self, words: Collection[str]) -> set[int]:
        """Find the texts with all of these words; there must be one."""
        found: set[int] | None = None
        for word in sorted(map(self._word, words)):
            having = chain.from_iterable(self._lists(word))
            found = set(having) if found is None else found.intersection(having)
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
        left = min(_POSTINGS, max(_POSTINGS // 5, len(self.lengths) // 4))
        for word in sorted(map(self._word, words)):  # the rarest first
            if word.texts > left:
                # Too common to tell texts apart: good for as many as the rarer words leave room for.
                near = self._nearest(word, window, max(0, most - len(shared)), held)
                shared.update(set(near).difference(shared))
                break
            for numbers in self._lists(word):
                shared.update(self._within(numbers, window))
            left -= word.texts
        return self._most_common(shared, window, most, held)

    def _word(self, word: str) -> _Word:
        known = digest(word)
        places = [(segment, segment.at(known)) for segment in self.all]
        found = [(segment.posting + at, segment.counts[at]) for segment, at in places if at is not None]
        return _Word(sum(texts for _, texts in found), word, tuple(number for number, _ in found))

    def _lists(self, word: _Word) -> Iterator[array[int]]:
        """The texts with a word, segment by segment."""
        for number in word.lists:
            for (blob,) in self._connection.execute("SELECT texts FROM posting WHERE id = ?", (number,)).fetchall():
                yield _numbers(blob)

    def _within(self, numbers: array[int], window: Window) -> array[int]:
        first = bisect_left(numbers, window.shortest, key=self.lengths.__getitem__)
        return numbers[first : bisect_right(numbers, window.longest, first, key=self.lengths.__getitem__)]

    def _nearest(self, word: _Word, window: Window, most: int, held: Sequence[int]) -> list[int]:
        """At most so many of the texts with a word, those nearest in length."""
        length_of, found = self.lengths.__getitem__, array("I")
        for numbers in self._lists(word) if most else ():
            known = [number for number in self._within(numbers, window) if held[number]]
            at = bisect_left(known, window.wanted, key=length_of)
            if known:
                least, longest = length_of(known[max(0, at - most)]), length_of(known[min(at + most, len(known) - 1)])
                first = bisect_left(known, least, key=length_of)
                found.extend(known[first : bisect_right(known, longest, key=length_of)])
        return self._nearest_of(found, window, most)

    def _most_common(self, shared: Mapping[int, int], window: Window, most: int, held: Sequence[int]) -> list[int]:
        """Those counted most often, and of those counted as often as the last one the nearest in length."""
        least = _least(shared, most)
        top = {number: count for number, count in shared.items() if count >= least and held[number]}
        if len(top) < most and least:
            top = {number: count for number, count in shared.items() if held[number]}
            least = _least(top, most)
        more = [number for number, count in top.items() if count > least]
        ties = [number for number, count in top.items() if count == least]
        return more + self._nearest_of(ties, window, most - len(more))

    def _nearest_of(self, numbers: Sequence[int], window: Window, most: int) -> list[int]:
        """At most so many of these texts, those nearest in length."""
        if len(numbers) <= most:
            return list(numbers)
        distances = [abs(self.lengths[number] - window.wanted) for number in numbers]
        farthest = sorted(distances)[most]
        near = [number for number, distance in zip(numbers, distances, strict=True) if distance < farthest]
        ties = [number for number, distance in zip(numbers, distances, strict=True) if distance == farthest]
        return near + sorted(ties, key=self._marks.__getitem__)[: most - len(near)]
