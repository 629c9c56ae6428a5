"""What does kramdown take for code that CommonMark does not, and the other way round?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from i18n.markdown import parser
from i18n.markdown.dialects.common import GITHUB
from i18n.markdown.fences import Fence, fences
from i18n.markdown.masking import Body, Construct, placeholder
from i18n.span import Span

_OPEN = 20
"""So many fences are looked at that nothing closes: each is looked for to the end."""
_MARKS = re.compile(rb"`{3,}|~{3,}")
_LAZY = re.compile(rb"(?:\A|\n)(?: {4}|\t)[^\n]*[^\s][^\n]*\n {0,3}[^\s]")
"""Indented code, perhaps, and a line right below it."""
_LINE = re.compile(rb" {0,3}(?P<text>[^\s][^\n]*)\n?")
_END_OF_LIST = re.compile(rb"(?:\{:[^\n]*\}|\^)[ \t]*\r?\n(?:[ \t]*\r?\n)*(?: {4}|\t)[ \t]*[^\s]")
_CONTAINERS = frozenset(("Item", "BlockQuote", "FootnoteDefinition"))
_NO_CODE = re.compile(rb"\{:|\^[ \t]*\r?$")
"""A list of attributes, or the end of a block."""


def open_fences(body: Body) -> Iterator[Construct]:
    """The marks of a fence that nothing closes, which readers see: what follows is text."""
    found: Iterable[Fence] = body.fences
    for _ in range(_OPEN):
        fence = next((each for each in found if each.inner.end == each.span.end), None)
        marks = _MARKS.match(body.data, fence.head.start) if fence else None
        if fence is None or marks is None or b"{" in body.data[fence.head.start :]:
            return  # tags of Liquid were looked for outside of code alone
        yield Construct(Span(*marks.span()), placeholder(marks[0]), within_text=True)
        found = fences(body.data, fence.inner.start)


def lazy_code(body: Body) -> Iterator[Construct]:
    """Lines right below indented code, which belong to it however little they are indented; not within containers."""
    data = body.data
    if _LAZY.search(data) is None:
        return
    depth = 0
    for what, _, tag, _, end in parser.events(data.decode(), GITHUB):
        if tag is None:
            continue
        depth += (tag.name in _CONTAINERS) * (1 if what == "Start" else -1)
        if tag is parser.INDENTED and not depth:
            while (line := _LINE.match(data, end)) and not _NO_CODE.match(line["text"]):
                yield Construct(Span(line.start("text"), line.start("text")), ahead=b"    ")
                end = line.end()


def after_lists(body: Body) -> Iterator[Construct]:
    """Code below the end of a block, or a list of attributes, at the margin: a comment there ends the list above."""
    for match in body.starting(b"{^", _END_OF_LIST):
        start = match.start()
        if start and body.data[start - 1 : start] == b"\n":
            yield Construct(Span(start, start), ahead=b"<!-- -->\n")
