"""What within a text is no Markdown: code of the dialect, formulas, lists of attributes?"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from i18n.markdown.dialects import common, javascript
from i18n.markdown.masking import Construct
from i18n.markdown.parser import Event
from i18n.render.context import Shared
from i18n.span import ArticleBytes, Span, covers

What: TypeAlias = Literal["construct", "template", "formula", "attributes", "icon", "keys"]
_TEMPLATE = re.compile(common.TEMPLATES, re.S)
_EXPRESSION = re.compile(javascript.EXPRESSION_IN_TEXT)
_WITH_EXPRESSIONS = frozenset({"docusaurus", "starlight"})
_MARKS = (b"{", b"$", b":", b"++")
_ICON = re.compile(rb"(?<![\w:]):[a-z][a-z0-9]*(?:-[a-z0-9]+)+:")
"""The short name of a picture, which says nothing by itself."""
_KEYS = re.compile(rb"(?<![{+])\+\+(?:[\w-]+|\"[^\"\r\n]*\")(?:\+(?:[\w-]+|\"[^\"\r\n]*\"))*\+\+")
_WITHOUT_TEMPLATES = frozenset({"commonmark"})


class Atom(NamedTuple):
    """A stretch of a text that is written as one thing, or not at all."""

    span: Span[ArticleBytes]
    what: What
    construct: Construct | None = None


def atoms(shared: Shared, span: Span[ArticleBytes], events: Iterable[Event]) -> list[Atom]:
    """Those within a text, ascending, none within another."""
    found = [Atom(*each) for each in _constructs(shared, span)]
    data = shared.data
    if any(data.find(mark, *span) >= 0 for mark in _MARKS):
        code = [Span[ArticleBytes](start, end) for what, _, _, start, end in events if what in ("Code", "InlineHtml")]
        found += _matches(shared, span, code)
    found.sort(key=lambda atom: (atom.span.start, -atom.span.end))
    return list(_apart(found))


def _constructs(
    shared: Shared, span: Span[ArticleBytes]
) -> Iterator[tuple[Span[ArticleBytes], Literal["construct"], Construct]]:
    first = bisect.bisect_left(shared.constructs, span.start, key=lambda each: each[0].start)
    for place, construct in shared.constructs[first:]:
        if place.start >= span.end:
            return
        if place.start < place.end and (construct.within_text or construct.beside_text):
            yield place, "construct", construct


def _matches(shared: Shared, span: Span[ArticleBytes], code: Sequence[Span[ArticleBytes]]) -> Iterator[Atom]:
    dialect = shared.dialect
    patterns: list[tuple[What, re.Pattern[bytes] | None, bytes]] = [("attributes", dialect.attributes, b"{")]
    if dialect.name not in _WITHOUT_TEMPLATES:
        code_of_dialect = _EXPRESSION if dialect.name in _WITH_EXPRESSIONS else _TEMPLATE
        patterns += [("template", code_of_dialect, b"{"), ("formula", dialect.formula, b"$")]
    if dialect.name == "mkdocs":
        patterns += [("icon", _ICON, b":"), ("keys", _KEYS, b"++")]
    for what, pattern, mark in patterns:
        if pattern is not None and shared.data.find(mark, *span) >= 0:
            for match in pattern.finditer(shared.data, *span):
                if not covers(code, match.start()):
                    yield Atom(Span(*match.span()), what)


def _apart(found: Iterable[Atom]) -> Iterator[Atom]:
    end = 0
    for atom in found:
        if atom.span.start >= end:
            yield atom
            end = atom.span.end


Write: TypeAlias = Callable[[Atom], None]
"""Writes an atom where it stands."""
