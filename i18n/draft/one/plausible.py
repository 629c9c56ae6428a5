"""Are the marks of an answer in possible places, whatever the word order of the language?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from i18n.message.marks import Mark, Role, Token
from i18n.numbers.digits import NUMBER

_ANCHOR = regex.compile(rf"\p{{Lu}}[\p{{L}}\p{{M}}’'-]{{3,}}|{NUMBER}")
"""Words that stay the same in many languages: names and numbers."""
_LETTERS = 24
"""Letters and digits that a source needs before shares of them mean anything."""
_OUTSIDE, _NOTHING = 0.3, 0.04
_SMALL, _MOST = 0.2, 0.7
_LARGE, _LITTLE = 0.6, 0.1
_SWEPT = 3
"""Placeholders from which on it is a fault that all stand together if the source has words between them."""


def position_fault(source: Sequence[Token], answer: Sequence[Token]) -> str:
    """Say what is certainly wrong with the places of marks that are complete and nested; empty if nothing is.

    It is certain for a placeholder that left its pair or entered another; for a name or number that did so, if it
    occurs once on both sides; for a pair that took in the sentence or lost it; for placeholders that all moved to one
    end. The order alone is never wrong.
    """
    if _nests(source) != _nests(answer):
        return "a placeholder came back in or out of a tag that was not around it"
    before, after = _anchors(source), _anchors(answer)
    if any(after.get(word, pairs) != pairs for word, pairs in before.items()):
        return "a tag came back around other words than its own"
    if _is_swallowed(source, answer):
        return "a tag came back around most of the text, or around almost nothing of it"
    if _is_swept(source, answer):
        return "the placeholders came back in one heap"
    return ""


def _with_pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, frozenset[int]]]:
    """Texts and placeholders, each with the pairs around it."""
    opened: list[int] = []
    for token in tokens:
        if isinstance(token, Mark) and token.role is Role.OPEN:
            opened.append(token.id)
        elif isinstance(token, Mark) and token.role is Role.CLOSE:
            opened.remove(token.id)
        else:
            yield token, frozenset(opened)


def _nests(tokens: Sequence[Token]) -> dict[int, frozenset[int]]:
    return {token.id: pairs for token, pairs in _with_pairs(tokens) if isinstance(token, Mark)}


def _anchors(tokens: Sequence[Token]) -> dict[str, frozenset[int]]:
    found = [
        (word[0], pairs)
        for token, pairs in _with_pairs(tokens)
        if isinstance(token, str)
        for word in _ANCHOR.finditer(token)
    ]
    counts = Counter(word for word, _ in found)
    return {word: pairs for word, pairs in found if counts[word] == 1}


def _shares(tokens: Sequence[Token]) -> tuple[int, dict[int, float]]:
    """Letters and digits in all, and the share of them that each pair holds."""
    total = 0
    held: Counter[int] = Counter()
    for token, pairs in _with_pairs(tokens):
        size = sum(map(str.isalnum, token)) if isinstance(token, str) else 0
        total += size
        held.update(dict.fromkeys(pairs, size))
    return total, {number: size / total for number, size in held.items() if total}


def _is_swallowed(source: Sequence[Token], answer: Sequence[Token]) -> bool:
    total, before = _shares(source)
    _, after = _shares(answer)
    if total < _LETTERS:
        return False
    return any(
        (share <= 1 - _OUTSIDE and after.get(number, share) >= 1 - _NOTHING)
        or (share <= _SMALL and after.get(number, share) >= _MOST)
        or (share >= _LARGE and after.get(number, share) <= _LITTLE)
        for number, share in before.items()
    )


def _is_swept(source: Sequence[Token], answer: Sequence[Token]) -> bool:
    before, after = _groups(source), _groups(answer)
    holds = sum(isinstance(token, Mark) and token.role is Role.HOLD for token in source)
    return holds >= _SWEPT and max(before, default=0) == 1 and max(after, default=0) == holds and _is_at_an_end(answer)


def _groups(tokens: Sequence[Token]) -> list[int]:
    """How many placeholders stand together without a word between, group by group."""
    groups = [0]
    for token in tokens:
        if isinstance(token, str) and any(map(str.isalnum, token)):
            groups.append(0)
        elif isinstance(token, Mark) and token.role is Role.HOLD:
            groups[-1] += 1
    return [size for size in groups if size]


def _is_at_an_end(tokens: Sequence[Token]) -> bool:
    stops = [
        token
        for token in tokens
        if (isinstance(token, str) and any(map(str.isalnum, token)))
        or (isinstance(token, Mark) and token.role is Role.HOLD)
    ]
    return isinstance(stops[0], Mark) or isinstance(stops[-1], Mark)
