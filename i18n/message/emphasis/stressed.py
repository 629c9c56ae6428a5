"""Which words of a message are emphasised? Told at a glance, for what may be wrong now and then."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LETTER_OF_CODE = 0xE000
"""Letters for private use stand for code meanwhile."""
_STRESSED = re.compile(
    r"(?<![\\A-Za-z0-9*_])(\*\*|__|\*|_)(?=[^\s*_])((?:[^*_\n]|(?<=\w)_(?=\w))+)(?<=\S)\1(?![*_])"
    r"|<(?:em|strong|i|b)>([^<\n]+)</\w+>"
)
_ADDRESS = re.compile(r"\]\([^)\s]*\)|<(?!/?(?:em|strong|i|b)>)[^<>]*>")
_PARTS = 64
"""Spans of code from which on a message is not looked at."""


@dataclass(frozen=True, slots=True)
class Stressed:
    """The emphasised texts of a message, in order, and what is left of it, without targets of links."""

    texts: tuple[str, ...] = ()
    rest: str = ""


def stressed(message: str) -> Stressed:
    """Find what is emphasised, innermost marks alone."""
    codes: list[str] = []

    def letter(found: re.Match[str]) -> str:
        codes.append(found[0])
        return chr(_LETTER_OF_CODE + len(codes) - 1)

    text = _ADDRESS.sub(" ", _CODE.sub(letter, message) if "`" in message else message)
    if len(codes) > _PARTS:
        return Stressed(rest=message)

    def spelled(text: str) -> str:
        for at, code in enumerate(codes):
            text = text.replace(chr(_LETTER_OF_CODE + at), code)
        return text

    texts = tuple(spelled(found[2] or found[3]) for found in _STRESSED.finditer(text))
    return Stressed(texts, spelled(_STRESSED.sub(" ", text)))
