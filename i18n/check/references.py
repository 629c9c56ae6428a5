"""Does a translation refer to the verses that its source refers to?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.locales import language
from i18n.numbers.digits import DIGIT, western

if TYPE_CHECKING:
    from i18n.facts.scripture import Reference

_COUNTED_OTHERWISE = frozenset({"PSA", "JOL", "MAL", "3JN", "DAN", "ESG", "2CO"})
"""Books in which traditions number chapters or verses otherwise: a translator may follow the readers' Bible."""

_TITLE = 2
"""Verses that a title counts for."""


def verses(pair: Pair) -> Iterator[Remark]:
    """Compare references: another book, other verses, and what is left in the writing of the source's language.

    Only what both languages' tables of books know is compared: an abbreviation that they lack is no fault.
    """
    wanted = pair.source.asked(_references, pair.source_locale)
    if not wanted:
        return
    there = list(pair.target.asked(_references, pair.locale))
    for one in wanted:
        same = next((other for other in there if _same(one, other)), None)
        if same is not None:
            there.remove(same)
        else:
            yield from _remark(one, there, pair)


def _references(text: str, locale: str) -> tuple[Reference, ...]:
    if DIGIT.search(text) is None:
        return ()
    from i18n.facts.scripture import references  # only where there are numbers

    return tuple(references(text, locale))


def without_verses(pair: Pair) -> tuple[str, str]:
    """The words of both texts without the references, where they have as many: `verses` compares those."""
    source, target = pair.source.prose, pair.target.prose
    ours = pair.source.asked(_references, pair.source_locale)
    theirs = pair.target.asked(_references, pair.locale) if ours else ()
    return (_blanked(source, ours), _blanked(target, theirs)) if len(ours) == len(theirs) else (source, target)


def _blanked(text: str, found: Sequence[Reference]) -> str:
    starts = (0, *(one.span.end for one in found))
    ends = (*(one.span.start for one in found), len(text))
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _same(one: Reference, other: Reference) -> bool:
    return one.same(other) or (one.book == other.book and one.book in _COUNTED_OTHERWISE and _near(one, other))


def _near(one: Reference, other: Reference) -> bool:
    """Whether two countings of a book may make the difference: a chapter more or less, a title that is verse 1 or 2."""
    (first, _), (second, _) = one.passages[0], other.passages[0]
    if abs(first.chapter - second.chapter) > 1 or bool(first.verse) != bool(second.verse):
        return False
    return abs(_number(first.verse) - _number(second.verse)) <= _TITLE


def _number(verse: str) -> int:
    return int(verse.rstrip("abcf") or 0)


def _remark(one: Reference, there: list[Reference], pair: Pair) -> Iterator[Remark]:
    from i18n.facts.scripture import written

    said = one.span.of(pair.source.prose)
    right = written(one, pair.locale, pair.tradition)
    instead = f" Write {quoted([right])}." if right else ""
    text = pair.target.prose
    books = [other for other in there if other.passages == one.passages]
    others = [other for other in there if other.book == one.book]
    if books or others:
        other = (books or others)[0]
        what = "Another book" if books else "Other verses"
        yield Remark(f"{what}: {quoted([other.span.of(text)])} stands for {quoted([said])}.{instead}")
    elif right and language(pair.locale) != language(pair.source_locale) and _left(one, pair):
        yield Remark(f"{quoted([said])} is left as the source writes it.{instead}")
    elif right and not _numbers(one) <= _digits(western(text)):
        yield Remark(f"The reference {quoted([said])} is missing.{instead}")


def _left(one: Reference, pair: Pair) -> bool:
    """Whether the source's own writing stands in the translation, and is not also that of its language."""
    said = one.span.of(pair.source.prose)
    return said in pair.target.prose


def _numbers(one: Reference) -> set[str]:
    first = one.passages[0].first
    return {str(_number(first.verse) or first.chapter)}


def _digits(text: str) -> set[str]:
    return set("".join(letter if letter.isdigit() else " " for letter in text).split())
