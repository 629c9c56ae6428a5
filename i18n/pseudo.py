"""How do words look in a language that nobody speaks? Accented and longer, or mirrored: for testing layouts."""

from __future__ import annotations

import re

ACCENTED = "en-XA"
"""Accents on every letter, and longer by about two fifths: what stays plain is not translatable."""
MIRRORED = "ar-XB"
"""Every word reads from right to left: what stays is not translatable, what breaks is the layout."""
PSEUDO_LOCALES = (ACCENTED, MIRRORED)

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WITH_ACCENTS = "áƀçðéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁßÇÐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _WITH_ACCENTS)
_FILLER = ("lorem", "ipsum", "dolor", "sit", "amet")
_RIGHT_TO_LEFT, _POP = "\u202e", "\u202c"
_WORD = re.compile(r"[^\W\d_]+")


def accented(text: str) -> str:
    """Put an accent on every letter of the Latin alphabet."""
    return text.translate(_ACCENTS)


def mirrored(text: str) -> str:
    """Let every word read from right to left."""
    return _WORD.sub(lambda match: f"{_RIGHT_TO_LEFT}{match[0]}{_POP}", text)


_LETTERS = {
    "Arab": "ابكديفجهيجكلمنوبقرستوفوخيز",
    "Hebr": "אבקדיפגהיזכלמנופקרסתוושחיז",
}
"""Letters of scripts that are written from right to left, in the order of the Latin alphabet."""
_IN_LETTERS = {script: str.maketrans(_PLAIN, letters * 2) for script, letters in _LETTERS.items()}


def in_letters(text: str, script: str) -> str:
    """Write every Latin letter as one of another script (ISO 15924); mirror words where none is known."""
    return text.translate(_IN_LETTERS[script]) if script in _IN_LETTERS else mirrored(text)


def filler(text: str) -> str:
    """Accented words that make a text longer by about two fifths; none for a text of one or two words."""
    return accented(padding(text))


def padding(text: str) -> str:
    """The same words without accents."""
    words = len(_WORD.findall(text)) * 2 // 5
    return " ".join(_FILLER[at % len(_FILLER)] for at in range(words))
