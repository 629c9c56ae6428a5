"""What does a text look like in a language that nobody speaks? Longer, accented, or mirrored: for testing layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from i18n.extract.source import Source
from i18n.markdown import inline
from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline
from i18n.model import Key, Unit
from i18n.pseudo import ACCENTED, MIRRORED, accented, filler, mirrored

_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\$?\{[^{}]*\}|%(?:\(\w+\))?[sdif]|:[a-z0-9_+-]+:|(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.S
)


def pseudo(message: str, dialect: Dialect, locale: str) -> str:
    """Translate the words of a message into a pseudo-locale; markup, code and template tags stay as they are."""
    change = accented if locale == ACCENTED else mirrored
    pieces, at = [], 0
    kept = _kept(message, dialect)
    for start, end in _texts(inline.parse(message, dialect), message):
        pieces.append(message[at:start])
        at = start
        for first, last in kept:
            if at < end and start < last and first < end:
                pieces += [change(message[at : max(at, first)]), message[max(at, first) : min(last, end)]]
                at = max(at, min(last, end))
        pieces.append(change(message[at:end]))
        at = end
    changed = "".join((*pieces, message[at:]))
    return changed if locale == MIRRORED or changed == message else f"{changed} {filler(message)}".rstrip()


def pseudo_units(source: Source, locale: str) -> dict[Key, Unit]:
    """The units of an article, all of them translated into a pseudo-locale."""
    return {unit.key: replace(unit, msgstr=pseudo(unit.msgid, source.dialect, locale)) for unit in source.template}


def _texts(nodes: tuple[Inline, ...], message: str) -> Iterator[tuple[int, int]]:
    """Where the words for readers stand: text as it is written; no entities, no addresses, no labels."""
    for node in nodes:
        if node.kind == "text" and message[node.start : node.end] == node.value:
            yield node.start, node.end
        elif node.reference in ("", "full"):
            yield from _texts(node.children, message)


def _kept(message: str, dialect: Dialect) -> list[tuple[int, int]]:
    """Spans that are no words for readers though they stand in text, ascending."""
    spans = [match.span() for match in _KEPT.finditer(message)]
    if dialect.protected is not None:
        data = message.encode("utf-8", "surrogatepass")
        for match in dialect.protected.finditer(data):
            bounds = (len(data[:at].decode("utf-8", "surrogatepass")) for at in match.span())
            spans.append((next(bounds), next(bounds)))
    return sorted(spans)
