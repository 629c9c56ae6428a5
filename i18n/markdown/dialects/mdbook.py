"""MdBook: GitHub's extensions, definition lists, includes in double braces, attributes on headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import tags
from i18n.markdown.dialects.common import (
    ALERT,
    COMMENT,
    FORMULA,
    GITHUB,
    OWN_ID,
    lines,
    marked,
    pattern,
    protected,
    titled,
)
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.masking import Body, Construct
from i18n.markdown.parser import Extension
from i18n.model import Kind, Place

_COMMAND = rb"\{\{[^{}]*\}\}"
_TITLE = re.compile(rb"\{\{[ \t]*\#title[ \t]+(?P<title>[^{}\r\n]*)\}\}[ \t]*(?=[\r\n]|\Z)")
_ADMONISH = re.compile(rb"[`~]+[ \t]*admonish\b(?:[^\r\n\"]*\"(?P<title>[^\"\r\n]*)\")?[^\r\n]*")
_FORMULAS = rb"\\\\\(.{1,2000}?\\\\\)|\\\\\[.{1,2000}?\\\\\]"


def titles(body: Body) -> Iterator[Construct]:
    """`{{#title …}}`: what the page is called in its tab."""
    for match in body.starting(b"{", _TITLE):
        yield Construct(match.start(), match.end(), b"", titled(match, Kind.TITLE, Place.LINE))


def admonitions(body: Body) -> Iterator[Construct]:
    """Fences of mdbook-admonish hold prose: their lines are kept from the parser, the rest is Markdown."""
    for fence in body.fences:
        match = _ADMONISH.match(body.data, fence.mark, fence.body_start)
        if match is None:
            continue
        yield Construct(match.start(), match.end(), b"", titled(match, Kind.TITLE, Place.QUOTED))
        closing = re.compile(rb"[ \t>]*(?P<marks>[`~]*)").match(body.data, fence.body_end, fence.end)
        if closing is not None and closing["marks"]:
            yield Construct(closing.start("marks"), closing.end("marks"), b"")


MDBOOK = Dialect(
    "mdbook",
    GITHUB | Extension.HEADING_ATTRIBUTES | Extension.DEFINITION_LISTS,
    maskers=(
        titles,
        lines(rb"r\[[\w.-]+\]"),  # the name of a rule, in specifications
        marked(b"{\\", rb"\\?" + _COMMAND),
        marked(
            b"$\\",
            rb"(?:\$\$(?:[^$\r\n]|\r?\n(?![ \t]*[\r\n]))+\$\$|\\\\\[(?:[^\r\n]|\r?\n(?![ \t]*[\r\n]))*?\\\\\])",
        ),
        admonitions,
        tags.listings,
    ),
    machinery=pattern(COMMENT, ALERT, _COMMAND),
    protected=protected(_COMMAND, rb"\{\{|\}\}", FORMULA, _FORMULAS),
    parameters=("caption", "title", "alt", "label", "summary"),
    own_id=OWN_ID,
)
