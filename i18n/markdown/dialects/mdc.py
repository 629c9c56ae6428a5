"""Which lines open and close the components and slots of MDC, as Nuxt Content reads them?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.markdown.dialects import common
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct
from i18n.model import Place
from i18n.span import BodyBytes, Span

_LINE = LinePattern(
    rb"[ \t]*+(?P<text>::(?P<name>[A-Za-z][\w-]*(?:\[[^\r\n]*\])?(?:\{[^\r\n]*\})?)?|\#[A-Za-z][\w-]*)"
    rb"(?=[ \t]*(?:[\r\n]|\Z))"
)


def lines(body: Body) -> Iterator[Construct]:
    """`::name{…}` up to its `::`, and the slots between them: `#name`."""
    if b"::" not in body.data:
        return
    depth = 0
    for match in body.lines(_LINE):
        opens, closes = match["name"] is not None, match["text"] == b"::"
        if opens or depth:
            span: Span[BodyBytes] = Span(*match.span("text"))
            yield Construct(span, b"", common.parameters(body, span, Place.QUOTED))
        depth += opens - (closes and depth > 0)
