"""Which finished translations are similar to this message?"""

from __future__ import annotations

import bisect
import enum
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rapidfuzz import fuzz, process

from i18n.catalog.origin import is_reviewed
from i18n.model import Unit
from i18n.words import count
from i18n.words.folding import single_spaced
from i18n.words.index import WordIndex, terms

_PROSE = 4
"""Words from which on a translation equal to its source does not count (the contract says so)."""
_ALL = 2_000
"""Up to so many messages of a like length all are compared; so many take a third of a millisecond."""
CANDIDATES = 500
"""With more than that, so many of those that share the most words are compared."""
_STOPS = r".!?…؟۔।॥።։。！？>\n"
_TWO_WORDS = rf"\w{{1,12}}(?:[^\w{_STOPS}]{{1,4}}\w{{1,12}})?"
_FIRST = re.compile(rf"\W*({_TWO_WORDS})")
_NEXT = re.compile(rf"[{_STOPS}]\W*({_TWO_WORDS})")


class Standing(enum.IntEnum):
    """How far a finished translation can be trusted; of two equally similar ones the higher comes first."""

    OBSOLETE = 0
    """Finished, but its message is gone from the article."""
    IMPORTED = 1
    """From a file that is not a catalog of this project."""
    FINISHED = 2
    REVIEWED = 3
    """A second reader has confirmed it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished translation and where it stands."""

    msgid: str
    msgstr: str
    article: str = ""
    """Name of the article whose catalog holds it; empty for an imported one."""
    msgctxt: str | None = None
    private: bool = False
    """Held by a private article: offered to that article alone."""
    standing: Standing = Standing.FINISHED


@dataclass(frozen=True, slots=True)
class Match:
    """A translation of a similar message."""

    msgid: str
    msgstr: str
    score: int
    """0-100; 100 for the very same message and for nothing else."""
    article: str = ""
    """The article of the most trusted entry that holds it and may be shown."""
    standing: Standing = Standing.FINISHED


def entries(
    units: Iterable[Unit], article: str = "", *, private: bool = False, imported: bool = False
) -> Iterator[Entry]:
    """Take the finished units of a catalog: not fuzzy, not empty, no plain copy of prose."""
    for unit in units:
        if unit.fuzzy or not unit.msgid or not unit.msgstr.strip() or unit.msgid_plural is not None:
            continue
        if unit.msgstr == unit.msgid and count(unit.msgid) >= _PROSE:
            continue
        yield Entry(unit.msgid, unit.msgstr, article, unit.msgctxt, private, _standing(unit, imported=imported))


def _standing(unit: Unit, *, imported: bool) -> Standing:
    if unit.obsolete:
        return Standing.OBSOLETE
    if imported:
        return Standing.IMPORTED
    return Standing.REVIEWED if is_reviewed(unit) else Standing.FINISHED


def beginnings(text: str) -> list[str]:
    """The one or two words that each sentence of a text begins with, and more: a cheap look, without parsing."""
    first = _FIRST.match(text)
    return [first[1], *_NEXT.findall(text, first.end())] if first else []


