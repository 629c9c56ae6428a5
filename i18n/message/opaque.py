"""Which parts of a text are never translated? Variables, template tags, addresses, references, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from i18n.markdown.dialects import Dialect
from i18n.message.scripture import REFERENCE
from i18n.numbers.quantities import QUANTITY

_TEMPLATES = r"\{\{[<%].*?[%>]\}\}|\{\{.*?\}\}|\{%.*?%\}|\{\#.*?\#\}"
_ATTRIBUTES = r"\{:?[ ]?[.\#][^{}\n]*\}|\{:[^{}\n]*\}"
_KINDS = {
    "attributes": _ATTRIBUTES,
    "url": r"(?:https?|ftp|mailto|tel|file)://?[^\s<>\"“”‘’)\]]*[^\s<>\"“”‘’)\].,;:!?'。，、；：！？）】」』]|\bwww\.[\w-]+\.[^\s<>)\]]*[\w/]",
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "variable": (
        r"\$\{[^{}\n]*\}|\{[^{}\n]*\}|%\(\w+\)[-+\#0]*\d*(?:\.\d+)?[a-zA-Z]|%\d+\$[a-zA-Z]"
        r"|(?<![\d%])%[-+\#0]*\d*(?:\.\d+)?[sdifgeExXcu](?!\w)|%%"
    ),
    "emoji": r"(?<![\w:]):[a-z0-9_+\-]*[a-z][a-z0-9_+\-]*:(?![\w:])",
    "tag": r"(?<![\w&/@#])[@#][\w-]*\w",
    "reference": rf"\(\s?{REFERENCE}\s?\)|{REFERENCE}",
    "quantity": QUANTITY,
    # The last two planes are private use; `i18n.message.packed` uses them for marks.
    "control": r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\ufff9-\ufffc\U000F0000-\U0010FFFF]+",
}
_OPAQUE = regex.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), regex.VERSION1)
_TEMPLATE = regex.compile(_TEMPLATES)
_ATTRIBUTE_LIST = regex.compile(_ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Opaque:
    """A part that travels as a placeholder; positions count characters, half-open."""

    kind: str
    """`template`, `attributes`, `url`, `email`, `variable`, `emoji`, `tag`, `reference`, `quantity` or `control`."""
    start: int
    end: int


def _is_plain(found: re.Match[bytes]) -> bool:
    """Code spans, escaped marks, and those that a dialect only counts, are Markdown."""
    if found["code"] is not None or found["escaped"] is not None:
        return True
    return found.lastgroup in ("literal", "counted")


def templates(message: str, dialect: Dialect) -> tuple[Opaque, ...]:
    """Find what a site generator reads before any Markdown: `{{ … }}`, `{{< >}}`, `{% %}`, and what the dialect adds.

    In order, without overlaps.
    """
    spans = [found.span() for found in _TEMPLATE.finditer(message)] if "{" in message else []
    if dialect.protected is not None:
        data = message.encode("utf-8", "surrogatepass")
        bounds = [found.span() for found in dialect.protected.finditer(data) if not _is_plain(found)]
        spans += [(_character(data, start), _character(data, end)) for start, end in bounds]
    parts: list[Opaque] = []
    for start, end in sorted(spans):
        if parts and start < parts[-1].end:
            parts[-1] = Opaque("template", parts[-1].start, max(end, parts[-1].end))
        elif start < end:
            kind = "attributes" if _ATTRIBUTE_LIST.fullmatch(message, start, end) else "template"
            parts.append(Opaque(kind, start, end))
    return tuple(parts)


MASK = "\ue000"
"""Private use: no punctuation, so that marks beside it open and close as beside a letter."""


def masked(message: str, parts: Iterable[Opaque]) -> str:
    """Write `MASK` over the parts, so that Markdown finds no marks in them; every position stays true."""
    for part in parts:
        message = message[: part.start] + MASK * (part.end - part.start) + message[part.end :]
    return message


def _character(data: bytes, byte: int) -> int:
    return len(data[:byte].decode("utf-8", "surrogatepass"))


def opaque(text: str) -> Iterator[Opaque]:
    """Find the parts of running text (no Markdown marks in it) that keep their spelling in every language."""
    for found in _OPAQUE.finditer(text):
        if found.end() > found.start():
            yield Opaque(str(found.lastgroup), found.start(), found.end())


VARIABLES = frozenset({"template", "attributes", "variable", "emoji", "tag", "url", "email"})
"""Kinds that a program reads: a person who translates keeps them too. References and quantities may be adapted."""
