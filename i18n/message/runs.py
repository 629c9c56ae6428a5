"""What is a message made of for an engine? Text, pairs of tags, placeholders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from i18n.markdown import dialects, elements, tokenizer
from i18n.markdown.inline import Inline
from i18n.message import grouping, machinery
from i18n.message.held import held
from i18n.message.marks import CLOSED, HELD, OPENED, Run, plain
from i18n.message.terms import Facts, Names, with_facts, with_names, with_terms

_PAIRS = frozenset({"emphasis", "strong", "strikethrough", "link"})
_WIDTHS = {"emphasis": 1, "strong": 2}
_TITLE = re.compile(r"""\s(["'(])(.+)["')]\s*\)$""", re.DOTALL)


def runs(
    message: str,
    dialect: dialects.Dialect,
    labels: Collection[str] = (),
    terms: Collection[str] = (),
    names: Names | None = None,
    facts: Facts | None = None,
) -> tuple[Run, ...]:
    """Split a message into runs.

    `terms` are not translated: each becomes a placeholder where it stands as whole words, spelled like this, also
    with markup inside. Where markup cuts it and goes on beyond it, it is text. So do the names that must not leave,
    and `facts`.
    Laws: the `raw` of all runs joined is the message; ids are 1, 2, 3, … in reading order and each pair is
    properly nested.
    """
    nodes, parts = machinery.read(message, dialect, labels)
    flat = list(_Reader(message, parts, with_facts=facts is None).level(nodes, 0, len(message)))
    flat = with_names(flat, names) if names else flat
    kept = with_terms(with_facts(flat, facts) if facts else flat, terms)
    return grouping.numbered(grouping.united(grouping.whole_words(grouping.without_idle_pairs(kept))))


class _Reader:
    """Walks the inlines of a message and yields runs without ids."""

    def __init__(self, message: str, parts: tuple[machinery.Part, ...], *, with_facts: bool) -> None:
        self._message = message
        self._parts = parts
        self._with_facts = with_facts

    def level(self, nodes: Iterable[Inline], start: int, end: int) -> Iterator[Run]:
        """Runs of the inlines between two positions."""
        siblings = [node for node in nodes if node.kind not in ("text", "break")]
        closing = _html_pairs(siblings)
        ends = {end_tag.span.start for end_tag in closing.values()}
        at = start
        for node in siblings:
            first = node.span.start
            if first < at or any(part.span.start < first < part.span.end for part in self._parts):
                continue
            yield from self._text(at, first)
            at = node.span.end
            element = _tag(node)
            if element is not None and first in closing and element.name in elements.HIDDEN:
                at = closing[first].span.end
                yield Run(self._message[first:at], HELD, "html")
            elif node.kind == "html":
                token = OPENED if first in closing else CLOSED if first in ends else HELD
                yield Run(self._message[first:at], token, "break" if _is_line_break(element) else "html")
            elif node.kind in _PAIRS and node.reference != "autolink":
                yield from self._pair(node)
            else:
                yield self._hold(node)
        yield from self._text(at, end)

    def _text(self, start: int, end: int) -> Iterator[Run]:
        at = start
        for part in self._parts:
            if at <= part.span.start < end:
                yield from self._lines(self._message[at : part.span.start])
                yield Run(part.span.of(self._message), HELD, part.kind)
                at = part.span.end
        yield from self._lines(self._message[at:end])

    def _lines(self, text: str) -> Iterator[Run]:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield Run("\n", HELD, "break")
            yield from _words(line, with_facts=self._with_facts)

    def _pair(self, node: Inline) -> Iterator[Run]:
        (first, last), (start, end) = node.span, node.inner
        if width := _WIDTHS.get(node.kind):  # in `***both***` the outer mark is a single one
            start, end = first + width, last - width
        yield Run(self._message[first:start], OPENED, node.kind)
        yield from self.level(node.children, start, end)
        raw = self._message[end:last]
        yield Run(raw, CLOSED, node.kind, _title(raw) if node.title else ())

    def _hold(self, node: Inline) -> Run:
        raw = node.span.of(self._message)
        if node.kind != "image" or node.reference in ("collapsed", "shortcut"):
            return Run(raw, HELD, node.kind)
        description = (node.inner.start - node.span.start, node.inner.end - node.span.start)
        return Run(raw, HELD, "image", (description, *(_title(raw) if node.title else ())))


def _title(raw: str) -> tuple[tuple[int, int], ...]:
    found = _TITLE.search(raw)
    return ((found.start(2), found.end(2)),) if found else ()


def _words(text: str, *, with_facts: bool) -> Iterator[Run]:
    at = 0
    for part in held(text, with_facts=with_facts):
        if before := text[at : part.span.start]:
            yield Run(before, plain(before))
        yield Run(part.span.of(text), HELD, part.kind)
        at = part.span.end
    if at < len(text):
        yield Run(text[at:], plain(text[at:]))


def _tag(node: Inline) -> tokenizer.Tag | None:
    """The tag that raw HTML is; None for a comment, a declaration or an instruction."""
    is_tag = node.kind == "html" and node.value[1:2] not in ("!", "?")
    return next(tokenizer.tags(node.value), None) if is_tag else None


def _is_line_break(tag: tokenizer.Tag | None) -> bool:
    return tag is not None and tag.name == "br" and not tag.is_closing and not tag.attributes


def _html_pairs(siblings: Iterable[Inline]) -> dict[int, Inline]:
    """End tags by the position of the start tag they close, of one level."""
    waiting: list[tuple[str, int]] = []
    closing: dict[int, Inline] = {}
    for node in siblings:
        found = _tag(node)
        if found is None or found.is_empty or found.name in elements.VOID:
            continue
        if not found.is_closing:
            waiting.append((found.name, node.span.start))
        elif any(found.name == opened for opened, _ in waiting):
            while waiting[-1][0] != found.name:
                waiting.pop()
            closing[waiting.pop()[1]] = node
    return closing
