"""What may no answer of an engine have: lost, crossed or idle marks, characters that nobody sees?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from i18n.message import invisible, packed
from i18n.message.marks import Mark, Role, Token


def characters_fault(source: Iterable[Token], answer: Iterable[Token]) -> str:
    """Say whether an answer brings characters that no translation has and no reader sees; empty when it does not."""
    there = {letter for token in source if isinstance(token, str) for letter in _unseen(token)}
    brought = {letter for token in answer if isinstance(token, str) for letter in _unseen(token, answered=True)}
    return "it came back with characters that nobody can see" if brought - there else ""


def _unseen(text: str, *, answered: bool = False) -> list[str]:
    """What nobody types; changes of direction too, but for those of an answer that end where they stand."""
    directions = [] if answered and invisible.closes_directions(text) else invisible.DIRECTION.findall(text)
    return invisible.UNTYPED.findall(text) + directions


def marks_fault(source: str, answer: str) -> str:
    """Say what is wrong with the marks of a packed answer; empty when each is there once, nested and not idle."""
    expected = [token for token in packed.unpack(source) if isinstance(token, Mark)]
    tokens = packed.unpack(answer)
    if not any(isinstance(token, str) and any(map(str.isalnum, token)) for token in tokens):
        return "it came back without a word"
    got = [token for token in tokens if isinstance(token, Mark)]
    if Counter(expected) != Counter(got):
        missing = Counter(expected) - Counter(got)
        what = "placeholder" if any(mark.role is Role.HOLD for mark in missing or got) else "tag"
        return f"a {what} was lost" if missing else f"a {what} came back twice or was made up"
    return _nesting_fault(tokens)


def _nesting_fault(tokens: Iterable[Token]) -> str:
    opened: list[int] = []
    filled: list[bool] = []
    for token in tokens:
        if isinstance(token, str):
            filled = [inside or any(letter.isalnum() for letter in token) for inside in filled]
        elif token.role is Role.OPEN:
            opened.append(token.id)
            filled.append(False)
        elif token.role is Role.CLOSE:
            if not opened or opened.pop() != token.id:
                return "tags came back crossed"
            if not filled.pop():
                return "a tag came back around no word"
    return ""
