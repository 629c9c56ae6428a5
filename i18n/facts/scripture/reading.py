"""Where does a text refer to verses of the Bible?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from i18n.facts.scripture.passages import SPACE, Passages, passages
from i18n.facts.scripture.reference import Reference
from i18n.facts.scripture.table import Notation, chapters, notation
from i18n.locales import language
from i18n.locales.quantities import units
from i18n.numbers.digits import western
from i18n.span import Span
from i18n.words.scripts import HANGUL, PARTED

_ROMAN = ("", "I", "II", "III", "IV", "V")
_NUMBERED = re.compile(r"([1-5])\.? (.+)")
_ORDINAL = rf"(?:\.?[ªº]|\.|st|nd|rd|-?[яе])?{SPACE}?"
_AFTER_ROMAN = rf"(?:\.{SPACE}?|{SPACE})"
_CHAPTERS_ALONE = frozenset(
    "GEN EXO LEV DEU PSA ECC ISA JER LAM EZK HOS HAB ZEP ZEC MAL GAL EPH PHP COL HEB REV ROM "
    "1SA 2SA 1KI 2KI 1CH 2CH 1CO 2CO 1TH 2TH 1TI 2TI 1PE 2PE 1JN".split()
)
"""Books whose names before a number mean nothing else: `Mark 10`, `Acts 2` and `Job 3` may."""
_FIRST_DIGIT = re.compile(r"\d(?<!\d\d)")
_BEFORE_NUMBER = re.compile(rf"([^\s\d.]{{1,2}})\.?{SPACE}?[제第]?\Z")
_LONGEST_TAIL = 5
_LONGEST = 40
"""Characters of the longest spelling, with room to spare."""
_BRACKETS = tuple("([（")
_JOINED = re.compile(r"[;؛；,،、]?\s?(?:(?:and|und|y|e|et|en|и|та|na|و)\s)?")
"""Between two references of one list."""
_NUMBER_BEFORE = re.compile(rf"(?<!\d)[1-5](?:\.?[ªº]|\.|-?[яе])?{SPACE}?\Z")
_SENTENCE_ENDED = re.compile(r"\s?(?:[^\w\s]|\Z)")
_WORD_AFTER = re.compile(rf"{SPACE}?([^\W\d_]{{2,}})")
_ALSO_COUNTED = frozenset("euro euros dollar dollars kilo kilos كيلو يورو دولار".split())


class _Spelling(NamedTuple):
    book: str
    is_short: bool
    is_word: bool
    """It is another word, too: read only where it is set off."""
    is_noun: bool
    """It is another word before a number that counts."""


def references(text: str, tag: str) -> Iterator[Reference]:
    """References in a text of a canonical tag, in order; nothing if the language has no table of books.

    A book with chapter and verse is one, in the notation of any tradition; a chapter alone is one after a name that
    means nothing else. Times (`10:30`), versions, prices and `I am 5` are none.
    """
    end, said = 0, western(text)
    tails = _tails(tag)
    for digit in _FIRST_DIGIT.finditer(text) if tails else ():
        at = digit.start()
        before = _BEFORE_NUMBER.search(text, max(0, at - _LONGEST_TAIL), at)
        if before is None or (before[1] not in tails and before[1][-1] not in tails):
            continue
        match = _pattern(tag).match(said, max(end, before.start() - _LONGEST), at)
        if match is not None and (found := _reference(said, match, tag, end)) is not None:
            end = found.span.end
            yield found


def _reference(text: str, match: regex.Match[str], tag: str, after: int) -> Reference | None:
    """The reference that a spelling begins, behind the one that ends where `after` says."""
    of, start = notation(tag) or _NOTHING, match.start(1)
    name = _books(tag)[_key(match[1], tag)]
    has_dot = text[match.end(1)] == "."
    is_code = has_dot and not name.is_short and text[match.end(1) + 1].isdigit()
    if is_code or _is_another(text, start, name.book, of):
        return None
    found = passages(text, match.end(), name.book, of, spaced=has_dot and name.is_short and of.verse == ",")
    if found is None or _not_after().match(text, found.end) or _counts(text, found, tag):
        return None
    is_set_off = has_dot or _is_set_off(text, start, after)
    if name.is_word and found.is_plain and not is_set_off:
        return None
    is_chapter = not found.rows[0].first.verse and chapters(name.book) > 1
    if is_chapter and not found.counted:
        is_known = name.book in _CHAPTERS_ALONE and (has_dot or not name.is_short)
        if not is_known or not (is_set_off or _is_alone(text, found, name, tag)):
            return None
    return Reference(Span(start, found.end), name.book, found.rows, found.dash or "–", name.is_short)


def _is_set_off(text: str, start: int, after: int) -> bool:
    """Whether a spelling stands as a reference does: in brackets, or next to another one."""
    before = text[max(0, start - _LONGEST) : start].rstrip()
    return before.endswith(_BRACKETS) or bool(after and _JOINED.fullmatch(text, after, start))


def _is_another(text: str, start: int, book: str, of: Notation) -> bool:
    """Whether what stands before the name of John makes it one of his letters, or the Revelation."""
    if book != "JHN":
        return False
    before = text[max(0, start - _LONGEST) : start].casefold()
    return bool(_NUMBER_BEFORE.search(before) or (of.john and _john(of.john).search(before)))


@functools.cache
def _john(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\W+(?:\w+\W+){{0,2}}\Z")


def _is_alone(text: str, found: Passages, name: _Spelling, tag: str) -> bool:
    """Whether a chapter without verses does not count what follows: `13 von 20`, `3명`."""
    may_count = name.is_noun or _is_close(tag)
    return not may_count or bool(_SENTENCE_ENDED.match(text, found.end))


def _counts(text: str, found: Passages, tag: str) -> bool:
    """Whether the number may be one of a quantity, and a unit follows: `Lukas 10,5 Kilo`."""
    if found.mark not in (",", ".", "") or not found.is_plain:
        return False
    word = _WORD_AFTER.match(text, found.end)
    return bool(word and (word[1].casefold() in _ALSO_COUNTED or word[1].casefold() in units(tag)))


def _key(text: str, tag: str) -> str:
    """A spelling as it is looked up: without what may be between an ordinal and its word."""
    found = _leading(tag).match(text)
    if found is None:
        return " ".join(text.split())
    ordinals = (notation(tag) or _NOTHING).ordinals
    number = found[1] or (_ROMAN.index(found[2]) if found[2] else ordinals.index(found[3]) + 1)
    return f"{number} {' '.join(text[found.end() :].split())}"


@functools.cache
def _leading(tag: str) -> re.Pattern[str]:
    words = "|".join((notation(tag) or _NOTHING).ordinals) or "(?!)"
    return re.compile(rf"([1-5]){_ORDINAL}(?=\w)|(I{{1,3}}|IV|V){_AFTER_ROMAN}(?=\w)|({words}){SPACE}+")


@functools.cache
def _not_after() -> regex.Pattern[str]:
    """What may not follow a reference: particles of Korean, Japanese and Chinese may."""
    return regex.compile(rf"[:.,]?\d|{SPACE}?(?:[ap]\.?{SPACE}?m\b|[%°€$£]|Uhr\b|[صم](?!\w))|{PARTED}", regex.VERSION1)


@functools.cache
def _books(tag: str) -> Mapping[str, _Spelling]:
    """What each spelling means."""
    found: dict[str, _Spelling] = {}
    known = notation(tag) or _NOTHING
    for book, spellings in known.names.items():
        for spelling in spellings:
            numbered = _NUMBERED.fullmatch(spelling)
            key = f"{numbered[1]} {numbered[2]}" if numbered else spelling
            is_short = len(spelling) < _full(spelling, spellings[0]) - 1 and spelling != known.psalm
            is_word = spelling in known.words or len(spelling) == 1
            found.setdefault(key, _Spelling(book, is_short, is_word, spelling in known.nouns))
    return found


def _full(spelling: str, name: str) -> int:
    """How long a name is: without the ordinal that a number stands for."""
    return len(name) if name[0].isdigit() or not spelling[0].isdigit() else len(f"1 {name.rpartition(' ')[0]}")


_NOTHING = Notation("", "", "", "", short=None, words=frozenset())


@functools.cache
def _tails(tag: str) -> frozenset[str]:
    """The last two letters of every spelling, or the only one: few words before a number end like that."""
    return frozenset(key.rpartition(" ")[2][-2:] for key in _books(tag))


def _is_close(tag: str) -> bool:
    """Whether numbers may follow names without a space."""
    return language(tag) in ("ko", "zh")


@functools.cache
def _pattern(tag: str) -> regex.Pattern[str]:
    """What finds a spelling that ends right before a number, from there backwards."""
    ordinals = (notation(tag) or _NOTHING).ordinals
    names = "|".join(_written(key, ordinals) for key in sorted(_books(tag), key=len, reverse=True))
    gap = f"{SPACE}?[제第]?" if _is_close(tag) else SPACE
    before = rf"{PARTED}|[.\-/]" + (f"|[{HANGUL}]" if language(tag) == "ko" else "")
    return regex.compile(rf"(?r)(?<!{before})({names})(?:\.{SPACE}?|{gap})", regex.VERSION1)


def _written(key: str, ordinals: tuple[str, ...]) -> str:
    numbered = _NUMBERED.fullmatch(key)
    words = re.escape(numbered[2] if numbered else key).replace(r"\ ", f"{SPACE}+")
    if numbered is None:
        return words
    number = int(numbered[1])
    said = f"|{ordinals[number - 1]}{SPACE}+" if number <= len(ordinals) else ""
    return f"(?:{number}{_ORDINAL}|{_ROMAN[number]}{_AFTER_ROMAN}{said}){words}"
