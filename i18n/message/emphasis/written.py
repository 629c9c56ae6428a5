"""How is emphasis written so that it renders next to letters and punctuation of any script?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n.markdown.dialects import Dialect
from i18n.message.emphasis.meant import Pair
from i18n.message.emphasis.rendered import TAGS, Emphasis, in_html, nodes, rendered
from i18n.span import Span

_LEADING, _TRAILING = re.compile(r"[^\S\n]+"), re.compile(r"(?<!\s)[^\S\n]+\Z")


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
    """In reading order; empty if the text is as it was."""


def with_asterisks(mark: str) -> str:
    """The mark in asterisks: an underscore does not close emphasis before a letter, as in Korean."""
    return mark.replace("_", "*")


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to write a pair."""

    opening: str
    closing: str
    moves: bool = False
    """White space inside, next to a mark, goes outside."""


def _styles(pair: Pair, text: str) -> list[_Style]:
    """The ways to write a pair, the nearest to the translator's first."""
    inner = pair.inner.of(text)
    mark = with_asterisks(pair.opening)
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
    stretches: tuple[Emphasis, ...]
    """Where each pair is to be found in it."""
    lost: tuple[int, ...]
    """Indexes of the pairs that do not render."""
    strange: bool
    """Something else renders as emphasis."""


def written(text: str, pairs: list[Pair], dialect: Dialect) -> Repaired | None:
    """The text with each pair in the first style that makes all of them render; None when there is none."""
    styles = [_styles(pair, text) for pair in pairs]
    in_tags = Counter(each.kind for each in in_html(nodes(text, dialect)))
    expected = Counter(pair.kind for pair in pairs) + in_tags
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


def _draft(text: str, pairs: list[Pair], styles: list[_Style], expected: Counter[str], dialect: Dialect) -> _Draft:
    edits = []
    for at, (pair, style) in enumerate(zip(pairs, styles, strict=True)):
        inner = pair.inner.of(text)
        before, after = _edges(inner) if style.moves else ("", "")
        edits.append((pair.span.start, pair.inner.start + len(before), before, style.opening, "", at))
        edits.append((pair.inner.end - len(after), pair.span.end, "", style.closing, after, at))
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
    stretches = tuple(Emphasis(pair.kind, Span(*bounds[at])) for at, pair in enumerate(pairs))
    there = rendered(result, dialect)
    lost = tuple(at for at, each in enumerate(stretches) if each not in there)
    return _Draft(result, stretches, lost, Counter(each.kind for each in there) != expected)


def _changes(text: str, pairs: list[Pair], chosen: list[int], current: _Draft) -> Iterator[Change]:
    """The outermost of the rewritten stretches."""
    done = 0
    for pair, style, stretch in zip(pairs, chosen, current.stretches, strict=True):
        if style and pair.span.start >= done:
            yield Change(pair.span.of(text), stretch.span.of(current.text))
            done = pair.span.end
