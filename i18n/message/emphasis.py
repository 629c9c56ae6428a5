"""Which emphasis of a translation does not render, and how is it written so that it does?

CommonMark (0.31.2 §6.2) does not close `**` after punctuation and before a letter, nor open it the other way
round. Writing that puts no space between a quoted word and what is glued to it runs into this all the time, and
translators cannot see it: in `**“인용”**은` the asterisks are shown to readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from i18n.markdown.dialects import Dialect
from i18n.markdown.elements import EMPHASIS, EMPHASIS_TAG
from i18n.markdown.inline import Inline, parse, walk
from i18n.message.scripts import GLUING_LETTER, RIGHT_TO_LEFT

TAGS = {kind: tag for tag, kind in EMPHASIS.items()}
"""The HTML that means what the Markdown does."""

_MARKUP = re.compile(r"[*_~]|<(?:em|strong|del)>")
_RUN = re.compile(r"\\.|\*+|_+|~+", re.S)
_RUN_MARK = re.compile(r"[*_~]")
_BRACES = re.compile(r"\{[^{}\n]*\}+")
"""Shortcodes, template tags and expressions: machinery, whatever it holds."""
_LEADING, _TRAILING = re.compile(r"[^\S\n]+"), re.compile(r"(?<!\s)[^\S\n]+\Z")
_KINDS = {1: "emphasis", 2: "strong"}
_MOST = 32
"""Messages with more pairs than this are left alone; people write ten at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of emphasis that was written in another way."""

    before: str
    """As the translator wrote it, marks included."""
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A translation whose emphasis renders as far as it can be made to."""

    text: str
    changes: tuple[Change, ...] = ()
    """In reading order; none where the text is as it was."""


def repaired(msgid: str, msgstr: str, dialect: Dialect) -> Repaired:
    """Write the emphasis of `msgstr` so that it renders, where it is meant as the source's is and does not.

    Other Markdown first (`_a_한국어` becomes `*a*한국어`, `**말 **은` becomes `**말** 은`), `<strong>`, `<em>` and
    `<del>` where nothing else renders. No visible character is added, lost or moved; asterisks that the source
    shows too stay. Nothing changes unless the result is nearer to the emphasis of the source. Right-to-left text
    is left alone. Law: idempotent. About 0.05 ms where all renders, 0.3 ms a repair.
    """
    unchanged = Repaired(msgstr)
    if not _MARKUP.search(msgid) or not _RUN.search(msgstr) or not GLUING_LETTER.search(msgstr):
        return unchanged
    if RIGHT_TO_LEFT.search(msgstr):
        return unchanged
    source, there = _emphasis(msgid, dialect), _emphasis(msgstr, dialect)
    distance = _distance(source, there)
    if not source or distance == (0, 0):
        return unchanged
    pairs = _pairs(msgstr, _runs(msgstr, dialect, _literal(msgid, dialect)))
    if not pairs or len(pairs) > _MOST:
        return unchanged
    result = _rendering(msgstr, pairs, dialect)
    if result is None or _distance(source, _emphasis(result.text, dialect)) >= distance:
        return unchanged
    # Marks that can be read in two ways are left to the translator: the second reading would repair them again.
    return unchanged if repaired(msgid, result.text, dialect).changes else result


# What renders


@dataclass(frozen=True, slots=True)
class _Span:
    kind: str
    start: int
    """First character of the opening mark."""
    end: int


def _emphasis(text: str, dialect: Dialect) -> list[_Span]:
    """What is emphasised, in Markdown or in HTML."""
    nodes = _nodes(text, dialect)
    return [_Span(node.kind, node.start, node.end) for node in nodes if node.kind in TAGS] + _in_html(nodes)


def _nodes(text: str, dialect: Dialect) -> list[Inline]:
    """The markup of a message; what stands in braces is none of it."""
    masked = _BRACES.sub(lambda match: _RUN_MARK.sub("x", match[0]), text) if "{" in text else text
    return list(walk(parse(masked, dialect)))


