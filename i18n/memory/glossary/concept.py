"""What does a glossary file say, whatever its format?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from i18n.locales import language, recognized
from i18n.memory.glossary.term import Status, Term


@dataclass(frozen=True, slots=True)
class Word:
    """What a concept is called in one language."""

    tag: str
    """BCP 47, canonical, as in the file."""
    text: str
    status: Status = Status.APPROVED
    note: str = ""
    case: bool = False
    forms: tuple[str, ...] = ()
    """Other forms of the text."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A row, an entry: words for one thing."""

    words: tuple[Word, ...]
    keep: bool = False
    """Do not translate: it is called by its source word everywhere."""


def tag_of(name: str) -> str | None:
    """Read the name of a language, in BCP 47's form or gettext's; None for anything else."""
    return recognized(name.strip())


def terms_by_locale(
    concepts: Collection[Concept], source_locale: str, locales: Iterable[str]
) -> Mapping[str, tuple[Term, ...]]:
    """Pair the words of the source language with those of each locale, all canonical tags."""
    tags = {word.tag for concept in concepts for word in concept.words}
    source = source_tag(tags, source_locale)
    return {
        locale: tuple(
            dict.fromkeys(term for concept in concepts for term in _terms(concept, source, _tag(tags, locale)))
        )
        for locale in locales
    }


def source_tag(tags: Collection[str], locale: str) -> str:
    """Which language of a file is the project's source: the very one, a wider one, or the only variety of it.

    Empty where there is none.
    """
    same = [tag for tag in tags if language(tag) == language(locale)]
    return _tag(tags, locale) or (same[0] if len(same) == 1 else "")


def _tag(tags: Collection[str], locale: str) -> str:
    """The very locale, or a wider one: `de` serves `de-AT`. Never a sister: `pt` is not served by `pt-BR`."""
    parts = locale.split("-")
    wider = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((tag for tag in wider if tag in tags), "")


def _terms(concept: Concept, source: str, target: str) -> Iterator[Term]:
    sources = [word for word in concept.words if word.tag == source]
    if concept.keep:
        kept = Status.DO_NOT_TRANSLATE
        yield from (Term(word.text, word.text, kept, word.note, case=True, forms=word.forms) for word in sources)
        return
    for word in concept.words:
        if word.tag != target:
            continue
        if not sources and word.status is Status.FORBIDDEN:
            yield Term("", word.text, word.status, word.note, word.case, word.forms)
        for each in sources:
            note = word.note or each.note
            yield Term(each.text, word.text, word.status, note, each.case, word.forms, each.forms)
