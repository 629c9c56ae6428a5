"""Which messages stand on a page, and where does each begin and end?"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from i18n.extract.source import Source
from i18n.locales import direction
from i18n.model import Key, Place, Segment
from i18n.span import ArticleBytes, Span

_IN_TEXT = frozenset((Place.PARAGRAPH, Place.HEADING, Place.CELL, Place.HTML, Place.CODE))


class Mark(NamedTuple):
    """A message of the article that is rendered."""

    segment: Segment
    uid: str
    """What its element is found by: no white space in it."""
    locale: str = ""
    """BCP 47, where its text is in another language than the page."""


def uid(key: Key) -> str:
    """What the element of a message is found by: the same for equal messages, wherever they stand."""
    context, msgid = key
    return hashlib.sha256(f"{context or ''}\0{msgid}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def marks(source: Source, locale: Callable[[Segment], str] = lambda _: "") -> tuple[Mark, ...]:
    """The messages of an article, each with the language of its text where the page is in another."""
    return tuple(Mark(each, uid(each.key), locale(each)) for each in source.extraction.segments)


def attributes(found: Iterable[Mark], page_direction: str) -> Iterator[tuple[str, str]]:
    """The attributes of the element in which messages stand."""
    several = tuple(found)
    if not several:
        return
    yield "data-uid", " ".join(each.uid for each in several)
    locale = several[0].locale
    if locale:
        yield from language(locale, page_direction)


def language(locale: str, page_direction: str) -> Iterator[tuple[str, str]]:
    """The attributes of an element whose text is in another language than the page."""
    yield "lang", locale
    yield "xml:lang", locale
    if direction(locale) != page_direction:
        yield "dir", direction(locale)


class Waiting:
    """The messages that have no element yet."""

    def __init__(self, found: Iterable[Mark]) -> None:
        self._marks = sorted(found, key=lambda mark: mark.segment.span)
        self._starts = [mark.segment.span.start for mark in self._marks]
        self._gone = [False] * len(self._marks)
        self._first = 0
        """None before it waits."""

    def within(self, span: Span[ArticleBytes]) -> list[Mark]:
        """Those that begin in a span, its end included, and end there."""
        return [self._marks[at] for at in self._range(span) if not self._gone[at] and _lies(self._marks[at], span)]

    def texts(self, span: Span[ArticleBytes]) -> list[Mark]:
        """Those within a span that are texts of their own, not values in something else."""
        found = [each for each in self.within(span) if each.segment.place in _IN_TEXT]
        return [each for each in found if each.segment.span.start < each.segment.span.end]

    def still(self, found: Iterable[Mark]) -> tuple[Mark, ...]:
        """Those of some that have none yet."""
        return tuple(mark for mark in found if any(not self._gone[at] for at in self._places(mark)))

    def take(self, mark: Mark) -> None:
        """Give a message its element."""
        for at in self._places(mark):
            self._gone[at] = True

    def _places(self, mark: Mark) -> list[int]:
        return [at for at in self._range(mark.segment.span) if self._marks[at] is mark]

    def before(self, position: int) -> list[Mark]:
        """Those that end at a position or before it."""
        while self._first < len(self._gone) and self._gone[self._first]:
            self._first += 1
        last = bisect.bisect_right(self._starts, position)
        found = (at for at in range(self._first, last) if not self._gone[at])
        return [self._marks[at] for at in found if self._marks[at].segment.span.end <= position]

    def _range(self, span: Span[ArticleBytes]) -> range:
        return range(bisect.bisect_left(self._starts, span.start), bisect.bisect_right(self._starts, span.end))


def _lies(mark: Mark, span: Span[ArticleBytes]) -> bool:
    start, end = mark.segment.span
    return span.start <= start and end <= span.end
