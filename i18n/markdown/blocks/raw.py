"""What of a block of HTML is for readers, where does it lead, and is it a comment?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from i18n.markdown import html, tokenizer
from i18n.markdown.blocks.found import Comment, Leaf
from i18n.markdown.blocks.joining import folded
from i18n.markdown.blocks.page import Page, has_words
from i18n.span import ArticleBytes, Span, in_bytes

_TARGET = re.compile(r"""(?i)\s(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMMENT = re.compile(r"(?s)\s*(<!--((?:(?!-->).)*)-->|\{/\*((?:(?!\*/).)*)\*/\})\s*")
"""A whole comment, of HTML or (which the parser saw as one of HTML) of MDX."""


class Raw(NamedTuple):
    """A block of HTML."""

    span: Span[ArticleBytes]
    lines: tuple[Span[ArticleBytes], ...]
    """What of it the parser takes for HTML: all but container prefixes."""
    text: str
    """The block with spaces in place of container prefixes."""


def block(data: bytes, span: Span[ArticleBytes], lines: Sequence[Span[ArticleBytes]]) -> Raw:
    """Read a block out of the bytes of an article."""
    return Raw(span, tuple(lines), _without_prefixes(data, span, lines))


def _without_prefixes(data: bytes, span: Span[ArticleBytes], lines: Sequence[Span[ArticleBytes]]) -> str:
    buffer = bytearray(span.of(data))
    at = span.start
    for first, last in (*lines, (span.end, span.end)):
        for gap in range(at - span.start, first - span.start):
            # A prefix is ASCII: other bytes are those of a line that the parser was given blank.
            if buffer[gap] < 0x80:
                buffer[gap] = 0x20
        at = last
    return buffer.decode()


def comment(found: Raw) -> Comment | None:
    """The comment that a block is, as if no block followed it; None for other HTML."""
    whole = _COMMENT.fullmatch(found.text)
    if whole is None:
        return None
    span = in_bytes(Span(*whole.span(1)), found.text, found.span.start)
    return Comment((whole[2] or whole[3] or "").strip(), span, Span(span.end, span.end))


def comments(found: Raw) -> Iterator[Comment]:
    """The comments within a block."""
    for token in tokenizer.tokens(found.text) if "<!--" in found.text else ():
        if isinstance(token, tokenizer.Comment) and token.kind == "comment":
            span = in_bytes(token.span, found.text, found.span.start)
            text = token.span.of(found.text)
            inner = text.removeprefix("<!--").removesuffix("-->").strip()
            yield Comment(inner, span, Span(span.end, found.span.end), is_block=False)


def targets(text: str) -> Iterator[str]:
    """Where tags lead, and what they embed."""
    for target in _TARGET.finditer(text):
        yield target[1] or target[2] or ""


def leaves(found: Raw, page: Page) -> Iterator[Leaf]:
    """What of a block is for readers: text between its tags, and attributes."""
    start, machinery = found.span.start, page.dialect.machinery
    seen = found.text if page.seen is page.data else _without_prefixes(page.seen, found.span, found.lines)
    written = found.text.encode()
    for words in html.words(seen):
        span = in_bytes(Span(words.start, words.end), seen, start)
        if machinery is None or has_words(span.of(page.seen), machinery):
            message = folded(written[span.start - start : span.end - start].decode())
            yield Leaf(words.kind, words.place, span, message, detail=words.detail)


def attributes(tag: Span[ArticleBytes], page: Page) -> Iterator[Leaf]:
    """The attributes for readers of a tag within a text."""
    raw = tag.of(page.seen).decode()
    for words in html.attributes(raw):
        span = in_bytes(Span(words.start, words.end), raw, tag.start)
        if span.of(page.data) == span.of(page.seen):
            yield Leaf(words.kind, words.place, span, folded(span.of(page.data).decode()), detail=words.detail)
