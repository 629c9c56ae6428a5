"""Where do spaces belong around the marks in an answer?"""

from __future__ import annotations

import regex

from i18n.message.packed import ANY, CLOSE, HOLD, OPEN
from i18n.message.scripts import JOINING, PARTED

_OUT_OF_OPEN = regex.compile(rf"({OPEN}+)(\s+)")
_OUT_OF_CLOSE = regex.compile(rf"(\s+)({CLOSE}+)")
_JOINS = "'’-"
"""Characters that join an ending or another word to a name: `Ana’s`, `Ana-led`."""
_SPACES = regex.compile(r" {2,}")
_CLOSE_BY = rf"[\w.,;:!?…”’»)]|{CLOSE}"
_BEFORE_END = regex.compile(r" +([.,)\]…])(?!\w)")
_AFTER_START = regex.compile(rf"([(\[“‘¿¡]) +(?={ANY}|\w)")


def spaced(answer: str, source: str) -> str:
    """Correct the spaces of a packed answer by those of the packed source.

    No space just inside a pair; no space before a footnote mark that had none; spaces around a placeholder that had
    some. Only spaces change.
    """
    text = _OUT_OF_CLOSE.sub(r"\2\1", _OUT_OF_OPEN.sub(r"\2\1", answer.strip()))
    text = _AFTER_START.sub(lambda found: found[0] if f"{found[1]} " in source else found[1], text)
    text = _BEFORE_END.sub(lambda found: found[0] if f" {found[1]}" in source else found[1], text)
    for found in regex.finditer(HOLD, source):
        text = _hold(text, found[0], source[: found.start()], source[found.end() :])
    return _SPACES.sub(" ", text).strip()


def _hold(text: str, hold: str, before: str, after: str) -> str:
    left, right = text.split(hold, 1)
    if before and regex.match(_CLOSE_BY, before[-1]):
        left = left.rstrip(" ") if _ends_like(left, before) else left
    elif _starts_apart(before, -1) and regex.search(rf"{JOINING}$", left, regex.VERSION1):
        left += " "
    if after and (after[0].isalnum() or (after[0] in _JOINS and right.lstrip(" ")[:1] == after[0])):
        right = right.lstrip(" ")
    elif _starts_apart(after, 0) and regex.search(rf"^{PARTED}", right, regex.VERSION1):
        right = " " + right
    return left + hold + right


def _starts_apart(context: str, at: int) -> bool:
    return not context or context[at].isspace()


def _ends_like(left: str, before: str) -> bool:
    """Whether the character before is of the same sort as in the source: of a word, or punctuation."""
    bare = left.rstrip(" ")
    return bool(bare) and (bare[-1].isalnum() or not before[-1].isalnum())
