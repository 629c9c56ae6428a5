"""How does a message look that stands in no text of the parser's: a title, a caption, a value of front matter?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from i18n.markdown import inline
from i18n.markdown.inline import Inline
from i18n.model import Place
from i18n.render.context import Context
from i18n.render.markup import Markup
from i18n.render.messages import Mark

_ELEMENTS = {"emphasis": "em", "strong": "strong", "strikethrough": "del", "code": "code", "math": "code"}
_PLAIN = frozenset((Place.FRONT_MATTER, Place.ATTRIBUTE, Place.QUOTED, Place.CSV, Place.CODE))
"""Where a text is no Markdown."""


def element(context: Context, markup: Markup, name: str, mark: Mark, kind: str) -> None:
    """Write a message in an element of its own, of a class."""
    opened = context.open(markup, name, (("class", kind),), (mark,))
    write(context, markup, mark.segment.msgid, is_plain=mark.segment.place in _PLAIN)
    markup.close(opened)


def write(context: Context, markup: Markup, text: str, *, is_plain: bool = False) -> None:
    """Write a text that may have markup of Markdown: emphasis and code alone, links and tags show their words."""
    if is_plain or not text:
        markup.text(text)
        return
    _nodes(markup, inline.parse(text, context.shared.dialect, context.source.extraction.labels))


def literal(markup: Markup, text: str) -> None:
    """Write what a generator shows as it is written: words and code."""
    at = 0
    for match in _CODE.finditer(text):
        markup.text(text[at : match.start()])
        opened = markup.open("code")
        markup.text(match["code"].strip())
        markup.close(opened)
        at = match.end()
    markup.text(text[at:])


_CODE = re.compile(r"(?s)(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")


def said(nodes: Iterable[Inline]) -> str:
    """The words of inlines."""
    return "".join(said(node.children) if node.children else _of_leaf(node) for node in nodes)


def _of_leaf(node: Inline) -> str:
    if node.kind == "break":
        return "\n"
    return node.value if node.kind in ("text", "code", "math") else ""


def _nodes(markup: Markup, nodes: Iterable[Inline]) -> None:
    for node in nodes:
        name = _ELEMENTS.get(node.kind)
        if node.kind == "break":
            markup.empty("br")
        elif name is not None:
            opened = markup.open(name)
            if node.children:
                _nodes(markup, node.children)
            else:
                markup.text(node.value)
            markup.close(opened)
        elif node.children:
            _nodes(markup, node.children)
        else:
            markup.text(_of_leaf(node))
