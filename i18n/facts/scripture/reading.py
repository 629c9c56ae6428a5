"""Where does a text refer to verses of the Bible?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from i18n.facts.scripture.reference import Passage, Reference, Verse
from i18n.facts.scripture.table import Notation, chapters, notation
from i18n.numbers.digits import western
from i18n.span import Span
from i18n.words.scripts import PARTED

_SPACE = "[ \u00a0\u202f]"
_DASHES = "-–—‑~～"
_ROMAN = ("", "I", "II", "III", "IV", "V")
_NUMBERED = re.compile(r"([1-5])\.? (.+)")
_ORDINAL = rf"(?:\.|st|nd|rd|[ªº]|-?[яе])?{_SPACE}?"
_AFTER_ROMAN = rf"(?:\.{_SPACE}?|{_SPACE})"
_LEADING = re.compile(rf"([1-5]){_ORDINAL}(?=\w)|(I{{1,3}}|IV|V){_AFTER_ROMAN}(?=\w)")
_CHAPTERS_ALONE = frozenset(
    "GEN EXO LEV DEU PSA ECC ISA JER LAM EZK HOS HAB ZEP ZEC MAL GAL EPH PHP COL HEB REV ROM "
    "1SA 2SA 1KI 2KI 1CH 2CH 1CO 2CO 1TH 2TH 1TI 2TI 1PE 2PE 1JN".split()
)
"""Books whose names before a number mean nothing else: `Mark 10`, `Acts 2` and `Job 3` may."""
_MOST_VERSES = 176
_BEFORE_NUMBER = re.compile(rf"([^\s\d.]{{1,2}})\.?{_SPACE}?\d")
_LONGEST = 40
"""Characters of the longest spelling, with room to spare."""
_MARKS = {
    ":": rf"{_SPACE}?[:：]{_SPACE}?",
    ",": ",",
    ".": r"\.",
    "장": rf"[장章]{_SPACE}?",
}
"""Between chapter and verse. What one reference has there parts its verses or nothing: `3,16.18`, `3.16,18`."""


@functools.cache
def _points(mark: str = "") -> regex.Pattern[str]:
    """What finds a verse, or a chapter; with the mark of `_MARKS` that the reference has, any one for the first."""
    marks = _MARKS[mark] if mark else "|".join(_MARKS.values())
    verse = rf"(\d{{1,3}}(?:[a-c]|ff?)?)(?!{PARTED})"
    return regex.compile(
        rf"(\d{{1,3}})({marks}){verse}[절節节]?|(\d{{1,3}})(?!(?:{marks})\d)(?!{PARTED})", regex.VERSION1
    )


_TO = re.compile(rf"{_SPACE}?([{_DASHES}]){_SPACE}?(?=\d)")
_LIST = re.compile(rf"(?:[,،，、]{_SPACE}?|\.)(?=\d)")
_NEXT = re.compile(rf"[;؛；]{_SPACE}?(?=\d)")
_ENDED = re.compile(rf"{_SPACE}?(?:[^\w ]|\Z|[{_DASHES}])")


def references(text: str, tag: str) -> Iterator[Reference]:
    """References in a text of a canonical tag, in order; nothing if the language has no table of books.

    A book with chapter and verse is one, in the notation of any tradition; a chapter alone is one after a name that
    means nothing else. Times (`10:30`), versions, prices and `I am 5` are none.
    """
    end = 0
    for number in _BEFORE_NUMBER.finditer(text):
        if number[1] not in _tails(tag) and number[1][-1] not in _tails(tag):
            continue
        said = western(text)
        match = _pattern(tag).match(said, max(end, number.start() - _LONGEST), number.end() - 1)
        if match is not None and (found := _reference(said, match, tag)) is not None:
            end = found.span.end
            yield found


def _reference(text: str, match: regex.Match[str], tag: str) -> Reference | None:
    spelling = _spelling(match[1])
    book, is_short, is_word = _books(tag)[spelling]
    if is_word and not _is_set_off(text, match):
        return None
    found = _passages(text, match.end(), book)
    if found is None:
        return None
    passages, dash, end = found
    alone = not passages[0].first.verse and chapters(book) > 1
    is_abbreviated = text[match.end(1)] == "."
    if alone and ((is_short and not is_abbreviated) or book not in _CHAPTERS_ALONE):
        return None
    if _not_after().match(text, end):
        return None
    return Reference(Span(match.start(1), end), book, passages, dash or "–", is_short)


def _is_set_off(text: str, match: regex.Match[str]) -> bool:
    """Whether a spelling that is another word too stands as a reference does: in brackets, or with a full stop."""
    before = text[: match.start()].rstrip()[-1:]
    return before in tuple("([（;；") or text[match.end(1) : match.end(1) + 1] == "."


def _passages(text: str, at: int, book: str) -> tuple[tuple[Passage, ...], str, int] | None:
    found = _points().match(text, at)
    point = found and _verse(found, Verse(0), book)
    if not found or point is None:
        return None
    mark = next((mark for mark, pattern in _MARKS.items() if found[2] and re.fullmatch(pattern, found[2])), ":")
    reader = _Reader(text, book, _points(mark))
    first, at = point
    passages, dash = [], ""
    while True:
        last = None
        if (to := _TO.match(text, at)) and (point := reader.point(to.end(), first)):
            dash, (last, at) = dash or to[1], point
        passages.append(Passage(first, last))
        point = reader.following(at, last or first)
        if point is None:
            return tuple(passages), dash, at
        first, at = point


class _Reader(NamedTuple):
    text: str
    book: str
    points: regex.Pattern[str]
    """Finds verses behind the mark that the reference has."""

    def point(self, at: int, before: Verse) -> tuple[Verse, int] | None:
        """The verse at a place, in the chapter of the one before unless it names its own."""
        found = self.points.match(self.text, at)
        return _verse(found, before, self.book) if found else None

    def following(self, at: int, before: Verse) -> tuple[Verse, int] | None:
        """The next verse of a list, or of another chapter: a number that a word follows counts something."""
        if listed := _LIST.match(self.text, at):
            point = self.point(listed.end(), before)
        elif before.verse and (new := _NEXT.match(self.text, at)):
            point = self.point(new.end(), Verse(0))
            point = point if point and point[0].verse else None
        else:
            return None
        names_chapter = point is not None and point[0].chapter != before.chapter
        return point if point and (names_chapter or _ENDED.match(self.text, point[1])) else None


def _verse(found: regex.Match[str], before: Verse, book: str) -> tuple[Verse, int] | None:
    if found[4]:
        single = chapters(book) == 1 and not before.chapter
        is_verse = single or bool(before.verse)
        one = Verse(before.chapter, found[4]) if is_verse else Verse(int(found[4]))
    else:
        one = Verse(int(found[1]), found[3])
    return (one, found.end()) if _exists(one, book) else None


def _exists(one: Verse, book: str) -> bool:
    verse = int(one.verse.rstrip("abcf") or 1)
    return one.chapter <= chapters(book) and 0 < verse <= _MOST_VERSES and bool(one.chapter or one.verse)


def _spelling(text: str) -> str:
    """A spelling as it is looked up: without what may be between an ordinal and its word."""
    found = _LEADING.match(text)
    if found is None:
        return " ".join(text.split())
    number = found[1] or _ROMAN.index(found[2])
    return f"{number} {' '.join(text[found.end() :].split())}"


@functools.cache
def _not_after() -> regex.Pattern[str]:
    """What may not follow a reference: particles of Korean, Japanese and Chinese may."""
    return regex.compile(rf"[:.,]?\d|{_SPACE}?(?:[ap]\.?{_SPACE}?m\b|[%°€$£]|Uhr\b)|{PARTED}", regex.VERSION1)


@functools.cache
def _books(tag: str) -> Mapping[str, tuple[str, bool, bool]]:
    """Book by spelling; whether that is short, and whether it is another word too."""
    found: dict[str, tuple[str, bool, bool]] = {}
    known = notation(tag)
    for book, spellings in (known or _NOTHING).names.items():
        for spelling in spellings:
            numbered = _NUMBERED.fullmatch(spelling)
            key = f"{numbered[1]} {numbered[2]}" if numbered else spelling
            is_short = len(spelling) < len(spellings[0]) - 1
            is_word = bool(known and spelling in known.words) or len(spelling) == 1
            found.setdefault(key, (book, is_short, is_word))
    return found


_NOTHING = Notation("", "", "", "", short=None, words=frozenset())


@functools.cache
def _tails(tag: str) -> frozenset[str]:
    """The last two letters of every spelling, or the only one: few words before a number end like that."""
    return frozenset(key[-2:] for key in _books(tag)) | {key for key in _books(tag) if len(key) == 1}


@functools.cache
def _pattern(tag: str) -> regex.Pattern[str]:
    """What finds a spelling that ends right before a number, from there backwards."""
    keys = sorted(_books(tag), key=len, reverse=True)
    close = all(not key.isascii() for key in keys[:1]) and notation(tag) is not None and len(keys[-1]) == 1
    names = "|".join(map(_written, keys))
    gap = f"{_SPACE}?" if close else _SPACE
    return regex.compile(rf"(?r)(?<!{PARTED}|[.\-/])({names})(?:\.{_SPACE}?|{gap})", regex.VERSION1)


def _written(key: str) -> str:
    numbered = _NUMBERED.fullmatch(key)
    words = re.escape(numbered[2] if numbered else key).replace(r"\ ", f"{_SPACE}+")
    if numbered is None:
        return words
    number = int(numbered[1])
    return f"(?:{number}{_ORDINAL}|{_ROMAN[number]}{_AFTER_ROMAN}){words}"
