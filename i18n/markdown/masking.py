"""What does a dialect add that CommonMark does not know, and how is it kept from the parser?

Each construct is overwritten in a copy of the body by as many bytes, so that the parser sees the right
structure and every offset stays true. Messages are cut from the untouched body.
"""

from __future__ import annotations

import collections
import functools
import itertools
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span, covers

_LETTER = re.compile(r"[^\W\d_]")
_COMBINING = "\u0300".encode()
_BLANKS = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))


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


_LEAD = rb"(?:[ \t>]++|(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\r\n]*+\]:)[ \t]++)*+"
"""What may stand before a line's text; possessive, or every line of a list would be tried twice."""
_FENCE = LinePattern(rb"(?P<lead>" + _LEAD + rb")(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*)")
_LINE_START = LinePattern(_LEAD + rb"(?=[!#$%(*+/:<=>?@\[\\^{~-])")


class Words(NamedTuple):
    """Text for readers within a construct: a title, a caption."""

    kind: Kind
    place: Place
    span: Span[BodyBytes]
    level: int = 0
    """Rank of a heading."""
    detail: str = ""
    """The name of the parameter, attribute or option it is the value of."""


class Construct(NamedTuple):
    """A span that belongs to the dialect."""

    span: Span[BodyBytes]
    mask: bytes | None = None
    """What the parser sees instead, padded with spaces to the construct's length; None: the bytes themselves."""
    words: tuple[Words, ...] = ()
    within_text: bool = False
    """A translation may move it within its leaf: `Dialect.protected` compares it, not the order of constructs."""
    beside_text: bool = False
    """It stands on a line with text but is no part of it: it parts messages and belongs to none."""
    holds: Kind | None = None
    """What the text in it is, where its mask opens a list item."""
    ahead: bytes = b""
    """What the parser is shown before it that the article does not have: a blank line where a block begins."""
    never_ends: bool = False
    """It begins what nothing in the article ends."""


