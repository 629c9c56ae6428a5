"""Does a text have a term, in whatever form its sentence needs?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from i18n.words import letters, stems

_WORD = re.compile(r"\w+")
_SHORT = 3
"""Letters up to which a word must stand as it is: articles and particles, which no ending is cut from."""
_ENDING = 2
"""Letters at the end of a longer word that may be others: `pozo`, `pozos`; `Brunnen`, `Brunnens`."""
_MARKS = re.compile("(?<!\\w)[_]+|[_]+(?!\\w)|[*~\u00ad]|(?<=\\w)[-‐‑](?=\\w)")
"""Marks of emphasis, soft hyphens, and hyphens within words: `Kühl-Box`."""
_SHARED = re.compile(r"(\w{3,})- ?(?:(?:und|oder|bzw\.|sowie|og|och|en|of|eller) |, )\w+")
"""The first part of a word whose second part the next word has: `Kühl- und Packboxen`."""
_PREPOSITIONS = frozenset("عبر ضمن حول خلال نحو بعد قبل عند".split())
"""Small words of Arabic that have the consonants of many nouns."""
_BETWEEN = re.compile("[\\s\u00a0-]+")


class Text:
    """A translation that is asked for several terms."""

    def __init__(self, text: str, tongue: str = "") -> None:
        """`tongue` is its language (ISO 639); empty if it does not matter."""
        self._raw = text
        self._tongue = tongue

    @functools.cached_property
    def _folded(self) -> str:
        return _folded(self._raw)

    def has(self, term: str) -> bool:
        """Whether a term is there: its words may be inflected, stand apart and be parts of longer ones."""
        return all(self._has(word) for word in _stems(term)) or self._is_run_together(term) or self._is_plural(term)

    def count(self, term: str) -> int:
        """How often the rarest of its words is there; 1 if it can only be told that it is there."""
        found = [self._folded.count(word) for word in _stems(term)]
        return min(found, default=0) or int(self.has(term))

    def _has(self, stem: str) -> bool:
        return stem in self._folded or any(
            stem.startswith(first) and stem[len(first) :] in self._folded for first in self._firsts
        )

    @functools.cached_property
    def _firsts(self) -> tuple[str, ...]:
        return tuple(map(stems.bare, _SHARED.findall(self._raw)))

    def _is_run_together(self, term: str) -> bool:
        """Whether it is written without its spaces, as Korean may: 보냉상자."""
        if letters.GLUING_LETTER.search(term) is None:
            return False
        return "".join(_folded(term).split()) in "".join(self._folded.split())

    def _is_plural(self, term: str) -> bool:
        """Whether an Arabic term is there with the article, or in a plural that has other vowels within."""
        return self._tongue == "ar" and all(self._has_noun(word) for word in _WORD.findall(_folded(term)))

    def _has_noun(self, word: str) -> bool:
        wanted = {stems.skeleton(form) for form in stems.unprefixed(word)} - {""}
        return any(form in self._nouns for form in stems.unprefixed(word)) or any(
            noun.startswith(each) for each in wanted for noun in self._skeletons
        )

    @functools.cached_property
    def _nouns(self) -> frozenset[str]:
        words = (word for word in _WORD.findall(self._folded) if word not in _PREPOSITIONS)
        return frozenset(form for word in words for form in stems.unprefixed(word))

    @functools.cached_property
    def _skeletons(self) -> frozenset[str]:
        return frozenset(map(stems.skeleton, self._nouns)) - {""}


def _folded(text: str) -> str:
    return " ".join(stems.bare(_MARKS.sub("", text)).split())


def _stems(term: str) -> list[str]:
    """What of each longer word must be there; the whole term where it has short ones alone."""
    folded = _folded(term)
    words = [word[: max(_SHORT, len(word) - _ENDING)] for word in _WORD.findall(folded) if len(word) > _SHORT]
    return words or [folded]


def is_kept(name: str, text: str) -> bool:
    """Whether a name stands in a text as it is; marks and other white space, or hyphens, may part its words."""
    return name in text or _spaced(name) in _spaced(text)


def _spaced(text: str) -> str:
    return _BETWEEN.sub(" ", re.sub("[*~]", "", text))


def has_form(term: str, text: str, tongue: str) -> bool:
    """Whether a term is there in whole words in another form; the first letter of each is as large as the term's."""
    wanted = _WORD.findall(term)
    words = _WORD.findall(text)
    return bool(wanted) and any(
        all(_is_form(word, form, tongue) for word, form in zip(words[at:], wanted, strict=False))
        for at in range(len(words) - len(wanted) + 1)
    )


def _is_form(word: str, form: str, tongue: str) -> bool:
    small = form == form.lower()
    cased = word[:1].isupper() == form[:1].isupper() and word[1:].islower() == form[1:].islower()
    return (small or cased) and stems.same(word, form, tongue)


def forms(cell: str) -> Iterator[str]:
    """The forms that a cell of a glossary lists, with bars between them."""
    yield from filter(None, (" ".join(form.split()) for form in cell.split("|")))
