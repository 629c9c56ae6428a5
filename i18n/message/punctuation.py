"""Which marks does a text have that its language writes otherwise?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.locales import language, script
from i18n.locales.quotations import MARKS, is_at_home

_LOW_OPENING = frozenset("bg cs de et hr hu is ka lb lt mk pl ro sk sl sr".split())
"""Languages in which “ closes or is no mark at all, so that “…” is English."""
_HIGH = re.compile(r"(?:^|[\s(])“\w[^“”„]*\w[.!?,]?”(?=\W|\Z)")
_WORD_END = r"[\w)\]”»\u064b-\u0652]"
_SPACED = re.compile(rf"{_WORD_END}[ \u00a0](?:[!?;:,.](?=\s|\Z)|[،؛؟])|[¿¡][ ]\w|[가-힣][ ][.,](?=[가-힣])")
_SPACE_AND_MARK = re.compile(r"[ \u00a0](?:[!?;:,.،؛]|(?<=[¿¡] ))")
"""What each of them has: a pattern that begins with few letters is found at once."""
_SPACED_FRENCH = re.compile(rf"{_WORD_END}[ \u00a0][,.](?=\s|\Z)")
_WITH_SPACES = frozenset({"fr", "br"})
"""Languages that put a space before marks of two parts (Imprimerie nationale, Lexique des règles typographiques)."""
_CLOSE = re.compile(
    r"[a-zß-öø-ÿ]{2}(?:[,;?!](?=[A-Za-zÀ-ÿ]{2})|\.(?=[A-ZÀ-Ý][a-zß-öø-ÿ]+\b))|[가-힣]{2}[.?!](?=[가-힣])|[ء-ي]{2}[،؛](?=[ء-ي])"
    r"|([,;:])\1|(?<!\.)\.\.(?![./\\])|[,;]\.(?=\s|\Z)"
)
"""A mark without the space behind it, or right behind another one."""
_MARK_AND_MORE = re.compile(r"[,;:.?!،؛](?=[\w,;:.])")
"""What each of them has."""
_OPENED = tuple(
    (mark, opening, re.compile(rf"\w[\"”»)]?\{mark}(?=[\"”’»)]*(?:\s|\Z))"))
    for mark, opening in (("?", "¿"), ("!", "¡"))
)
"""A mark, what opens it, and where it ends a sentence, in quotation marks too."""
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_FOREIGN = {
    "Arab": re.compile(rf"[{_ARABIC}\u0660-\u0669\u06f0-\u06f9][\u064b-\u0652\u200c]*[ ]?([,;?])(?=\s|\Z)"),
    "Kore": re.compile(r"[가-힣]([，。、！？；：])"),
    **dict.fromkeys(
        ("Hans", "Hant", "Jpan"), re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]([,?!;])(?=[\u4e00-\u9fff]|\Z)")
    ),
}
"""Marks of another script after a letter of this one."""
_STRETCHED = re.compile(rf"[{_ARABIC}]\u0640+[{_ARABIC}]")


def foreign(source: str, target: str, locale: str, written: str) -> Iterator[str]:
    """The marks of a translation that its language has others for; where a space is too many, with it.

    `written`: the translation with its markup, which parts letters from each other.
    """
    tongue = language(locale)
    if tongue in _LOW_OPENING and (found := _HIGH.search(target)):
        yield found[0].strip(" (")
    spaced = _SPACED_FRENCH if tongue in _WITH_SPACES else _SPACED
    if _SPACE_AND_MARK.search(target) and (found := spaced.search(target)) and not _SPACED.search(source):
        yield found[0][1:]
    if _MARK_AND_MORE.search(target) and (found := _CLOSE.search(target)) and not _CLOSE.search(source):
        yield found[0]
    if not MARKS.isdisjoint(target):
        yield from (
            mark for mark in sorted(MARKS.intersection(target)) if mark not in source and not is_at_home(mark, locale)
        )
    yield from unopened(target, locale)
    writing = script(locale)
    if (marks := _FOREIGN.get(writing)) is not None:
        yield from marks.findall(target)
    if writing == "Arab" and _STRETCHED.search(target) and _STRETCHED.search(written):
        yield "\u0640"


def unopened(target: str, locale: str) -> Iterator[str]:
    """The marks that close more in a Spanish text than is opened (Ortografía de la lengua española, 2010, 3.4.9)."""
    for mark, opening, pattern in _OPENED if language(locale) == "es" else ():
        if len(pattern.findall(target)) > target.count(opening):
            yield mark
