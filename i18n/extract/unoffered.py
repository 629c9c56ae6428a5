"""Which words of an article might be for readers, and are offered to nobody?

Guesses, which a person judges: values of front matter, of parameters and bodies that hold a sentence or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.extract.article import SETTINGS, key_paths
from i18n.extract.source import Source
from i18n.markdown import document, frontmatter
from i18n.markdown.dialects import arguments, common
from i18n.markdown.document import Document
from i18n.markdown.masking import Body, Construct
from i18n.span import BodyBytes, Span, line_ends

_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.!?]?\s+(?:\S{1,3}\s+)*[^\W\d_]{2,}|\A[^\W\d_a-z][^\W\d_A-Z]{2,}\Z")
"""Two words, or one with a capital letter."""
_MACHINERY = re.compile(
    r"(?i)(?:data-|on|aria-|v-|[:@#]).*"
    r"|.*(?:class|classname|style|id|src|srcset|href|url|link|path|file|icon|color|size|target|rel|lang|language|type"
    r"|width|height|name|key|ref|slug|date|layout|template|permalink|weight|author|authors)(?:\[\])?"
)
"""Names of what programs read, and of people."""
_OWNER = re.compile(rb"\{[{%][<%]?-?\s*([\w./-]+)|<([\w.:-]+)|[`~:/]{3,}[ \t]*\{?([\w:.-]+)")
_OPTION = re.compile(rb"^[ \t>]*:(?P<name>[\w-]+):[ \t]*(?P<value>[^\r\n]+)", re.M)
_BODY = re.compile(rb"(?s)\{[{%].*?[%}]\}(?P<body>.*)\{[{%]")
_DIRECTIVE = re.compile(rb"\{(?P<name>[\w:.-]+)\}")
_CODE = re.compile(
    r"(?:[\w.]+[-:])?(?:code|code-?block|code-?toggle|sourcecode|highlight|hl|prism|raw|comment|style|script|javascript"
    r"|css|js|json|schema|math|amsmath|katex|latex|mathjax|tex|console|terminal|shell|command|literalinclude|cell|eval-rst"
    r"|toctree|tableofcontents|doctest|include|bibliography|index|auto\w+)(?:-.*)?"
)
"""Names of bodies that are code, or lists of files."""


class Unoffered(NamedTuple):
    """Something with words in it."""

    kind: str
    """`front matter`, `parameter` or `body of`."""
    name: str
    line: int
    """Line of the article, 1-based."""


def unoffered(source: Source) -> Iterator[Unoffered]:
    """What of an article holds words, and is no message; in no order."""
    if not source.extraction.translate or source.is_data:
        return
    parts = document.read(source.article.data, source.dialect)  # as it is on the disk: with our comments
    if parts.front is not None:
        yield from _of_front_matter(source, parts.front)
    body = Body(parts.data[parts.body_start :])
    found = [*_of_constructs(body, parts), *_of_fences(body, source.dialect.code_bodies)]
    for kind, name, position in found:
        yield Unoffered(kind, name, 1 + line_ends(parts.data, 0, parts.body_start + position))


def _of_front_matter(source: Source, front: frontmatter.FrontMatter) -> Iterator[Unoffered]:
    for path, said, position in frontmatter.unnamed(front, key_paths(source.rules)):
        if path not in SETTINGS and not _MACHINERY.fullmatch(path) and _SENTENCE.search(said):
            yield Unoffered("front matter", path, 1 + line_ends(source.article.data, 0, position))


def _of_constructs(body: Body, parts: Document) -> Iterator[tuple[str, str, int]]:
    for construct in parts.constructs:
        span = construct.span.of(body.data)
        owner = _OWNER.match(span)
        if owner is None:
            continue
        name = next(filter(None, owner.groups())).decode()
        yield from _of_parameters(body, construct, name, parts.dialect.parameters)
        inner = _BODY.match(span) if name not in parts.dialect.data_shortcodes else None
        if inner and _holds_words(inner["body"]) and not _CODE.fullmatch(name):
            yield "body of", name, construct.span.start


def _of_parameters(
    body: Body, construct: Construct, owner: str, offered: tuple[str, ...]
) -> Iterator[tuple[str, str, int]]:
    """Parameters whose values are no words of the construct."""
    head = (
        construct.span if len(construct.span.of(body.data)) < 2000 else Span(construct.span.start, construct.span.start)
    )
    for match in (*common.QUOTED.finditer(body.data, *head), *_OPTION.finditer(body.data, *head)):
        name, value = match[1].decode().lower(), match[match.lastindex or 0]
        span: Span[BodyBytes] = Span(*match.span(match.lastindex or 0))
        is_offered = name in offered or f"{owner.lower()}.{name}" in offered
        if is_offered or _MACHINERY.fullmatch(name) or arguments.is_plain(body.data, span):
            continue
        if _holds_words(value) and common.is_for_readers(value):
            yield "parameter", f"{name} of {owner}", match.start()


def _of_fences(body: Body, code: re.Pattern[bytes] | None) -> Iterator[tuple[str, str, int]]:
    """Directives that are read as code."""
    for fence in body.fences if code else ():
        named = _DIRECTIVE.match(fence.info)
        if named is None or code is None or not code.fullmatch(named["name"]):
            continue
        name = named["name"].decode()
        if _holds_words(fence.inner.of(body.data)) and not _CODE.fullmatch(name):
            yield "body of", name, fence.span.start


def _holds_words(data: bytes) -> bool:
    return _SENTENCE.search(data.decode(errors="replace").strip()) is not None
