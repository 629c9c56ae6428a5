"""Which of many texts share words with this one? Found by its rarest words, without a look at the other texts."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add
from typing import TYPE_CHECKING

from i18n.words.scripts import GLUING

if TYPE_CHECKING:
    import regex

_ASCII_WORD = re.compile(r"\w+", re.ASCII)
_PLAIN = re.compile(
    "[\x00-\xb1\xbf-\u02af\u0370-\u0482\u048a-\u052f\u0e01-\u0e5b\u2010-\u203e\u20a0-\u20bf\u2190-\u23ff\u2500-\u2775"
    "\u3000-\u3006\u3008-\u3020\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ufe0f\uff01-\uff3e"
    "\uff40-\uff65\U0001f300-\U0001faff]*"
)
"""Text whose words the quick patterns find: they take a third of the time."""
_THAI = "\u0e01-\u0e3a\u0e40-\u0e5b"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_GLUED = rf"{_THAI}{_KANA}\u3005\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
"""Of plain text what `GLUING` names, and the mark that lengthens a vowel in Japanese."""
_PLAIN_PATTERNS = re.compile(rf"[^\W{_GLUED}]+"), re.compile(f"[{_GLUED}]+")
_POSTINGS = 1_500
"""So many places of the words asked for are looked at, those of the rarest words first."""
_full: tuple[regex.Pattern[str], regex.Pattern[str]] | None = None


def terms(text: str) -> set[str]:
    """The words that a text can be found by, in lower case.

    Where words are not parted by spaces, and in Korean, whose particles stand close to the word, each two neighbouring
    characters.
    """
    lower = text.lower()
    if text.isascii():
        return set(_ASCII_WORD.findall(lower))
    word, glued = _PLAIN_PATTERNS if _PLAIN.fullmatch(lower) else _patterns_of_any_script()
    found = set(word.findall(lower))
    for run in glued.findall(lower):
        found.update(map(add, run, run[1:]) if len(run) > 1 else run)
    return found


def _patterns_of_any_script() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A word, and what is glued; the mark that makes an emoji of a sign is neither."""
    global _full  # noqa: PLW0603  # compiled when first needed: the import alone takes as long as a command's help
    if _full is None:
        import regex

        glued = rf"{GLUING}\u30fc"
        _full = regex.compile(rf"[\w--[{glued}\ufe0f]]+", regex.VERSION1), regex.compile(rf"[{glued}]+")
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
