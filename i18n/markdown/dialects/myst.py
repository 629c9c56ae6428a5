"""MyST: Sphinx's directives, roles, targets, comments and substitutions in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import COMMENT, GITHUB, lines, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.masking import Body, Construct, Fence, Words, has_words
from i18n.markdown.parser import Extension
from i18n.model import Place

_NAME = re.compile(rb"\{(?P<name>[\w:+.-]+)\}[ \t]*(?P<title>[^\r\n]*)")
_OPTION = re.compile(rb"[ \t>]*:[\w-]+:[^\r\n]*(?:\r\n|\n|\r|\Z)")
_YAML = re.compile(rb"[ \t>]*---[ \t]*(?:\r\n|\n|\r).*?^[ \t>]*---[ \t]*(?:\r\n|\n|\r|\Z)", re.S | re.M)
_COLONS = re.compile(
    rb"^[ \t>]*(?P<text>:{3,}(?:\{(?P<name>[\w:+.-]+)\}[ \t]*(?P<title>[^\r\n]*?))?[ \t]*)"
    rb"(?=\r?\n|\r|\Z)",
    re.M,
)
_PROSE = frozenset(
    b"admonition attention caution danger error hint important note seealso tip warning versionadded versionchanged "
    b"deprecated topic sidebar epigraph highlights pull-quote compound container dropdown card grid grid-item "
    b"grid-item-card tab-set tab-item figure figure-md table list-table rubric centered glossary aside todo "
    b"exercise solution prf:theorem prf:proof definition-list div button-link margin".split()
)
_TITLED = frozenset(
    b"admonition topic sidebar dropdown card grid-item-card tab-item table list-table rubric centered seealso "
    b"todo".split()
)
_ROLE = rb"\{[\w:+.-]+\}(?=`)"
_SUBSTITUTION = rb"\{\{(?:(?!\}\}).)*\}\}"
_ATTRIBUTES = rb"\{[.#][^{}\r\n]*\}"


def directives(body: Body) -> Iterator[Construct]:
    """Directives written as fences: of those that hold prose the lines around it are masked, the rest is code."""
    for fence in body.fences:
        yield from _directive(body, fence)


def _directive(body: Body, fence: Fence) -> Iterator[Construct]:
    match = _NAME.match(fence.info)
    if match is None or match["name"] not in _PROSE:
        return
    info_start = body.data.index(fence.info, fence.mark)
    words = _title(match["name"], match["title"], info_start + match.start("title"))
    inner = _options_end(body.data, fence.body_start, fence.body_end)
    yield Construct(fence.mark, inner, b"", words)
    nested = Body(body.data[inner : fence.body_end], body.parameters)
    for construct in (*directives(nested), *colon_fences(nested)):
        yield _moved(construct, inner)
    if fence.body_end < fence.end:
        lead = re.compile(rb"[ \t>]*").match(body.data, fence.body_end)
        assert lead is not None
        text = body.data[lead.end() : fence.end].rstrip(b"\r\n")
        yield Construct(lead.end(), lead.end() + len(text), b"")


def colon_fences(body: Body) -> Iterator[Construct]:
    """`:::{note}` and the colons that close it, with the options below."""
    for match in body.found(_COLONS):
        start, end = match.span("text")
        words: tuple[Words, ...] = ()
        if match["name"]:
            words = _title(match["name"], match["title"], match.start("title"))
            end = max(end, _options_end(body.data, end, len(body.data)))
        yield Construct(start, end, b"", words)


def _title(name: bytes, title: bytes, start: int) -> tuple[Words, ...]:
    if name not in _TITLED or not has_words(title.decode(errors="replace")):
        return ()
    return (Words("title", Place.LINE, start, start + len(title.rstrip())),)


def _options_end(data: bytes, start: int, end: int) -> int:
    """One past the options at the top of a directive, `:key: value` lines or a YAML block."""
    at = start
    newline = re.compile(rb"\r\n|\n|\r").match(data, at)
    if newline:
        at = newline.end()
    block = _YAML.match(data, at, end)
    if block:
        return block.end()
    found = at
    while found < end:
        option = _OPTION.match(data, found, end)
        if option is None:
            break
        found = option.end()
    return found if found > at else start


def _moved(construct: Construct, by: int) -> Construct:
    words = tuple(Words(each.kind, each.place, each.start + by, each.end + by) for each in construct.words)
    return Construct(construct.start + by, construct.end + by, construct.mask, words)


MYST = Dialect(
    "myst",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        directives,
        colon_fences,
        lines(rb"\([^()\r\n]+\)="),
        lines(rb"%[^\r\n]*"),
        lines(rb"\+\+\+[^\r\n]*"),
        lines(_ATTRIBUTES),
        lines(_SUBSTITUTION),
        lines(rb":[A-Za-z][\w -]*:[^\r\n]*"),
    ),
    machinery=pattern(COMMENT, _SUBSTITUTION, rb":{3,}[^\r\n]*", rb"\([^()\r\n]+\)="),
    protected=protected(
        _ROLE, _SUBSTITUTION, _ATTRIBUTES, rb"\$\$.*?\$\$", rb"(?<![\\\w$])\$[^\s$][^$\r\n]*?(?<!\s)\$(?!\d)"
    ),
)
