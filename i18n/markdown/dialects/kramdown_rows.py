"""Which lines within list items and quotes are rows of a table that kramdown alone knows?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from i18n.markdown.dialects import common
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct
from i18n.span import BodyBytes, Span

NO_ROW = rb"(?![\#>\s]|[-*+][ \t]|\d+\.[ \t]|<|`{3}|~{3}|\*?\[[^\]\r\n]*\]:|:[ \t]|\$\$|\{)"
"""What begins another block than a table."""
_FIRST = LinePattern(
    rb"(?P<lead>(?=[ ]*(?:>|[-*+][ ]|\d{1,9}\.[ ]|[ ]{4}))(?:[ ]{0,3}(?:>[ ]?|(?:[-*+]|\d{1,9}\.)[ ]{1,3}))*[ ]*)"
    rb"(?P<row>" + NO_ROW + rb"[^\n|]*\|[^\n]*)"
)
_ITEM = re.compile(rb"[ >]*(?:[-*+]|\d{1,9}\.)[ ]+(?=[^\s])")
_FAR = 100
"""Lines above in which an item is looked for."""
_BLANK = re.compile(rb"[ \t>]*\r?\Z")


def within(
    body: Body,
    is_table: Callable[[Sequence[bytes]], bool],
    row: Callable[[Span[BodyBytes], bytes], Construct],
) -> Iterator[Construct]:
    """Tables within list items and quotes; `row` makes the construct of a line's text, and of what the parser sees."""
    data, last = body.data, 0
    for first in _FIRST.finditer(data):
        start = first.start("line")
        if start < last or body.in_code(start):
            continue
        lead = first["lead"]
        spans: list[Span[BodyBytes]] = [Span(*first.span("row"))]
        after = data.find(b"\n", first.end("row")) + 1
        goes_on = _further(lead)
        while after and (match := goes_on.match(data, after)):
            spans.append(Span(*match.span("row")))
            after = data.find(b"\n", match.end()) + 1
        last = spans[-1].end
        if is_table([span.of(data) for span in spans]) and _begins(data, start, lead) and _ends(data, after, lead):
            has_marker = lead.strip(b" >") != b""
            for at, span in enumerate(spans):
                yield row(span, common.RULE if has_marker and not at else b"")


def _further(lead: bytes) -> re.Pattern[bytes]:
    """A further row of the table that begins after `lead`, in as many quotes and as far from the margin."""
    if lead.strip(b" >") or b">" not in lead:
        blank = re.sub(rb"[^>]", b" ", lead)
        return re.compile(re.escape(blank) + rb"(?P<row>" + NO_ROW + rb"[^\n|]*\|[^\n]*)")
    return re.compile(rb"(?:[ ]{0,3}>[ ]?){%d}[ ]{0,3}(?P<row>" % lead.count(b">") + NO_ROW + rb"[^\n|]*\|[^\n]*)")


def _begins(data: bytes, start: int, lead: bytes) -> bool:
    """Whether a block begins with the line: after a list marker or a blank line, within the quote or the item above."""
    if lead.rstrip(b" ")[-1:] not in (b">", b""):
        return True
    above = data[common.line_start(data, start - 1) : start].rstrip(b"\n") if start else b""
    if not _BLANK.match(above):
        return False
    return b">" in lead or _is_in_item(data, start, len(lead))


def _is_in_item(data: bytes, start: int, indent: int) -> bool:
    """Whether the nearest line above that is less indented begins a list item with its text as far from the margin."""
    for _ in range(_FAR):
        if start <= 0:
            return False
        start = common.line_start(data, start - 1)
        line = data[start : data.find(b"\n", start)]
        if line.strip() and len(line) - len(line.lstrip(b" ")) < indent:
            item = _ITEM.match(line)
            return item is not None and item.end() <= indent < item.end() + 4
    return False


def _ends(data: bytes, after: int, lead: bytes) -> bool:
    """Whether the line after a table is blank, an attribute list, or begins another item, or there is none."""
    end = data.find(b"\n", after) if after else -1
    line = data[after : end if end >= 0 else len(data)] if after else b""
    if _BLANK.match(line) or line.strip(b" >").startswith(b"{:"):
        return True
    return lead.strip(b" >") != b"" and _ITEM.match(line) is not None
