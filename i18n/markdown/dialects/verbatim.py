"""What does a project want left as it is, whatever its dialect says of it?

`[source] verbatim` names lines and spans by patterns, `[source] data_shortcodes` blocks whose body is data.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from i18n.markdown.dialects import protection, shortcodes
from i18n.markdown.dialects.shortcodes import Role, Tag
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Masker
from i18n.span import BodyBytes, Span


def lines_and_spans(verbatim: tuple[str, ...]) -> Masker:
    """Mask what the patterns match: lines part the text around them, spans are words of their text."""

    def find(body: Body) -> Iterator[Construct]:
        found: Iterator[Span[BodyBytes]] = (Span(*span) for span in protection.own_spans(verbatim, body.data))
        kept = [Tag(span, b"", Role.ALONE, is_block=True) for span in found if not _in_code(body, span)]
        yield from shortcodes.constructs(Body(body.data), kept)

    return find


def _in_code(body: Body, span: Span[BodyBytes]) -> bool:
    """Whether a span touches fenced code; what stands between the fences of a directive is none."""
    for fence in body.fences:
        if fence.span.overlaps(span):
            is_within = fence.inner.start <= span.start and span.end <= fence.inner.end
            return not (is_within and fence.info.startswith(b"{"))
    return False


def data_blocks(body: Body) -> Iterator[Construct]:
    """The lines between `:::name`, `/// name` or `<Name>` and what closes it."""
    if not body.data_names:
        return
    for opening in _opening(body.data_names).finditer(body.data):
        closing = _closing(opening["mark"], opening["name"]).search(body.data, opening.end())
        if closing is not None and not body.in_code(opening.start("line")):
            yield Construct(Span(opening.end(), closing.start("line")), b"")


@functools.cache
def _opening(names: frozenset[bytes]) -> LinePattern:
    name = b"|".join(sorted(map(re.escape, names), reverse=True))
    return LinePattern(rb"[ \t>]*(?P<mark>:{3,}|/{3,}|<)[ \t]*(?P<name>" + name + rb")(?![\w.-])[^\n]*(?<!/>)\n")


@functools.cache
def _closing(mark: bytes, name: bytes) -> LinePattern:
    closes = rb"</" + re.escape(name) + rb"[ \t]*>" if mark == b"<" else mark + rb"[ \t]*(?=[\r\n]|\Z)"
    return LinePattern(rb"[ \t>]*" + closes)
