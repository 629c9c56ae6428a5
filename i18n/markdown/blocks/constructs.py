"""Which words in what a dialect adds are for readers?"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from i18n.markdown.blocks.found import Leaf
from i18n.markdown.blocks.joining import folded
from i18n.markdown.blocks.scan import Scan
from i18n.markdown.document import Document
from i18n.model import Place
from i18n.span import ArticleBytes, Span


def leaves(document: Document, blocks: Scan) -> Iterator[Leaf]:
    """Titles, captions, parameters: none in indented code, and no title of a line in a block of HTML."""
    for construct in document.constructs:
        for words in construct.words:
            span = Span[ArticleBytes](words.start + document.body_start, words.end + document.body_start)
            if _within(span.start, blocks.indented) or (words.place is Place.LINE and _within(span.start, blocks.html)):
                continue
            message = folded(span.of(document.data).decode())
            yield Leaf(words.kind, words.place, span, message, words.level, words.detail)


def _within(position: int, spans: Sequence[Span[ArticleBytes]]) -> bool:
    """Whether a byte lies in one of the spans, which ascend."""
    at = bisect.bisect_right(spans, position, key=lambda span: span.start) - 1
    return at >= 0 and position < spans[at].end
