"""Does a translation use the terms that were settled?"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from i18n.memory.glossary.term import Status, Term
from i18n.message.whole_words import whole_words
from i18n.words import letters, scripts

_WORD = regex.compile(r"\w+")
_SHORT = 3
"""Letters up to which a word must stand as it is: articles and particles, which no ending is cut from."""
_ENDING = 2
"""Letters at the end of a longer word that may be others: `pozo`, `pozos`; `Brunnen`, `Brunnens`."""


class Lapse(enum.Enum):
    """What is wrong with a term in a translation."""

    MISSING = "missing"
    """None of the approved translations is there."""
    FORBIDDEN = "forbidden"
    CHANGED = "changed"
    """A do-not-translate term is not there as it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A lapse and the terms it is about."""

    lapse: Lapse
    terms: tuple[Term, ...]
    """Several where any of them would have been right."""


def lapses(terms: Sequence[Term], translation: str) -> Iterator[Found]:
    """Compare a translation (plain text) with the terms that concern its source.

    An approved term may be inflected: capitals, accents and the last two letters of longer words do not count, its
    words may stand apart, and it may be part of a longer word. A forbidden term is one only as whole words, as it
    is spelled, and where it is no part of an approved one.
    """
    approved: dict[str, list[Term]] = {}
    for term in terms:
        if term.status is Status.APPROVED:
            approved.setdefault(term.source, []).append(term)
        elif term.status is Status.DO_NOT_TRANSLATE and term.target not in translation:
            yield Found(Lapse.CHANGED, (term,))
    folded = _folded(translation)
    for choices in approved.values():
        if not any(_is_there(term.target, folded) for term in choices):
            yield Found(Lapse.MISSING, tuple(choices))
    forbidden = [term for term in terms if term.status is Status.FORBIDDEN]
    if forbidden:
        rest = _without((term.target for choices in approved.values() for term in choices), translation)
        yield from (Found(Lapse.FORBIDDEN, (term,)) for term in forbidden if _is_used(term, rest))


def _is_there(target: str, folded: str) -> bool:
    words = _WORD.findall(_folded(target))
    stems = [word[: max(_SHORT, len(word) - _ENDING)] for word in words if len(word) > _SHORT]
    return all(stem in folded for stem in stems) if stems else _folded(target) in folded


def _folded(text: str) -> str:
    """Without capitals, accents and Arabic vowel signs, which change as a word is inflected: `Haus`, `Häuser`."""
    bare = (letter for letter in unicodedata.normalize("NFD", text.casefold()) if unicodedata.category(letter) != "Mn")
    return " ".join(unicodedata.normalize("NFC", "".join(bare)).split())


def _without(approved: Iterable[str], translation: str) -> str:
    found = whole_words(approved, ignore_case=True)
    return translation if found is None else found.sub("\ufffc", translation)


def _is_used(term: Term, text: str) -> bool:
    # Korean and scripts without spaces write particles close to the word, so that its end cannot be seen.
    open_ended = letters.GLUING_LETTER.match(term.target[-1:]) is not None
    ignore_case = not term.case and term.target == term.target.lower()
    if open_ended:
        return regex.search(rf"(?<![{scripts.HANGUL}]){regex.escape(term.target, special_only=True)}", text) is not None
    found = whole_words([term.target], ignore_case=ignore_case)
    return found is not None and found.search(text) is not None
