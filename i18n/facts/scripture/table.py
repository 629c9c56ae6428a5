"""What are the books of the Bible called in a language, and what stands between chapter and verse?"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from i18n.locales.subtags import likely
from i18n.store.environment import text_of

_SHORT = {"short": True, "full": False}


@dataclass(frozen=True, slots=True)
class Notation:
    """How a tradition of a language refers to verses."""

    verse: str
    """Between chapter and verse."""
    list: str
    """Between verses of one chapter."""
    chapters: str
    """Between passages of two chapters."""
    space: str
    """Between book and chapter."""
    short: bool | None
    """Whether references have short names; None: where the source has."""
    words: frozenset[str]
    """Spellings that are other words too."""
    nouns: frozenset[str] = frozenset()
    """Names that are other words before a number that counts: `Römer 8`."""
    john: tuple[str, ...] = ()
    """Words before the name of John that make it another book than the gospel."""
    psalm: str = ""
    """What a single psalm is called in prose, where the book is not."""
    following: tuple[str, str] = ("", "")
    """After a verse: with the next one, with all that follow; empty where a person must say so."""
    counted: tuple[str, ...] = ()
    """What follows a chapter that is cited whole, a psalm, and a verse of a book of one chapter; or nothing."""
    ordinals: tuple[str, ...] = ()
    """Words before a name, in place of a number."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Spellings by book: the one for prose, the short one, those that are only read."""


def notation(tag: str, tradition: str = "") -> Notation | None:
    """The notation of a canonical tag, in a named tradition of its own or the default one; None if it has no table.

    Raises `KeyError` for a tradition that the language does not have.
    """
    name = _section(tag)
    return _notation(name, tradition) if name else None


def traditions(tag: str) -> tuple[str, ...]:
    """Names of the traditions of a canonical tag, the default one first; empty if it has no table."""
    name = _section(tag)
    if not name:
        return ()
    own = _table()["locales"][name]
    return (*filter(None, (own.get("tradition"),)), *own.get("traditions", ()))


@functools.cache
def verses(book: str) -> tuple[int, ...]:
    """How many verses each chapter of a book has, in the numbering that has most."""
    return tuple(map(int, _table()["verses"][book].split()))


def chapters(book: str) -> int:
    """How many chapters a book has, in the numbering that has most."""
    return len(verses(book))


@functools.cache
def _table() -> dict[str, Any]:
    import tomllib  # as is the table, only for texts with something like a reference

    return tomllib.loads(text_of("i18n.facts.scripture", "books.toml"))


@functools.cache
def _section(tag: str) -> str:
    """The section for a tag: of its language in its script, and of its region where the section names one."""
    own = likely(tag)
    for name in _table()["locales"]:
        other = likely(name)
        regions = (
            {other.region} if name.count("-") and len(name.rpartition("-")[2]) == 2 else {other.region, own.region}
        )
        if (other.language, other.script) == (own.language, own.script) and own.region in regions:
            return str(name)
    return ""


@functools.cache
def _notation(name: str, tradition: str) -> Notation:
    section = dict(_table()["locales"][name])
    names = dict(_spellings(section["books"]))
    if tradition not in ("", section.get("tradition")):
        changed = section["traditions"][tradition]
        for book, spellings in _spellings(changed.get("books", "")):
            names[book] = tuple(dict.fromkeys((*_pair(spellings), *names[book])))
        section |= changed
        if "numeral" in changed:
            names = {book: _renumbered(spellings, changed["numeral"]) for book, spellings in names.items()}
    psalm, _, _ = section.get("psalm", "").rpartition(" ")
    names["PSA"] = tuple(dict.fromkeys((*names["PSA"], *filter(None, (psalm,)))))
    names |= {book: tuple(_by_number(spellings, section)) for book, spellings in names.items()}
    return Notation(
        section["verse"],
        section["list"],
        section["chapters"],
        section.get("space", " "),
        _SHORT.get(section.get("names", "")),
        frozenset(section.get("words", "").split()),
        frozenset(section.get("nouns", "").split()),
        tuple(section.get("john", "").split()),
        psalm,
        tuple(section.get("following", ("", ""))),
        tuple(section.get("counted", "").split()),
        tuple(section.get("ordinals", "").split()),
        names,
    )


def _spellings(books: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in books.splitlines():
        book, _, rest = line.partition(" ")
        yield book, tuple(spelling.rpartition(" ")[0] for spelling in rest.split(" | "))


def _pair(spellings: tuple[str, ...]) -> tuple[str, str]:
    return spellings[0], spellings[-1]


def _renumbered(spellings: tuple[str, ...], numeral: str) -> tuple[str, ...]:
    """Spellings with another sign after the number of their book: `1 Korinther` for `1. Korinther`."""
    return tuple(one[0] + numeral + one[3:] if one[:1].isdigit() and one[1:3] == ". " else one for one in spellings)


def _by_number(spellings: tuple[str, ...], section: Mapping[str, Any]) -> Iterator[str]:
    """Spellings, and those with a number for the ordinal that ends one, with and without its article."""
    yield from spellings
    after = section.get("ordinals_after", "").split()
    for spelling in spellings:
        name, _, last = spelling.rpartition(" ")
        if name and last in after:
            for one in dict.fromkeys((name, name.removeprefix(section["article"]))):
                yield f"{after.index(last) // 2 + 1} {one}"
