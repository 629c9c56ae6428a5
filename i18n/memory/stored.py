"""Which finished translations are similar to this message, among those that are kept on the disk?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from i18n.memory.lookup import (
    CANDIDATES,
    Entry,
    Match,
    Standing,
    beginnings,
    lengths_within,
    ranked,
    similarities,
)
from i18n.words.folding import single_spaced
from i18n.words.index import terms

_STANDINGS = {int(standing): standing for standing in Standing}
_BEGINNING = "^"
"""Tells the beginning of a sentence from a word, which has letters and digits alone."""


def words(msgid: str) -> set[str]:
    """What a message is found by: its words, and how its sentences begin."""
    found = terms(msgid)
    found.update([_BEGINNING + beginning for beginning in beginnings(msgid)])
    return found


class Row(Protocol):
    """A finished translation."""

    @property
    def msgid(self) -> str:
        """The message."""

    @property
    def msgstr(self) -> str:
        """Its translation."""

    @property
    def msgctxt(self) -> str | None:
        """Its context."""

    @property
    def standing(self) -> int:
        """A `Standing`."""


class Texts(Protocol):
    """Texts by number, and their translations by locale."""

    def number(self, msgid: str) -> int | None:
        """The number of a text."""

    def alike(self, text: str, shortest: int, longest: int, most: int, locale: str) -> Mapping[int, str]:
        """Find folded texts of such a length that may be similar to a folded one, by number."""

    def having(self, words: Collection[str]) -> Collection[int]:
        """Find the texts with all of these words, by number."""

    def is_translated(self, numbers: Iterable[int], locale: str) -> bool:
        """Whether any of these texts has a translation."""

    def translations(self, numbers: Iterable[int], locale: str) -> Sequence[tuple[int, Row, str]]:
        """The translations of texts, each after its text's number and before the name of the article that holds it."""


class StoredMemory:
    """A memory of one locale that is read as it is asked."""

    def __init__(self, texts: Texts, locale: str, private: Collection[str] = frozenset()) -> None:
        """What articles by the names in `private` hold is offered to each of them alone."""
        self._texts = texts
        self._locale = locale
        self._private = private

    def matches(
        self,
        msgid: str,
        minimum: int = 75,
        *,
        article: str = "",
        msgctxt: str | None = None,
        confined: Collection[str] = (),
    ) -> tuple[Match, ...]:
        """Find translations of messages like this one."""
        exact, folded = self._texts.number(msgid), single_spaced(msgid)
        scores = {} if exact is None else {exact: 100}
        alike: Mapping[int, str] = {}
        if minimum < 100 and folded:
            shortest, longest = lengths_within(len(folded), minimum)
            alike = self._texts.alike(folded, shortest, longest, CANDIDATES, self._locale)
            numbers = list(alike)
            found = similarities(folded, list(alike.values()), minimum)
            scores = {numbers[index]: score for score, index in found} | scores
        known: dict[str, int] = {}
        entries = []
        for number, entry in self._entries(scores):
            # A number may be another text's by now, as another process may have begun the file again.
            if entry.msgid == msgid if number == exact else single_spaced(entry.msgid) == alike.get(number):
                known[entry.msgid] = scores[number]
                entries.append(entry)
        return ranked(known, entries, article, msgctxt, confined)

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether a sentence of an entry begins with these words."""
        return self._texts.is_translated(self._texts.having({_BEGINNING + beginning}), self._locale)

    def containing(self, sentence: str) -> Sequence[Entry]:
        """Find the entries that hold a sentence."""
        first = next(iter(beginnings(sentence)), "")
        numbers = self._texts.having({_BEGINNING + first, *terms(sentence)}) if first else ()
        return [entry for _, entry in self._entries(numbers) if sentence in entry.msgid]

    def _entries(self, numbers: Iterable[int]) -> Iterator[tuple[int, Entry]]:
        for number, row, article in self._texts.translations(numbers, self._locale):
            private, standing = article in self._private, _STANDINGS.get(row.standing, Standing.OBSOLETE)
            yield number, Entry(row.msgid, row.msgstr, article, row.msgctxt, private, standing)
