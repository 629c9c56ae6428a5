"""Which emphasis of a message renders, in Markdown or in HTML, and how far apart are two messages in it?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.markdown import dialects, elements, inline
from i18n.span import Characters, Span

TAGS = {kind: tag for tag, kind in elements.EMPHASIS.items()}
"""The HTML that means what the Markdown does."""
MARK = re.compile(r"[*_~]")
_BOLD = re.compile(r"(?=\*\*)")
BRACES = re.compile(r"\{[^{}\n]*\}+")
"""Shortcodes, template tags and expressions: machinery, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of emphasis."""

    kind: str
    span: Span[Characters]
    """Its marks are part of it."""


def rendered(text: str, dialect: dialects.Dialect) -> list[Emphasis]:
    """What is emphasised, in Markdown or in HTML."""
    found = nodes(text, dialect)
    return [Emphasis(node.kind, node.span) for node in found if node.kind in TAGS] + in_html(found)


def nodes(text: str, dialect: dialects.Dialect) -> list[inline.Inline]:
    """The markup of a message; what stands in braces is none of it."""
    masked = BRACES.sub(lambda match: MARK.sub("x", match[0]), text) if "{" in text else text
    return list(inline.walk(inline.parse(masked, dialect)))


def shows_marks(text: str, dialect: dialects.Dialect) -> bool:
    """Whether readers see two asterisks that were meant to make something bold."""
    if "**" not in text:
        return False
    seen = {at for node in nodes(text, dialect) if node.kind == "text" for at in range(*node.span)}
    return any({found.start(), found.start() + 1} <= seen for found in _BOLD.finditer(text))


def in_html(found: list[inline.Inline]) -> list[Emphasis]:
    """What is emphasised in HTML."""
    stretches = []
    opened: list[tuple[str, int]] = []
    for node in found:
        tag = elements.EMPHASIS_TAG.fullmatch(node.value) if node.kind == "html" else None
        if tag is None:
            continue
        if not tag[1]:
            opened.append((tag[2], node.span.start))
        elif opened and opened[-1][0] == tag[2]:
            stretches.append(Emphasis(elements.EMPHASIS[tag[2]], Span(opened.pop()[1], node.span.end)))
    return stretches


def distance(source: list[Emphasis], there: list[Emphasis]) -> tuple[int, int]:
    """How far two messages' emphasis lies apart: by kind, then by what stands within what."""
    return (
        _differing(Counter(each.kind for each in source), Counter(each.kind for each in there)),
        _differing(Counter(_nesting(source)), Counter(_nesting(there))),
    )


def _differing(one: Counter[str], other: Counter[str]) -> int:
    return ((one - other) + (other - one)).total()


def _nesting(stretches: list[Emphasis]) -> Iterator[str]:
    for inner in stretches:
        start, end = inner.span
        around = sorted(outer.kind for outer in stretches if outer.span.start <= start and end <= outer.span.end)
        yield " ".join(around)