@dataclass(frozen=True)
class Body:
    """The bytes of a body, and what maskers ask of them."""

    data: bytes
    parameters: tuple[str, ...] = ()
    """Names of the parameters that hold text for readers, lower case."""
    data_names: frozenset[bytes] = frozenset()
    """Names of the shortcodes and directives whose body is data."""

    @functools.cached_property
    def fences(self) -> tuple[Fence, ...]:
        """Fenced code, in order. Read by lines alone, which is enough to stay out of code."""
        return tuple(fences(self.data))

    @functools.cached_property
    def code(self) -> tuple[Span[BodyBytes], ...]:
        """Where fenced code lies, its fences included."""
        return tuple(fence.span for fence in self.fences)

    def in_code(self, position: int) -> bool:
        """Whether a byte lies in fenced code, its fences included."""
        return covers(self.code, position)

    def found(self, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        """Matches that begin outside fenced code."""
        data, code, at, nearest = self.data, self.code, 0, 0
        while match := pattern.search(data, at):
            start, at = match.span()
            at += start == at
            while nearest < len(code) and code[nearest].end <= start:
                nearest += 1
            if nearest < len(code) and code[nearest].start <= start:
                at = code[nearest].end
            else:
                yield match
            if at > len(data):
                return

    def lines(self, pattern: LinePattern) -> Iterator[re.Match[bytes]]:
        """Matches on lines outside fenced code."""
        for match in pattern.finditer(self.data):
            if not self.in_code(match.start("line")):
                yield match

    @functools.cached_property
    def _starts(self) -> dict[int, list[int]]:
        """By their first byte: where lines whose text begins with a mark do so, fenced code left out."""
        data, found = self.data, collections.defaultdict[int, list[int]](list)
        ends = iter((*self.code, (len(data) + 1, 0)))
        code_start, code_end = next(ends)
        for match in _LINE_START.finditer(data):
            at = match.end()
            while at >= code_end and code_end > code_start:
                code_start, code_end = next(ends)
            if at < code_start:
                found[data[at]].append(at)
        return found

    def starting(self, marks: bytes, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        """Matches at the text of lines that begins with one of the marks; indentation, quotes and bullets stand before.

        The lines are found once for all maskers, which is why this costs a tenth of `found`.
        """
        for mark in marks:
            for start in self._starts.get(mark, ()):
                match = pattern.match(self.data, start)
                if match is not None:
                    yield match


class Fence(NamedTuple):
    """Fenced code."""

    span: Span[BodyBytes]
    """The opening line, the code and the closing line with their line ends."""
    head: Span[BodyBytes]
    """From the opening marks to the end of their line."""
    info: bytes
    inner: Span[BodyBytes]
    """The code, between the two lines; up to the end where nothing closes it."""


Masker = Callable[[Body], Iterable[Construct]]
"""Finds the constructs of one kind; they may overlap those of other maskers, of which the first counts."""


def constructs(body: Body, maskers: Sequence[Masker]) -> tuple[Construct, ...]:
    """Everything the maskers find, ascending, none within another."""
    found = [construct for masker in maskers for construct in masker(body)]
    found.sort(key=lambda construct: construct.span.start)
    kept, at = [], 0
    for construct in found:
        if construct.span.start >= at:
            kept.append(construct)
            at = construct.span.end
    return tuple(kept)


def masked(data: bytes, found: Iterable[Construct]) -> bytes:
    """The body as the parser is to see it; as long as the body, line ends in their places."""
    pieces, at = [], 0
    for construct in found:
        if construct.mask is None:
            continue
        start, end = construct.span
        pieces += [data[at:start], _padded(construct.mask, data[start:end])]
        at = end
    pieces.append(data[at:])
    return b"".join(pieces) if at else data


@functools.lru_cache(maxsize=1024)
def placeholder(span: bytes) -> bytes:
    """As many bytes as the span that are a word to the parser and none to readers, without line ends.

    The generator reads the span before any Markdown, so that a line end in it ends no target of a link.

    Private-use letters drawn from the content: unlike punctuation they do not change what emphasis around them
    means, and equal code has equal placeholders. A combining mark fills up where three bytes do not divide the length.
    """
    return _letters(len(span), zlib.crc32(b" ".join(span.split())))


def _letters(length: int, checksum: int) -> bytes:
    if length < 2:
        return b"0" * length
    marks = -length % 3
    letters = (length - 2 * marks) // 3
    first, other = (chr(0xE000 + (checksum >> shift & 0xFFF)).encode() for shift in (0, 12))
    return first * min(letters, 1) + other * (letters - 1) + _COMBINING * marks


def _padded(mask: bytes, span: bytes) -> bytes:
    if len(mask) == len(span):
        return mask
    if b"\n" not in span and b"\r" not in span:
        return mask.ljust(len(span)) if len(mask) < len(span) else b" " * len(span)
    blank = blanked(span)
    room = len(blank) - len(blank.lstrip(b" "))
    return mask + blank[len(mask) :] if len(mask) <= room else blank


def blanked(span: bytes) -> bytes:
    """As many spaces as the span has bytes, line ends in their places."""
    return span.translate(_BLANKS)


def machinery(data: bytes, found: Iterable[Construct]) -> tuple[bytes, ...]:
    """The bytes of every construct without the words in it: what no translation may change."""
    kept = []
    for construct in found:
        if construct.within_text:
            continue
        pieces, at = [], construct.span.start
        for words in construct.words:
            pieces.append(data[at : words.span.start])
            at = words.span.end
        pieces.append(data[at : construct.span.end])
        kept.append(b"\x00".join(pieces))
    return tuple(kept)


def has_words(text: str) -> bool:
    """Whether there is a letter for readers."""
    return _LETTER.search(text) is not None


def fences(data: bytes, at: int = 0) -> Iterator[Fence]:
    """Fenced code that begins at a byte or later."""
    while True:
        opening = _FENCE.search(data, at)
        if opening is None:
            return
        mark = opening["mark"]
        if mark[:1] == b"`" and b"`" in opening["info"]:
            at = _after_line(data, opening.end())
            continue
        inner = _after_line(data, opening.end())
        closing = _closing(mark, len(opening["lead"]) + 3).search(data, inner)
        last = closing.start("line") if closing else len(data)
        end = _after_line(data, closing.end()) if closing else len(data)
        left = _left(data, opening["lead"], inner, last)
        if left is not None:
            last = end = left
        head: Span[BodyBytes] = Span(opening.start("mark"), inner)
        yield Fence(Span(opening.start("line"), end), head, opening["info"].strip(), Span(inner, last))
        at = max(end, inner)


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


def _after_line(data: bytes, position: int) -> int:
    if data[position : position + 2] == b"\r\n":
        return position + 2
    return position + 1 if data[position : position + 1] in (b"\r", b"\n") else position
