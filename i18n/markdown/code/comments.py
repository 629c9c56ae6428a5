"""Which lines of text does a comment hold, once its marks are off?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.span import Characters, Span

BLOCKS = {
    "<!--": "-->",
    "<%--": "--%>",
    "{{!--": "--}}",
    "{{/*": "*/}}",
    "{#": "#}",
    "{-": "-}",
    "--[[": "]]",
    "/*": "*/",
    "(*": "*)",
    "<#": "#>",
    "#|": "|#",
    "#=": "=#",
}
"""How comments of several lines open and close, in the languages there are."""
QUOTED = re.compile(r"""[A-Za-z]{0,2}(\"\"\"|'''|"|')""")
"""How a documentation string opens."""
_LINE = re.compile(r"""//+!?<?|\#+|-{2,}|;+|%+|(?i:rem)\b|::|dnl\b|["'!\\]""")
_BLOCK = re.compile("|".join(re.escape(mark) for mark in BLOCKS))
_LEADING = re.compile(r"[ \t]*(?:\*+(?![*/]))?[ \t]*")
_OPENING = re.compile(r"[*!]*[ \t]*")


class Line(NamedTuple):
    """One line of a comment, without marks and the white space around."""

    mark: str
    """How the comment opens, as written (`#`, `/*`, `r\"\"\"`), with a space where white space precedes the text."""
    span: Span[Characters]
    """Never empty."""


def lines(text: str, span: Span[Characters], *, is_doc: bool) -> Iterator[Line]:
    """The lines of one run of comments, which may be several with nothing but white space between."""
    at, end = span
    while True:
        while at < end and text[at].isspace():
            at += 1
        if at >= end:
            return
        block = _BLOCK.match(text, at, end)
        close = text.find(BLOCKS[block[0]], block.end(), end) if block else -1
        quoted = QUOTED.match(text, at, end) if is_doc else None
        if block and close >= 0:
            first = _OPENING.match(text, block.end(), close)
            yield from _body(text, block[0], first.end() if first else block.end(), close)
            at = close + len(BLOCKS[block[0]])
        elif quoted:
            if not text.endswith(quoted[1], quoted.end(), end):
                return
            yield from _body(text, quoted[0], quoted.end(), end - len(quoted[1]))
            return
        else:
            mark = _LINE.match(text, at, end)
            if mark is None:
                return
            stop = text.find("\n", at, end)
            at = stop if stop >= 0 else end
            yield from _line(text, mark[0], Span(mark.end(), at))


def _body(text: str, mark: str, start: int, end: int) -> Iterator[Line]:
    """The lines between the marks of a block, the asterisks that may lead them left out."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = stop if stop >= 0 else end
        leading = _LEADING.match(text, at, stop) if mark == "/*" and at > start else None
        yield from _line(text, mark, Span(leading.end() if leading else at, stop))
        at = stop + 1


def _line(text: str, mark: str, whole: Span[Characters]) -> Iterator[Line]:
    span = whole.stripped(text)
    if span.start < span.end:
        yield Line(mark + " " if text[span.start - 1].isspace() else mark, span)
