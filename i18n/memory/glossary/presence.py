"""Does a translation use the terms that were settled?"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from i18n.locales import language
from i18n.memory.glossary import spelling
from i18n.memory.glossary.term import Status, Term
from i18n.message.whole_words import whole_words
from i18n.words import letters, scripts, stems


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


def lapses(terms: Sequence[Term], translation: str, locale: str = "", source: str = "") -> Iterator[Found]:
    """Compare a translation (plain text) with the terms that concern its source.

    An approved term may be inflected: capitals, accents and the last two letters of longer words do not count, its
    words may stand apart, and it may be part of a longer word; so may any form that the glossary lists. A forbidden
    term is one only as whole words, in a form that the glossary lists or that is known in the language of `locale`
    (BCP 47), and where it is no part of an approved one. Where the approved one stands as often as the source says
    it, what is forbidden for it translates something else.
    """
    tongue = language(locale) if locale else ""
    approved: dict[str, list[Term]] = {}
    for term in terms:
        if term.status is Status.APPROVED:
            approved.setdefault(term.source, []).append(term)
        elif term.status is Status.DO_NOT_TRANSLATE and not spelling.is_kept(term.target, translation):
            yield Found(Lapse.CHANGED, (term,))
    text = spelling.Text(translation, tongue)
    for choices in approved.values():
        if not any(text.has(form) for term in choices for form in term.spellings):
            yield Found(Lapse.MISSING, tuple(choices))
    forbidden = [term for term in terms if term.status is Status.FORBIDDEN]
    if forbidden:
        rest = _without((form for some in approved.values() for term in some for form in term.spellings), translation)
        for term in forbidden:
            if _is_used(term, rest, tongue) and not _is_another(term, approved.get(term.source, ()), text, source):
                yield Found(Lapse.FORBIDDEN, (term,))


def _without(approved: Iterable[str], translation: str) -> str:
    found = whole_words(approved, ignore_case=True)
    return translation if found is None else found.sub("\ufffc", translation)


def _is_used(term: Term, text: str, tongue: str) -> bool:
    if any(_is_spelled(form, text, ignore_case=not term.case) for form in term.spellings):
        return True
    return spelling.has_form(term.target, text, tongue) if tongue else False


def _is_spelled(form: str, text: str, *, ignore_case: bool) -> bool:
    # Korean and scripts without spaces write particles close to the word, so that its end cannot be seen.
    open_ended = letters.GLUING_LETTER.match(form[-1:]) is not None
    if open_ended:
        return regex.search(rf"(?<![{scripts.HANGUL}]){regex.escape(form, special_only=True)}", text) is not None
    found = whole_words([form], ignore_case=ignore_case and form == form.lower())
    return found is not None and found.search(text) is not None


def _is_another(term: Term, approved: Sequence[Term], text: spelling.Text, source: str) -> bool:
    """Whether what a forbidden term stands for is said already, by an approved one, as often as the source says it."""
    if not approved or not source:
        return False
    said = len(regex.findall(rf"(?<!\w){regex.escape(stems.bare(term.source))}", stems.bare(source)))
    return max(text.count(form) for each in approved for form in each.spellings) >= said


def placed(terms: Sequence[Term], parts: Sequence[tuple[str, str]], locale: str) -> set[bool]:
    """Of each approved term that one part of a source has: whether the same part of the translation has it.

    `parts` are parts of a source, each with its translation. Terms of several parts, and such as no part of the
    translation has, or more than one, say nothing.
    """
    tongue = language(locale)
    texts = [spelling.Text(translation, tongue) for _, translation in parts]
    answers = set()
    for term in terms:
        if term.status is not Status.APPROVED:
            continue
        wanted = [at for at, (source, _) in enumerate(parts) if stems.bare(term.source) in stems.bare(source)]
        there = [at for at, text in enumerate(texts) if any(map(text.has, term.spellings))]
        if len(wanted) == len(there) == 1:
            answers.add(wanted == there)
    return answers
