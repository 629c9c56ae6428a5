"""Which words in what a dialect adds are for readers?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.markdown.blocks.found import Leaf
from i18n.markdown.blocks.joining import folded
from i18n.markdown.blocks.scan import Scan
from i18n.markdown.document import Document
from i18n.model import Place
from i18n.span import covers, in_article


def leaves(document: Document, blocks: Scan) -> Iterator[Leaf]:
    """Titles, captions, parameters: none in indented code, and no title of a line in a block of HTML."""
    for construct in document.constructs:
        for words in construct.words:
            span = in_article(words.span, document.body_start)
            if covers(blocks.indented, span.start) or (words.place is Place.LINE and covers(blocks.html, span.start)):
                continue
            if words.implied is None:
                message, around = folded(span.of(document.data).decode()), ("", "")
            else:
                message, *edges = words.implied
                around = (edges[0], edges[1])
            yield Leaf(words.kind, words.place, span, message, words.level, words.detail, around=around)
