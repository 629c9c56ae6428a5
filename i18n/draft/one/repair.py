"""What can be repaired in an answer's marks without guessing?"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import regex

from i18n.message.marks import Mark, Role, Token

_WORD = regex.compile(r"\S+")
_LINE_END = regex.compile(r"[ ]*[\t\n\v\f\r]+[ ]*")
"""Tabs and line ends of an engine that wraps its lines: those of a message are sent as marks."""
_PUNCTUATION = regex.compile(r"^[\p{P}\p{S}]*|[\p{P}\p{S}]*$")


def repaired(source: Sequence[Token], answer: Sequence[Token]) -> tuple[Token, ...]:
    """Repair what can be repaired in one way only, by the tokens that were sent; everything else stays as it is.

    A mark that stands twice at its place is kept once; an empty double of a pair is removed; an unknown mark becomes
    the only missing one of its role; adjacent marks are put into nesting order; if one half of a pair is next to a
    single word, the missing half is set on the other side of the word. Tabs and line ends in a text become spaces.
    Law: an answer without a fault is not changed.
    """
    expected = Counter(token for token in source if isinstance(token, Mark))
    tokens: tuple[Token, ...] = tuple(
        _LINE_END.sub(" ", token) if isinstance(token, str) else token for token in answer
    )
    for step in _STEPS:
        if not (Counter(_marks(tokens)) == expected and _is_nested(tokens)):
            tokens = step(expected, tokens)
    return tokens


def _marks(tokens: Sequence[Token]) -> Iterator[Mark]:
    return (token for token in tokens if isinstance(token, Mark))


def _is_nested(tokens: Sequence[Token]) -> bool:
    opened: list[int] = []
    for mark in _marks(tokens):
        if mark.role is Role.OPEN:
            opened.append(mark.id)
        elif mark.role is Role.CLOSE and (not opened or opened.pop() != mark.id):
            return False
    return not opened


def _is_gap(token: Token) -> bool:
    return isinstance(token, str) and not token.strip()


def _undoubled(expected: Counter[Mark], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Remove a mark that stands twice with nothing but spaces between."""
    done: list[Token] = []
    for token in tokens:
        before = next((one for one in reversed(done) if not _is_gap(one)), None)
        if not (isinstance(token, Mark) and token == before and expected[token] == 1):
            done.append(token)
    return tuple(done)


def _without_empty_doubles(expected: Counter[Mark], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Remove a pair around nothing if the same pair stands around words too."""
    counts = Counter(_marks(tokens))
    for at, (one, other) in enumerate(itertools.pairwise(tokens)):
        if not (isinstance(one, Mark) and one.role is Role.OPEN and other == Mark(Role.CLOSE, one.id)):
            continue
        if expected[one] == 1 and counts[one] == counts[Mark(Role.CLOSE, one.id)] == 2:
            return _without_empty_doubles(expected, tokens[:at] + tokens[at + 2 :])
    return tokens


def _renamed(expected: Counter[Mark], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the only unknown placeholder, or the only unknown pair, the id of the only one that is missing."""
    got = Counter(_marks(tokens))
    names: dict[Mark, Mark] = {}
    for roles in ((Role.HOLD,), (Role.OPEN, Role.CLOSE)):
        missing = {mark.id for mark in expected - got if mark.role in roles}
        unknown = {mark.id for mark in got - expected if mark.role in roles and not expected[mark]}
        if len(missing) == len(unknown) == 1:
            (old,), (new,) = unknown, missing
            names |= {Mark(role, old): Mark(role, new) for role in roles if not got[Mark(role, new)]}
    return tuple(names.get(token, token) if isinstance(token, Mark) else token for token in tokens)


def _uncrossed(expected: Counter[Mark], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put adjacent marks of pairs into an order that nests: first those that close, the innermost first."""
    del expected
    done: list[Token] = []
    opened: list[int] = []
    for cluster in _clusters(tokens):
        sides = [token for token in cluster if isinstance(token, Mark) and token.role is not Role.HOLD]
        closing = [mark.id for mark in sides if mark.role is Role.CLOSE]
        opening = [mark.id for mark in sides if mark.role is Role.OPEN]
        if len(sides) > 1 and set(closing) <= set(opened):
            ends = sorted(closing, key=opened.index, reverse=True)
            gap = [token for token in cluster if _is_gap(token)][:1]
            done += [*(Mark(Role.CLOSE, id_) for id_ in ends), *gap, *(Mark(Role.OPEN, id_) for id_ in opening)]
        else:
            done += cluster
        opened = [id_ for id_ in opened if id_ not in closing] + opening
    return tuple(done)


def _clusters(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Adjacent marks of pairs, with the spaces between them; every other token alone."""
    cluster: list[Token] = []
    for token in tokens:
        if _is_gap(token) or (isinstance(token, Mark) and token.role is not Role.HOLD):
            cluster.append(token)
            continue
        if cluster:
            yield cluster
        yield [token]
        cluster = []
    if cluster:
        yield cluster


def _completed(expected: Counter[Mark], tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Set the missing half of a pair where the text up to the next mark, or to the end, is one word."""
    for mark in sorted(expected - Counter(_marks(tokens)), key=lambda mark: (mark.id, mark.role.value)):
        if mark.role is Role.HOLD:
            continue
        forwards = mark.role is Role.CLOSE
        other = Mark(Role.OPEN if forwards else Role.CLOSE, mark.id)
        if tokens.count(other) != 1:
            continue
        at = tokens.index(other) + (1 if forwards else -1)
        text = tokens[at] if 0 <= at < len(tokens) else ""
        if isinstance(text, str) and len(words := list(_WORD.finditer(text))) == 1:
            start, end = _bare(words[0])
            place = end if forwards else start
            parts: list[Token] = [text[:place], mark, text[place:]]
            tokens = tokens[:at] + tuple(part for part in parts if part != "") + tokens[at + 1 :]
    return tokens


def _bare(word: regex.Match[str]) -> tuple[int, int]:
    """Where a word begins and ends without the punctuation around it."""
    inner = _PUNCTUATION.sub("", word[0])
    start = word.start() + (word[0].index(inner) if inner else 0)
    return start, start + len(inner)


_STEPS: tuple[Callable[[Counter[Mark], tuple[Token, ...]], tuple[Token, ...]], ...] = (
    _undoubled,
    _without_empty_doubles,
    _renamed,
    _completed,
    _uncrossed,
)
