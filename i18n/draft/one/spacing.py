"""Where do spaces belong around the marks in an answer?"""

from __future__ import annotations

from collections.abc import Collection

import regex

from i18n.message.packed import ANY, CLOSE, HOLD, OPEN
from i18n.words.letters import GLUING_LETTER
from i18n.words.scripts import JOINING, PARTED

_OUT_OF_OPEN = regex.compile(rf"({OPEN}+)(\s+)")
_OUT_OF_CLOSE = regex.compile(rf"(\s+)({CLOSE}+)")
_JOINS = "'’-"
"""Characters that join an ending or another word to a name: `Ana’s`, `Ana-led`."""
_SPACES = regex.compile(r" {2,}")
_CLOSE_BY = rf"{PARTED}|[.,;:!?…”’»)]|{CLOSE}"
"""What says that a placeholder belongs to it; a letter that everything is glued to says so of a footnote alone."""
_BEFORE_END = regex.compile(r" +([.,)\]…])(?!\w)")
_AFTER_START = regex.compile(rf"([(\[“‘¿¡]) +(?={ANY}|\w)")


def spaced(answer: str, source: str, footnotes: Collection[str] = ()) -> str:
    """Correct the spaces of a packed answer by those of the packed source; `footnotes`: the marks that stand for one.

    No space just inside a pair; no space before a footnote mark that had none; spaces around a placeholder that had
    some. Only spaces change.
    """
    text = _OUT_OF_CLOSE.sub(r"\2\1", _OUT_OF_OPEN.sub(r"\2\1", answer.strip()))
    text = _AFTER_START.sub(lambda found: found[0] if f"{found[1]} " in source else found[1], text)
    text = _BEFORE_END.sub(lambda found: found[0] if f" {found[1]}" in source else found[1], text)
    for found in regex.finditer(HOLD, source):
        is_note = found[0] in footnotes
        text = _hold(text, found[0], source[: found.start()], source[found.end() :], is_note=is_note)
    return _SPACES.sub(" ", text).strip()


def _hold(text: str, hold: str, before: str, after: str, *, is_note: bool) -> str:
    left, right = text.split(hold, 1)
    if before and (regex.match(_CLOSE_BY, before[-1], regex.VERSION1) or (is_note and before[-1].isalnum())):
        left = left.rstrip(" ") if _ends_like(left, before) else left
    elif _is_apart(before, -1) and regex.search(rf"{JOINING}$", left, regex.VERSION1):
        left += " "
    if after and (
        regex.match(PARTED, after[0], regex.VERSION1) or (after[0] in _JOINS and right.lstrip(" ")[:1] == after[0])
    ):
        right = right.lstrip(" ")
    elif _is_apart(after, 0) and regex.search(rf"^{PARTED}", right, regex.VERSION1):
        right = " " + right
    return left + hold + right


def _is_apart(context: str, at: int) -> bool:
    return not context or context[at].isspace() or GLUING_LETTER.match(context[at]) is not None


def _ends_like(left: str, before: str) -> bool:
    """Whether the character before is of the same sort as in the source: of a word, or punctuation."""
    bare = left.rstrip(" ")
    return bool(bare) and (bare[-1].isalnum() or not before[-1].isalnum())
