"""What is a heading made of, from which generators make ids?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from i18n.markdown.blocks.found import Heading, Part
from i18n.markdown.blocks.page import Page
from i18n.markdown.blocks.text import Text
from i18n.span import ArticleBytes, Span

_LINE_END = re.compile(rb"[\r\n]|\Z")
_CLOSING = re.compile(rb"[ \t]+#+[ \t]*\Z")


def heading(text: Text, parts: Iterable[tuple[Part, Span[ArticleBytes]]], page: Page) -> Heading:
    """The heading that a text is: its parts, and apart from them the list of attributes at its end."""
    data, (start, end) = page.data, text.span
    found = page.dialect.own_id.search(data, start, _line_end(data, end)) if page.dialect.own_id else None
    attributes: Span[ArticleBytes] | None = None
    if found is not None:
        attributes = Span[ArticleBytes](*found.span()).stripped(data)
        end = min(end, without_closing(data, Span(start, found.start())).end)
    span: Span[ArticleBytes] = Span(start, end)
    return Heading(span, text.level, tuple(_within(parts, span, page)), attributes)


def without_closing(data: bytes, span: Span[ArticleBytes]) -> Span[ArticleBytes]:
    """The text of a heading without the marks that close it, where a list of attributes hides them from the parser."""
    return Span(span.start, span.start + len(_CLOSING.sub(b"", span.of(data))))


def _line_end(data: bytes, position: int) -> int:
    found = _LINE_END.search(data, position)
    return found.start() if found else len(data)


def _within(parts: Iterable[tuple[Part, Span[ArticleBytes]]], span: Span[ArticleBytes], page: Page) -> Iterator[Part]:
    """The parts up to the end of a span, with what the generator expands as it is written."""
    for (what, said), (start, end) in parts:
        if start >= span.end:
            return
        if what == "Text" and end > span.end:
            said = said[: len(said) - len(page.data[span.end : end].decode())]
        spelled = page.document.spelled(said)
        if spelled != said:
            yield "Template", spelled
        elif what == "Text" and page.data[start : start + 1] == b"&" and said != page.data[start:end].decode():
            yield "Entity", page.data[start:end].decode()
        else:
            yield what, _unmasked(said, Span(start, min(end, span.end)), page) if what == "Text" else said


def _unmasked(said: str, span: Span[ArticleBytes], page: Page) -> str:
    """A text as the article has it, where the parser was given as many other letters for code within it."""
    written = span.of(page.data)
    is_masked = page.document.constructs and said.encode() != written and said.encode() == span.of(page.document.masked)
    return written.decode() if is_masked else said
