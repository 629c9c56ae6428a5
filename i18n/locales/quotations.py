"""Which quotation marks does a language write, and which of them do others never?"""

from __future__ import annotations

import functools
from typing import NamedTuple

from i18n.locales.subtags import script
from i18n.locales.tags import language


class Quotation(NamedTuple):
    """The marks of a quotation, and of one within it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_ROOT = "“”‘’"
_BY_CLDR = {
    "«»“”": "ast blo bm br ca cv dyo el es-US eu ewo ie it kab kk lij mg mua nnh pms pt-AO pt-CH pt-CV pt-GQ pt-GW"
    " pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sc sg ti",
    "„“‚‘": "bs-Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "«»‹›": "am az-Arab az-Cyrl fa fr-CH gsw jgo kkj mzn rm sdh wae",
    "«»„“": "bas be bua ky os ru sah tyv uk",
    "””’’": "fi he lag rn se sn sv yi",
    "«»‘’": "dua el-polyton ksf nb nn no rw",
    "”“’‘": "ar lld ms-Arab syr ur",
    "«»«»": "fr ht hy oc yav",
    "„“„“": "bg lt prg sgs",
    "「」『』": "ja yue zh-Hant",
    "‘’“”": "fur ia ti-ER tn",
    "„”«»": "nmg pl ro",
    "„”‚’": "agq ff",
    "„”»«": "hu szl",
    "«»›‹": "kk-Arab ug",
    "«»„”": "shi zgh",
    "„”‘’": "bs",
    "“”«»": "eo",
    "«»”“": "fr-CA",
    "„“«»": "ka",
    "‘’‘’": "nl",
    "„”’’": "sr",
    "“’“”": "st",
    "“”“”": "tk",
    "“”’‘": "uz",
    _ROOT: "ff-Adlm uz-Arab uz-Cyrl bm-Nkoo",
}
"""CLDR 48.2, `delimiters`: the languages that do not quote as `_ROOT` does, or as what they are a part of."""
_MARKS_OF = {tag: Quotation(*marks) for marks, tags in _BY_CLDR.items() for tag in tags.split()}
_BY_CUSTOM = {
    "„": "af da nl sv fi sq az tr el hy he kk",
    "«": "ar bg bs cs da de dsb et fi gl he hr hsb id is lb lt lv mk nds ps sk sl sq sr sv tr ur vi",
    "「": "ko",
}
"""Languages in whose books the mark is common too."""
_LIKE = {"„": "„‟", "«": "«»", "「": "「」『』"}
_AT_HOME = {
    mark: frozenset(_BY_CUSTOM[mark].split()) | {language(tag) for tag, marks in _MARKS_OF.items() if mark in marks}
    for mark in _LIKE
}
_MARK_OF = {like: mark for mark, all_ in _LIKE.items() for like in all_}
MARKS = frozenset(_MARK_OF)
"""Quotation marks that some languages write and others never do."""
_CLOSING_TOO = frozenset("”’»›\"'")
"""Those that may open and close: ”so”, »so«."""
_PAIRS = 2


@functools.cache
def quotation(tag: str) -> Quotation:
    """The marks that CLDR has for a canonical tag."""
    tongue = language(tag)
    known = (_MARKS_OF.get(one) for one in (tag, f"{tongue}-{script(tag)}", tongue))
    return next(filter(None, known), Quotation(*_ROOT))


def is_at_home(mark: str, tag: str) -> bool:
    """Whether the language of a tag writes one of `MARKS`."""
    return language(tag) in _AT_HOME[_MARK_OF[mark]]


def house(marks: str) -> Quotation | None:
    """Read the marks of a house: those of a quotation, or these and those of one within it; None if they cannot be.

    `«»‹›`, or `“”` for the same marks within. Opening and closing mark differ, but for those that languages open and
    close with; the two pairs have no mark in common, or are the same.
    """
    outer, inner = marks[:_PAIRS], marks[_PAIRS:] or marks[:_PAIRS]
    if len(outer + inner) != 2 * _PAIRS or not _ALL.issuperset(marks):
        return None
    if any(pair[0] == pair[1] and pair[0] not in _CLOSING_TOO for pair in (outer, inner)):
        return None
    return Quotation(*outer, *inner) if outer == inner or set(outer).isdisjoint(inner) else None


_ALL = frozenset("".join(_BY_CLDR)) | frozenset("\"'〈〉《》＂")
