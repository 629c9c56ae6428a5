"""What is a table that a dialect alone knows: rows of kramdown without a heading, rows in CSV?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from i18n.markdown.dialects import csv_tables
from i18n.model import Kind, Place
from i18n.render import fragments
from i18n.render.context import Context
from i18n.render.markup import Markup
from i18n.render.messages import Mark
from i18n.span import ArticleBytes, Span

_BETWEEN_BARS = re.compile(rb"(?:\\.|``[^`\r\n]*``|`[^`\r\n]*`|[^|\\\r\n])+")
_LINE = re.compile(rb"[^\r\n]+")
_RULE = re.compile(rb"[ \t|:=+-]*")
_PREFIX = re.compile(rb"[ \t>]*\|?")


def is_table(found: Sequence[Mark]) -> bool:
    """Whether the words of a construct are the cells of a table."""
    return bool(found) and all(each.segment.kind is Kind.TABLE_CELL for each in found)


def write(context: Context, markup: Markup, span: Span[ArticleBytes], found: Sequence[Mark]) -> None:
    """Write the rows that a construct holds, with the cells that are no messages."""
    data = context.shared.data
    cells = _csv if found[0].segment.place is Place.CSV else _bars
    table = markup.open("table")
    body = markup.open("tbody")
    for line in _LINE.finditer(data, *span):
        if _RULE.fullmatch(line[0]):
            continue
        row = markup.open("tr")
        for cell in cells(data, Span(*line.span())):
            _cell(context, markup, cell)
        markup.close(row)
    markup.close(body)
    markup.close(table)


def _cell(context: Context, markup: Markup, cell: Span[ArticleBytes]) -> None:
    marks = context.waiting.within(cell)
    opened = context.open(markup, "td", (), marks)
    said = marks[0].segment.msgid if marks else cell.of(context.shared.data).decode(errors="replace").strip()
    fragments.write(context, markup, said)
    markup.close(opened)


def _bars(data: bytes, line: Span[ArticleBytes]) -> Iterator[Span[ArticleBytes]]:
    prefix = _PREFIX.match(data, *line)
    start = prefix.end() if prefix else line.start
    for match in _BETWEEN_BARS.finditer(data, start, line.end):
        if match.end() < line.end or match[0].strip():
            yield Span(*match.span())


def _csv(data: bytes, line: Span[ArticleBytes]) -> Iterator[Span[ArticleBytes]]:
    for match in csv_tables.CELL.finditer(data, *line):
        yield Span(*match.span("plain" if match["quoted"] is None else "quoted"))
