"""Where does what a dialect adds stand on the page: what begins a block, what ends it, what is a block by itself?"""

from __future__ import annotations

import bisect
import itertools
import re
import sys
from typing import NamedTuple

from i18n.markdown.dialects.common import RULE
from i18n.markdown.document import line_start
from i18n.markdown.masking import Construct
from i18n.model import Kind
from i18n.render import boxes, fragments, raw, roles, rows
from i18n.render.atoms import Atom
from i18n.render.content import Element
from i18n.render.context import Context
from i18n.render.heads import Piece, pieces
from i18n.render.links import Remark
from i18n.render.markup import Markup
from i18n.render.messages import Mark
from i18n.span import ArticleBytes, Span


class _Placed(NamedTuple):
    """A construct of its own, at its place."""

    span: Span[ArticleBytes]
    construct: Construct
    pieces: tuple[Piece, ...]


class _Opened(NamedTuple):
    """A block that a construct began."""

    key: str
    element: Element
    depth: int
    """In how many containers it stands."""


class Constructs:
    """Writes what a dialect adds to an article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        data = context.shared.data
        every = [_Placed(span, each, _pieces(span.of(data).decode(), each)) for span, each in context.shared.constructs]
        every = [*every[:1], *(_in_table(above, each, data) for above, each in itertools.pairwise(every))]
        self._placed = [each for each in every if not (each.construct.within_text or each.construct.beside_text)]
        self._starts = [each.span.start for each in self._placed]
        self._at = 0
        """The first that is not written yet."""
        self._pairs = _pairs(every)
        self._opened: list[_Opened] = []

    def holds(self, position: int, end: int = 0) -> bool:
        """Whether what the parser sees at a byte stands for a construct, or stands in one; all of it, up to `end`."""
        at = bisect.bisect_right(self._starts, position) - 1
        if at < 0:
            return False
        span = self._placed[at].span
        return position < span.end and not self._context.shared.data[span.end : end].strip(b" \t>\r\n")

    def before(self, markup: Markup, position: int, depth: int, *, least_column: int = 0, data: bytes = b"") -> None:
        """Write what begins before a position and is not written yet.

        `least_column`: how far to the right it stands at least if it belongs to the item that ends there.
        """
        while self._at < len(self._placed) and self._placed[self._at].span.start < position:
            placed = self._placed[self._at]
            start = placed.span.start
            if placed.construct.holds in (Kind.ADMONITION, Kind.TAB) or (
                least_column and start - line_start(data, start) < least_column
            ):
                return
            self._at += 1
            self._write(markup, placed, depth)

    def waits(self, position: int) -> bool:
        """Whether something that begins before a position is not written yet."""
        return self._at < len(self._placed) and self._placed[self._at].span.start < position

    @property
    def next_start(self) -> int:
        """Where the first begins that is not written yet; past all of the article where none is left."""
        return self._placed[self._at].span.start if self._at < len(self._placed) else sys.maxsize

    def skip(self, span: Span[ArticleBytes]) -> None:
        """Leave out what begins in a span, which is a block of code."""
        while self._at < len(self._placed) and self._placed[self._at].span.start < span.end:
            self._at += 1

    def held(self, markup: Markup, position: int) -> Element | None:
        """Begin the block that an item stands for; None where the item is no more than a place in the text."""
        at = bisect.bisect_right(self._starts, position) - 1
        placed = self._placed[at]
        if placed.construct.holds is Kind.DEFINITION:
            return markup.open("div", (("class", "definition"),))
        if placed.construct.holds not in (Kind.ADMONITION, Kind.TAB):
            return None
        self._at = max(self._at, at + 1)
        piece = placed.pieces[0] if placed.pieces else Piece("opens")
        return boxes.begin(self._context, markup, piece, self._words(placed))

    def leave(self, depth: int) -> None:
        """Forget the blocks that ended with their container."""
        while self._opened and self._opened[-1].depth > depth:
            self._opened.pop()

    def boxed(self, markup: Markup, kind: str, name: str) -> Element | None:
        """Begin an alert, with its kind for a title."""
        return boxes.titled(markup, kind, name)

    def atom(self, markup: Markup, atom: Atom) -> None:
        """Write what stands within a text and is no Markdown."""
        said = atom.span.of(self._context.shared.data).decode(errors="replace")
        if atom.what == "attributes":
            for mark in self._context.waiting.within(atom.span):
                fragments.element(self._context, markup, "span", mark, "note")
            return
        if atom.what == "icon":
            return
        if atom.what == "keys":
            boxes.keys(markup, said)
            return
        if atom.what == "formula":
            raw.formula(markup, said)
            return
        if self._context.shared.dialect.has_roles and roles.is_name(said):
            return
        for at, piece in enumerate(pieces(said)):
            if piece.role == "html":
                raw.inline(self._context, markup, piece.said, *atom.span)
            elif (atom.span.start, at) not in self._pairs:
                boxes.within(markup, piece)

    def _words(self, placed: _Placed) -> list[Mark]:
        return self._context.waiting.within(placed.span)

    def _write(self, markup: Markup, placed: _Placed, depth: int) -> None:
        if rows.is_table(found := self._words(placed)):
            rows.write(self._context, markup, placed.span, found)
        for at, piece in enumerate(placed.pieces):
            found = self._words(placed)
            if piece.role == "opens" and (placed.span.start, at) in self._pairs:
                element = boxes.begin(self._context, markup, piece, found)
                if element is not None:
                    self._opened.append(_Opened(piece.key, element, depth))
            elif piece.role == "closes":
                self._close(markup, piece, depth)
            elif piece.role == "html":
                raw.inline(self._context, markup, piece.said, *placed.span)
                if not piece.said.startswith("</"):
                    boxes.lines(self._context, markup, found)
            else:
                self._note(piece, placed.span.start)
                boxes.alone(self._context, markup, piece, found)
        boxes.rest(self._context, markup, self._words(placed))
        if placed.pieces:
            markup.line()

    def _note(self, piece: Piece, start: int) -> None:
        if piece.role in ("alone", "opens") and not boxes.is_known(piece.name):
            self._context.remarks.append(Remark("unknown-construct", piece.name, start))

    def _close(self, markup: Markup, piece: Piece, depth: int) -> None:
        """End the block that a piece ends, if it began in the same container."""
        for at in range(len(self._opened) - 1, -1, -1):
            opened = self._opened[at]
            if opened.depth != depth:
                return
            if piece.key in ("", opened.key):
                markup.close(opened.element)
                del self._opened[at:]
                return


def _pieces(said: str, construct: Construct) -> tuple[Piece, ...]:
    """What a construct says that it is; a name that stands for a text is one."""
    found = pieces(said)
    if not found and construct.mask == RULE and not construct.words and _NAME.fullmatch(said.strip()):
        return (Piece("literal", said=said.strip()),)
    return found


def _in_table(above: _Placed, placed: _Placed, data: bytes) -> _Placed:
    """The rows of a table in CSV that nobody reads as such, as they are written."""
    if placed.pieces or placed.construct.words or not above.pieces or above.pieces[0].name != "csv-table":
        return placed
    return placed._replace(pieces=(Piece("code", said=placed.span.of(data).decode().strip("\r\n")),))


_NAME = re.compile(r"[\w./@*~-]*\w[\w./@*~-]*")


def _pairs(placed: list[_Placed]) -> set[tuple[int, int]]:
    """The pieces that begin what another one ends: the construct's first byte, and which of its pieces."""
    opened: list[tuple[str, tuple[int, int]]] = []
    pairs: set[tuple[int, int]] = set()
    for each in placed:
        for at, piece in enumerate(each.pieces):
            if piece.role == "opens":
                opened.append((piece.key, (each.span.start, at)))
            elif piece.role == "closes":
                depth = next((n for n in reversed(range(len(opened))) if piece.key in ("", opened[n][0])), None)
                if depth is not None:
                    pairs.add(opened[depth][1])
                    del opened[depth:]
    return pairs
