"""Do the dates of a translation name the months of its source, in words or in numbers?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from i18n.locales.quantities import months
from i18n.numbers.digits import western

_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})[ \u00a0]?[월月](?!曜)")
_WORD = re.compile(r"[^\W\d_]+")
ORDINAL = "st|nd|rd|th|er|º|ª"
"""What stands close to the number of a day."""
_DAY = rf"\d{{1,4}}(?:{ORDINAL}|\.)?(?![\d.,:]*\d)"


class Month(NamedTuple):
    """A month as a text names it."""

    number: int
    text: str
    """As written."""
    digits: tuple[int, int]
    """Where its number stands in the text; empty where it is a word."""


class Dates(NamedTuple):
    """The months of two texts, as far as they can be compared."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    target: str
    """The translation without the numbers of months that its source has."""


def compare(wanted: Sequence[Month], source: str, target: str, source_locale: str, target_locale: str) -> Dates:
    """Pair the months next to days or years; one that has no partner is named where the other text has one too.

    `wanted` are those of the source, as `dated` finds them.
    """
    if not wanted:
        return Dates((), (), target)
    wanted, there = list(wanted), list(dated(target, target_locale))
    paired = _paired(wanted, there)
    _paired(wanted, list(_said(target, target_locale)))
    _paired(list(_said(source, source_locale)), there)
    target = _blanked(target, (month.digits for month in paired))
    if not wanted or not there:
        return Dates((), (), target)
    return Dates(tuple(month.text for month in wanted), tuple(month.text for month in there), target)


def _paired(wanted: list[Month], there: list[Month]) -> list[Month]:
    """Take out of both what has the same number; gives those of the second."""
    open_: dict[int, list[Month]] = {}
    for month in reversed(there):
        open_.setdefault(month.number, []).append(month)
    found, left = [], []
    for month in wanted:
        same = open_.get(month.number)
        if same:
            found.append(same.pop())
        else:
            left.append(month)
    wanted[:] = left
    there[:] = [month for months_ in open_.values() for month in reversed(months_)]
    return found


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def dated(text: str, locale: str) -> Iterator[Month]:
    """Months next to a number."""
    for match in _NUMBERED.finditer(text) if "월" in text or "月" in text else ():
        if 1 <= (number := int(western(match[1]))) <= 12:  # months of a year
            yield Month(number, match[0], match.span(1))
    pattern = _patterns(locale)[0]
    if pattern is not None and not _beginnings(locale).isdisjoint(_WORD.findall(text.casefold())):
        yield from _named(pattern, text, locale)


def _said(text: str, locale: str) -> Iterator[Month]:
    """Months in words, dated or not."""
    pattern = _patterns(locale)[1]
    yield from _named(pattern, text, locale) if pattern else ()


def _named(pattern: re.Pattern[str], text: str, locale: str) -> Iterator[Month]:
    for match in pattern.finditer(text):
        name = next(filter(None, match.groups()))
        yield Month(months(locale)[name.casefold()], name, (0, 0))


@functools.cache
def _beginnings(locale: str) -> frozenset[str]:
    """The first word of each name: a text without any of them names no month."""
    return frozenset(found[0] for name in months(locale) if (found := _WORD.search(name)))


@functools.cache
def _patterns(locale: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    if not months(locale):
        return None, None
    names = "|".join(map(re.escape, sorted(months(locale), key=len, reverse=True)))
    name = rf"(?<!\w)({names})(?!\w)\.?"
    gap = r"[ \u00a0]+(?:(?:de|of|do|del|d[’'])[ \u00a0]*)?"
    dated = rf"{name},?[ \u00a0]+(?:de[l]?[ \u00a0])?{_DAY}|(?<![\w.,:]){_DAY}{gap}{name}"
    return re.compile(dated, re.IGNORECASE), re.compile(name, re.IGNORECASE)
