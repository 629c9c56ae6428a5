"""MdBook: GitHub's extensions, definition lists, includes in double braces, attributes on headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import common, dialect, tags
from i18n.markdown.masking import Body, Construct
from i18n.markdown.parser import Extension
from i18n.model import Kind, Place
from i18n.span import Span

_COMMAND = rb"\{\{[^{}]*\}\}"
_TITLE = re.compile(rb"\{\{[ \t]*\#title[ \t]+(?P<title>[^{}\r\n]*)\}\}[ \t]*(?=[\r\n]|\Z)")
_ADMONISH = re.compile(rb"[`~]+[ \t]*admonish\b(?:[^\r\n\"]*\"(?P<title>[^\"\r\n]*)\")?[^\r\n]*")
_FORMULAS = rb"\\\\\(.{1,2000}?\\\\\)|\\\\\[.{1,2000}?\\\\\]"


def titles(body: Body) -> Iterator[Construct]:
    """`{{#title …}}`: what the page is called in its tab."""
    for match in body.starting(b"{", _TITLE):
        yield Construct(Span(*match.span()), b"", common.titled(match, Kind.TITLE, Place.LINE))


def admonitions(body: Body) -> Iterator[Construct]:
    """Fences of mdbook-admonish hold prose: their lines are kept from the parser, the rest is Markdown."""
    for fence in body.fences:
        match = _ADMONISH.match(body.data, *fence.head)
        if match is None:
            continue
        yield Construct(Span(*match.span()), b"", common.titled(match, Kind.TITLE, Place.QUOTED))
        closing = re.compile(rb"[ \t>]*(?P<marks>[`~]*)").match(body.data, fence.inner.end, fence.span.end)
        if closing is not None and closing["marks"]:
            yield Construct(Span(*closing.span("marks")), b"")


MDBOOK = dialect.Dialect(
    "mdbook",
    common.GITHUB | Extension.HEADING_ATTRIBUTES | Extension.DEFINITION_LISTS,
    maskers=(
        titles,
        common.lines(rb"r\[[\w.-]+\]"),  # the name of a rule, in specifications
        common.marked(b"{\\", rb"\\?" + _COMMAND),
        common.marked(
            b"$\\", rb"(?:\$\$(?:[^$\r\n]|\r?\n(?![ \t]*[\r\n]))+\$\$|\\\\\[(?:[^\r\n]|\r?\n(?![ \t]*[\r\n]))*?\\\\\])"
        ),
        admonitions,
        tags.listings,
    ),
    machinery=common.pattern(common.COMMENT, common.ALERT, _COMMAND),
    protected=common.protected(_COMMAND, rb"\{\{|\}\}", common.FORMULA, _FORMULAS),
    parameters=("caption", "title", "alt", "label", "summary"),
    own_id=common.OWN_ID,
)
