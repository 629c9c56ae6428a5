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


def filler(text: str) -> str:
    """Accented words that make a text longer by about two fifths; none for a text of one or two words."""
    words = len(_WORD.findall(text)) * 2 // 5
    return " ".join(accented(_FILLER[at % len(_FILLER)]) for at in range(words))
