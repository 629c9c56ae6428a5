"""Are there characters in a translation that nobody can see?"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.locales import direction
from i18n.message.invisible import DIRECTION, HIDDEN, closes_directions
from i18n.model import Severity
from i18n.words.letters import BREAKABLE_LETTER, CURSIVE, INDIC

_OVERRIDES = frozenset("\u202d\u202e")
_MARKS = frozenset("\u200e\u200f\u061c")
_BREAKING, _NON_JOINER, _JOINER = "\u200b", "\u200c", "\u200d"
_HEH = "\u0647"
"""Sorani Kurdish writes its vowel as heh and a non-joiner, at the end of words too."""
_CLOSING_MARKS = tuple("`*_)]>")
"""What may end a word in another script, or a number, before a suffix: `sort()` and `**Rust**` have plurals too."""
_LATIN = re.compile(r"\s*[`*_\[]*[A-Za-z]")
"""A text that begins like this runs from left to right, to a browser that is not told otherwise."""
_JOINER_OF_WORDS, _DASHES = "\u2060", "—–-/…"
_FLAG = "\U0001f3f4"


def hidden_characters(pair: Pair) -> Iterator[Remark]:
    """Look for controls and characters without a width that the msgid does not have.

    No finding: the non-joiner between letters of Arabic script and between a foreign word and its suffix, joiners in
    Indic scripts and emoji, the zero-width space of scripts without spaces, variation selectors after what they vary.
    The right-to-left mark before a foreign word that begins a text of that direction, and U+2060 next to a dash.
    Other direction marks in such a text are information.
    """
    text = pair.msgstr
    if text.isascii() and text.isprintable() and "&" not in text:
        return
    yield from _reordering(pair)
    found = {}
    for match in HIDDEN.finditer(text):
        letter = match[0]
        if letter in pair.msgid or letter in found or DIRECTION.match(letter):
            continue
        if letter in _MARKS and direction(pair.locale) == "rtl":
            if match.start() or not _LATIN.match(text, 1):
                found[letter] = Severity.INFO
        elif not _is_needed(text, match.start()):
            found[letter] = Severity.WARNING
    wrong = [letter for letter, severity in found.items() if severity is Severity.WARNING]
    if wrong:
        yield Remark(f"Hidden characters: {_names(wrong)}. Take them out, or type what was meant.")
    if len(wrong) < len(found):
        marks = [letter for letter in found if letter not in wrong]
        yield Remark(f"Direction marks: {_names(marks)}. Right if the line reads well without them too.", Severity.INFO)


def _reordering(pair: Pair) -> Iterator[Remark]:
    """Bidi embeddings, overrides and isolates: a text may read otherwise than its letters stand."""
    letters = DIRECTION.findall(html.unescape(pair.msgstr))
    if not letters or letters == DIRECTION.findall(html.unescape(pair.msgid)):
        return
    names = _names(dict.fromkeys(letters))
    if not closes_directions(html.unescape(pair.msgstr)):
        yield Remark(
            f"Direction is changed and not changed back: {names}. Close each one, or take them out.", Severity.ERROR
        )
    elif not _OVERRIDES.isdisjoint(letters):
        yield Remark(f"Letters are shown in another order than they stand in: {names}. Take these out.", Severity.ERROR)
    elif direction(pair.locale) == "rtl":
        yield Remark(f"Direction controls: {names}, each closed.", Severity.INFO)
    else:
        yield Remark(f"Direction controls: {names}. Take them out, unless the text mixes directions.")


def _is_needed(text: str, at: int) -> bool:
    """Whether the script, or an emoji, wants the character here."""
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if letter == _NON_JOINER:
        joins = CURSIVE.match(before) and (CURSIVE.match(after) or before == _HEH)
        joins = joins or (CURSIVE.match(after) and (before.isalnum() or before in _CLOSING_MARKS))
        return bool(joins or INDIC.match(before))
    if letter == _JOINER_OF_WORDS:
        return before in _DASHES or after in _DASHES
    if letter == _JOINER:
        return bool(INDIC.match(before) or CURSIVE.match(before) or (_is_emoji(before) and _is_emoji(after)))
    if letter == _BREAKING:
        within_a_word = all(other.isascii() and other.isalnum() for other in (before, after))
        return BREAKABLE_LETTER.search(text) is not None and not within_a_word
    if "\ufe00" <= letter <= "\ufe0f":
        return _is_emoji(before) or before in "#*0123456789" or (bool(before) and not before.isspace())
    if letter >= "\U000e0100":
        return unicodedata.category(before or " ") == "Lo"
    if "\U000e0020" <= letter <= "\U000e007f":
        return _FLAG in text[max(0, at - 8) : at]
    if letter == "\u180e" or "\u17b4" <= letter <= "\u17b5":
        return bool(INDIC.match(before))
    return False


def _is_emoji(letter: str) -> bool:
    return bool(letter) and (unicodedata.category(letter) in ("So", "Sk") or letter == "\ufe0f" or letter in "♂♀")


def _names(letters: list[str] | dict[str, None]) -> str:
    names = (f"U+{ord(letter):04X} {unicodedata.name(letter, 'control').lower()}" for letter in letters)
    return ", ".join(names)
