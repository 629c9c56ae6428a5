"""What of a block of HTML is for readers, where does it lead, and is it a comment?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from i18n.markdown import html, tokenizer
from i18n.markdown.blocks.found import Comment, Leaf
from i18n.markdown.blocks.joining import folded
from i18n.markdown.blocks.page import Page, has_words
from i18n.markdown.elements import VOID
from i18n.span import ArticleBytes, Span, in_bytes

_TARGET = re.compile(r"""(?i)\s(?:src|href|poster|(srcset))\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MDX_COMMENT = re.compile(r"(?s)\{/\*((?:(?!\*/).)*)\*/\}")
"""What the parser saw as a comment of HTML."""

_ENDS_BY_ITSELF = frozenset("p li dt dd tr td th thead tbody tfoot option".split())
"""Elements that many authors do not close."""


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
    text = found.text.strip()
    if not text.startswith(("<!--", "{/*")):
        return None
    mdx = _MDX_COMMENT.fullmatch(text)
    said = mdx[1].strip() if mdx else _said(text)
    if said is None:
        return None
    start = found.text.index(text)
    span = in_bytes(Span(start, start + len(text)), found.text, found.span.start)
    return Comment(said, span, Span(span.end, span.end))


def _said(text: str) -> str | None:
    """What a comment of HTML says; None for what is none, or more."""
    token = tokenizer.first(text, 0)
    if not isinstance(token, tokenizer.Comment) or token.kind != "comment":
        return None
    return token.said(text) if token.is_finished and token.span == (0, len(text)) else None


def comments(found: Raw) -> Iterator[tuple[Comment, bool]]:
    """The comments within a block, and whether each ends there."""
    for token in tokenizer.tokens(found.text) if "<!--" in found.text else ():
        if isinstance(token, tokenizer.Comment) and token.kind == "comment":
            span = in_bytes(token.span, found.text, found.span.start)
            comment = Comment(token.said(found.text), span, Span(span.end, found.span.end), is_block=False)
            yield comment, token.is_finished


def targets(text: str) -> Iterator[str]:
    """Where tags lead, and what they embed."""
    for target in _TARGET.finditer(text):
        value = target[2] or target[3] or ""
        if target[1]:
            yield from (each.split()[0] for each in value.split(",") if each.strip())
        else:
            yield value


def go_through(text: str, opened: list[str]) -> None:
    """Note which elements a block opens, and forget those that it closes."""
    for tag in tokenizer.tags(text):
        if not tag.is_closing:
            opened += [] if tag.is_empty or tag.name in VOID or tag.name in _ENDS_BY_ITSELF else [tag.name]
        elif tag.name in opened:
            while opened.pop() != tag.name:
                pass


def leaves(found: Raw, page: Page) -> Iterator[Leaf]:
    """What of a block is for readers: text between its tags, and attributes."""
    start, machinery = found.span.start, page.dialect.machinery
    seen = found.text if page.seen is page.data else _without_prefixes(page.seen, found.span, found.lines)
    written = found.text.encode()
    for words in html.words(seen):
        span = in_bytes(Span(words.start, words.end), seen, start)
        if machinery is None or has_words(span.of(page.seen), machinery) or page.has_figures(span):
            message = folded(written[span.start - start : span.end - start].decode())
            yield Leaf(words.kind, words.place, span, message, detail=words.detail)


def attributes(tag: Span[ArticleBytes], page: Page) -> Iterator[Leaf]:
    """The attributes for readers of a tag within a text."""
    raw = tag.of(page.seen).decode()
    for words in html.attributes(raw):
        span = in_bytes(Span(words.start, words.end), raw, tag.start)
        if span.of(page.data) == span.of(page.seen):
            yield Leaf(words.kind, words.place, span, folded(span.of(page.data).decode()), detail=words.detail)
