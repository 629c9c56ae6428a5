"""Which characters does nobody see, and which of them change the order of the letters around them?"""

from __future__ import annotations

import re

import regex

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
"""Controls, and characters without a width; scripts and emoji need some of them."""
UNTYPED = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufff9-\uffff]")
"""What nobody types: controls (the tab too), halves of surrogate pairs, private use, separators, U+FFFD."""
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Bidi embeddings, overrides and isolates, and what ends them."""
_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")


def closes_directions(text: str) -> bool:
    """Whether every line ends the changes of direction that it begins, as each is a line of its own on the page."""
    for line in text.split("\n"):
        expected: list[str] = []
        for letter in DIRECTION.findall(line):
            if letter in _ENDS:
                expected.append(_ENDS[letter])
            elif not expected or expected.pop() != letter:
                return False
        if expected:
            return False
    return True
