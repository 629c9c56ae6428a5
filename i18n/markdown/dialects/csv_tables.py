"""Which cells of a table that is written as CSV are text for readers?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import common
from i18n.markdown.masking import Construct, Words
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

CELL = re.compile(
    rb"""(?:^|(?<=,))[ \t>]*"""
    rb"""(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^\s",>](?:[^,\r\n]*[^\s,])?))[ \t]*(?=[,\r\n]|\Z)""",
    re.M,
)
_OTHER_FORM = re.compile(rb"^[ \t>]*:(?:delim|quote|escape|file|url):", re.M)
"""Options by which the body is written in another form, or stands elsewhere."""


def rows(data: bytes, options: int, start: int, end: int) -> Construct:
    """The rows of a `csv-table` from `start`, below its options."""
    is_other = _OTHER_FORM.search(data, options, start) is not None
    return Construct(Span(start, end), b"", () if is_other else tuple(_cells(data, start, end)))


def _cells(data: bytes, start: int, end: int) -> Iterator[Words]:
    for cell in CELL.finditer(data, start, end):
        group = "plain" if cell["quoted"] is None else "quoted"
        span: Span[BodyBytes] = Span(*cell.span(group)).stripped(data)
        if common.has_letters(span.of(data)):
            yield Words(Kind.TABLE_CELL, Place.CSV, span)
