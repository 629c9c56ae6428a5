"""Does a translation give the numbers, quantities and dates of its source?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check import figures
from i18n.check.references import without_verses
from i18n.check.rule import Pair, Remark
from i18n.check.wording import difference
from i18n.message.placeholders import without
from i18n.numbers import Given, compare, measures


def numbers(pair: Pair) -> Iterator[Remark]:
    """Compare the numbers of both texts, with their units, signs and months; digits in placeholders do not count."""
    ours, theirs = pair.source.asked(_given, pair.source_locale), pair.target.asked(_given, pair.locale)
    if not (ours.has_numbers or theirs.has_numbers):
        return
    misread = tuple(figures.misread(pair))
    yield from misread
    if misread or pair.source.prose == pair.target.prose:
        return
    found = compare(ours, theirs)
    if found.missing or found.added:
        source, target = without_verses(pair)
        ours, theirs = _given(source, pair.source_locale), _given(target, pair.locale)
        found = compare(ours, theirs)
    if found.missing or found.added:
        yield Remark(f"Numbers differ: {difference(found.missing, found.added)}. Compare them with the source.")
    elif len(ours.dated) > 1:
        yield from _dates(ours, theirs)
    for said in measures.differences(ours, theirs):
        yield Remark(said)


def _given(text: str, locale: str) -> Given:
    return Given(without(text), locale)


def _dates(ours: Given, theirs: Given) -> Iterator[Remark]:
    """Compare dates whose numbers are all there: days or years may stand with each other's months."""
    from i18n.facts.dates import dates, exchanged  # only where there are two

    wanted, there = tuple(dates(ours.text, ours.locale)), tuple(dates(theirs.text, theirs.locale))
    missing, added = exchanged(wanted, there)
    if missing:
        texts = ((date.span.of(text) for date in of) for of, text in ((missing, ours.text), (added, theirs.text)))
        yield Remark(f"Dates differ: {difference(*texts)}. Compare them with the source.")
