"""Which Markdown does a site generator read?"""

from __future__ import annotations

from dataclasses import dataclass

from i18n.markdown.parser import Extension


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a generator understands beyond CommonMark."""

    name: str
    extensions: Extension


COMMONMARK = Dialect("commonmark", Extension.NONE)
GFM = Dialect(
    "gfm",
    Extension.TABLES | Extension.FOOTNOTES | Extension.STRIKETHROUGH | Extension.TASK_LISTS | Extension.ALERTS,
)

DIALECTS = (COMMONMARK, GFM)


def named(name: str) -> Dialect:
    """The dialect of that name; raises `KeyError` for an unknown one."""
    return {dialect.name: dialect for dialect in DIALECTS}[name]
