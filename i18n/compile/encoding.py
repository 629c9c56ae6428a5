"""Which bytes stand for a translation at the place where it lands?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown import escape
from i18n.markdown.dialects import Dialect
from i18n.markdown.document import Document
from i18n.model import Kind, Place, Segment

_FOOTNOTE = re.compile(r"\[\^[^\]]*\]:[ \t]*")
_HARD_BREAK = re.compile(rb"(\\{1,2}|[ ]{2,})(?:\r\n|\n|\r)")
_ANY_BREAK = re.compile(rb"(\\{1,2}|[ ]{2,}|)[ ]*(?:\r\n|\n|\r)")
"""The same where each line end is one."""
_RULE_BELOW = re.compile(rb"[ \t]*(?:\r\n|\n|\r)[ \t>]*-{3,}[ \t]*(?:[\r\n]|\Z)")
_DEFINITION_BELOW = re.compile(rb"[ \t]*(?:\r\n|\n|\r)[ \t>]*:[ \t]")
_BLANK = re.compile(rb"(?<=[^ ]) (?=[^ ])")
_AFTER_FIELD = re.compile(rb":[ \t]+\Z")
_MARKER = re.compile(r"([-*+]|\#{1,6}|\d{1,9}[.)])[ \t]+(?=\S)")
_BEFORE_TAG = re.compile(r"[^\W_],?\Z")
_AFTER_TAG = re.compile(r" [^\W_]")
_TAG = re.compile(r"""<[A-Za-z/](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_WITH_STRAYS = frozenset((Place.PARAGRAPH, Place.HEADING, Place.CELL, Place.LABEL, Place.LINE, Place.CSV, Place.HTML))
_NOT_CONTAINER = re.compile(r"[^>\t ]")


def encode(segment: Segment, text: str, document: Document, dialect: Dialect) -> bytes:
    """The bytes of `text` in place of the segment: escaped, its line breaks in the source's style."""
    place = segment.place
    if place in _WITH_STRAYS and segment.kind is not Kind.OPTION:
        text = escape.close_ticks(text, dialect)
        text = escape.stray(escape.descriptions(text, dialect), segment.msgid, dialect)
    if place is Place.PARAGRAPH:
        return _paragraph(segment, text, document, dialect)
    written = _one_line(segment, text, document, dialect)
    before, after = segment.around
    return f"{before}{written}{after}".encode() if written else b""


def _one_line(segment: Segment, text: str, document: Document, dialect: Dialect) -> str:
    data = document.data
    match segment.place:
        case Place.HEADING:
            return escape.heading(text, dialect)
        case Place.CELL:
            line = data[_line_start(document, segment.span.start) : segment.span.start]
            touches = data[segment.span.end : segment.span.end + 1] == b"|"
            return escape.cell(text, dialect, opens_line=b"|" not in line, touches_bar=touches)
        case Place.LABEL:
            return escape.label(text, dialect)
        case Place.TITLE:
            return escape.title(text, chr(data[segment.span.start - 1]), dialect)
        case Place.CSV:
            return escape.csv(text, is_quoted=data[segment.span.start - 1 : segment.span.start] == b'"')
        case Place.LINE:
            return escape.line(text, dialect)
        case Place.CODE:
            return _code(segment, text, document)
        case Place.PARAMETER:
            return escape.quoted(_without_list(text, segment.msgid, dialect), chr(data[segment.span.start - 1]))
        case Place.QUOTED:
            return _without_list(" ".join(escape.lines(text)), segment.msgid, dialect)
        case Place.ATTRIBUTE:
            return escape.attribute(text, chr(data[segment.span.start - 1]))
        case Place.HTML:
            return _with_tags_alone(segment, " ".join(escape.lines(text)), document)
        case _:
            return " ".join(escape.lines(text))


def _without_list(text: str, source: str, dialect: Dialect) -> str:
    """A value that a template may read as Markdown or not: a space that does not break opens no list in either."""
    return text if _MARKER.match(source) else _MARKER.sub("\\1\u00a0", text, count=1) if _MARKER.match(text) else text


def _with_tags_alone(segment: Segment, text: str, document: Document) -> str:
    """Text of HTML with tags on lines of their own at its begin where the source has them: they begin a block."""
    end = (document.newline + continuation(document, segment.span.start)).decode()
    at = 0
    for line in segment.span.of(document.data).decode().splitlines()[:-1]:
        if _TAG.fullmatch(line.lstrip(" \t>").rstrip()) is None or (tag := _TAG.match(text, at)) is None:
            break
        text = text[: tag.end()] + end + text[tag.end() :].lstrip(" ")
        at = tag.end() + len(end)
    return text


def _code(segment: Segment, text: str, document: Document) -> str:
    """What may stand in code; empty where the text cannot."""
    from i18n.markdown import code

    written = code.written(text, segment.kind, segment.code)
    if written is None:
        return ""
    if len(written) > 1:
        return (document.newline.decode() + segment.code.prefix).join(written)
    end = document.newline + continuation(document, segment.span.start)
    return written[0].replace("\n", end.decode())


def _paragraph(segment: Segment, text: str, document: Document, dialect: Dialect) -> bytes:
    raw = segment.span.of(document.data)
    text = escape.without_table(text, raw.decode(), dialect)
    if _AFTER_FIELD.search(document.data, max(0, segment.span.start - 8), segment.span.start):
        text = escape.in_field(text, dialect)
    if segment.kind is Kind.TERM or _DEFINITION_BELOW.match(document.data, segment.span.end):
        text = " ".join(escape.lines(text))  # each line would be a term of its own
    written = escape.paragraph(text, dialect, keeps_empty="\n\n" in segment.msgid)
    lines = [_filling_lines(line.encode(), raw, dialect) for line in written]
    may_be_heading = dialect.has_short_headings and segment.kind is not Kind.HEADING
    if len(lines) == 1 and may_be_heading and _RULE_BELOW.match(document.data, segment.span.end):
        lines = [_in_two(lines[0], dialect)]
    if len(lines) == 1 and b"\n" not in lines[0]:
        return lines[0]
    end = document.newline + continuation(document, segment.span.start)
    hard_break, marks = (b"", _ANY_BREAK) if dialect.breaks else (dialect.hard_break, _HARD_BREAK)
    styles = [_style(mark[1], dialect) for mark in marks.finditer(raw)]
    pieces: list[bytes] = []
    for at, line in enumerate(lines):
        if at:
            style = styles[min(at, len(styles)) - 1] if styles else hard_break
            if style == b"\\" and _ends_in_odd_backslashes(pieces[-1]):
                style = b"  "
            elif not pieces[-1]:
                style = b"\\"  # spaces alone would end the paragraph
            pieces += [style, end]
        pieces.append(line.replace(b"\n", end))
    return b"".join(pieces)


def _style(mark: bytes, dialect: Dialect) -> bytes:
    """How a hard break is written where the source has this mark: a backslash is written as the dialect does."""
    return mark if not mark.startswith(b"\\") or dialect.hard_break.isspace() else dialect.hard_break


def _in_two(line: bytes, dialect: Dialect) -> bytes:
    """A text in two lines, as one above hyphens would be a heading."""
    middle = len(line) // 2
    for at in sorted((blank.start() for blank in _BLANK.finditer(line)), key=lambda at: abs(at - middle)):
        rest = line[at + 1 :].decode()
        if escape.line_start(rest, dialect) == rest:
            return line[:at] + b"\n" + line[at + 1 :]
    return line


def _filling_lines(line: bytes, source: bytes, dialect: Dialect) -> bytes:
    """Put template tags that fill a line of the source paragraph on a line of their own here too, as far as they may.

    A line break and a space are the same to readers, and what is looked for line by line is found again. It is left
    where a sentence ends before tags without words between them or none goes on after: they would stand by themselves.
    """
    if dialect.expanded is None or b"\n" not in source:
        return line
    for first, last, has_words in _filled(source, dialect.expanded):
        start = line.find(b" " + first) + 1
        end = line.find(last, start) + len(last)
        if not start or end < start + len(last):
            continue
        before, after = line[: start - 1], line[end:]
        if _goes_on(before, after) or (has_words and not after):
            line = before + b"\n" + line[start:end] + (b"\n" + after[1:] if after else b"")
    return line


def _goes_on(before: bytes, after: bytes) -> bool:
    """Whether words of the same sentence stand on both sides."""
    return _BEFORE_TAG.search(before.decode()) is not None and _AFTER_TAG.match(after.decode()) is not None


def _filled(source: bytes, tag: re.Pattern[bytes]) -> Iterator[tuple[bytes, bytes, bool]]:
    """The first and the last tag of each line that begins and ends with one, and whether there are words between."""
    for line in source.split(b"\n"):
        line = line.strip(b" \t>\r")
        found = [match.span() for match in tag.finditer(line)]
        if found and found[0][0] == 0 and found[-1][1] == len(line):
            yield line[slice(*found[0])], line[slice(*found[-1])], tag.sub(b"", line).strip() != b""


def continuation(document: Document, position: int) -> bytes:
    """What a further line must begin with to stay in the containers of the line on which `position` lies."""
    before = document.data[_line_start(document, position) : position].decode()
    return _NOT_CONTAINER.sub(" ", _FOOTNOTE.sub("    ", before)).encode()


def _line_start(document: Document, position: int) -> int:
    usual, other = (b"\r", b"\n") if document.newline == b"\r" else (b"\n", b"\r")
    start = max(document.data.rfind(usual, 0, position) + 1, document.body_start)
    return max(document.data.rfind(other, start, position) + 1, start)


def _ends_in_odd_backslashes(line: bytes) -> bool:
    return (len(line) - len(line.rstrip(b"\\"))) % 2 == 1
