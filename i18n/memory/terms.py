"""Where in a text do terms stand as whole words?"""

from __future__ import annotations

from collections.abc import Iterable

import regex

_SPACELESS = r"\p{Han}\p{Hira}\p{Kana}\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}"
_JOINS = regex.compile(rf"[\w--[{_SPACELESS}]]", regex.VERSION1)
"""What makes a longer word of its neighbour; scripts without spaces show no ends of words."""


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
    before = rf"(?<![\w--[{_SPACELESS}]])" if _JOINS.match(term[0]) else ""
    after = rf"(?![\w--[{_SPACELESS}]])" if _JOINS.match(term[-1]) else ""
    return before + words + after
