"""Which facts does a text state?"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from i18n.facts import amounts, dates, times
from i18n.facts.amounts import Amount
from i18n.facts.dates import Date, Days
from i18n.facts.scripture import Reference, references
from i18n.facts.scripture import written as reference_written
from i18n.facts.times import Time
from i18n.numbers.digits import DIGIT
from i18n.numbers.figures import figures
from i18n.span import overlaps

Fact: TypeAlias = Reference | Date | Days | Time | Amount
_KINDS: tuple[Callable[[str, str], Iterator[Fact]], ...] = (references, dates.dates, times.times)
"""What finds each kind but amounts, which come last; what an earlier one took is no fact of a later one."""


def facts(text: str, tag: str, *, whole: bool = False) -> tuple[Fact, ...]:
    """References, dates, times and amounts in a text of a canonical tag, in order; none lies within another one.

    `whole`: the text is all that its message says, so that numbers without words are amounts.
    """
    return _found(text, tag, whole=whole) if DIGIT.search(text) is not None else ()


@functools.lru_cache(maxsize=2048)
def _found(text: str, tag: str, *, whole: bool) -> tuple[Fact, ...]:
    """Found once in a text for all the languages of its article, and all the attempts at a draft."""
    found: list[Fact] = []
    counted: Callable[[str, str], Iterator[Fact]] = functools.partial(amounts.amounts, whole=whole)
    for kind in (*_KINDS, counted):
        taken = [fact.span for fact in found]
        if new := [fact for fact in kind(text, tag) if not overlaps(taken, fact.span)]:
            found = sorted([*found, *new], key=lambda fact: fact.span)
    return tuple(found)


def written(fact: Fact, tag: str, traditions: Mapping[str, str]) -> str:
    """A fact in the writing of a canonical tag; empty where a person must write it.

    `traditions`: by locale, the one in which it refers to scripture.
    """
    match fact:
        case Reference():
            return reference_written(fact, tag, traditions.get(tag, ""))
        case Date():
            return dates.written(fact, tag)
        case Days():
            return dates.days_written(fact, tag)
        case Time():
            return times.written(fact, tag)
        case Amount():
            return amounts.written(fact, tag)


def is_written_alike(text: str, source: str, target: str) -> bool:
    """Tell whether another language writes each fact of a text as the text does, and no other number is one of it."""
    found = facts(text, source, whole=True)
    if any(written(fact, target, {}) != fact.span.of(text) for fact in found):
        return False
    known = [fact.span for fact in found]
    return all(overlaps(known, figure) for figure in figures(text))
