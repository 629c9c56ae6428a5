"""What does MDX add: imports, components, expressions, comments in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import parameters
from i18n.markdown.masking import Body, Construct, Words, has_words
from i18n.model import Place

EXPRESSION = rb"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ESM = re.compile(rb"^(?:import|export)[ \t{*][^\r\n]*(?:(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|\Z))[^\r\n]*)*", re.M)
_ATTRIBUTES = rb"""(?:[^<>"'{}`]|"[^"]*"|'[^']*'|""" + EXPRESSION + rb"|=>)*?"
_TAG = re.compile(
    rb"^(?P<lead>[ \t>]*)(?P<text>(?:<(?P<close>/?)(?P<name>[A-Z][\w.]*)?"
     rb"(?P<attributes>" + _ATTRIBUTES + rb")(?P<empty>/?)>[ \t]*)+)(?=\r?\n|\r|\Z)",
    re.M,
)  # fmt: skip
_LONE_EXPRESSION = re.compile(rb"^[ \t>]*(?P<text>" + EXPRESSION + rb"[ \t]*)(?=\r?\n|\r|\Z)", re.M)
_END = rb"(?=\r?\n|\r|\Z)"
_TITLED = re.compile(
    rb"^[ \t>]*(?P<text>:{2,}[ \t]*[\w-]+"
    rb"(?:\[(?P<title>(?:\\.|[^\]\r\n\\])*)\](?:\{[^{}\r\n]*\})?|[ \t]+(?P<rest>[^\r\n{\[]*?)|\{[^{}\r\n]*\})?"
    rb"[ \t]*|:{3,}[ \t]*)" + _END,
    re.M,
)


def modules(body: Body) -> Iterator[Construct]:
    """`import` and `export` up to the next blank line, as MDX reads them."""
    for match in body.found(_ESM):
        yield Construct(match.start(), match.end(), b"")


def components(body: Body) -> Iterator[Construct]:
    """Tags of components alone on their lines: an opening one keeps an indented body inside it."""
    for match in body.found(_TAG):
        start, end = match.span("text")
        if not match["name"] and match["attributes"].strip():
            continue
        opens = not match["close"] and not match["empty"] and b"</" not in match["text"]
        one_line = b"\n" not in match["text"] and b"\r" not in match["text"]
        mask = b"- ***" if opens and one_line and end - start >= len(b"- ***") else b""
        yield Construct(start, end, mask, parameters(body, start, end, Place.ATTRIBUTE, "attribute"))


def expressions(body: Body) -> Iterator[Construct]:
    """Expressions and comments alone on their lines."""
    for match in body.found(_LONE_EXPRESSION):
        yield Construct(match.start("text"), match.end("text"), b"")


def directives(body: Body) -> Iterator[Construct]:
    """`:::note[Title]` with any depth of colons, and the closing colons."""
    for match in body.found(_TITLED):
        yield Construct(match.start("text"), match.end("text"), b"", _title(match))


def _title(match: re.Match[bytes]) -> tuple[Words, ...]:
    for group, place in (("title", Place.LABEL), ("rest", Place.LINE)):
        text = match[group]
        if text and has_words(text.decode(errors="replace")):
            return (Words("title", place, match.start(group), match.start(group) + len(text.rstrip())),)
    return ()


def fence_titles(body: Body) -> Iterator[Construct]:
    """`title="…"` in the line that opens a fence: the line stays as it is for the parser."""
    for fence in body.fences:
        line_end = fence.body_start
        words = tuple(
            each
            for each in parameters(body, fence.mark, line_end, Place.QUOTED, "code")
            if each.kind == "code title" and b"." not in body.data[each.start : each.end]
        )
        if words:
            yield Construct(fence.mark, words[-1].end, None, words)
