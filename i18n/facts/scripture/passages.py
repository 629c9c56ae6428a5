"""Which chapters and verses stand behind the name of a book?"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import regex

from i18n.facts.scripture.reference import Passage, Verse
from i18n.facts.scripture.table import Notation, verses
from i18n.words.scripts import PARTED

SPACE = "[ \u00a0\u202f]"
_DASHES = "-–—‑~～"
_MARKS = {
    ":": rf"{SPACE}?[:：]{SPACE}?",
    ",": ",",
    ".": r"\.",
    "장": rf"[장章편篇]{SPACE}?",
}
"""Between chapter and verse. What one reference has there parts its verses or nothing: `3,16.18`, `3.16,18`."""
_SPACED_COMMA = rf",{SPACE}?"
_HALVES = {"상": "a", "하": "b"}
_HALF = r"[a-c]|상(?=[이은을의과에]?(?!\p{Hang}))|하(?=[가를의와에]?(?!\p{Hang}))"
"""Half a verse; `하고` is “and”."""
_TO = re.compile(rf"{SPACE}?([{_DASHES}]){SPACE}?(?=\d)")
_LIST = re.compile(rf"(?:[,،，、]{SPACE}?|\.)(?=\d)")
_NEXT = re.compile(rf"[;؛；]{SPACE}?(?=\d)")
_ENDED = re.compile(rf"{SPACE}?(?:[^\w ]|\Z|[{_DASHES}])")


class Passages(NamedTuple):
    """What stands behind the name of a book."""

    rows: tuple[Passage, ...]
    """At least one."""
    dash: str
    """Between the first and the last verse; empty if there is none."""
    end: int
    """Where it ends."""
    mark: str
    """Between chapter and verse, a key of `_MARKS`; empty after a chapter alone."""
    counted: bool
    """A sign says that numbers are chapters or verses: `3장 16절`."""

    @property
    def is_plain(self) -> bool:
        """Tell whether a price or a time may look so: it has one chapter, and whole verses."""
        numbers = [one for row in self.rows for one in row if one]
        return all(one.verse.isdigit() or not one.verse for one in numbers) and len({one[0] for one in numbers}) == 1


def passages(text: str, at: int, book: str, of: Notation, *, spaced: bool) -> Passages | None:
    """Read chapters and verses from a place on, in any notation; None if the book has none such.

    `spaced`: a space may follow the comma between chapter and verse.
    """
    found = _points(of.following, "", spaced=spaced).match(text, at)
    point = found and _verse(found, Verse(0), book, of)
    if not found or point is None:
        return None
    mark = next((mark for mark, pattern in _MARKS.items() if found[2] and re.fullmatch(pattern, found[2])), "")
    reader = _Reader(text, book, of, mark or (":" if not found[2] else ","))
    first, at = point
    rows, dash = [], ""
    while True:
        last = None
        if (to := _TO.match(text, at)) and (point := reader.last(to.end(), first)):
            dash, (last, at) = dash or to[1], point
        rows.append(Passage(first, last))
        point = reader.following(at, last or first)
        if point is None:
            return Passages(tuple(rows), dash, at, mark, text[at - 1] in "장章편篇절節节")
        first, at = point


class _Reader(NamedTuple):
    text: str
    book: str
    of: Notation
    mark: str
    """Between chapter and verse: what the reference has there."""

    def point(self, at: int, before: Verse) -> tuple[Verse, int] | None:
        """The verse at a place, in the chapter of the one before unless it names its own."""
        found = _points(self.of.following, self.mark, spaced=False).match(self.text, at)
        return _verse(found, before, self.book, self.of) if found else None

    def last(self, at: int, first: Verse) -> tuple[Verse, int] | None:
        """The last verse of a row."""
        point = self.point(at, first)
        return point if point and _number(first) < _number(point[0]) else None

    def following(self, at: int, before: Verse) -> tuple[Verse, int] | None:
        """The next verse of a list, or of another chapter: a number that a word follows counts something."""
        if listed := _LIST.match(self.text, at):
            point = self.point(listed.end(), before)
        elif before.verse and (new := _NEXT.match(self.text, at)):
            point = self.point(new.end(), Verse(0))
            return point if point and point[0].verse and point[0].chapter else None
        else:
            return None
        if point is None or point[0].chapter != before.chapter:
            return point
        return point if _number(before) < _number(point[0]) and _ENDED.match(self.text, point[1]) else None


def _number(one: Verse) -> tuple[int, str]:
    digits = one.verse.rstrip("abcf")
    return one.chapter * 1000 + int(digits or 0), one.verse[len(digits) :]


def _verse(found: regex.Match[str], before: Verse, book: str, of: Notation) -> tuple[Verse, int] | None:
    if found[6]:
        is_verse = bool(before.verse) or (len(verses(book)) == 1 and not before.chapter)
        verse = found[6] + _tail(found[7], found[8], of)
        if not is_verse and verse != found[6]:
            return None
        one = Verse(before.chapter, verse) if is_verse else Verse(int(found[6]))
    else:
        one = Verse(int(found[1]), found[3] + _tail(found[4], found[5], of))
    return (one, found.end()) if _exists(one, book, names_chapter=bool(found[1])) else None


def _tail(half: str | None, following: str | None, of: Notation) -> str:
    if half:
        return _HALVES.get(half, half)
    if not following:
        return ""
    return "ff" if following.strip() in ("ff", of.following[1].strip()) else "f"


def _exists(one: Verse, book: str, *, names_chapter: bool) -> bool:
    known = verses(book)
    if one.chapter > len(known) or (not one.chapter and (names_chapter or not one.verse)):
        return False
    return not one.verse or 0 < int(one.verse.rstrip("abcf")) <= known[max(one.chapter, 1) - 1]


@functools.cache
def _points(following: tuple[str, str], mark: str, *, spaced: bool) -> regex.Pattern[str]:
    """What finds a verse, or a chapter; with the mark of `_MARKS` that the reference has, any one for the first."""
    marks = _MARKS[mark] if mark else "|".join(_MARKS.values())
    marks = f"{_SPACED_COMMA}|{marks}" if spaced else marks
    signs = sorted({one.strip() for one in (*following, "f", "ff")} - {""}, key=len, reverse=True)
    long = "|".join(rf"{SPACE}?{sign}" if len(sign) > 1 else sign for sign in signs)
    tail = rf"(?:({_HALF})|({long}))?(?!{PARTED})"
    return regex.compile(
        rf"(\d{{1,3}})({marks})(\d{{1,3}}){tail}[절節节]?"
        rf"|(\d{{1,3}}){tail}(?!(?:{marks})\d)(?:[장章편篇절節节](?!{SPACE}?\d))?",
        regex.VERSION1,
    )
