"""In which portions can a text be sent to an engine, and how are the answers combined?"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from i18n.message.marks import Mark, Role, Token, any_letters, has_letters
from i18n.message.packed import letter, mark, pack, unpack
from i18n.message.sentences import sentences

Text = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Portions:
    """Texts to translate, and how their translations are combined into that of the whole."""

    texts: tuple[Text, ...]
    combine: Callable[[Sequence[Text]], Text | None]
    """Gives None if the answers cannot be combined without guessing."""


Method = Callable[[Text], Portions | None]
"""Gives None if the method does not help with a text."""


def whole(text: Text) -> Portions | None:
    """Translate the text as it is: best for meaning and word order."""
    return Portions((text,), lambda answers: tuple(answers[0]))


def by_sentences(text: Text) -> Portions | None:
    """Translate each sentence alone; the spaces between them stay."""
    parts = sentences(text)
    wordy = [number for number, (part, _) in enumerate(parts) if any_letters(part)]
    if len(parts) < 2:
        return None

    def combine(answers: Sequence[Text]) -> Text:
        said = dict(zip(wordy, answers, strict=True))
        return unpack(
            "".join(pack(said.get(number, part)).strip() + space for number, (part, space) in enumerate(parts))
        )

    return Portions(tuple(parts[number][0] for number in wordy), combine)


def without_pairs(text: Text) -> Portions | None:
    """Translate the text without its pairs, and the words of each pair alone; find the latter in the former.

    Each must occur exactly once, as whole words, and without overlap. Nested pairs are not tried.
    """
    spans = _spans(text)
    if not spans:
        return None
    bare = tuple(token for token in text if isinstance(token, str) or token.role is Role.HOLD)
    inner = tuple(text[first + 1 : last] for _, first, last in spans)
    if any(not isinstance(token, str) and token.role is not Role.HOLD for part in inner for token in part):
        return None

    def combine(answers: Sequence[Text]) -> Text | None:
        found = pack(answers[0])
        places = []
        for (number, _, _), answer in zip(spans, answers[1:], strict=True):
            place = _only_place(found, pack(answer))
            if place is None:
                return None
            places.append((*place, number))
        places.sort()
        if any(left[1] > right[0] for left, right in itertools.pairwise(places)):
            return None
        for start, end, number in reversed(places):
            opened, closed = letter(Mark(Role.OPEN, number)), letter(Mark(Role.CLOSE, number))
            found = found[:start] + opened + found[start:end] + closed + found[end:]
        return unpack(found)

    return Portions((unpack(pack(bare)), *(unpack(pack(part).strip()) for part in inner)), combine)


def _spans(text: Text) -> list[tuple[int, int, int]]:
    """Id and positions of the marks of each outermost pair."""
    spans = []
    first = number = None
    for at, token in enumerate(text):
        if isinstance(token, str) or token.role is Role.HOLD:
            continue
        if number is None:
            number, first = token.id, at
        elif token.role is Role.CLOSE and token.id == number:
            assert first is not None
            spans.append((number, first, at))
            number = None
    return spans


def _only_place(text: str, words: str) -> tuple[int, int] | None:
    """Half-open span of the only occurrence of the words in a longer text; their first letter may have another case."""
    bare = regex.sub(r"^\W+|\W+$", lambda edge: "".join(c for c in edge[0] if mark(c)), words)
    if not bare or not has_letters(bare):
        return None
    first = regex.escape(bare[0], special_only=True)
    pattern = rf"(?<!\w)(?i:{first}){regex.escape(bare[1:], special_only=True)}(?!\w)"
    found = list(regex.finditer(pattern, text))
    if len(found) != 1 or not any(map(str.isalnum, text[: found[0].start()] + text[found[0].end() :])):
        return None
    return found[0].span()