class Memory(Protocol):
    """Finished translations of one locale. May be asked from several threads at once."""

    def matches(
        self,
        msgid: str,
        minimum: int = 75,
        *,
        article: str = "",
        msgctxt: str | None = None,
        confined: Collection[str] = (),
    ) -> tuple[Match, ...]:
        """Find translations of messages at least `minimum` (0-100) similar, best first.

        What only private articles hold is found for that same `article` alone, and so is what articles by the names
        in `confined` hold. Among equal scores the same context, the same article, the higher standing, the more
        articles and then the text decide. Similarity is `rapidfuzz.fuzz.ratio` on text with white space folded,
        rounded down, and at most 99 for a message that is not the very same. Where very many messages are known, one
        that has no word in common with this one may be left out.
        """

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether a sentence of an entry begins so; `beginning` is one of `beginnings`."""

    def containing(self, sentence: str) -> Sequence[Entry]:
        """Find the entries that hold a sentence, and with a sentence that begins like it; whole words count."""


class EntryIndex:
    """A memory that is made of all its entries. Never changes once it is made."""

    def __init__(self, known: Iterable[Entry] = ()) -> None:
        holders: dict[str, list[Entry]] = {}
        for entry in known:
            holders.setdefault(entry.msgid, []).append(entry)
        self._holders = holders
        # Messages by length: similarity has an upper bound in the lengths alone, which halves the work.
        # They are numbered in this order, so that of too many candidates those of a like length are preferred.
        self._folded = sorted(
            ((single_spaced(msgid), msgid) for msgid in holders), key=lambda pair: (len(pair[0]), pair)
        )
        self._lengths = [len(folded) for folded, _ in self._folded]
        self._choices = [folded for folded, _ in self._folded]

    def __len__(self) -> int:
        """Messages it knows a translation of."""
        return len(self._holders)

    def matches(
        self,
        msgid: str,
        minimum: int = 75,
        *,
        article: str = "",
        msgctxt: str | None = None,
        confined: Collection[str] = (),
    ) -> tuple[Match, ...]:
        """Find translations of messages like this one; the order never depends on that of the entries."""
        scores = dict(self._similar(msgid, minimum))
        known = (entry for similar in scores for entry in self._holders[similar])
        return ranked(scores, known, article, msgctxt, confined)

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether a sentence of an entry begins with these words."""
        return beginning in self._beginnings

    def containing(self, sentence: str) -> Sequence[Entry]:
        """Find the entries that hold a sentence."""
        first, wanted = next(iter(beginnings(sentence)), ""), terms(sentence)
        return [
            entry
            for msgid in self._beginnings.get(first, ())
            if sentence in msgid and wanted <= terms(msgid)
            for entry in self._holders[msgid]
        ]

    @cached_property
    def _beginnings(self) -> dict[str, list[str]]:
        """Messages by how their sentences begin; made when the first sentence is asked for."""
        found: dict[str, list[str]] = {}
        for msgid in self._holders:
            for words in frozenset(beginnings(msgid)):
                found.setdefault(words, []).append(msgid)
        return found

    def _similar(self, msgid: str, minimum: int) -> Iterator[tuple[str, int]]:
        if msgid in self._holders:
            yield msgid, 100
        folded = single_spaced(msgid)
        if minimum >= 100 or not folded:
            return
        shortest, longest = lengths_within(len(folded), minimum)
        first = bisect.bisect_left(self._lengths, shortest)
        last = bisect.bisect_right(self._lengths, longest)
        numbers: Sequence[int] = range(first, last)
        if len(numbers) > _ALL:
            near = bisect.bisect_left(self._lengths, len(folded))
            numbers = [at for at in self._words.sharing(folded, CANDIDATES, near) if first <= at < last]
        choices = [self._choices[at] for at in numbers]
        for score, offset in similarities(folded, choices, minimum):
            known = self._folded[numbers[offset]][1]
            if known != msgid:
                yield known, score

    @cached_property
    def _words(self) -> WordIndex:
        """Messages by their words; made when there are too many to compare with all."""
        return WordIndex(self._choices)


def similarities(folded: str, choices: Sequence[str], minimum: int) -> Iterator[tuple[int, int]]:
    """The scores of folded texts next to another one, each with its index; those below the minimum are left out."""
    found = process.extract(folded, choices, scorer=fuzz.ratio, score_cutoff=minimum, limit=None, processor=None)
    return ((min(99, int(similarity)), index) for _, similarity, index in found)


def ranked(
    scores: Mapping[str, int], known: Iterable[Entry], article: str, msgctxt: str | None, confined: Collection[str]
) -> tuple[Match, ...]:
    """Make matches of messages with a score, from all their entries that may be shown; best first."""
    shown: dict[tuple[str, str], list[Entry]] = {}
    for entry in known:
        if entry.msgid in scores and _is_shown(entry, article, confined):
            shown.setdefault((entry.msgid, entry.msgstr), []).append(entry)
    rows = sorted((-scores[key[0]], _rank(holders, article, msgctxt), key) for key, holders in shown.items())
    return tuple(_match(-score, *key, shown[key]) for score, _, key in rows)


def _is_shown(entry: Entry, article: str, confined: Collection[str]) -> bool:
    if entry.private or entry.article in confined:
        return bool(article) and entry.article == article
    return True


def lengths_within(length: int, minimum: int) -> tuple[int, int]:
    """Lengths, both inclusive, that a text must have to be at all so similar: `2·min / (a + b)` bounds the ratio."""
    if not minimum:
        return 0, 1 << 62
    return length * minimum // (200 - minimum), -(-length * (200 - minimum) // minimum)


def _rank(shown: list[Entry], article: str, msgctxt: str | None) -> tuple[bool, bool, int, int]:
    return (
        not any(entry.msgctxt == msgctxt for entry in shown),
        not any(article and entry.article == article for entry in shown),
        -max(entry.standing for entry in shown),
        -len({entry.article for entry in shown}),
    )


def _match(score: int, msgid: str, msgstr: str, shown: list[Entry]) -> Match:
    best = min(shown, key=lambda entry: (-entry.standing, entry.article))
    return Match(msgid, msgstr, score, best.article, best.standing)