def _in_html(nodes: list[Inline]) -> list[_Span]:
    found = []
    opened: list[tuple[str, int]] = []
    for node in nodes:
        tag = EMPHASIS_TAG.fullmatch(node.value) if node.kind == "html" else None
        if tag is None:
            continue
        if not tag[1]:
            opened.append((tag[2], node.start))
        elif opened and opened[-1][0] == tag[2]:
            found.append(_Span(EMPHASIS[tag[2]], opened.pop()[1], node.end))
    return found


def _distance(source: list[_Span], there: list[_Span]) -> tuple[int, int]:
    """How far two messages' emphasis lies apart: by kind, then by what stands within what."""
    return (
        _differing(Counter(span.kind for span in source), Counter(span.kind for span in there)),
        _differing(Counter(_nesting(source)), Counter(_nesting(there))),
    )


def _differing(one: Counter[str], other: Counter[str]) -> int:
    return ((one - other) + (other - one)).total()


def _nesting(spans: list[_Span]) -> Iterator[str]:
    for inner in spans:
        around = sorted(outer.kind for outer in spans if outer.start <= inner.start and inner.end <= outer.end)
        yield " ".join(around)


# What is meant


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of one mark that may open or close emphasis."""

    mark: str
    start: int
    length: int
    link: int
    """Where the link begins whose text it stands in; -1 outside."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Emphasis as it is meant: two marks of the same length."""

    kind: str
    opening: str
    """The mark as written."""
    start: int
    """First character of the opening mark."""
    inner_start: int
    inner_end: int
    end: int
    """One past the closing mark."""


def _runs(text: str, dialect: Dialect, literal: frozenset[tuple[str, int]] = frozenset()) -> list[_Run]:
    """The runs that can be meant as emphasis, but for those of a length that the source shows to readers."""
    nodes = _nodes(text, dialect)
    closed = [*_machinery(nodes), *(match.span() for match in _BRACES.finditer(text))]
    links = [node for node in nodes if node.kind == "link"]
    found = []
    for match in _RUN.finditer(text):
        mark, (start, end) = match[0][0], match.span()
        if mark == "\\" or any(first < end and start < last for first, last in closed):
            continue
        if not _may_mark(text, start, end) or (mark, end - start) in literal:
            continue
        link = max((node.start for node in links if node.inner_start <= start < node.inner_end), default=-1)
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


def _machinery(nodes: list[Inline]) -> Iterator[tuple[int, int]]:
    """Spans in which an asterisk is no mark: code, tags, images, the targets of links."""
    for node in nodes:
        if node.kind in ("code", "math", "html", "image", "footnote") or node.reference == "autolink":
            yield node.start, node.end
        elif node.kind == "link":
            yield node.start, node.inner_start
            yield node.inner_end, node.end


def _literal(msgid: str, dialect: Dialect) -> frozenset[tuple[str, int]]:
    """Mark and length of the runs that the source shows to its readers."""
    used = {
        at
        for node in _nodes(msgid, dialect)
        if node.kind in TAGS
        for at in (*range(node.start, node.inner_start), *range(node.inner_end, node.end))
    }
    return frozenset(
        (run.mark, run.length)
        for run in _runs(msgid, dialect)
        if not used.issuperset(range(run.start, run.start + run.length))
    )


def _pairs(text: str, runs: list[_Run]) -> list[_Pair]:
    """Take each run for the end of what the nearest like it began; nothing when any is left over or holds nothing."""
    pairs: list[_Pair] = []
    opened: list[_Run] = []
    for run in runs:
        start, rest = run.start, run.length
        while rest and opened and _matches(opened[-1], run, rest):
            opening = opened.pop()
            width = min(opening.length, rest, 2)
            inner_start = opening.start + opening.length
            kind = "strikethrough" if run.mark == "~" else _KINDS[width]
            mark = run.mark * width
            pairs.append(_Pair(kind, mark, inner_start - width, inner_start, start, start + width))
            start, rest = start + width, rest - width
            if opening.length > width:
                opened.append(replace(opening, length=opening.length - width))
        if rest == run.length:
            opened.append(run)
        elif rest:
            return []
    if opened or not all(text[pair.inner_start : pair.inner_end].strip() for pair in pairs):
        return []
    return sorted(pairs, key=lambda pair: pair.start)


