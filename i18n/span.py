"""Where does a stretch begin and end, and what do its positions count?"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import AnyStr, Generic, NamedTuple, TypeVar


class ArticleBytes:
    """Bytes of an article, counted from its first byte, a byte order mark included."""


class BodyBytes:
    """Bytes of an article's body, which begins after the front matter."""


class TextBytes:
    """Bytes of one text, such as a message or a tag."""


class Characters:
    """Characters of one text, such as a message or a block of code."""


Unit = TypeVar("Unit")
Bytes = TypeVar("Bytes", ArticleBytes, BodyBytes, TextBytes)


class Span(NamedTuple, Generic[Unit]):
    """A half-open stretch: `start` is its first position, never greater than `end`, one past its last.

    Its type alone says what the positions count, which costs nothing: articles have thousands. So write
    `span: Span[BodyBytes] = Span(…)`; a call of `Span[BodyBytes](…)` takes five times as long.
    """

    start: int
    end: int

    def of(self, text: AnyStr) -> AnyStr:
        """Cut the stretch out of what its positions count."""
        return text[self.start : self.end]

    def stripped(self, text: AnyStr, blanks: AnyStr | None = None) -> Span[Unit]:
        """Leave out the white space, or whatever is blank, at both ends."""
        part = text[self.start : self.end].lstrip(blanks)
        start = self.end - len(part)
        return Span(start, start + len(part.rstrip(blanks)))

    def overlaps(self, other: Span[Unit]) -> bool:
        """Tell whether both have a position in common."""
        return self.start < other.end and other.start < self.end


def covers(spans: Sequence[Span[Unit]], position: int) -> bool:
    """Whether a position lies in one of the spans, which ascend."""
    at = bisect.bisect_right(spans, position, key=lambda span: span.start) - 1
    return at >= 0 and position < spans[at].end


def overlaps(spans: Sequence[Span[Unit]], one: Span[Unit]) -> bool:
    """Whether one span has a position in common with some of others, which ascend and are apart."""
    at = bisect.bisect_left(spans, one.end, key=lambda span: span.start) - 1
    return at >= 0 and one.start < spans[at].end


def in_article(span: Span[BodyBytes], body_start: int) -> Span[ArticleBytes]:
    """Count from the article's first byte what was counted from its body's."""
    return Span(span.start + body_start, span.end + body_start)


def in_bytes(span: Span[Characters], text: str, offset: int) -> Span[ArticleBytes]:
    """Count in bytes of the article what was counted in characters of `text`, which begins at byte `offset` of it."""
    if text.isascii():
        return Span(offset + span.start, offset + span.end)
    start = offset + len(text[: span.start].encode())
    return Span(start, start + len(span.of(text).encode()))


def in_characters(span: Span[Bytes], data: bytes, offset: int = 0) -> Span[Characters]:
    """Count in characters of the text that begins at byte `offset` what was counted in bytes of `data`."""
    start = len(data[offset : span.start].decode("utf-8", "surrogatepass"))
    return Span(start, start + len(span.of(data).decode("utf-8", "surrogatepass")))


def line_ends(data: bytes, start: int, end: int) -> int:
    """How many line ends of all three kinds lie between two positions."""
    feeds = data.count(b"\n", start, end)
    returns = data.count(b"\r", start, end)
    return feeds + returns - data.count(b"\r\n", start, end) if returns else feeds
