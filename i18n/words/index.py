"""Which of many texts share words with this one? Found by its rarest words, without a look at the other texts."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from i18n.words.scripts import GLUING

if TYPE_CHECKING:
    import regex

_PLAIN_WORD = re.compile(r"\w+", re.ASCII)
_POSTINGS = 1_500
"""So many places of the words asked for are looked at, those of the rarest words first."""
_full: regex.Pattern[str] | None = None


def terms(text: str) -> set[str]:
    """The words that a text can be found by, in lower case.

    Where words are not parted by spaces, and in Korean, whose particles stand close to the word, each two neighbouring
    characters.
    """
    if text.isascii():
        return set(_PLAIN_WORD.findall(text.lower()))
    return {term for match in _words().finditer(text.lower()) for term in _terms(*match.groups())}


def _terms(glued: str | None, word: str | None) -> Iterator[str]:
    if word:
        yield word
    elif glued:
        yield from (glued[at : at + 2] for at in range(max(1, len(glued) - 1)))


def _words() -> regex.Pattern[str]:
    global _full  # noqa: PLW0603  # compiled when first needed: the import alone takes as long as a command's help
    if _full is None:
        import regex

        _full = regex.compile(rf"([{GLUING}]+)|([\w--[{GLUING}]]+)", regex.VERSION1)
    return _full


class WordIndex:
    """Texts by the words in them. Never changes once it is made."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._places: dict[str, array[int]] = {}
        """For each word the numbers of the texts it stands in, rising."""
        for number, text in enumerate(texts):
            for term in terms(text):
                self._places.setdefault(term, array("I")).append(number)

    def sharing(self, text: str, most: int, near: int = 0) -> list[int]:
        """Find at most so many texts that share words with this one, by number: those that share the most.

        Where there are too many to choose from, those around number `near` are preferred.
        """
        shared: Counter[int] = Counter()
        left = _POSTINGS
        for places in sorted((self._places.get(term, ()) for term in terms(text)), key=len):
            if len(places) > left:
                # Too common to tell texts apart: good for as many as the rarer words leave room for.
                shared.update(set(_around(places, near, max(0, most - len(shared)))).difference(shared))
                break
            shared.update(places)
            left -= len(places)
        return _most_common(shared, most, near)


def _around(numbers: Sequence[int], near: int, most: int) -> Sequence[int]:
    """At most so many of these rising numbers, those around one of them."""
    if len(numbers) <= most:
        return numbers
    first = max(0, min(bisect_left(numbers, near) - most // 2, len(numbers) - most))
    return numbers[first : first + most]


def _most_common(shared: Counter[int], most: int, near: int) -> list[int]:
    """The numbers counted most often, and of those counted as often as the last one those around `near`."""
    if len(shared) <= most:
        return list(shared)
    least = sorted(shared.values(), reverse=True)[most - 1]
    more = [number for number, count in shared.items() if count > least]
    ties = sorted(number for number, count in shared.items() if count == least)
    return [*more, *_around(ties, near, most - len(more))]
