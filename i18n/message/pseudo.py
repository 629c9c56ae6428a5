"""How does a message look in a language that nobody speaks? Longer, accented, or mirrored: for testing layouts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from i18n.markdown import dialects, inline
from i18n.message import held, machinery
from i18n.pseudo import ACCENTED, MIRRORED, accented, filler, mirrored
from i18n.span import Characters, Span
from i18n.words.literals import LITERAL


def pseudo(message: str, dialect: dialects.Dialect, locale: str, labels: Collection[str] = ()) -> str:
    """Translate the words of a message into a pseudo-locale; markup, code and template tags stay as they are.

    `labels` are those that the article defines.
    """
    change = accented if locale == ACCENTED else mirrored
    pieces, at = [], 0
    _, parts = machinery.read(message, dialect)
    programs = (part.span for part in (*parts, *held.read_by_programs(message, dialect, tags=False)))
    literals: Iterator[Span[Characters]] = (Span(*found.span()) for found in LITERAL.finditer(message))
    kept = sorted((*programs, *literals))
    for start, end in _texts(inline.parse(message, dialect, labels), message):
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


def _texts(nodes: tuple[inline.Inline, ...], message: str) -> Iterator[Span[Characters]]:
    """Where the words for readers stand: text as it is written; no entities, no addresses, no labels."""
    for node in nodes:
        if node.kind == "text" and node.span.of(message) == node.value:
            yield node.span
        elif node.reference in ("", "full"):
            yield from _texts(node.children, message)
