"""Which message does a text go through, while it is written from its first byte to its last?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.render.content import Element
from i18n.render.context import Context
from i18n.render.markup import Markup
from i18n.render.messages import Mark


class Running:
    """The messages of one text, each of which gets an element where it begins."""

    __slots__ = ("_context", "_end", "_marks", "_markup", "_open")

    def __init__(self, context: Context, markup: Markup, found: Iterable[Mark]) -> None:
        self._context = context
        self._markup = markup
        self._marks = list(found)
        self._open: Element | None = None
        self._end = -1
        """One past the last byte of the message that is open; -1 where none is."""

    def reach(self, position: int) -> None:
        """Come to a byte of the article: end the message that is over, begin the one that begins."""
        if 0 <= self._end <= position:
            self.end()
        while self._end < 0 and self._marks and self._marks[0].segment.span.start <= position:
            mark = self._marks.pop(0)
            if mark.segment.span.end > position:
                self._open = self._context.open(self._markup, "span", (), (mark,))
                self._end = mark.segment.span.end

    def end(self) -> None:
        """End the message that is open."""
        self._markup.close(self._open)
        self._open, self._end = None, -1

    def cuts(self, start: int, end: int) -> set[int]:
        """Where messages begin and end between two bytes."""
        if not self._marks and self._end < 0:
            return set()
        places = {place for mark in self._marks for place in mark.segment.span} | {self._end}
        return {place for place in places if start < place < end}
