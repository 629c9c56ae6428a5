"""What is the parser shown that an article does not have, and where in the article is what it then sees?

A generator may see a block begin where CommonMark sees the paragraph go on. A blank line there shows it to the parser.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from i18n.markdown.masking import Construct
from i18n.markdown.parser import Event
from i18n.span import ArticleBytes, Span


@dataclass(frozen=True, slots=True)
class Shown:
    """A body with more in it than the article has."""

    text: str
    starts: tuple[int, ...]
    """Where in `text` each insertion begins, ascending."""
    added: tuple[int, ...]
    """Bytes that are inserted up to and with each of them."""

    def position(self, shown: int) -> int:
        """The byte of the body that a byte of the text is; within an insertion, the one after it."""
        which = bisect.bisect_right(self.starts, shown) - 1
        if which < 0:
            return shown
        before = self.added[which - 1] if which else 0
        return max(shown - self.added[which], self.starts[which] - before)

    def span(self, shown: Span[ArticleBytes], offset: int) -> Span[ArticleBytes]:
        """The span of the article; the body begins at byte `offset` of it."""
        return Span(self.position(shown.start) + offset, self.position(shown.end) + offset)

    def placed(self, events: Iterable[Event], offset: int) -> Iterator[Event]:
        """The parser's events with positions in the article; the body begins at byte `offset` of it."""
        for what, said, tag, start, end in events:
            yield what, said, tag, self.position(start) + offset, self.position(end) + offset


def insert(body: bytes, constructs: Iterable[Construct]) -> Shown:
    """Show what stands ahead of the constructs."""
    pieces: list[bytes] = []
    starts: list[int] = []
    added: list[int] = []
    at = length = 0
    for construct in constructs:
        if construct.ahead:
            here = construct.span.start
            starts.append(here + length)
            length += len(construct.ahead)
            added.append(length)
            pieces += [body[at:here], construct.ahead]
            at = here
    pieces.append(body[at:])
    return Shown(b"".join(pieces).decode(), tuple(starts), tuple(added))
