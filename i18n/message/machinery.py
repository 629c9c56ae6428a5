"""Where in a message do programs read: template tags, addresses, placeholders?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline, parse, walk
from i18n.message import marks, placeholders
from i18n.span import Characters, Span, TextBytes, in_characters
from i18n.words import addresses, patterns

MASK = "\ue000"
"""Private use: no punctuation, so that marks next to it open and close as next to a letter."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that keeps its spelling."""

    kind: str
    """`template`, `attributes`, `url`, `email`, `variable`, `emoji`, or one that `i18n.message.held` adds."""
    span: Span[Characters]


def templates(message: str, dialect: Dialect) -> tuple[Part, ...]:
    """Find what a site generator reads before any Markdown: `{{ … }}`, `{{< >}}`, `{% %}`, and what the dialect adds.

    In order, without overlaps.
    """
    matches = placeholders.TEMPLATE.finditer(message) if "{" in message else ()
    spans: list[Span[Characters]] = [Span(*found.span()) for found in matches]
    if dialect.verbatim:
        spans += patterns.spans(dialect.verbatim, message)
    if dialect.protected is not None:
        data = message.encode("utf-8", "surrogatepass")
        found: Iterator[Span[TextBytes]] = (
            Span(*match.span()) for match in dialect.protected.finditer(data) if not _is_plain(match)
        )
        spans += [in_characters(span, data) for span in found]
    return _united(message, (Part("template", span) for span in spans if span.start < span.end))


def masked(message: str, parts: Iterable[Part]) -> str:
    """Hide the parts, so that Markdown finds no marks in them; every position stays true.

    A template tag is gone before Markdown is read; other parts begin and end with their own characters.
    """
    for part in parts:
        edge = part.kind not in ("template", "attributes")
        start, end = part.span.start + edge, part.span.end - edge
        message = message[:start] + MASK * (end - start) + message[end:]
    return message


def read(message: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[tuple[Inline, ...], tuple[Part, ...]]:
    """Parse a message without finding marks where a program reads, and say where that is.

    Law: what `i18n.message.markup` finds in a message lies in these parts, or in what is `unread` of these nodes.
    """
    parts = templates(message, dialect)
    nodes = parse(masked(message, parts), dialect, labels)
    if parts:  # code and targets that are there for a reader who knows no template tags
        known = frozenset(unread(nodes))
        seen = (Part("template", span) for span in unread(parse(message, dialect, labels)) if span not in known)
        parts = _united(message, (*parts, *seen))
        nodes = nodes if _are_apart(nodes, parts) else parse(masked(message, parts), dialect, labels)
    if "&" in message or placeholders.GATE.search(message) or addresses.GATE.search(message):
        parts = _united(message, (*parts, *_found(blanked(message, unread(nodes)))))
        nodes = nodes if _are_apart(nodes, parts) else parse(masked(message, parts), dialect, labels)
    return nodes, parts


def _are_apart(nodes: tuple[Inline, ...], parts: tuple[Part, ...]) -> bool:
    """Whether no mark of Markdown begins or ends within a part."""
    marked = [node for node in walk(nodes) if node.kind != "text"] if parts else ()
    ends = {end for node in marked for end in (*node.span, *node.inner)}
    return not any(part.span.start < end < part.span.end for part in parts for end in ends)


def unread(nodes: tuple[Inline, ...]) -> Iterator[Span[Characters]]:
    """Spans that are no text for readers: code, tags, images as a whole, the targets of links."""
    for node in walk(nodes):
        if node.kind in ("code", "math", "html", "image", "footnote") or node.reference == "autolink":
            yield node.span
        elif node.kind == "link":
            yield from node.marks


def _found(text: str) -> Iterator[Part]:
    """Addresses and placeholders of a text; an entity counts as what it means."""
    for address in addresses.addresses(text):
        span = addresses.whole(text, address)
        yield Part(address.kind, span)
        text = blanked(text, (span,))
    bounds: Sequence[int] = range(len(text) + 1)
    if "&" in text:
        text, bounds = _resolved(text)
    for match in placeholders.PLACEHOLDER.finditer(text):
        yield Part("emoji" if match[0][0] == ":" else "variable", Span(bounds[match.start()], bounds[match.end()]))


def blanked(text: str, spans: Iterable[Span[Characters]]) -> str:
    """The text with a `FILLER` for each character of the spans; every position stays true."""
    for start, end in spans:
        text = text[:start] + addresses.FILLER * (end - start) + text[end:]
    return text


def _resolved(text: str) -> tuple[str, list[int]]:
    """The text with its entities resolved, and where each of its characters, and its end, stands in the given one."""
    resolved, at = "", 0
    bounds: list[int] = []
    for entity in marks.ENTITY.finditer(text):
        if entity[0][0] == "&":
            letters = marks.plain(entity[0])
            resolved += text[at : entity.start()] + letters
            bounds += [*range(at, entity.start()), *[entity.start()] * len(letters)]
            at = entity.end()
    return resolved + text[at:], [*bounds, *range(at, len(text) + 1)]


def _united(message: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """In order, those that overlap as one, with the kind of the one that holds the others."""
    done: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.span.start, -part.span.end)):
        if not done or part.span.start >= done[-1].span.end:
            done.append(part)
        elif part.span.end > done[-1].span.end:
            done[-1] = Part("template", Span(done[-1].span.start, part.span.end))
    return tuple(
        replace(part, kind="attributes") if placeholders.ATTRIBUTES.fullmatch(message, *part.span) else part
        for part in done
    )


def _is_plain(found: re.Match[bytes]) -> bool:
    """Code spans, escaped marks, and those that a dialect only counts, are Markdown."""
    if found["code"] is not None or found["escaped"] is not None:
        return True
    return found.lastgroup in ("literal", "counted")
