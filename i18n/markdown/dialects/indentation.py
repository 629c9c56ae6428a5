"""Which spaces would CommonMark take for the indentation of code, where a page has none?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown import masking, parser
from i18n.markdown.dialects import paragraphs
from i18n.markdown.dialects.common import GITHUB, line_start, list_marks
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Masker
from i18n.span import BodyBytes, Span

EXTENSIONS = GITHUB & ~parser.Extension.ALERTS
_DEEP = LinePattern(
    rb"(?:(?:[ \t>]*+|[ ]{0,3}\#{1,6}[ \t][^\r\n]*+)\r?\n[ \t>]*+(?:(?<= {4})|(?<=\t))"
    rb"|[ \t>]*+(?:[-*+]|\d{1,9}[.)])(?:[ ]{5}|[ ]*\t)[ \t]*+)(?P<deep>[^\s>])"
)
"""A line deep enough for code, with a blank line or a heading above it; or an item with as much before its text."""
_BLOCK = LinePattern(rb"[ \t>]*(?:(?<= {4})|(?<=\t))(?P<block>(?:[-*+]|\d{1,9}[.)])[ \t]|>|\#{1,6}[ \t]|`{3}|~{3})")
_TABS = re.compile(rb"(?<![^\r\n>]) *\t[ \t]*(?=[^\s])")
_ROUNDS = 4


def without_indented_code(*finders: Masker) -> Masker:
    """What the finders find, and the indentation of whatever CommonMark would then take for code.

    MDX has no indented code. Where the parser sees some, the spaces before its first line become marks of lists,
    as wide as they are: what follows lies within them, as deep as it is indented.
    """

    def find(body: Body) -> Iterator[Construct]:
        found = masking.constructs(body, finders)
        yield from found
        data = masking.masked(body.data, found)
        blocks = tuple(_blocks(body, data))
        yield from blocks
        data = masking.masked(data, blocks)
        heads = {fence.head.start for fence in body.fences}
        if any(deep.start("deep") in heads or not body.in_code(deep.start("deep")) for deep in _DEEP.finditer(data)):
            yield from _indentations(data)

    return find


def _blocks(body: Body, data: bytes) -> Iterator[Construct]:
    """What begins a block right below text, however deep it is: to CommonMark it goes on with the paragraph."""
    heads = {fence.head.start for fence in body.fences}
    for match in _BLOCK.finditer(data):
        start, block = match.start("line"), match.start("block")
        margin = paragraphs.margin(data, start)
        if margin is None or (body.in_code(block) and block not in heads):
            continue
        if block - start >= margin + 4 and not data[start + margin : block].strip(b" "):
            yield Construct(Span(start, start), ahead=data[start:block].rstrip(b" \t") + b"\n")
            yield Construct(Span(start + margin, block), list_marks(block - start - margin), within_text=True)


def _indentations(data: bytes) -> Iterator[Construct]:
    for _ in range(_ROUNDS):
        found = tuple(_indentation(data))
        if not found:
            return
        yield from found
        data = masking.masked(data, found)


def _indentation(data: bytes) -> Iterator[Construct]:
    """For each block of indented code in a body, how the spaces before its lines must look."""
    for _, _, tag, start, end in parser.events(data.decode(), EXTENSIONS):
        if tag is not parser.INDENTED:
            continue
        block: Span[BodyBytes] = Span(start, end)
        text = block.stripped(data, b" \t\r\n").start
        line = line_start(data, text)
        before = data[line:text]
        first = len(before.rstrip(b" \t"))
        if b"\t" in before:
            yield from _tabs(data, line, end)
        elif len(before) - first >= 4:
            # What the containers around it take of the indentation stands before the four spaces that make it code.
            outer = max(first, min(len(before) - 4, start - 4 - line)) if start > line else first
            yield Construct(Span(line + outer, text), list_marks(len(before) - outer), within_text=True)


def _tabs(data: bytes, start: int, end: int) -> Iterator[Construct]:
    """Each tab as one space, which is too few for code."""
    for match in _TABS.finditer(data, start, end):
        yield Construct(Span(*match.span()), b"", within_text=True)
