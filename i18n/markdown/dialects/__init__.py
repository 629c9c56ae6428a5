"""Which Markdown does a site generator read?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from i18n.markdown.parser import Extension


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a generator understands beyond CommonMark."""

    name: str
    extensions: Extension
    machinery: re.Pattern[bytes] | None = None
    """What a line may hold that is not for readers: it parts the text around it and stays as it is."""


_COMMENT = rb"<!--.*?-->"
_TEMPLATES = rb"\{\{.*?\}\}|\{%.*?%\}|\{\#.*?\#\}"
_ALERT = rb"\[![A-Za-z]+\][+-]?"
_CONTAINER = rb":{3,}[^\r\n]*"
_ATTRIBUTES = rb"\{:?[ ]?[.\#][^{}\r\n]*\}|\{:[^{}\r\n]*\}"

COMMONMARK = Dialect("commonmark", Extension.NONE, re.compile(_COMMENT, re.S))
GFM = Dialect(
    "gfm",
    Extension.TABLES | Extension.FOOTNOTES | Extension.STRIKETHROUGH | Extension.TASK_LISTS | Extension.ALERTS,
    re.compile(b"|".join((_COMMENT, _TEMPLATES, _ALERT, _CONTAINER, _ATTRIBUTES)), re.S),
)

DIALECTS = (COMMONMARK, GFM)


def named(name: str) -> Dialect:
    """The dialect of that name; raises `KeyError` for an unknown one."""
    return {dialect.name: dialect for dialect in DIALECTS}[name]
