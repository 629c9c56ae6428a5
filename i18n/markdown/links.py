"""Which addresses of a page does somebody follow: a reader, or the generator that makes the page?"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from i18n.markdown import frontmatter, targets, tokenizer
from i18n.markdown.dialects import hugo, liquid
from i18n.markdown.document import Document
from i18n.span import ArticleBytes, Characters, Span, in_article, in_bytes


class Form(enum.Enum):
    """What an address is written in, which decides how characters are escaped there."""

    MARKDOWN = "Markdown"
    HTML = "HTML"
    PLAIN = "plain"
    """Code of a dialect, or front matter: as it is."""
    REFERENCE = "reference"
    """The argument of a shortcode of Hugo that looks for a page, with its quotes."""
    FILE = "file"
    """The argument of a tag of Jekyll that looks for a file from the root of the site."""
    POST = "post"
    """The same for a post, without the ending of its name."""


class Written(NamedTuple):
    """An address of a page."""

    span: Span[ArticleBytes]
    form: Form


_LEADING = r"(?:data-)?(?:href|src|srcset|poster|cite|to|link|url|page|image|img|cover|logo|thumbnail|background|file)"
"""Attributes and parameters whose value is an address."""
_ATTRIBUTE = re.compile(rf"(?:xlink:)?(?:{_LEADING}|data|action|formaction)")
_PARAMETER = re.compile(
    rb"(?i)(?<![\w.-])" + _LEADING.encode() + rb"""\s*[=:]\s*(?:\{\s*)?(?:require\(\s*)?(["'`])([^"'`\r\n]+)\1"""
)
_IMPORTED = re.compile(rb"""(?<![\w.])(?:from|import|(?:require|import)\()\s*(["'])([^"'\r\n]+)\1""")
_EXACT = re.compile(rb"""(["'])(@/[^"'\r\n]+)\1""")
_OF_CODE = re.compile(rb"(?i)<(?:!--|(?:script|style|pre|code|textarea|svg)\b)")
_SOURCE = re.compile(r"[^\s,]+(?=[\s,]|\Z)")
"""Of `srcset`, with what is said of its size."""
_OWN = frozenset(
    "alias aliases canonical canonicalurl id page_id path permalink redirect_from slug translationkey url "
    "title linktitle description summary sidebar_label".split()
)
"""Keys of front matter that say where the page itself is, and those of words for readers."""
_OF_MENUS = re.compile(r"(?:^|[._-])(?i:href|link|to|url|permalink|path)$|[a-z](?:Href|Link|To|Url|URL|Path)$")
"""Keys of data whose value is the address of something; Hugo's `pageRef` names an article, whatever the language."""
_LIQUID = (
    (Form.FILE, liquid.FILE), (Form.POST, liquid.POST), *((Form.PLAIN, each) for each in liquid.ADDRESSES),
)  # fmt: skip
"""What Jekyll asks of its site."""
_ASSIGNED = re.compile(
    rb"""[=:]\s*(?:\{\s*)?(?:require\(\s*)?(?:"([^"]*)"|'([^']*)'|`([^`\r\n]*)`|(?<==)([^\s"'`<>{}()]+))"""
)
"""Whatever is the value of something, by quotes or behind an equals sign."""


def links(document: Document) -> Iterator[Written]:
    """Find the addresses of links, images, definitions, HTML, front matter and a dialect's code, in no order.

    Code that readers are shown has none, nor has what says where the page itself is.
    """
    data, start, dialect = document.data, document.body_start, document.dialect
    events, masked = list(document.events()), document.masked
    found = [*targets.destinations(document, events), *targets.inline(data, 0, start)]
    for each in targets.raw_html(events):
        yield from _of_html(each.of(masked).decode(errors="replace"), each.start)
        if not _OF_CODE.search(data, *each):
            found += targets.inline(data, *each)
    for construct in document.constructs:
        code = targets.tag(data, in_article(construct.span, start))
        if not _OF_CODE.match(data, *code):
            found += targets.inline(data, *code)
            yield from _of_code(data, code)
            if dialect.name == "jekyll":
                yield from _of_liquid(data, code.start)
    yield from (Written(span, Form.MARKDOWN) for span in found)
    yield from of_front_matter(document)
    if dialect.has_roles or dialect.name in ("vitepress", "mdbook"):
        yield from (Written(span, Form.PLAIN) for span in targets.directives(data, start))


def candidates(data: bytes) -> Iterator[tuple[bytes, Form]]:
    """Find quickly whatever `links` finds below the front matter, and some more, as it is written."""
    if b"](" in data:
        yield from ((span.of(data), Form.MARKDOWN) for span in targets.inline(data, 0, len(data)))
    if b"]:" in data:
        yield from ((span.of(data), Form.MARKDOWN) for span in targets.definitions(data))
    for value in _ASSIGNED.findall(data):
        written = b"".join(value)
        for each in (written, *written.split()) if b" " in written else (written,):
            yield each.strip(b","), Form.HTML
        yield written, Form.PLAIN
    for begins, pattern in ((b"import", _IMPORTED), (b"from", _IMPORTED), (b"require", _IMPORTED), (b"@/", _EXACT)):
        if begins in data:
            yield from ((match[2], Form.PLAIN) for match in pattern.finditer(data))
    if b"ref" in data and b"{{" in data:
        yield from ((match[1], Form.REFERENCE) for match in hugo.REFERENCE.finditer(data))
    if b"{%" in data or b"{{" in data:
        yield from ((match["bare"], form) for form, each in _LIQUID for match in each.finditer(data))
    if b"{" in data or b"@include" in data or b"<<<" in data:
        yield from ((span.of(data), Form.PLAIN) for span in targets.directives(data, 0))


def _of_html(text: str, start: int) -> Iterator[Written]:
    for token in tokenizer.tokens(text):
        for attribute in token.attributes if isinstance(token, tokenizer.Tag) else ():
            if _ATTRIBUTE.fullmatch(attribute.name):
                for span in _values(attribute, text):
                    yield Written(in_bytes(span, text, start), Form.HTML)
        if isinstance(token, tokenizer.RawText) and token.element == "script":
            code = token.span.of(text).encode()
            first = in_bytes(token.span, text, start).start
            yield from (
                Written(Span(first + match.start(2), first + match.end(2)), Form.PLAIN)
                for match in _IMPORTED.finditer(code)
            )


def _values(attribute: tokenizer.Attribute, text: str) -> Iterator[Span[Characters]]:
    if not attribute.name.endswith("srcset"):
        yield attribute.value_span
        return
    for match in _SOURCE.finditer(text, *attribute.value_span):
        yield Span(*match.span())


def _of_code(data: bytes, span: Span[ArticleBytes]) -> Iterator[Written]:
    for pattern in (_PARAMETER, _IMPORTED, _EXACT):
        yield from (Written(Span(*match.span(2)), Form.PLAIN) for match in pattern.finditer(data, *span))
    yield from (Written(Span(*match.span(1)), Form.REFERENCE) for match in hugo.REFERENCE.finditer(data, *span))


def _of_liquid(data: bytes, start: int) -> Iterator[Written]:
    found = ((form, pattern.match(data, start)) for form, pattern in _LIQUID)
    yield from (Written(Span(*match.span("bare")), form) for form, match in found if match)


def of_data(document: Document) -> Iterator[Written]:
    """Find the addresses from the site's root in a file of data: what others begin at only its reader knows."""
    found = _values_of(document, lambda path: _OF_MENUS.search(path) is not None)
    return (each for each in found if each.span.of(document.data).startswith(b"/"))


def of_front_matter(document: Document) -> Iterator[Written]:
    """Find the values that are nothing but an address, without quotes; not those in which something is escaped."""
    return _values_of(document, lambda path: re.split(r"[.\[]", path, maxsplit=1)[0].lower() not in _OWN)


def _values_of(document: Document, wanted: Callable[[str], bool]) -> Iterator[Written]:
    for span, value in frontmatter.paths(document.front, wanted) if document.front else ():
        written = span.of(document.data)
        quotes = int(written[:1] in (b'"', b"'") and written[:1] == written[-1:])
        inner: Span[ArticleBytes] = Span(span.start + quotes, span.end - quotes)
        if inner.of(document.data).strip() == value.encode():
            yield Written(inner.stripped(document.data), Form.PLAIN)
