"""Which emphasis do the marks of a translation mean, whether it renders or not?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from i18n.markdown.dialects import Dialect
from i18n.message.emphasis.rendered import BRACES, TAGS, nodes
from i18n.message.machinery import unread
from i18n.span import Characters, Span

RUN = re.compile(r"\\.|\*+|_+|~+", re.S)
_KINDS = {1: "emphasis", 2: "strong"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Emphasis as it is meant: two marks of the same length."""

    kind: str
    opening: str
    """The mark as written."""
    span: Span[Characters]
    """From the opening mark to the closing one, both included."""
    inner: Span[Characters]
    """What stands between them."""


def meant(msgid: str, msgstr: str, dialect: Dialect) -> list[Pair]:
    """The pairs of marks in a translation; those that the source shows to its readers, too, mean nothing."""
    return _pairs(msgstr, _runs(msgstr, dialect, _literal(msgid, dialect)))


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of one mark that may open or close emphasis."""

    mark: str
    start: int
    length: int
    link: int
    """Where the link begins whose text it stands in; -1 outside."""


def _runs(text: str, dialect: Dialect, literal: frozenset[tuple[str, int]] = frozenset()) -> list[_Run]:
    """The runs that can be meant as emphasis, but for those of a length that the source shows to readers."""
    markup = nodes(text, dialect)
    closed = [*unread(tuple(markup)), *(match.span() for match in BRACES.finditer(text))]
    links = [node for node in markup if node.kind == "link"]
    found = []
    for match in RUN.finditer(text):
        mark, (start, end) = match[0][0], match.span()
        if mark == "\\" or any(first < end and start < last for first, last in closed):
            continue
        if not _may_mark(text, start, end) or (mark, end - start) in literal:
            continue
        link = max((node.span.start for node in links if node.inner.start <= start < node.inner.end), default=-1)
        found.append(_Run(mark, start, end - start, link))
    return found


def _may_mark(text: str, start: int, end: int) -> bool:
    mark, length = text[start], end - start
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark == "~":
        return length == 2
    if length > 3:
        return False
    if mark == "_" and _is_ascii_word(before) and _is_ascii_word(after):
        return False
    return length > 1 or not (before.strip() == after.strip() == "")


def _is_ascii_word(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _literal(msgid: str, dialect: Dialect) -> frozenset[tuple[str, int]]:
    """Mark and length of the runs that the source shows to its readers."""
    used = {at for node in nodes(msgid, dialect) if node.kind in TAGS for mark in node.marks for at in range(*mark)}
    return frozenset(
        (run.mark, run.length)
        for run in _runs(msgid, dialect)
        if not used.issuperset(range(run.start, run.start + run.length))
    )


def _pairs(text: str, runs: list[_Run]) -> list[Pair]:
    """Take each run for the end of what the nearest like it began; nothing when any is left over or holds nothing."""
    pairs: list[Pair] = []
    opened: list[_Run] = []
    for run in runs:
        start, rest = run.start, run.length
        while rest and opened and _matches(opened[-1], run, rest):
            opening = opened.pop()
            width = min(opening.length, rest, 2)
            inner_start = opening.start + opening.length
            kind = "strikethrough" if run.mark == "~" else _KINDS[width]
            mark = run.mark * width
            pairs.append(Pair(kind, mark, Span(inner_start - width, start + width), Span(inner_start, start)))
            start, rest = start + width, rest - width
            if opening.length > width:
                opened.append(replace(opening, length=opening.length - width))
        if rest == run.length:
            opened.append(run)
        elif rest:
            return []
    if opened or not all(pair.inner.of(text).strip() for pair in pairs):
        return []
    return sorted(pairs, key=lambda pair: pair.span)


def _matches(opening: _Run, run: _Run, rest: int) -> bool:
    if opening.mark != run.mark or opening.link != run.link or {opening.length, rest} == {1, 2}:
        return False
    return opening.start + opening.length < run.start
