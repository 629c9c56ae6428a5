"""How does a language write a reference to verses?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.facts.scripture.reference import Passage, Reference, Verse
from i18n.facts.scripture.table import Notation, notation
from i18n.locales.quantities import own_digits


def written(reference: Reference, tag: str, tradition: str = "") -> str:
    """A reference in the writing of a canonical tag, with its default digits; empty if the book has no name there."""
    found = notation(tag, tradition)
    names = found.names.get(reference.book) if found else None
    if not found or not names:
        return ""
    is_short = reference.short if found.short is None else found.short
    name = names[min(1, len(names) - 1)] if is_short else names[0]
    return own_digits(name + found.space + "".join(_passages(reference, found)), tag)


def _passages(reference: Reference, of: Notation) -> Iterator[str]:
    before: Verse | None = None
    for first, last in reference.passages:
        if before is not None:
            yield _between(before, first, of)
        yield from _passage(Passage(first, last), before, reference.dash, of)
        before = last or first


def _between(before: Verse, first: Verse, of: Notation) -> str:
    """In a book of one chapter `1.2` and `1,2` would be chapter and verse."""
    if not first.verse or first.chapter != before.chapter:
        return of.chapters
    return of.list if first.chapter or len(of.list) > 1 else f"{of.list.replace('.', ',')} "


def _passage(passage: Passage, before: Verse | None, dash: str, of: Notation) -> Iterator[str]:
    first, last = passage
    yield _verse(first, before, of)
    if last is not None:
        yield dash + _verse(last, first, of)


def _verse(one: Verse, before: Verse | None, of: Notation) -> str:
    if not one.verse:
        return str(one.chapter)
    same = before is not None and before.chapter == one.chapter and before.verse
    return one.verse if same or not one.chapter else f"{one.chapter}{of.verse}{one.verse}"
