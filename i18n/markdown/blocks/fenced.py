"""What do readers read of fenced code?"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence

from i18n.markdown import code
from i18n.markdown.blocks.found import Leaf
from i18n.markdown.modes import Mode
from i18n.model import Place
from i18n.span import ArticleBytes, Span


def leaves(info: str, spans: Sequence[Span[ArticleBytes]], data: bytes, mode: Mode) -> Iterator[Leaf]:
    """The comments, strings or whole text of a block, whatever the mode asks for.

    `spans` are the lines of its text, container prefixes left out; one may hold several lines.
    """
    lines = [span.of(data).decode() for span in spans]
    ends = list(itertools.accumulate(map(len, lines)))
    text, language = "".join(lines), code.language(info)

    def position(line: int, character: int) -> int:
        before = ends[line] - len(lines[line])
        return spans[line].start + len(lines[line][: character - before].encode())

    for words in code.words(info, text, mode):
        start, end = words.span
        first, last = bisect.bisect_right(ends, start), bisect.bisect_left(ends, end)
        span: Span[ArticleBytes] = Span(position(first, start), position(last, end))
        message = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        yield Leaf(words.kind, Place.CODE, span, message, code=(language, words.mark))
