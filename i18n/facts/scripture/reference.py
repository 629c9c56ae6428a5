"""What is a reference to verses of the Bible?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from i18n.span import Characters, Span


class Verse(NamedTuple):
    """A verse, or a chapter."""

    chapter: int
    """From 1; 0 in a book of one chapter that is cited by verses alone."""
    verse: str = ""
    """As in `16`, `16a`, `16f` with the next one, `8ff` with all that follow, in Western digits; empty: the chapter."""


class Passage(NamedTuple):
    """Verses in a row."""

    first: Verse
    last: Verse | None = None
    """Included; None: the first one alone."""


class Reference(NamedTuple):
    """Passages of one book, as a text names them."""

    span: Span[Characters]
    """Where it stands."""
    book: str
    """USFM code: `JHN`."""
    passages: tuple[Passage, ...]
    """At least one."""
    dash: str = "–"
    """What stands between the first and the last verse."""
    short: bool = False
    """The book is abbreviated."""

    def same(self, other: Reference) -> bool:
        """Tell whether another text refers to the same verses: `16, 17` is `16–17` and `16f`, `Jude 1:5` `Jude 5`."""
        return self.book == other.book and list(_rows(self.passages)) == list(_rows(other.passages))


def _rows(passages: tuple[Passage, ...]) -> Iterator[tuple[Verse, Verse]]:
    """The first and the last verse of each row; what follows a row closely continues it."""
    row: tuple[Verse, Verse] | None = None
    for first, last in map(_ends, passages):
        if row and row[1].chapter == first.chapter and row[1].verse.isdigit() and _is_next(row[1].verse, first.verse):
            row = row[0], last
            continue
        if row:
            yield row
        row = first, last
    if row:
        yield row


def _ends(passage: Passage) -> tuple[Verse, Verse]:
    first = passage.first._replace(chapter=passage.first.chapter or 1)
    last = passage.last or first
    if passage.last is None and first.verse[-1:] == "f" and first.verse[-2:] != "ff":
        first = first._replace(verse=first.verse[:-1])
        last = first._replace(verse=str(int(first.verse) + 1))
    return first, last._replace(chapter=last.chapter or 1)


def _is_next(verse: str, other: str) -> bool:
    return other.isdigit() and int(verse) + 1 == int(other)
