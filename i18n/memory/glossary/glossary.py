"""Which terms of one language's glossary occur in a text?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from i18n.locales import language
from i18n.memory.glossary import sense
from i18n.memory.glossary.term import Status, Term
from i18n.message.whole_words import Atom, atoms, words_in

_Form = tuple[tuple[str, bool], ...]
"""Atoms of a term, and whether white space stands before each (of the first it does not matter)."""
_INFLECTED = 4
"""Letters from which on an English word alone is looked for with an `s`: `new` and `news` are two words."""


class Glossary:
    """The terms of one locale, to be asked which of them occur in a text.

    Never changes once it is made; may be asked from several threads at once, and sent to another process.
    """

    def __init__(self, terms: Iterable[Term] = (), source_locale: str = "en") -> None:
        self._terms = tuple(dict.fromkeys(terms))
        self._source_locale = source_locale
        self._is_english = language(source_locale) == "en"
        self._forms: dict[str, list[tuple[_Form, Term]]] = {}
        """By the first atom, case folded: what may begin there, the longest first."""
        for term in self._terms:
            for form in _forms(term, plural=self._is_english):
                self._forms.setdefault(form[0][0].casefold(), []).append((form, term))
        for forms in self._forms.values():
            forms.sort(key=lambda pair: -len(pair[0]))

    def __reduce__(self) -> tuple[type[Glossary], tuple[tuple[Term, ...], str]]:
        return Glossary, (self._terms, self._source_locale)

    def __len__(self) -> int:
        """Terms it holds."""
        return len(self._terms)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All of them, in the order of the file."""
        return self._terms

    @property
    def banned(self) -> tuple[Term, ...]:
        """Words that are forbidden whatever they would translate."""
        return tuple(term for term in self._terms if not term.source and term.status is Status.FORBIDDEN)

    def occurring(self, text: str) -> tuple[Term, ...]:
        """Find the terms in plain text of the source language, in order of appearance.

        Whole words; capitals matter where the term has some; an English plural counts. Where one term is part of
        a longer one that stands there too, the longer one alone occurs. Nor does one occur in an English name that
        has its words, or as a verb.
        """
        if not self._forms or self._forms.keys().isdisjoint(words_in(text)):
            return ()
        return tuple(dict.fromkeys(self._found(atoms(text))))

    def concerning(self, text: str) -> tuple[Term, ...]:
        """What concerns a translation of a text: terms that occur in it, and words that are forbidden anywhere."""
        return (*self.occurring(text), *self.banned) if self._terms else ()

    def _found(self, text: tuple[Atom, ...]) -> Iterator[Term]:
        at = 0
        while at < len(text):
            longest = 0
            for form, term in self._forms.get(text[at].text.casefold(), ()):
                if len(form) >= longest and _begins(text, at, form, cased=term.cased):
                    longest = len(form)
                    if term.cased or not self._is_english or not sense.is_another(text, at, at + len(form)):
                        yield term
            at += longest or 1


def _begins(text: tuple[Atom, ...], at: int, form: _Form, *, cased: bool) -> bool:
    if at + len(form) > len(text):
        return False
    for number, (word, apart) in enumerate(form):
        atom = text[at + number]
        if (number and atom.apart != apart) or (
            atom.text != word if cased else atom.text.casefold() != word.casefold()
        ):
            return False
    return True


def _forms(term: Term, *, plural: bool) -> Iterator[_Form]:
    parts = atoms(term.source)
    if not parts:
        return
    yield from (tuple((part.text, part.apart) for part in atoms(form)) for form in term.source_forms)
    form = tuple((part.text, part.apart) for part in parts)
    yield form
    last, apart = form[-1]
    if plural and not term.cased and last.isascii() and last.isalpha():
        yield from ((*form[:-1], (ending, apart)) for ending in _plurals(last, alone=len(form) == 1))


def _plurals(word: str, *, alone: bool) -> Iterator[str]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif word.endswith("y") and len(word) >= _INFLECTED:
        yield f"{word[:-1]}ies"
    if len(word) >= _INFLECTED or not alone:
        yield f"{word}s"
