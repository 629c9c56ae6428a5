"""How far is a catalog? Messages and words by state."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Literal

from i18n import words
from i18n.catalog.origin import is_reviewed, is_untouched_draft, waivers
from i18n.message.unparsed import prose
from i18n.model import Coverage, Key, Unit

_PATH = re.compile(r"(?<![\w/:])[\w.~@*-]*(?:/[\w.~@*-]+){2,}/?|(?<![\w/:])[\w.~@*-]+/[\w~@*-]+\.\w+")
_LABEL = re.compile(r"[*_]{0,3}\[([^\[\]]+)\](?:\([^()\s]*\)|\[[^\[\]]*\])[*_]{0,3}[.:]?")
_TARGET = re.compile(r"\]\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
State = Literal["untranslated", "draft", "fuzzy", "outdated", "refused", "translated"]
"""What is left to do with a message; nothing with the last."""
_COUNTED = {"draft": "drafts"}
_PROSE = 4
"""From this number of words on, a text that is the same in two languages has not been translated."""


def coverage(
    units: Iterable[Unit],
    count: Callable[[str], int] = words.count,
    refused: Collection[Key] = (),
    shown: Collection[Key] = (),
) -> Coverage:
    """Count units by state, obsolete ones left out; words are those of the msgid, as `count` says.

    A msgstr equal to its msgid is no translation of prose of four words or more, unless the unit waives `unchanged`.
    `refused` and `shown`: messages whose text the page refuses, and those whose text it shows.
    """
    counts = {field.name: 0 for field in dataclasses.fields(Coverage)}
    for unit in units:
        if unit.obsolete:
            continue
        length = count(unit.msgid)
        counts["messages"] += 1
        counts["words"] += length
        for state in _states(unit, refused, shown):
            counts[state] += 1
            counts[f"words_{state}"] += length
    return Coverage(**counts)


def _states(unit: Unit, refused: Collection[Key], shown: Collection[Key]) -> Iterator[str]:
    """The counts of `Coverage` in which a unit is."""
    now = state(unit, refused)
    if now == "untranslated":
        return
    if unit.key in shown:
        yield "shown"
    if now == "outdated":
        yield "fuzzy"
    yield _COUNTED.get(now, now)
    if now == "translated" and is_reviewed(unit):
        yield "reviewed"


def state(unit: Unit, refused: Collection[Key] = ()) -> State:
    """Tell what state a unit is in, as `Coverage` counts them; `outdated` are those fuzzy whose source changed."""
    if not has_text(unit) or is_unchanged(unit):
        return "untranslated"
    if not unit.fuzzy:
        return "refused" if unit.key in refused else "translated"
    if is_untouched_draft(unit):
        return "draft"
    return "fuzzy" if unit.previous_msgid is None else "outdated"


def has_text(unit: Unit) -> bool:
    """Whether every form of the message has a msgstr."""
    return all(unit.msgstr_plural) if unit.msgstr_plural else bool(unit.msgstr)


def is_unchanged(unit: Unit) -> bool:
    """Whether the msgstr repeats prose of the msgid, so that it cannot be a translation of it, and no waiver allows it.

    Numbers, code, targets of links, tags, paths and placeholders are no prose, and neither are names: a link with
    nothing round it whose label is in title case, abbreviations in capitals, and what has as many numbers as words.
    """
    return (
        unit.msgstr == unit.msgid
        and words.count(unit.msgid) >= _PROSE
        and words.count(prose(_PATH.sub(" ", unit.msgid))) >= _PROSE
        and not _is_name(unit.msgid)
        and "unchanged" not in waivers(unit)
    )


def _is_name(text: str) -> bool:
    label = _LABEL.fullmatch(text)
    said = _WORD.findall(label[1]) if label else []
    if said and said[0][0].isupper() and all(word[0].isupper() or len(word) < _PROSE for word in said):
        return True
    said = _WORD.findall(prose(text))
    if said and not any(map(str.islower, said)) and 2 * sum(map(str.isupper, said)) >= len(said):
        return not text.isupper()  # Wi-Fi, USB; but not a warning in capitals
    numbers = sum(1 for word in _TARGET.sub(" ", text).split() if any(map(str.isdigit, word)))
    return numbers >= words.count(prose(text))
