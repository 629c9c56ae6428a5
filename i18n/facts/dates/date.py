"""What is a day, a month of a year, or the days from one to another, as a text names them?"""

from __future__ import annotations

from typing import NamedTuple

from i18n.span import Characters, Span

BETWEEN = "between"


class Date(NamedTuple):
    """A day or a month of a year, as a text names it."""

    span: Span[Characters]
    """Where it stands, with the preposition."""
    year: int
    """0 if it is not named."""
    month: int
    """1-12."""
    day: int
    """1-31; 0 for a month."""
    weekday: int = -1
    """From Monday as 0; -1 if it is not named."""
    lead: str = ""
    """`on`, `in`, `from` or `to`, in English."""
    capital: bool = False
    """It begins a sentence, with the preposition if it has one."""
    inside: bool = False
    """Words of a sentence stand before it, or go on behind it."""

    def without_lead(self) -> Date:
        """The date alone, whose preposition stays what the sentence makes of it."""
        if not self.lead:
            return self
        start = self.span.start + len(self.lead) + 1
        return self._replace(span=Span(start, self.span.end), lead="", capital=False, inside=self.lead == BETWEEN)

    def same(self, other: object) -> bool:
        """Tell whether another text names the same day or month."""
        return isinstance(other, Date) and self[1:4] == other[1:4]


class Days(NamedTuple):
    """All days from one to another: `May 3–7, 2027`, `between May 3 and June 7`."""

    span: Span[Characters]
    """Where they stand, with the prepositions."""
    first: Date
    last: Date
    """Included; its span is a number alone where the month is named once."""
    lead: str = ""
    """`from` where words say so, `between`; empty for a dash alone."""
    capital: bool = False
    """They begin a sentence."""

    @property
    def are_apart(self) -> bool:
        """Tell whether each day is named with its month."""
        return self.first.span.end <= self.last.span.start

    def without_lead(self) -> Days:
        """The days alone, joined by a dash."""
        span = Span(self.first.without_lead().span.start, self.span.end)
        return Days(span, self.first.without_lead(), self.last.without_lead())

    def same(self, other: object) -> bool:
        """Tell whether another text names the same days."""
        return isinstance(other, Days) and _ends(self) == _ends(other)


def _ends(days: Days) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Year, month and day of both; a year that is named once is that of both."""
    first, last = days.first, days.last
    return (first.year or last.year, first.month, first.day), (last.year or first.year, last.month, last.day)
