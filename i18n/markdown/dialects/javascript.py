"""What of a page is JavaScript: expressions in braces, `import` and `export`?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct
from i18n.span import Span

_NESTING = 9
"""Braces within braces: properties described in tables of tables reach seven."""
_OPAQUE = (
    rb"""'(?:\\.|[^'\\\r\n])*+'|"(?:\\.|[^"\\\r\n])*+\"|"""
    rb"/\*[^*]{0,2000}+(?:(?:\*(?!/))++[^*]{0,2000}+){0,100}+\*/|(?<!:)//[^\r\n]*+|`(?:\\.|[^`\\])*+`"
)
"""Strings, comments and templates: brackets in them pair with none. Two slashes in `https://` begin no comment."""


def _expression(plain: bytes) -> bytes:
    """Balanced braces, as JavaScript pairs them; `plain` is what stands in them next to what is opaque."""
    parts = plain, _OPAQUE, rb"['\"`]|/(?!\*)"
    inner = b"(?!)"
    for _ in range(_NESTING):
        inner = rb"\{(?:" + b"|".join((*parts, inner)) + rb")*+\}"
    return inner


EXPRESSION = _expression(rb"[^{}'\"`/]++")
EXPRESSION_IN_TEXT = _expression(rb"[^{}'\"`/\r\n]++|(?:\r\n|\n|\r)(?![ \t>]*[\r\n])")

MODULE = (
    rb"(?:import(?:[ \t]+(?:[\"'{*]|[\w$]+[ \t]*(?:,|[ \t]from\b)|type[ \t])|[\"'{*])"
    rb"|export(?:[ \t]+(?:const|let|var|function|async|class|default|type|interface|enum|\{|\*)|[{*]))"
)
_MODULE = LinePattern(MODULE)
_MODULE_AT_MOST = 20_000
"""Bytes of one statement: an article whose brackets never close is read in reasonable time."""
_WORDS = re.compile(rb"[ \t]*[\w*(\[\"'`]")
"""A line of text: what stands below it is no statement, but goes on with the paragraph."""
_FURTHER_MODULE = re.compile(rb"\s*?(?<=\n)(?:import|export)\b")
_BRACKETS = re.compile(
    _OPAQUE + rb"|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<tick>`)|(?P<blank>\n(?=[ \t]*(?:\r?\n|\Z)))"
)
"""Brackets of all kinds, however deep: a pattern such as `EXPRESSION`, which others hold, can only count so far."""
BLANK_LINE = re.compile(rb"\n(?=\r?\n)")


def modules(body: Body) -> Iterator[Construct]:
    """`import` and `export` up to the blank line at which every bracket is closed, as MDX reads them."""
    if b"port" not in body.data:
        return
    at = 0
    for match in body.lines(_MODULE):
        start = match.start("line")
        if start >= at and not _WORDS.match(body.data, body.data.rfind(b"\n", 0, max(start - 1, 0)) + 1, start):
            at = _module_end(body.data, start)
            yield Construct(Span(start, at), b"")


def _module_end(data: bytes, start: int) -> int:
    """One past the last line that is not blank; at the first blank line where brackets never close."""
    first, depth = 0, 0
    for match in _BRACKETS.finditer(data, start, start + _MODULE_AT_MOST):
        if match["tick"]:
            break
        depth += (match["open"] is not None) - (match["close"] is not None)
        if match["blank"] is not None:
            first = first or match.start()
            if depth <= 0:
                return _trimmed(data, start, match.start())
            if _FURTHER_MODULE.match(data, match.end()):
                break
    else:
        if depth <= 0 and len(data) <= start + _MODULE_AT_MOST:
            return _trimmed(data, start, len(data))
    blank = BLANK_LINE.search(data, start)
    return _trimmed(data, start, first or (blank.start() if blank else len(data)))


def _trimmed(data: bytes, start: int, end: int) -> int:
    return start + len(data[start:end].rstrip())
