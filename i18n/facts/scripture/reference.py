"""What is a reference to verses of the Bible?"""

from __future__ import annotations

from typing import NamedTuple

from i18n.span import Characters, Span


class Verse(NamedTuple):
    """A verse, or a chapter."""

    chapter: int
    """From 1; 0 in a book of one chapter that is cited by verses alone."""
    verse: str = ""
    """As in `16`, `16a` or `8ff`, in Western digits; empty for the chapter."""


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
        """Tell whether another text refers to the same verses."""
        return self.book == other.book and self.passages == other.passages