def _matches(opening: _Run, run: _Run, rest: int) -> bool:
    if opening.mark != run.mark or opening.link != run.link or {opening.length, rest} == {1, 2}:
        return False
    return opening.start + opening.length < run.start


# How it is written


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to write a pair."""

    opening: str
    closing: str
    moves: bool = False
    """White space inside, next to a mark, goes outside."""


def _styles(pair: _Pair, text: str) -> list[_Style]:
    """The ways to write a pair, the nearest to the translator's first."""
    inner = text[pair.inner_start : pair.inner_end]
    mark = pair.opening.replace("_", "*")
    styles = [_Style(pair.opening, pair.opening)]
    if mark != pair.opening:
        styles.append(_Style(mark, mark))
    if any(_edges(inner)):
        styles.append(_Style(mark, mark, moves=True))
    tag = TAGS[pair.kind]
    return [*styles, _Style(f"<{tag}>", f"</{tag}>")]


def _edges(inner: str) -> tuple[str, str]:
    """The spaces that emphasised text begins and ends with; a line break is not moved."""
    before, after = _LEADING.match(inner), _TRAILING.search(inner)
    return (before[0] if before else "", after[0] if after else "")


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    spans: tuple[_Span, ...]
    """Where each pair is to be found in it."""
    lost: tuple[int, ...]
    """Indexes of the pairs that do not render."""
    strange: bool
    """Something else renders as emphasis."""


def _rendering(text: str, pairs: list[_Pair], dialect: Dialect) -> Repaired | None:
    """The text with each pair in the first style that makes all of them render; None when there is none."""
    styles = [_styles(pair, text) for pair in pairs]
    in_html = Counter(span.kind for span in _in_html(_nodes(text, dialect)))
    expected = Counter(pair.kind for pair in pairs) + in_html
    chosen = [0] * len(pairs)

    def draft(choice: Sequence[int]) -> _Draft:
        return _draft(text, pairs, [styles[at][style] for at, style in enumerate(choice)], expected, dialect)

    current = draft(chosen)
    while current.lost:
        at = next((at for at in current.lost if chosen[at] + 1 < len(styles[at])), None)
        if at is None:
            return None
        chosen[at] += 1
        current = draft(chosen)
    if current.strange:
        return None
    for at, style in enumerate(chosen):  # what was rewritten only because of another pair goes back
        for nearer in range(style):
            other = draft([*chosen[:at], nearer, *chosen[at + 1 :]])
            if not other.lost and not other.strange:
                chosen[at], current = nearer, other
                break
    return Repaired(current.text, tuple(_changes(text, pairs, chosen, current)))


def _draft(text: str, pairs: list[_Pair], styles: list[_Style], expected: Counter[str], dialect: Dialect) -> _Draft:
    edits = []
    for at, (pair, style) in enumerate(zip(pairs, styles, strict=True)):
        inner = text[pair.inner_start : pair.inner_end]
        before, after = _edges(inner) if style.moves else ("", "")
        edits.append((pair.start, pair.inner_start + len(before), before, style.opening, "", at))
        edits.append((pair.inner_end - len(after), pair.end, "", style.closing, after, at))
    pieces: list[str] = []
    length = read = 0
    bounds: list[list[int]] = [[] for _ in pairs]
    for start, end, before, mark, after, at in sorted(edits):
        gap = text[read:start] + before
        bounds[at].append(length + len(gap) + (len(mark) if bounds[at] else 0))
        pieces += [gap, mark, after]
        length += len(gap) + len(mark) + len(after)
        read = end
    result = "".join([*pieces, text[read:]])
    spans = tuple(_Span(pair.kind, *bounds[at]) for at, pair in enumerate(pairs))
    there = _emphasis(result, dialect)
    lost = tuple(at for at, span in enumerate(spans) if span not in there)
    return _Draft(result, spans, lost, Counter(span.kind for span in there) != expected)


def _changes(text: str, pairs: list[_Pair], chosen: list[int], current: _Draft) -> Iterator[Change]:
    """The outermost of what is written anew."""
    done = 0
    for pair, style, span in zip(pairs, chosen, current.spans, strict=True):
        if style and pair.start >= done:
            yield Change(text[pair.start : pair.end], current.text[span.start : span.end])
            done = pair.end
