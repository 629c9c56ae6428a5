"""Is a translation really one?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.catalog.coverage import is_unchanged
from i18n.check.rule import Pair, Remark


def unchanged(pair: Pair) -> Iterator[Remark]:
    """Find a msgstr that is its msgid, where that cannot be a translation: the units that count as untranslated."""
    if is_unchanged(pair.unit):
        yield Remark(
            "The translation is the source text. Translate it, or say with the comment"
            " “i18n-ignore: unchanged” that it stays as it is."
        )


def empty_fuzzy(pair: Pair) -> Iterator[Remark]:
    """Find a unit that is marked fuzzy and has no text: there is nothing to look over."""
    if pair.unit.fuzzy and not pair.msgstr:
        yield Remark("Marked fuzzy without a translation. Translate it, or take the mark away.")
