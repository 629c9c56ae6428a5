"""Which messages does a block of text hold: one, several around what is no part of them, or none?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from i18n.markdown.blocks import raw, titles
from i18n.markdown.blocks.alone import is_alone
from i18n.markdown.blocks.found import Leaf
from i18n.markdown.blocks.headings import without_closing
from i18n.markdown.blocks.joining import message
from i18n.markdown.blocks.page import Page, has_words
from i18n.markdown.blocks.text import Text
from i18n.markdown.dialects import arguments, common
from i18n.markdown.dialects.common import may_hold_machinery
from i18n.markdown.parser import Extension
from i18n.model import Kind, Place
from i18n.span import ArticleBytes, Span


def leaves(text: Text, page: Page, *, is_name: bool) -> Iterable[Leaf]:
    """The messages of a text, ascending; `is_name`: a bare number there would be the name of a section or a release."""
    if is_alone(text, page) if text.has_words else not _is_figures(text, page, is_name=is_name):
        return _aside(text, page)
    span = _without_own_id(text, page) if text.kind is Kind.HEADING else text.span
    found = [
        Leaf(text.kind, text.place, part, message(page.data, part, text.quotes, text.breaks), text.level)
        for part in _parts(text, span, page, is_name=is_name)
        if part.start < part.end
    ]
    if span != text.span:
        found += _of_own_id(text, span, page)
    return found or _aside(text, page)


def _is_figures(text: Text, page: Page, *, is_name: bool) -> bool:
    """Whether a text without words is numbers that languages write otherwise, and what is aside has no words either."""
    return page.has_figures(text.span, is_name=is_name) and not any(_aside(text, page))


def _aside(text: Text, page: Page) -> Iterator[Leaf]:
    """What is for readers in a text that is no message: descriptions, titles, attributes."""
    for image in text.images:
        yield from titles.leaves(Span(image.description.end, image.span.end), Kind.IMAGE_TITLE, page, text.quotes)
        is_label = image.span.end <= image.description.end + 1  # a number that is one stays as it is
        if image.has_words or (not is_label and page.has_figures(image.description)):
            said = message(page.data, image.description, text.quotes)
            yield Leaf(Kind.IMAGE_DESCRIPTION, Place.LABEL, image.description, said)
    for tag in text.tags:
        yield from raw.attributes(tag, page)
    yield from _attributes(text.span, page)


def _attributes(span: Span[ArticleBytes], page: Page) -> Iterator[Leaf]:
    """What is for readers in the lists of attributes of a stretch."""
    lists = page.dialect.attributes
    if lists is None or page.data.find(b"{", *span) < 0:
        return
    for found in lists.finditer(page.data, *span):
        for value in arguments.values(page.data, Span[ArticleBytes](*found.span()), page.dialect.parameters):
            if common.is_for_readers(value.span.of(page.data)):
                said = value.span.of(page.data).decode()
                yield Leaf(Kind.PARAMETER, Place.QUOTED, value.span, said, detail=value.name)


def _without_own_id(text: Text, page: Page) -> Span[ArticleBytes]:
    """The span of a heading without an id of its own; empty if no words are left."""
    own_id = page.dialect.own_id.search(page.data, *text.span) if page.dialect.own_id is not None else None
    if own_id is None:
        return text.span
    span = without_closing(page.data, Span(text.span.start, own_id.start()))
    is_text = page.dialect.has_roles or has_words(span.of(page.seen), None) or page.has_figures(span, is_name=True)
    return span if is_text else Span(span.start, span.start)


def _of_own_id(text: Text, span: Span[ArticleBytes], page: Page) -> list[Leaf]:
    """What is for readers in the list of attributes after a heading, where the parser does not compare them."""
    if Extension.HEADING_ATTRIBUTES in page.dialect.extensions:
        return []
    return list(_attributes(Span(span.end, text.span.end), page))


def _parts(text: Text, span: Span[ArticleBytes], page: Page, *, is_name: bool) -> Iterable[Span[ArticleBytes]]:
    """The whole of a text, or what has words around that which is no part of it."""
    machinery = page.dialect.machinery
    apart = list(page.beside_within(span)) if page.beside else []
    if text.kind is Kind.TERM:
        apart += (span for span, _ in text.breaks)
    if machinery is not None and may_hold_machinery(page.seen, *span) and machinery.search(page.seen, *span):
        apart += _lines_of(machinery, text, span, page)
    elif not apart:
        return (span,)
    around = (_trimmed(text, part, page.data) for part in _around(span, sorted(apart)))
    return (part for part in around if page.has_words(part) or page.has_figures(part, is_name=is_name))


def _lines_of(
    machinery: re.Pattern[bytes], text: Text, span: Span[ArticleBytes], page: Page
) -> Iterator[Span[ArticleBytes]]:
    """Lines that hold only machinery (shortcodes, template tags): they part the text around them."""
    starts = {span.start: span.start} | {after: before for (before, after), _ in text.breaks}
    ends = {span.end: span.end} | {before: after for (before, after), _ in text.breaks}
    for match in machinery.finditer(page.seen, *span):
        first, last = match.span()
        while page.seen[last : last + 1] in (b" ", b"\t") and last < span.end and last not in ends:
            last += 1
        if first in starts and last in ends:
            yield Span(starts[first], ends[last])


def _around(span: Span[ArticleBytes], apart: Iterable[Span[ArticleBytes]]) -> Iterator[Span[ArticleBytes]]:
    at = span.start
    for start, end in apart:
        if start >= at:
            yield Span(at, start)
        at = max(at, end)
    yield Span(at, span.end)


def _trimmed(text: Text, span: Span[ArticleBytes], data: bytes) -> Span[ArticleBytes]:
    """Leave out white space and line breaks at the ends of a part of a text."""
    start, end = span
    for (before, after), _ in text.breaks:
        if start <= before and not data[start:before].strip():
            start = after
    for (before, after), _ in reversed(text.breaks):
        if after <= end and not data[after:end].strip():
            end = before
    part: Span[ArticleBytes] = Span(start, end)
    return part.stripped(data, b" \t")
