"""Which comments of several lines are one text, and how is its translation spread over as many lines?

As many as the source has: the head of a block may name lines to be shown in another colour (`hl_lines`, `{1,3}`), and
the text of a page may say in which line something stands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from i18n.markdown.code.comments import BLOCKS, QUOTED
from i18n.markdown.code.escape import escape_code
from i18n.markdown.code.words import CodeWords
from i18n.model import CodePlace, Kind
from i18n.words.scripts import IDEOGRAPHIC

_BEGINS = re.compile(r"[-*+•>|#]\s|\(?\d{1,3}[.)]\s|[@\\]\w|:\w+|[\w.-]{1,30}:(?:\s|$)|\[[ xX]\]\s")
"""What stands at the begin of an item, a field or a label: a text of its own."""
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'”’)\]`]*$")
_UNIT = regex.compile(rf"(?V1)[{IDEOGRAPHIC}]\p{{P}}*|[\S--[{IDEOGRAPHIC}\u200b]]+")
"""What may not be parted at the end of a line: a word, or one letter where words have no spaces between."""


def runs(text: str, found: Iterable[CodeWords]) -> Iterator[list[CodeWords]]:
    """Unite the comments on adjacent lines with the same mark at the same distance from the margin."""
    run: list[CodeWords] = []
    for words in found:
        if run and not _goes_on(text, run[-1], words, is_first=len(run) == 1):
            yield run
            run = []
        run.append(words)
    if run:
        yield run


def _goes_on(text: str, above: CodeWords, words: CodeWords, *, is_first: bool) -> bool:
    if not above.kind is words.kind is Kind.CODE_COMMENT or _BEGINS.match(words.span.of(text)):
        return False
    mark = words.mark.rstrip()
    is_block = mark in BLOCKS or QUOTED.fullmatch(mark) is not None
    between = re.fullmatch(r"[ \t]*\r?\n([ \t]*)(\S*)[ \t]*", text[above.span.end : words.span.start])
    if between is None or above.mark.rstrip() != mark or between[2] not in (("", "*") if is_block else (mark,)):
        return False
    return _column(text, above.span.start) == _column(text, words.span.start) or (is_block and is_first)


def _column(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position)


def message(lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Write lines as a message, and say how many of them are in each of its lines.

    A line that ends a sentence, or had room for the next word, was meant to end there.
    """
    widest = max(map(len, lines))
    text, counts = lines[0], [1]
    for above, line in itertools.pairwise(lines):
        meant = _SENTENCE_END.search(above) or len(above) + 1 + len(line.split()[0]) <= widest
        text += ("\n" if meant else " ") + line
        if meant:
            counts.append(1)
        else:
            counts[-1] += 1
    return text, tuple(counts)


def written(text: str, kind: Kind, place: CodePlace) -> list[str] | None:
    """The lines of a translation as they stand in code; None where they would not stay what they are."""
    if sum(place.lines) < 2:
        line = escape_code(text, kind, place.language, place.mark)
        return None if line is None else [line]
    lines = _spread(text, place.lines)
    escaped = [escape_code(line, kind, place.language, place.mark) for line in lines or ()]
    return [line for line in escaped if line] if lines and all(escaped) else None


def _spread(text: str, counts: Sequence[int]) -> list[str] | None:
    """The text on as many lines; None where it has fewer words than lines."""
    parts = [part for part in text.split("\n") if part.strip()]
    if len(parts) != len(counts):
        parts, counts = [" ".join(parts)], [sum(counts)]
    spread = [_evenly(part.strip(), count) for part, count in zip(parts, counts, strict=True)]
    return [line for lines in spread for line in lines] if all(spread) else None


def _evenly(text: str, count: int) -> list[str]:
    """The text on lines of about the same length; nothing where it has fewer words than lines."""
    ends = [unit.end() for unit in _UNIT.finditer(text)]
    if len(ends) < count:
        return []
    lines, start = [], 0
    for left in range(count, 0, -1):
        end = _nearest(start + (len(text) - start) / left, ends[: len(ends) - left + 1]) if left > 1 else len(text)
        lines.append(text[start:end].strip())
        start = end
        ends = [each for each in ends if each > end]
    return lines


def _nearest(wanted: float, positions: Iterable[int]) -> int:
    return min(positions, key=lambda position: abs(position - wanted))
