"""Which titles of links and images are for readers?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.blocks.found import Leaf
from i18n.markdown.blocks.joining import message
from i18n.markdown.blocks.page import LETTER, Page
from i18n.model import Kind, Place
from i18n.numbers.figures import stands_alone
from i18n.span import ArticleBytes, Span

_TITLE = re.compile(rb"""(?s)[\s>]("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))\s*\)?$""")


def leaves(span: Span[ArticleBytes], kind: Kind, page: Page, quotes: int = 0) -> Iterator[Leaf]:
    """The quoted title at the end of a definition, or of an image's target."""
    match = _TITLE.search(page.data, *span)
    said = match[1].decode() if match else ""
    if match and (LETTER.search(said) or stands_alone(said)):
        title: Span[ArticleBytes] = Span(match.start(1) + 1, match.end(1) - 1)
        yield Leaf(kind, Place.TITLE, title, message(page.data, title, quotes))
