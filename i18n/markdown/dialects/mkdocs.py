"""MkDocs with Material: Python-Markdown, its admonitions, tabs, blocks, snippets and attribute lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import COMMENT, GITHUB, lines, pattern, protected, rest_of_line, titled
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.masking import Body, Construct
from i18n.markdown.parser import Extension
from i18n.model import Place

_CONTAINER = re.compile(
    rb"^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*"
    rb"(?P<text>(?:!!!|\?\?\?\+?|===[!+]?)(?:[ \t]+[^\r\n\"]*?)?(?:[ \t]+\"(?P<title>[^\r\n]*)\")?[ \t]*)"
    rb"(?=\r?\n|\r|\Z)",
    re.M,
)
_ATTRIBUTES = rb"\{:?[ \t]*(?:[.#][^{}\r\n]*|[\w-]+=[^{}\r\n]*)\}"
_TEMPLATES = rb"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{\*(?:(?!\*\}).)*\*\}|\{#(?:(?!#\}).)*#\}"
_CRITIC = rb"\{(?:\+\+|--|~~|==|>>)"


def containers(body: Body) -> Iterator[Construct]:
    """Admonitions, details and tabs: a list item that begins with a rule keeps the indented body inside it."""
    for match in body.found(_CONTAINER):
        start, end = match.span("text")
        if end - start >= len(b"- ***") and match["text"].strip(b"!?+= \t"):
            yield Construct(start, end, b"- ***", titled(match, "title", Place.ATTRIBUTE))


MKDOCS = Dialect(
    "mkdocs",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        containers,
        rest_of_line(rb"/{3,}[ \t]*[\w-]+[ \t]*\|[ \t]*(?P<title>[^\r\n]*?)", "title"),
        lines(rb"/{3,}[^\r\n]*"),
        lines(rb":::[ \t]+[\w.]+[^\r\n]*"),
        lines(rb"-{1,}8<-{1,}[^\r\n]*"),
        lines(_TEMPLATES),
        lines(_ATTRIBUTES),
        rest_of_line(rb"\*\[[^\]\r\n]+\]:[ \t]*(?P<title>[^\r\n]*?)", "abbreviation"),
    ),
    machinery=pattern(COMMENT, _TEMPLATES, _ATTRIBUTES),
    protected=protected(
        _TEMPLATES, _ATTRIBUTES, _CRITIC, rb"\+\+[\w+-]+\+\+", rb"(?<![\w:]):[a-z][a-z0-9]*(?:-[a-z0-9]+)+:"
    ),
    own_id=re.compile(rb"[ \t]*\{:?[ \t]*[#.][^{}\r\n]*\}[ \t]*$"),
)
