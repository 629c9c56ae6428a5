"""Which tokens is a JavaScript or TypeScript file made of?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Token(NamedTuple):
    """A word, text or mark."""

    kind: str
    """`text`, `name`, `digits` or `mark`."""
    text: str
    first: bool
    """A line end stands before it."""


_PIECE = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<name>[^\W\d][\w$]*|\$[\w$]*)
    |(?P<digits>\d[\w.]*)
    |(?P<mark>=>|\.\.\.|\?\.|.)""",
    re.VERBOSE | re.DOTALL,
)
_EXPRESSION = re.compile(r"/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
"""A regular expression of JavaScript."""
_OPENING = {"(": ")", "[": "]", "{": "}"}
_BEFORE_VALUES = frozenset("return typeof case in of do else await default".split())


def tokens(text: str) -> list[Token]:
    """Take a file apart; blanks and comments are left out."""
    found: list[Token] = []
    at, first = 0, True
    while at < len(text):
        start = at
        if text[at] == "`":
            token, at = _template(text, at)
        elif text[at] == "/" and not _ends_a_value(found) and (match := _EXPRESSION.match(text, at)):
            token, at = Token("mark", "/", first=False), match.end()
        else:
            match = _PIECE.match(text, at)
            assert match is not None  # it matches any character
            token, at = Token(str(match.lastgroup), match[0], first=False), match.end()
        if token.kind == "blank":
            first |= "\n" in text[start:at]
            continue
        found.append(token._replace(first=first))
        first = False
    return found


def _ends_a_value(found: Sequence[Token]) -> bool:
    if not found:
        return False
    last = found[-1]
    return last.text in (")", "]") or (last.kind in ("text", "name", "digits") and last.text not in _BEFORE_VALUES)


def _template(text: str, at: int) -> tuple[Token, int]:
    """Read a text between backticks; with something put in it is no text that is written out."""
    start, depth, whole = at, 0, True
    at += 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "`" and not depth:
            break
        elif text.startswith("${", at):
            depth, whole = depth + 1, False
        elif depth and text[at] in "{}":
            depth += 1 if text[at] == "{" and text[at - 1] != "$" else -1 if text[at] == "}" else 0
        at += 1
    return Token("text" if whole else "mark", text[start : at + 1], first=False), at + 1


def pairs(found: Sequence[Token]) -> dict[int, int]:
    """Say where each bracket is closed, by its number; one that is not closed has none."""
    closing: dict[int, int] = {}
    open_ones: list[int] = []
    for at, token in enumerate(found):
        if token.kind != "mark":
            continue
        if token.text in _OPENING:
            open_ones.append(at)
        elif token.text in _OPENING.values():
            while open_ones and _OPENING[found[open_ones[-1]].text] != token.text:
                open_ones.pop()
            if open_ones:
                closing[open_ones.pop()] = at
    return closing
