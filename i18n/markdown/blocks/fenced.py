"""What do readers read of fenced code?"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence

from i18n.markdown import code
from i18n.markdown.blocks.found import Leaf
from i18n.markdown.document import line_start
from i18n.markdown.modes import Mode
from i18n.model import CodePlace, Kind, Place
from i18n.span import ArticleBytes, Characters, Span


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

    def place(span: Span[Characters]) -> Span[ArticleBytes]:
        first, last = bisect.bisect_right(ends, span.start), bisect.bisect_left(ends, span.end)
        return Span(position(first, span.start), position(last, span.end))

    for run in code.runs(text, code.words(info, text, mode)):
        places = [place(words.span) for words in run]
        prefixes = {_before(data, each.start) for each in places[1:]}
        for part in [slice(None)] if len(prefixes) < 2 else [slice(at, at + 1) for at in range(len(run))]:
            said = [words.span.of(text) for words in run[part]]
            prefix = "".join(prefixes) if len(said) > 1 else ""
            yield _leaf(run[part][0], said, Span(places[part][0].start, places[part][-1].end), language, prefix)


def _before(data: bytes, position: int) -> str:
    """What stands before a position on its line."""
    return data[line_start(data, position) : position].decode()


def _leaf(words: code.CodeWords, lines: Sequence[str], span: Span[ArticleBytes], language: str, prefix: str) -> Leaf:
    """The leaf of lines of a comment, of a string or of a whole block; `words` are the first of them."""
    if words.kind is Kind.CODE_COMMENT:
        message, counts = code.message(lines)
    else:
        message, counts = lines[0].replace("\r\n", "\n").replace("\r", "\n"), (1,)
    return Leaf(words.kind, Place.CODE, span, message, code=CodePlace(language, words.mark, prefix, counts))
