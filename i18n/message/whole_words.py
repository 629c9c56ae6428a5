"""Where in a text does a word begin and end?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from i18n.words.scripts import JOINING

_JOINS = regex.compile(JOINING, regex.VERSION1)
_ATOM = regex.compile(rf"{JOINING}+|\S", regex.VERSION1)


@dataclass(frozen=True, slots=True)
class Atom:
    """The least part that a term can begin or end with: a word, a sign, a letter of a script without spaces."""

    text: str
    apart: bool
    """White space stands before it."""


def atoms(text: str) -> tuple[Atom, ...]:
    """Cut a text into atoms; white space alone is left out."""
    return tuple(
        Atom(found[0], text[max(0, found.start() - 1) : found.start()].isspace()) for found in _ATOM.finditer(text)
    )


def words_in(text: str) -> frozenset[str]:
    """The texts of the atoms, folded: a quick look before they are cut."""
    return frozenset(_ATOM.findall(text.casefold()))


def whole_words(terms: Iterable[str], *, ignore_case: bool = False) -> regex.Pattern[str] | None:
    """A pattern that finds the terms as whole words, the longest first where several begin; None without terms.

    White space matches white space of any length. A possessive `'s` is no part of a word.
    """
    spelled = sorted({" ".join(term.split()) for term in terms} - {""}, key=lambda term: (-len(term), term))
    if not spelled:
        return None
    flags = regex.VERSION1 | (regex.IGNORECASE if ignore_case else 0)
    return regex.compile("|".join(map(_bounded, spelled)), flags)


def _bounded(term: str) -> str:
    words = r"\s+".join(regex.escape(word, special_only=True) for word in term.split(" "))
    before = rf"(?<!{JOINING})" if _JOINS.match(term[0]) else ""
    after = rf"(?!{JOINING})" if _JOINS.match(term[-1]) else ""
    return before + words + after
