"""Which tables of GitHub's kind does the parser not know: after a line of text, with tabs, with one column?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import line_start
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct
from i18n.span import BodyBytes, Span

_ROW = LinePattern(rb"[ \t>]*+(?P<row>[|:-][|:\t -]*+)(?<=[|:-])(?=[ \t]*(?:[\r\n]|\Z))")
_DELIMITERS = re.compile(rb"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_MARKERS = re.compile(rb"(?P<quotes>[ \t>]*+)(?P<bullets>(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)")
_BAR = re.compile(rb"(?<!\\)\|")
_BLOCK = re.compile(rb"\#{1,6}(?:\s|\Z)|`{3}|~{3}|<|:{3}|\[[^\[\]]+\]:|(?:[-*_=][ \t]*){3,}\Z")
_NO_TEXT = re.compile(rb"[ \t>]*(?:[\r\n]|\Z)")


def unlike_parser(body: Body) -> Iterator[Construct]:
    """A blank line where a table begins below a line of text; delimiters in the form that the parser knows."""
    for header, row in _tables(body):
        yield from _begun(body.data, header)
        yield from _known(row)


def of_goldmark(body: Body) -> Iterator[Construct]:
    """The same where a heading may have fewer cells than the delimiters, whose last ones the parser is not shown."""
    for header, row in _tables(body, may_lack=True):
        yield from _begun(body.data, header)
        yield from _known(row, _cells(_MARKERS.sub(b"", header.of(body.data), count=1)))


def delimiters(body: Body) -> Iterator[Construct]:
    """Delimiters in the form that the parser knows, where a table below a line of text is none."""
    for _, row in _tables(body):
        yield from _known(row)


def _tables(body: Body, *, may_lack: bool = False) -> Iterator[tuple[Span[BodyBytes], re.Match[bytes]]]:
    """The heading and the delimiters of each table."""
    if b"-" not in body.data or b"|" not in body.data:
        return
    end = 0
    for match in body.lines(_ROW):
        start = match.start("line")
        if start < end or not _DELIMITERS.fullmatch(match["row"]):
            continue
        header: Span[BodyBytes] = Span(line_start(body.data, start - 1), start)
        if _heads(header.of(body.data), match["row"], may_lack=may_lack):
            yield header, match
            end = _end_of_block(body.data, match.end())


def _known(delimiters: re.Match[bytes], cells: int = 0) -> Iterator[Construct]:
    row = delimiters["row"]
    if 1 <= cells < _cells(row):
        start = row.startswith(b"|") + cells
        kept = b"|".join(row.split(b"|")[:start]).rstrip(b": \t").replace(b"\t", b" ")
        yield Construct(Span(*delimiters.span("row")), kept.ljust(len(row), b"-"))
        return
    if b"|" not in row:
        yield Construct(Span(*delimiters.span("row")), b"|" + b"-" * (len(row) - 1))
    elif b"\t" in row:
        yield Construct(Span(*delimiters.span("row")), row.replace(b"\t", b" "))


def _heads(line: bytes, delimiters: bytes, *, may_lack: bool) -> bool:
    """Whether a line is the heading of a table with these delimiters: as many cells, and a bar in one of the two.

    `may_lack`: it may have fewer cells.
    """
    text = _MARKERS.sub(b"", line, count=1).strip()
    if (
        not text
        or (not _BAR.search(text) and _BLOCK.match(text))
        or (b"|" not in delimiters and (b":" not in delimiters or not _BAR.search(text)))
    ):
        return False
    return _cells(text) == _cells(delimiters) or (may_lack and _cells(text) < _cells(delimiters))


def _cells(row: bytes) -> int:
    inner = row.strip().removeprefix(b"|")
    return len(_BAR.findall(inner)) + (not inner.endswith(b"|") or inner.endswith(b"\\|"))


def _begun(data: bytes, header: Span[BodyBytes]) -> Iterator[Construct]:
    """A blank line ahead of a heading that continues a paragraph, and a bar where it has none."""
    yield from _blank_line(data, header)
    line = header.of(data)
    if not _BAR.search(line) and (found := _MARKERS.match(line)):
        at = header.start + found.end()
        yield Construct(Span(at, at), ahead=b"|")


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
