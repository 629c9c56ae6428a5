"""How far is a catalog? Messages and words by state."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from i18n import words
from i18n.catalog.origin import is_reviewed, is_untouched_draft, waivers
from i18n.message.unparsed import prose
from i18n.model import Coverage, Unit

_PROSE = 4
"""From this number of words on, a text that is the same in two languages has not been translated."""


def coverage(units: Iterable[Unit], count: Callable[[str], int] = words.count) -> Coverage:
    """Count units by state, obsolete ones left out; words are those of the msgid, as `count` says.

    A msgstr equal to its msgid is no translation of prose of four words or more, unless the unit waives `unchanged`.
    """
    messages = translated = drafts = fuzzy = reviewed = 0
    all_words = words_translated = words_drafts = words_fuzzy = words_reviewed = 0
    for unit in units:
        if unit.obsolete:
            continue
        length = count(unit.msgid)
        messages += 1
        all_words += length
        if not has_text(unit) or is_unchanged(unit):
            continue
        if not unit.fuzzy:
            translated += 1
            words_translated += length
            if is_reviewed(unit):
                reviewed += 1
                words_reviewed += length
        elif is_untouched_draft(unit):
            drafts += 1
            words_drafts += length
        else:
            fuzzy += 1
            words_fuzzy += length
    return Coverage(
        messages, translated, drafts, fuzzy, reviewed,
        all_words, words_translated, words_drafts, words_fuzzy, words_reviewed,
    )  # fmt: skip


def has_text(unit: Unit) -> bool:
    """Whether every form of the message has a msgstr."""
    return all(unit.msgstr_plural) if unit.msgstr_plural else bool(unit.msgstr)


def is_unchanged(unit: Unit) -> bool:
    """Whether the msgstr repeats prose of the msgid, so that it cannot be a translation of it, and no waiver allows it.

    Numbers, code, targets of links, tags and placeholders are no prose.
    """
    return (
        unit.msgstr == unit.msgid
        and words.count(unit.msgid) >= _PROSE
        and words.count(prose(unit.msgid)) >= _PROSE
        and "unchanged" not in waivers(unit)
    )
