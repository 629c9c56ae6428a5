"""How does a span of several lines become a message?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from i18n.markdown.blocks.text import Break
from i18n.span import ArticleBytes, Span

_FOLD = re.compile(r"[ \t]*(?:\r\n|\n|\r)\s*")


def message(data: bytes, span: Span[ArticleBytes], quotes: int, breaks: Iterable[Break] = ()) -> str:
    """Write a span as a message: a soft break as a space, a hard one as a line feed, container prefixes left out.

    Line ends within code, tags and targets, which are none of the `breaks`, are spaces too.
    """
    raw = data[span.start : span.end]
    if b"\n" not in raw and b"\r" not in raw:
        return raw.decode()
    pieces: list[bytes] = []
    at = span.start
    start, end = span
    for (before, after), is_hard in breaks:
        if start <= before and after <= end:
            pieces += (_flat(data[at:before], quotes).rstrip(b" \t"), b"\n" if is_hard else b" ")
            at = after
    pieces.append(_flat(data[at:end], quotes))
    return b"".join(pieces).decode()


def _flat(piece: bytes, quotes: int) -> bytes:
    return _line_end(quotes).sub(b" ", piece) if b"\n" in piece or b"\r" in piece else piece


@functools.lru_cache(maxsize=16)
def _line_end(quotes: int) -> re.Pattern[bytes]:
    """A line end with the prefix of so many quotes."""
    return re.compile(rb"(?:\r\n|\n|\r)(?:[ \t]*>){0,%d}[ \t]*" % quotes)


def folded(text: str) -> str:
    """Write HTML, or the words of a construct, on one line."""
    return _FOLD.sub(" ", text) if "\n" in text or "\r" in text else text
