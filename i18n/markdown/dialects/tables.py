"""Which tables of GitHub's kind does the parser not know: after a line of text, with tabs, with one column?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.markdown.dialects.common import line_start
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Masker
from i18n.span import BodyBytes, Span

_ROW = LinePattern(rb"[ \t>]*+(?P<row>[|:-][|:\t -]*+)(?<=[|:-])(?=[ \t]*(?:[\r\n]|\Z))")
_DELIMITERS = re.compile(rb"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_MARKERS = re.compile(rb"(?P<quotes>[ \t>]*+)(?P<bullets>(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)")
_NOTE = re.compile(rb"\[\^[^\]\r\n]*+\]:[ \t]+")
_NO_HEADING = re.compile(rb"\#{1,6}[ \t]|`{3}|~{3}|<|:{3}|:[ \t]|\[!|\{")
_BAR = re.compile(rb"(?<!\\)\|")
_NO_TEXT = re.compile(rb"[ \t>]*(?:[\r\n]|\Z)")


@dataclass(frozen=True)
class Reader:
    """Which tables a generator knows."""

    bare: bool = False
    """A heading of one cell needs no bar, if the delimiters have one or a colon."""
    short: bool = False
    """A heading may have fewer cells than there are columns."""

    def heads(self, text: bytes, delimiters: bytes) -> bool:
        """Whether a text is the heading of a table with these delimiters."""
        if not text or (b"|" not in delimiters and b":" not in delimiters):
            return False
        if not self.bare and not _BAR.search(text):
            return False
        cells, columns = _cells(text), _cells(delimiters)
        return cells == columns or (self.short and cells < columns)


MARKDOWN_IT = Reader()
GITHUB = Reader(bare=True)
"""And remark."""
GOLDMARK = Reader(bare=True, short=True)


def unlike_parser(reader: Reader) -> Masker:
    """A blank line where a table begins below text; heading and delimiters in the form that the parser knows."""

    def find(body: Body) -> Iterator[Construct]:
        for header, row in _tables(body, reader):
            yield from _blank_line(body.data, header)
            yield from _known_heading(body.data, header, row["row"])
            yield from _known(row)

    return find


def delimiters(body: Body) -> Iterator[Construct]:
    """Delimiters in the form that the parser knows, where a table below a line of text is none."""
    for _, row in _tables(body, Reader()):
        yield from _known(row)


def _tables(body: Body, reader: Reader) -> Iterator[tuple[Span[BodyBytes], re.Match[bytes]]]:
    """The heading and the delimiters of each table."""
    if b"-" not in body.data or not (b"|" in body.data or b":-" in body.data or b"-:" in body.data):
        return
    end = 0
    for match in body.lines(_ROW):
        start = match.start("line")
        if start < end or not _DELIMITERS.fullmatch(match["row"]):
            continue
        header: Span[BodyBytes] = Span(line_start(body.data, start - 1), start)
        text = body.data[_text_start(body.data, header) : start].strip()
        if not _BAR.search(text) and (_NO_HEADING.match(text) or _is_lazy(body.data, header, match)):
            continue
        if reader.heads(text, match["row"]):
            yield header, match
            end = _end_of_block(body.data, match.end())


def _text_start(data: bytes, line: Span[BodyBytes]) -> int:
    """Where the text of a line begins, after the marks of quotes, items and notes."""
    markers = _MARKERS.match(data, *line)
    start = markers.end() if markers else line.start
    note = _NOTE.match(data, start, line.end)
    return note.end() if note else start


def _is_lazy(data: bytes, header: Span[BodyBytes], delimiters: re.Match[bytes]) -> bool:
    """Whether delimiters stand outside the item or quote of the line above them."""
    markers = _MARKERS.match(data, *header)
    if markers is None:
        return False
    lead = delimiters["line"][: -len(delimiters["row"])]
    inside = 2 if markers["bullets"] else 0
    return lead.count(b">") != markers["quotes"].count(b">") or len(lead) < len(markers["quotes"]) + inside


def _known_heading(data: bytes, header: Span[BodyBytes], delimiters: bytes) -> Iterator[Construct]:
    """Bars around a heading that has none, or fewer than there are columns."""
    start = _text_start(data, header)
    text = data[start : header.end].rstrip()
    missing = _cells(delimiters) - _cells(text)
    if not _BAR.search(text) or (missing and not text.startswith(b"|")):
        yield Construct(Span(start, start), ahead=b"|", within_text=True)
    if missing:
        end = start + len(text)
        yield Construct(Span(end, end), ahead=b"|" * (missing + (not text.endswith(b"|"))), within_text=True)


def _known(delimiters: re.Match[bytes]) -> Iterator[Construct]:
    row = delimiters["row"]
    if b"|" not in row:
        yield Construct(Span(*delimiters.span("row")), b"|" + b"-" * (len(row) - 1))
    elif b"\t" in row:
        yield Construct(Span(*delimiters.span("row")), row.replace(b"\t", b" "))


def _cells(row: bytes) -> int:
    inner = row.strip().removeprefix(b"|")
    return len(_BAR.findall(inner)) + (not inner.endswith(b"|") or inner.endswith(b"\\|"))


def _blank_line(data: bytes, header: Span[BodyBytes]) -> Iterator[Construct]:
    """A blank line ahead of a heading without a bar at its begin that continues a paragraph."""
    line = header.of(data)
    above = data[line_start(data, header.start - 1) : header.start]
    found, before = _MARKERS.match(line), _MARKERS.match(above)
    if not (header.start and found and before) or found["bullets"] or line[found.end() : found.end() + 1] == b"|":
        return
    if _NO_TEXT.match(above) or len(found["quotes"].rstrip()) != len(before["quotes"].rstrip()):
        return
    if found.end() < before.end() or _is_html(data, header.start):
        return
    yield Construct(Span(header.start, header.start), ahead=found["quotes"].rstrip(b" \t") + b"\n")


def _is_html(data: bytes, position: int) -> bool:
    """Whether the block that a line belongs to begins with a tag."""
    while position:
        above = line_start(data, position - 1)
        if _NO_TEXT.match(data, above):
            break
        position = above
    return data[position : position + 80].lstrip(b" \t>").startswith(b"<")


def _end_of_block(data: bytes, at: int) -> int:
    """Where the next blank line begins."""
    while (at := data.find(b"\n", at) + 1) > 0:
        if _NO_TEXT.match(data, at):
            return at
    return len(data)
