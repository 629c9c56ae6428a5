"""Which dates of two texts have exchanged a day, a month or a year?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from i18n.facts.dates.date import Date, Days

_PARTS = ("year", "month", "day")
_MOST = 100
"""Dates of a message that are compared."""


def exchanged(wanted: Iterable[Date | Days], there: Iterable[Date | Days]) -> tuple[list[Date], list[Date]]:
    """Dates that have exchanged a day, a month or a year: those of the first text, and what they became.

    Both texts have the same days, months and years; where they differ, halves of ranges may be what is read. A year
    that one text leaves out says nothing.
    """
    left = list(_each(there))
    missing = []
    for date in list(_each(wanted))[:_MOST]:
        same = next((other for other in left if _agree(date, other)), None)
        if same is None:
            missing.append(date)
        else:
            left.remove(same)
    parts = (([getattr(date, part) for date in missing], [getattr(date, part) for date in left]) for part in _PARTS)
    return (missing, left) if all(sorted(ours) == sorted(theirs) for ours, theirs in parts) else ([], [])


def _each(dates: Iterable[Date | Days]) -> Iterator[Date]:
    for one in dates:
        yield from (one.first, one.last) if isinstance(one, Days) else (one,)


def _agree(one: Date, other: Date) -> bool:
    years = {one.year, other.year} - {0}
    return (one.month, one.day) == (other.month, other.day) and len(years) <= 1
