"""Where does a document say where something else is? Every address in it, by its span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from i18n.markdown import frontmatter, tokenizer
from i18n.markdown.dialects import Dialect
from i18n.markdown.document import Document
from i18n.markdown.parser import Event
from i18n.span import ArticleBytes, Span, in_article, in_bytes

Target: TypeAlias = Span[ArticleBytes]

_DESTINATION = (
    rb"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:\\.|\((?:\\.|\((?:\\.|[^\s\\()])*\)|[^\s\\()])*\)|[^\s\\()<])+))"
)
_INLINE = re.compile(rb"\]\(\s*(?:>\s*)*" + _DESTINATION, re.S)
_DEFINITION = re.compile(rb"\]:\s*(?:>\s*)*" + _DESTINATION, re.S)
_NAMED = re.compile(
    rb"""(?ix) (?: \[\[ | \{(?:doc|ref|download)\}`(?:[^`<\n]*<)?
        | \b(?:href|src|to|link|url|page|path)\s*=\s*\{?["'`]?
        | \b(?:ref|relref|link|post_url|include)\s+["'`]? )
      (?P<bare> [^\s()<>"'`|\]{}]+ )
    """
)
"""In what a dialect adds, behind a word that says that an address follows; it may be one word."""
_DIRECTIVE = re.compile(rb"(?m)^[ \t>]*(?:`{3,}|:{3,}|~{3,})[ \t]*\{[\w:.+-]+\}[ \t]*(?P<bare>\S+)")
_INCLUDED = re.compile(rb"<!--[ \t]*@include:[ \t]*(?P<bare>[^\s{<>]+?)(?=[ \t]*(?:\{|-->))")
_SNIPPET = re.compile(rb"(?m)^[ \t>]*<<<[ \t]*(?P<bare>[^\s{}<>#\[\]]+)")
_LISTED = re.compile(
    rb"(?<!\\)[{]{2}[ \t]*\#(?:include|rustdoc_include|playground|playpen)[ \t]+(?P<bare>[^\s{}:]+)(?=[^{}\r\n]*\}\})"
)
"""A file that VitePress and mdBook put in its place, in blocks of code too."""
_TOC = re.compile(rb"(?ms)^[ \t>]*(?P<fence>`{3,}|:{3,})[ \t]*\{toctree\}[^\n]*\n(?P<lines>.*?)(?P=fence)")
_WORD = re.compile(rb"""[^\s"'`<>(){}\[\]|=,]+|(?<=")[^"\n]+(?=")|(?<=')[^'\n]+(?=')""")
_PATH = re.compile(rb"[/.]")
_NO_CODE_OF_A_GENERATOR = b"`\\$"
"""How spans of code, escapes and formulas begin."""
_PART = re.compile(r"[^\s,()\"']+")
"""Of an attribute that may hold several addresses, as `srcset` and `style` do."""
_VALUE = re.compile(rb"""\"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`|([^\s"'`<>(){}\[\]|=,;]+)""")
"""A value in a tag of a generator, with quotes or without."""
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}(?:[?#].*)?\Z")
"""How the name of a file ends."""
_DOWNLOAD = re.compile(rb"\{download\}`(?:[^`<\n]*<)?([^`<>\n]+)")
_TAG_ENDS = re.compile(rb"[%>]?\}\}|%\}")


def targets(document: Document, dialect: Dialect) -> Iterator[Target]:
    """Spans of addresses, in no order, some twice: of links, definitions, HTML and a dialect's code.

    Values of front matter that are nothing but a path are not among them.
    """
    events = list(document.events())
    yield from destinations(document, events)
    for start, end in raw_html(events):
        yield from _attributes(document.data[start:end].decode(errors="replace"), start)
        yield from inline(document.data, start, end)
    yield from _machinery(document, dialect)


def files(document: Document) -> Iterator[str]:
    """What may be names of files in the code that a dialect adds, up to the end of a tag, and in front matter."""
    data = document.data
    for construct in document.constructs:
        code = tag(data, in_article(construct.span, document.body_start))
        for value in _VALUE.findall(data, *code):
            yield from _files(b"".join(value).decode(errors="replace"))
        yield from (span.of(data).decode(errors="replace") for span in inline(data, *code))
    for span in included(data, document.body_start):
        yield span.of(data).decode(errors="replace")
    if document.dialect.has_roles:
        for name in _DOWNLOAD.findall(data, document.body_start):
            yield name.decode(errors="replace")
    for _, value in frontmatter.paths(document.front) if document.front else ():
        yield from _files(value)


def tag(data: bytes, span: Target) -> Target:
    """Code of a dialect up to the end of its first tag: what that encloses may be code to look at."""
    end = _TAG_ENDS.search(data, *span) if data.startswith((b"{{", b"{%"), span.start) else None
    return Span(span.start, end.end()) if end else span


def _files(value: str) -> Iterator[str]:
    if _FILE.search(value) and "\n" not in value:
        yield value


def destinations(document: Document, events: Iterable[Event]) -> Iterator[Target]:
    """Spans of the addresses of links and images, each behind the end of what it encloses, and of definitions."""
    data, ends = document.data, list[int]()
    for what, _, tag, start, end in events:
        if tag is None or tag.link is None:
            if what != "End":
                ends[:] = [max(each, end) for each in ends]
        elif what == "Start":
            ends.append(start)
        if what == "End" and tag is not None and tag.name in ("Link", "Image") and ends:
            yield from _within(_INLINE, data, Span(ends.pop(), end))
            ends[:] = [max(each, end) for each in ends]
    for definition in document.definitions().values():
        yield from _within(_DEFINITION, data, definition.span)


def raw_html(events: Iterable[Event]) -> Iterator[Target]:
    """Spans of HTML, in blocks and within texts."""
    for what, _, tag, start, end in events:
        if what == "InlineHtml" or (tag is not None and tag.name == "HtmlBlock" and what == "Start"):
            yield Span(start, end)


def names(document: Document) -> Iterator[tuple[int, str]]:
    """Ids that HTML gives to something, in order, each with a position in its tag."""
    for start, end in raw_html(document.events()):
        text = document.data[start:end].decode(errors="replace")
        for token in tokenizer.tokens(text):
            for attribute in token.attributes if isinstance(token, tokenizer.Tag) else ():
                if attribute.name == "id" and attribute.value:
                    yield start, attribute.value


def inline(data: bytes, start: int, end: int) -> Iterator[Target]:
    """Addresses of links where the parser reads none, and a generator may: in HTML, in code, in front matter."""
    yield from map(_destination, _INLINE.finditer(data, start, end))


def definitions(data: bytes) -> Iterator[Target]:
    """Addresses of definitions, wherever one seems to stand."""
    yield from map(_destination, _DEFINITION.finditer(data))


def directives(data: bytes, start: int) -> Iterator[Target]:
    """Arguments of directives, and what pages include."""
    for pattern in (_DIRECTIVE, _INCLUDED):
        yield from (Span(*match.span("bare")) for match in pattern.finditer(data, start))
    yield from included(data, start)


def included(data: bytes, start: int) -> Iterator[Target]:
    """Files that VitePress and mdBook put in the place of a line."""
    for mark, pattern in ((b"<<<", _SNIPPET), (b"{{", _LISTED)):
        if mark in data:
            yield from (Span(*match.span("bare")) for match in pattern.finditer(data, start))


def _within(pattern: re.Pattern[bytes], data: bytes, span: Target) -> Iterator[Target]:
    match = pattern.search(data, max(0, span.start), span.end)
    if match is not None:
        yield _destination(match)


def _destination(match: re.Match[bytes]) -> Target:
    return Span(*match.span("angled" if match["angled"] is not None else "bare"))


def _attributes(text: str, start: int) -> Iterator[Target]:
    for token in tokenizer.tokens(text, raw=False):
        for attribute in token.attributes if isinstance(token, tokenizer.Tag) else ():
            first, last = attribute.value_span
            yield in_bytes(Span(first, last), text, start)
            if " " in text[first:last] or "(" in text[first:last]:
                parts = _PART.finditer(text, first, last)
                yield from (in_bytes(Span(*part.span()), text, start) for part in parts)


def _machinery(document: Document, dialect: Dialect) -> Iterator[Target]:
    """Of what the dialect adds: behind words that say so, and whatever looks like a path."""
    data = document.data
    yield from inline(data, 0, document.body_start)
    yield from (Span(*match.span("bare")) for match in _NAMED.finditer(data, document.body_start))
    yield from directives(data, document.body_start)
    places = [match.span("lines") for match in _TOC.finditer(data, document.body_start)]
    places += [in_article(each.span, document.body_start) for each in document.constructs]
    for code in filter(None, (dialect.machinery, dialect.protected)):
        found = code.finditer(data, document.body_start)
        places += [match.span() for match in found if match[0][:1] not in _NO_CODE_OF_A_GENERATOR]
    for start, end in places:
        yield from inline(data, start, end)
        words = (match.span() for match in _WORD.finditer(data, start, end) if _PATH.search(match[0]))
        yield from (Span(*word) for word in words)
