"""What does kramdown add: attribute lists, tables of its own, contents, Markdown in HTML and HTML that holds none?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from i18n.markdown.dialects import common, kramdown_rows
from i18n.markdown.dialects.liquid import OUTPUT, TAG
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Words, placeholder
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

ATTRIBUTES = rb"\{:(?!:)(?:[^{}\r\n]|\{[^{}\r\n]*\})*\}"
_CONTENTS = re.compile(rb"\{:[ \t]*toc(?![\w-])[^{}\r\n]*\}[ \t]*(?=[\r\n]|\Z)")
_ITEM = re.compile(rb"[ \t>]*(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+[^\r\n]*)\r?\n[ \t>]*\Z")
_ADDRESS = rb"(?:<[^<>\r\n]*>|[^\s]+)(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*(?=[\r\n]|\Z)"
_DEFINITION = re.compile(
    rb"\[(?!\^)[^\[\]\r\n]+\]:[ \t]*(?:" + _ADDRESS + rb"|(?P<target>[^\s<][^\r\n]{0,500}?)"
    rb"(?:[ \t]+(?:\"[^\r\n]{0,500}\"|'[^\r\n]{0,500}'))?[ \t]*(?=[\r\n]|\Z))"
)
_ROWS = LinePattern(
    rb"[ ]{0,3}" + kramdown_rows.NO_ROW + rb"[^\n|]*\|[^\n]*"
    rb"(?:\n[ \t]*(?=[^\s])[^\n|]*\|[^\n]*)*"
)
_BAR = re.compile(rb"(?<!\\)\|")
_NO_BAR = re.compile(rb"(?P<code>`++).*?(?<!`)(?P=code)(?!`)|" + TAG + b"|" + OUTPUT)
_BREAK = re.compile(rb"(?<!\\)(?:\\\\)*+(?<=(?P<break>\\\\))(?=\r?\n[ \t>]*[^\s])")
_DELIMITERS = re.compile(rb"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?")
_CELL = re.compile(rb"(?P<cell>(?:\\.|(?P<code>`++).*?(?<!`)(?P=code)(?!`)|" + TAG + b"|" + OUTPUT + rb"|[^|\r\n])+)")
_ITEM_ATTRIBUTES = re.compile(ATTRIBUTES)
_ELEMENT = re.compile(
    rb"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>"""
    rb"(?P<alone>[ \t]*(?=[\r\n]|\Z))?"
)
_READ_AS_MARKDOWN = re.compile(rb"""(?i)\smarkdown[ \t]*=[ \t]*["']?(?:1|block|span)\b""")
_RAW_ELEMENT = re.compile(
    rb"(?i)<(?P<name>address|article|aside|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section"
    rb"""|table|ul)\b(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>"""
)
_HIDDEN = re.compile(rb"(?is)<(?P<name>pre|script|style|textarea|svg|code)\b.*?</(?P=name)\s*>")
_INDENTED = re.compile(rb"\n[ \t]*\r?\n(?P<indent> {4,})(?=[^\s])")
_LINE_END = re.compile(common.END)


def contents(body: Body) -> Iterator[Construct]:
    """A list item that `{:toc}` replaces by the table of contents."""
    data = body.data
    for match in body.starting(b"{", _CONTENTS):
        above = data.rfind(b"\n", 0, match.start())
        item = _ITEM.match(data[common.line_start(data, above) : match.start()])
        if item is not None:
            yield Construct(Span(match.start() - len(item[0]) + item.start("item"), match.end()), b"")


def definitions(body: Body) -> Iterator[Construct]:
    """Definitions of references whose address has blanks, which CommonMark takes for text."""
    last = -1
    for match in body.starting(b"[", _DEFINITION):
        line = common.line_start(body.data, match.start())
        is_first = body.data[line : match.start()].strip(b" \t>") or _begins_block(body.data, line)
        if is_first or common.line_start(body.data, line - 1) == last:
            last = line
            target = match["target"]
            if target is not None:
                yield Construct(Span(*match.span("target")), re.sub(rb"[ \t]", b"_", target))


def rows(body: Body) -> Iterator[Construct]:
    """Tables without a heading, or with several lines of it, with bars around them or not: kramdown's alone."""
    if b"|" not in body.data:
        return
    for match in _ROWS.finditer(body.data):
        start, lines = match.start("line"), match["line"].split(b"\n")
        if not all(map(_has_bar, lines)) or _has_heading(lines) or body.in_code(start):
            continue
        if _begins_block(body.data, start) and _ends_block(body.data, match.end()):
            yield Construct(Span(start, match.end()), b"", tuple(_cells(body.data, start, match.end())))


def rows_within(body: Body) -> Iterator[Construct]:
    """The same in list items and quotes."""
    if b"|" not in body.data:
        return

    def is_table(lines: Sequence[bytes]) -> bool:
        return all(map(_has_bar, lines)) and not _has_heading(list(lines))

    def row(span: Span[BodyBytes], mask: bytes) -> Construct:
        return Construct(span, mask, tuple(_cells(body.data, *span)))

    yield from kramdown_rows.within(body, is_table, row)


def _cells(data: bytes, start: int, end: int) -> Iterator[Words]:
    for cell in _CELL.finditer(data, start, end):
        if common.has_letters(cell["cell"]):
            span: Span[BodyBytes] = Span(*cell.span("cell"))
            yield Words(Kind.TABLE_CELL, Place.LINE, span.stripped(data))


