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
_CHAPTER = rb"(?:[^\[\]\\\r\n]|\\.|\[[^\[\]\r\n]*\])+"
_LINK = re.compile(rb"(?P<before>\[)" + _CHAPTER + rb"(?P<after>\]\([^()\r\n]*\))")
_ENTRY = re.compile(rb"[ \t]*(?P<bullet>[-*+]|\d{1,9}[.)])?[ \t]*\[" + _CHAPTER + rb"\]\((?:[^():\s]+\.md)?\)[ \t]*")
_IN_SUMMARY = re.compile(rb"[ \t]*(?:\Z|\#|-{3,}[ \t]*\Z|<!--.*-->[ \t]*\Z)")
"""What else a summary has: headings of parts, rules between them."""
_ADMONISH = re.compile(rb"[`~]+[ \t]*admonish\b(?:[^\r\n\"]*\"(?P<title>[^\"\r\n]*)\")?[^\r\n]*")
_FORMULAS = rb"\\\\\(.{1,2000}?\\\\\)|\\\\\[.{1,2000}?\\\\\]"


def summary(body: Body) -> Iterator[Construct]:
    """The links of a book's summary: its entries are the titles of chapters, where they lead is no part of them."""
    entries = []
    for line in body.data.splitlines():
        entry = _ENTRY.fullmatch(line)
        if not entry and not _IN_SUMMARY.match(line):
            return
        entries.append(entry)
    if not any(entry and entry["bullet"] for entry in entries):
        return
    for match in body.found(_LINK):
        yield Construct(Span(*match.span("before")), b"x", beside_text=True)
        yield Construct(Span(*match.span("after")), b"", beside_text=True)


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
        summary,
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
