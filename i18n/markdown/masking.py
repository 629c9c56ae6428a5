"""What does a dialect add that CommonMark does not know, and how is it kept from the parser?

Each construct is overwritten in a copy of the body by as many bytes, so that the parser sees the right
structure and every offset stays true. Messages are cut from the untouched body.
"""

from __future__ import annotations

import collections
import functools
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.markdown.fences import LEAD, Fence, LinePattern, fences
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span, covers

_LETTER = re.compile(r"[^\W\d_]")
_COMBINING = "\u0300".encode()
_BLANKS = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))


_LINE_START = LinePattern(LEAD + rb"(?=[!#$%(*+/:<=>?@\[\\^{~-])")


class Implied(NamedTuple):
    """What a generator shows where an article has nothing."""

    text: str
    before: str
    """What another text in its place must have before it."""
    after: str = ""


class Words(NamedTuple):
    """Text for readers within a construct: a title, a caption."""

    kind: Kind
    place: Place
    span: Span[BodyBytes]
    level: int = 0
    """Rank of a heading."""
    detail: str = ""
    """The name of the parameter, attribute or option it is the value of."""
    implied: Implied | None = None
    """What is shown where the span is empty."""


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
        pieces, at, after = [], construct.span.start, b""
        for words in construct.words:
            before = words.implied.before.encode() if words.implied else b""
            pieces.append(after + data[at : words.span.start] + before)
            at, after = words.span.end, words.implied.after.encode() if words.implied else b""
        pieces.append(after + data[at : construct.span.end])
        kept.append(b"\x00".join(pieces))
    return tuple(kept)


def has_words(text: str) -> bool:
    """Whether there is a letter for readers."""
    return _LETTER.search(text) is not None
