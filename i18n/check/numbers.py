"""Does a translation have the numbers of its source?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import difference
from i18n.message.placeholders import without
from i18n.numbers import compare, digits


def numbers(pair: Pair) -> Iterator[Remark]:
    """Compare the numbers of both texts; digits in placeholders do not count."""
    source, target = pair.source.prose, pair.target.prose
    if source == target or (digits.DIGIT.search(source) is None and digits.DIGIT.search(target) is None):
        return
    found = compare(without(source), without(target), pair.source_locale, pair.locale)
    if found.missing or found.added:
        yield Remark(f"Numbers differ: {difference(found.missing, found.added)}. Compare them with the source.")