def _has_bar(line: bytes) -> bool:
    """Whether kramdown takes a line for a row: it has a bar outside code."""
    return _BAR.search(_NO_BAR.sub(b"", line)) is not None


def breaks(body: Body) -> Iterator[Construct]:
    """Two backslashes at the end of a line, which are a hard break."""
    if rb"\\" in body.data:
        for match in body.found(_BREAK):
            yield Construct(Span(*match.span("break")), b"  ", within_text=True)


def _has_heading(lines: list[bytes]) -> bool:
    """Whether a table is one to GitHub too: a row, then the delimiters of as many cells."""
    if _DELIMITERS.fullmatch(lines[0]):
        lines = lines[1:]
    if len(lines) < 2 or not _DELIMITERS.fullmatch(lines[1]):
        return False
    return len(_CELL.findall(lines[0].strip(b" \t\r|"))) == len(_CELL.findall(lines[1].strip(b" \t\r|")))


def attributes(body: Body) -> Iterator[Construct]:
    """Attribute lists on lines of their own, and at the beginning of a list item."""
    for match in body.starting(b"{", _ITEM_ATTRIBUTES):
        span: Span[BodyBytes] = Span(*match.span())
        alone = _LINE_END.match(body.data, span.end) is not None
        words = common.attribute_texts(body.data, span, body.parameters)
        if alone and not _in_item(body.data, span.start):
            yield Construct(span, b"", words)
        elif _in_item(body.data, span.start):
            yield Construct(span, placeholder(match[0]), words, beside_text=True)


def markdown_in_html(body: Body) -> Iterator[Construct]:
    """Tags around Markdown (`markdown="1"`), alone on their lines and in no other HTML, and those that close them."""
    if b"markdown=" not in body.data:
        return
    opened: list[tuple[bytes, bool]] = []
    last = 0
    for match in body.starting(b"<", _ELEMENT):
        name = match["name"].lower()
        span: Span[BodyBytes] = Span(*match.span())
        if match["close"]:
            while opened:
                other, masked = opened.pop()
                if other == name:
                    if masked and match["alone"] is not None:
                        yield Construct(span, b"")
                        last = span.end
                    break
        elif not match["empty"] and b"</" + name not in body.data[span.end : _line_end(body.data, span.end)].lower():
            masked = (
                match["alone"] is not None
                and _READ_AS_MARKDOWN.search(match["attributes"]) is not None
                and (_begins_block(body.data, span.start) or not body.data[last : span.start].strip(b" \t\r\n>"))
            )
            opened.append((name, masked))
            if masked:
                yield Construct(span, b"", common.parameters(body, span, Place.ATTRIBUTE, Kind.ATTRIBUTE))
                last = span.end


def raw_html(body: Body) -> Iterator[Construct]:
    """What is indented after a blank line within HTML is HTML too, where CommonMark sees code.

    Three of its spaces become the tag that begins HTML.
    """
    data = body.data
    if _INDENTED.search(data) is None:
        return
    last = 0
    for match in body.starting(b"<", _RAW_ELEMENT):
        start = match.start()
        if start < last or _READ_AS_MARKDOWN.search(match["attributes"]) or not _at_margin(data, start):
            continue
        last = _end_of_element(data, match)
        hidden = [each.span() for each in _HIDDEN.finditer(data, start, last)]
        for line in _INDENTED.finditer(data, start, last):
            at = line.start("indent")
            if not body.in_code(at) and not any(first <= at < end for first, end in hidden):
                yield Construct(Span(at, at + len(b"<p>")), b"<p>")


def _end_of_element(data: bytes, opening: re.Match[bytes]) -> int:
    """One past the tag that closes an element; the end of the tag that opens it, where none does."""
    depth = 0
    for tag in _tags_of(opening["name"].lower()).finditer(data, opening.start()):
        depth += -1 if tag["close"] else 1
        if depth == 0:
            return tag.end()
    return opening.end()


@functools.cache
def _tags_of(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?i)<(?P<close>/?)" + re.escape(name) + rb"\b[^<>]*>")


def _at_margin(data: bytes, position: int) -> bool:
    """Whether no more than three spaces stand before a position on its line."""
    lead = data[common.line_start(data, position) : position]
    return len(lead) < 4 and not lead.strip(b" ")


def _begins_block(data: bytes, start: int) -> bool:
    """Whether a line comes first, or after a blank one, an attribute list or the end of a block."""
    above = data.rfind(b"\n", 0, start)
    line = data[common.line_start(data, above) : above].strip(b" \t\r>") if above >= 0 else b""
    return line in (b"", b"^") or _ITEM_ATTRIBUTES.fullmatch(line) is not None


def _ends_block(data: bytes, end: int) -> bool:
    """Whether the line after a table is blank, an attribute list, or not there."""
    after = data.find(b"\n", end) + 1
    line = data[after : _line_end(data, after)].strip() if after else b""
    return not line or line.startswith(b"{:")


def _line_end(data: bytes, position: int) -> int:
    end = data.find(b"\n", position)
    return end if end >= 0 else len(data)


def _in_item(data: bytes, position: int) -> bool:
    """Whether a list marker stands before a position on its line."""
    return bool(data[common.line_start(data, position) : position].strip(b" \t>"))
