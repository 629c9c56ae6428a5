"""How does a language write a reference to verses?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.facts.scripture.reference import Passage, Reference, Verse
from i18n.facts.scripture.table import Notation, notation
from i18n.locales.quantities import own_digits

_FOLLOWING = re.compile(r"(?<=\d)ff?\Z")


def written(reference: Reference, tag: str, tradition: str = "") -> str:
    """A reference in the writing of a canonical tag, with its default digits.

    Empty if the book has no name there, or the language no sign for the verses that follow.
    """
    found = notation(tag, tradition)
    names = found.names.get(reference.book) if found else None
    if not found or not names:
        return ""
    is_short = reference.short if found.short is None else found.short
    passages = [one for passage in reference.passages if (one := _followed(passage, found))]
    if len(passages) < len(reference.passages):
        return ""
    name = names[min(1, len(names) - 1)] if is_short else _name(reference, names[0], found)
    said = "".join(_passages(passages, reference.dash, found)) + _counter(reference, found)
    return own_digits(name + found.space + said, tag)


def _name(reference: Reference, name: str, of: Notation) -> str:
    """The name for prose: of one psalm, not of their book, where it is one."""
    chapters = {one.chapter for passage in reference.passages for one in passage if one}
    return of.psalm if reference.book == "PSA" and of.psalm and len(chapters) == 1 else name


def _counter(reference: Reference, of: Notation) -> str:
    """What follows a chapter that is cited whole, or a verse of a book that has one chapter."""
    first, last = reference.passages[-1]
    if not of.counted or ((last or first).verse and first.chapter):
        return ""
    chapter, psalm, verse = of.counted
    return verse if first.verse else psalm if reference.book == "PSA" else chapter


def _followed(passage: Passage, of: Notation) -> Passage | None:
    """A passage with the language's sign for the verses that follow, or the next one named; None if it has no sign."""
    first, last = passage
    one, several = of.following
    found = _FOLLOWING.search(first.verse)
    if last or not found:
        return passage
    verse = first.verse[: found.start()]
    if found[0] == "ff":
        return Passage(first._replace(verse=verse + several)) if several else None
    if one:
        return Passage(first._replace(verse=verse + one))
    return Passage(first._replace(verse=verse), first._replace(verse=str(int(verse) + 1)))


def _passages(passages: list[Passage], dash: str, of: Notation) -> Iterator[str]:
    before: Verse | None = None
    for first, last in passages:
        if before is not None:
            yield _between(before, first, of)
        yield from _passage(Passage(first, last), before, dash, of)
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
