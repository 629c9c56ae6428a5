"""What does the parser see in one block of text?"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from i18n.markdown import tokenizer
from i18n.markdown.blocks.found import Part
from i18n.markdown.blocks.page import EMOJI_CODE, LETTER, Page
from i18n.markdown.dialects import roles
from i18n.markdown.elements import HIDDEN
from i18n.markdown.parser import Tag
from i18n.model import Kind, Place
from i18n.span import ArticleBytes, Span

_NEXT_LINE = re.compile(rb"[ \t\\]*(?:\r\n|\n|\r)[ \t>]*")
_BACKSLASH, _OPENING, _CLOSING = b"\\[]"


Break: TypeAlias = tuple[Span[ArticleBytes], bool]
"""A line break within a text, and whether it is a hard one.

From the marker of a hard break, or the line end, to the first byte after the next line's prefix.
"""


class Image(NamedTuple):
    """An image within a text."""

    span: Span[ArticleBytes]
    description: Span[ArticleBytes]
    has_words: bool
    """The description has letters."""


class Text(NamedTuple):
    """A block of text, from its first inline to its last."""

    kind: Kind
    place: Place
    level: int
    """Rank of a heading."""
    span: Span[ArticleBytes]
    breaks: tuple[Break, ...]
    has_words: bool
    """Has letters outside images and elements that are not for readers."""
    tags: tuple[Span[ArticleBytes], ...]
    """Tags of HTML with attributes."""
    images: tuple[Image, ...]
    parts: tuple[tuple[Part, Span[ArticleBytes]], ...] | None
    """What a heading is made of, and where; None for other texts."""
    quotes: int
    """How many block quotes it stands in."""


class OpenText:
    """A block of text while its inlines come in."""

    __slots__ = (
        "_breaks", "_end", "_floor", "_has_words", "_hidden", "_image_has_words", "_image_is_label", "_images",
        "_in_image", "_kind", "_level", "_page", "_parts", "_place", "_start", "_tags", "_waiting",
    )  # fmt: skip

    def __init__(self, page: Page, kind: Kind, place: Place, floor: int, level: int = 0) -> None:
        """Begin a text, to which no byte before `floor` belongs."""
        self._page = page
        self._kind = kind
        self._place = place
        self._floor = floor
        self._level = level
        self._start = self._end = -1
        self._breaks: list[Break] = []
        self._waiting: tuple[int, bool] | None = None
        """A break after which nothing has come yet: its first byte, whether it is a hard one."""
        self._has_words = False
        self._hidden = 0
        """How many elements that are not for readers are open."""
        self._tags: list[Span[ArticleBytes]] = []
        self._images: list[Image] = []
        self._in_image = 0
        self._image_has_words = self._image_is_label = False
        self._parts: list[tuple[Part, Span[ArticleBytes]]] | None = [] if kind is Kind.HEADING else None

    def reach(self, start: int, end: int) -> None:
        """Let the text reach over an inline."""
        if self._start < 0 or self._waiting is not None:
            self._go_on(start)
        if end > self._end:
            self._end = end

    def _go_on(self, start: int) -> None:
        """Begin the text, or its next line."""
        # The parser leaves the backslash of an escape out of the text's range.
        first = start - 1 if start > self._floor and self._page.data[start - 1] == _BACKSLASH else start
        if self._start < 0:
            self._start = first
        elif self._waiting is not None:
            self._breaks.append((Span(self._waiting[0], first), self._waiting[1]))
        self._waiting = None

    def say(self, said: str, start: int, end: int) -> None:
        """Read text as it is."""
        if self._start < 0 or self._waiting is not None:
            self._go_on(start)
        if end > self._end:
            self._end = end
        if self._parts is not None:
            self._parts.append((("Description" if self._in_image else "Text", said), Span(start, end)))
        if self._in_image:
            self._image_has_words = self._image_has_words or LETTER.search(said) is not None
        elif not self._has_words and not self._hidden and LETTER.search(said):
            self._has_words = ":" not in said or LETTER.search(EMOJI_CODE.sub("", said)) is not None

    def code(self, said: str, start: int, end: int) -> None:
        """Read a span of code or a formula."""
        self.reach(start, end)
        if self._page.dialect.has_roles and not self._has_words:
            before = self._page.data[max(0, start - roles.LONGEST) : start].decode(errors="replace")
            self._has_words = LETTER.search(roles.for_readers(roles.name_at_end(before), said)) is not None
        if self._parts is not None:
            self._parts.append((("Code", said), Span(start, end)))

    def footnote(self, name: str, start: int, end: int) -> None:
        """Read a reference to a footnote."""
        self.reach(start, end)
        if self._parts is not None:
            self._parts.append((("Footnote", name), Span(start, end)))

    def tag(self, raw: str, start: int, end: int) -> None:
        """Read a tag or a comment of HTML."""
        self.reach(start, end)
        if self._parts is not None:
            self._parts.append((("Html", raw), Span(start, end)))
        token = tokenizer.first(raw, 0)
        if not isinstance(token, tokenizer.Tag):
            return
        if token.attributes:
            self._tags.append(Span(start, end))
        if token.name in HIDDEN and not token.is_empty:
            self._hidden = max(0, self._hidden + (-1 if token.is_closing else 1))

    def pause(self, start: int, *, is_hard: bool) -> None:
        """Come to a line break; with `breaks` a soft one is shown as a hard one is."""
        if self._waiting is not None and self._start >= 0:
            self._breaks.append((Span(self._waiting[0], start), self._waiting[1]))
        self._waiting = (start, is_hard or self._page.dialect.breaks)
        if self._parts is not None:
            self._parts.append((("Break", "\n"), Span(start, start)))

    def begin(self, tag: Tag, start: int, end: int) -> None:
        """Come to an inline that holds others."""
        self.reach(start, start)
        if tag.name == "Image":
            if not self._in_image:
                self._image_has_words = False
            self._in_image += 1
        if tag.link is not None and tag.link.reference in ("collapsed", "shortcut"):
            self._image_is_label = self._image_is_label or tag.name == "Image"
            # pulldown-cmark leaves the `[]` of a collapsed reference out of its range.
            if tag.link.reference == "collapsed" and self._page.data[end : end + 2] == b"[]":
                end += 2
        if end > self._end:
            self._end = end

    def finish(self, tag: Tag, start: int, end: int) -> None:
        """Come to the end of an inline that holds others."""
        self._past_break()
        if tag.name != "Image":
            return
        self._in_image -= 1
        if not self._in_image:
            description: Span[ArticleBytes] = Span(start + 2, _description_end(self._page.seen, start + 2, end))
            self._images.append(Image(Span(start, end), description, self._image_has_words))
            # The description is the label too: the message must show that it is a reference.
            self._has_words = self._has_words or (self._image_is_label and self._image_has_words)
            self._image_is_label = False

    def _past_break(self) -> None:
        """A line break that stands just before the end of a link (`[text` and on the next line `][label]`) is over."""
        if self._waiting is not None and self._start >= 0:
            line = _NEXT_LINE.match(self._page.data, self._waiting[0])
            if line is not None:
                self._breaks.append((Span(*line.span()), self._waiting[1]))
                self._waiting = None

    def closed(self, quotes: int) -> Text | None:
        """The text as it is when its block ends; None if no inline came."""
        if self._start < 0:
            return None
        return Text(
            self._kind,
            self._place,
            self._level,
            Span(self._start, self._end),
            tuple(self._breaks),
            self._has_words,
            tuple(self._tags),
            tuple(self._images),
            None if self._parts is None else tuple(self._parts),
            quotes,
        )


def _description_end(data: bytes, at: int, end: int) -> int:
    """Where the description of an image ends: at the first `]` that is no part of it."""
    depth = 1
    while at < end:
        byte = data[at]
        if byte == _BACKSLASH:
            at += 1
        elif byte == _OPENING:
            depth += 1
        elif byte == _CLOSING:
            depth -= 1
            if not depth:
                break
        at += 1
    return at
