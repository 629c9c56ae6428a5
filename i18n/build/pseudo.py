"""What does a text look like in a language that nobody speaks? Longer, accented, or mirrored: for testing layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from i18n.build.article import Key, Source
from i18n.markdown import inline
from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline
from i18n.model import Unit

ACCENTED = "en-XA"
"""Accents on every letter, and longer by about two fifths: what stays plain is not translatable."""
MIRRORED = "ar-XB"
"""Every word reads from right to left: what stays is not translatable, what breaks is the layout."""
PSEUDO_LOCALES = (ACCENTED, MIRRORED)

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WITH_ACCENTS = "áƀçðéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÁßÇÐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _WITH_ACCENTS)
_WORD = re.compile(r"[^\W\d_]+")
_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\$?\{[^{}]*\}|%(?:\(\w+\))?[sdif]|:[a-z0-9_+-]+:|(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.S
)
_FILLER = ("lorem", "ipsum", "dolor", "sit", "amet")
_RIGHT_TO_LEFT, _POP = "\u202e", "\u202c"


def pseudo(message: str, dialect: Dialect, locale: str) -> str:
    """Translate the words of a message into a pseudo-locale; markup, code and template tags stay as they are."""
    change = _accented if locale == ACCENTED else _mirrored
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
    if locale == MIRRORED or changed == message:
        return changed
    words = len(_WORD.findall(message)) * 2 // 5
    return " ".join((changed, *(_accented(_FILLER[at % len(_FILLER)]) for at in range(words))))


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


def _accented(text: str) -> str:
    return text.translate(_ACCENTS)


def _mirrored(text: str) -> str:
    return _WORD.sub(lambda match: f"{_RIGHT_TO_LEFT}{match[0]}{_POP}", text)
