"""Which marks does a text have that its language writes otherwise?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.locales import language, script

_LOW_OPENING = frozenset("bg cs de et hr hu is ka lb lt mk pl ro sk sl sr".split())
"""Languages in which “ closes or is no mark at all, so that “…” is English."""
_HIGH = re.compile(r"(?:^|[\s(])“\w[^“”„]*\w[.!?,]?”(?=\W|\Z)")
_SPACED = re.compile(r"\w[ \u00a0][!?](?=\s|\Z)")
_WITH_SPACES = frozenset({"fr", "br"})
_OPENED = (("?", "¿", re.compile(r"\w[\"”»)]?\?(?=\s|\Z)")), ("!", "¡", re.compile(r"\w[\"”»)]?!(?=\s|\Z)")))
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


def foreign(source: str, target: str, locale: str) -> Iterator[str]:
    """The marks of a translation that its language has others for; where a space is too many, with it."""
    tongue = language(locale)
    if tongue in _LOW_OPENING and (found := _HIGH.search(target)):
        yield found[0].strip(" (")
    if tongue not in _WITH_SPACES and (found := _SPACED.search(target)) and not _SPACED.search(source):
        yield found[0][1:]
    for mark, opening, pattern in _OPENED if tongue == "es" else ():
        if len(pattern.findall(target)) > target.count(opening):
            yield mark
    writing = script(locale)
    if (marks := _FOREIGN.get(writing)) is not None:
        yield from marks.findall(target)
    if writing == "Arab" and _STRETCHED.search(target):
        yield "\u0640"
