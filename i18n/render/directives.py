"""What is a directive of MyST whose body is no Markdown: a picture, a formula, a list of pages, code?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n.markdown.parser import Event
from i18n.model import Place
from i18n.render import boxes, code
from i18n.render.context import Context
from i18n.render.heads import Piece, pieces
from i18n.render.markup import Markup
from i18n.span import ArticleBytes, Span

_LINE = re.compile(rb"[^\r\n]*")
_LANGUAGE = re.compile(r"[\w+#.-]+")
_SHOWN = frozenset("figure image include video youtube iframe embed".split())
_LISTS = frozenset("toctree tableofcontents contents index bibliography list-of-figures todolist".split())
"""Lists that a builder makes; their titles are for readers."""
_FORMULAS = frozenset({"math", "amsmath"})


def at(context: Context, start: int) -> Piece | None:
    """The directive that a block of code is; None for code of no directive."""
    if not context.shared.dialect.has_roles:
        return None
    line = _LINE.match(context.shared.data, start)
    found = pieces(line[0].decode(errors="replace")) if line else ()
    return found[0] if found and found[0].role == "opens" else None


def write(context: Context, markup: Markup, piece: Piece, events: Sequence[Event], span: Span[ArticleBytes]) -> None:
    """Write a directive; one that is not known as code."""
    name = piece.name.lower()
    words = [each for each in context.waiting.within(span) if each.segment.place is not Place.CODE]
    if name in _SHOWN:
        boxes.alone(context, markup, piece._replace(role="alone"), words)
    elif name in _FORMULAS:
        said = "".join(said for what, said, *_ in events if what == "Text").strip()
        boxes.alone(context, markup, Piece("formula", said=said), ())
        boxes.rest(context, markup, words)
    elif name in _LISTS:
        boxes.rest(context, markup, words)
    else:
        language = _LANGUAGE.match(piece.said)
        code.write(context, markup, language[0] if language else "", events, span)
