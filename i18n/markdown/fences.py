"""Where does fenced code lie? Read by lines alone, which is enough to stay out of it."""

from __future__ import annotations

import functools
import itertools
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from i18n.span import BodyBytes, Span


class LinePattern:
    """A pattern that matches from the first byte of a line, as its group `line`.

    Searched by the line end before it, which takes a third of the time that `^` would.
    """

    def __init__(self, text: bytes) -> None:
        """Compile `text`, which must not match a line end at its end."""
        self._here = re.compile(rb"(?P<line>" + text + rb")")
        self._further = re.compile(rb"\n(?P<line>" + text + rb")")

    def search(self, data: bytes, start: int, end: int = sys.maxsize) -> re.Match[bytes] | None:
        """The first match from `start`, where a line begins."""
        return self._here.match(data, start, end) or self._further.search(data, start, end)

    def finditer(self, data: bytes) -> Iterator[re.Match[bytes]]:
        """All matches."""
        first = self._here.match(data)
        return itertools.chain((first,) if first else (), self._further.finditer(data))


LEAD = rb"(?:[ \t>]++|(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\r\n]*+\]:)[ \t]++)*+"
"""What may stand before a line's text; possessive, or every line of a list would be tried twice."""
_FENCE = LinePattern(rb"(?P<lead>" + LEAD + rb")(?:(?P<comment><!--|\{/\*)|(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*))")


class Fence(NamedTuple):
    """Fenced code."""

    span: Span[BodyBytes]
    """The opening line, the code and the closing line with their line ends."""
    head: Span[BodyBytes]
    """From the opening marks to the end of their line."""
    info: bytes
    inner: Span[BodyBytes]
    """The code, between the two lines; up to the end where nothing closes it."""


def fences(data: bytes, at: int = 0) -> Iterator[Fence]:
    """Fenced code that begins at a byte or later."""
    endless: set[bytes] = set()
    while True:
        opening = _FENCE.search(data, at)
        if opening is None:
            return
        if opening["comment"]:
            at = _after_comment(data, opening, endless)
            continue
        mark = opening["mark"]
        if mark[:1] == b"`" and b"`" in opening["info"]:
            at = after_line(data, opening.end())
            continue
        inner = after_line(data, opening.end())
        closing = _closing(mark, len(opening["lead"]) + 3).search(data, inner)
        last = closing.start("line") if closing else len(data)
        end = after_line(data, closing.end()) if closing else len(data)
        left = _left(data, opening["lead"], inner, last)
        if left is not None:
            last = end = left
        head: Span[BodyBytes] = Span(opening.start("mark"), inner)
        yield Fence(Span(opening.start("line"), end), head, opening["info"].strip(), Span(inner, last))
        at = max(end, inner)


def _after_comment(data: bytes, opening: re.Match[bytes], endless: set[bytes]) -> int:
    """The line after a comment that begins a line: what looks like a fence in it is none.

    `endless` takes the marks of comments that nothing ends any more, which are looked for once.
    """
    mark = opening["comment"]
    end = data.find(b"-->" if mark == b"<!--" else b"*/}", opening.end()) if mark not in endless else -1
    if end < 0:
        endless.add(mark)
        end = opening.end()
    return data.find(b"\n", end) + 1 or len(data)


@functools.lru_cache(maxsize=64)
def _closing(mark: bytes, indent: int) -> LinePattern:
    """The line that closes a fence: indented by at most three more than the opening one (CommonMark 0.31.2 §4.5)."""
    return LinePattern(rb"[ \t>]{0,%d}" % indent + re.escape(mark) + re.escape(mark[:1]) + rb"*[ \t]*(?=[\r\n]|\Z)")


def _left(data: bytes, lead: bytes, start: int, end: int) -> int | None:
    """Where a line leaves the container that a fence stands in, if one does: open code ends with its list item."""
    width = len(lead.expandtabs(4))
    if width < 4 or b">" in lead:
        return None
    match = _dedent(width).search(data, start, end)
    return match.start("line") if match else None


@functools.lru_cache(maxsize=64)
def _dedent(width: int) -> LinePattern:
    return LinePattern(rb"[ ]{0,%d}[^\s]" % (width - 4))


def after_line(data: bytes, position: int) -> int:
    """Step over the line end at a position, if there is one."""
    if data[position : position + 2] == b"\r\n":
        return position + 2
    return position + 1 if data[position : position + 1] in (b"\r", b"\n") else position
