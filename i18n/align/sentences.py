"""Which sentence of a translation translates which sentence of its source?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from i18n.markdown.dialects import Dialect
from i18n.message import emphasis, grouping, held, marks
from i18n.message.runs import runs
from i18n.message.sentences import sentences
from i18n.message.skeleton import skeleton
from i18n.numbers.digits import without_separators

_QUOTES = regex.compile(r"[\"“”„«»「」『』]")
_OPENING, _CLOSING = regex.compile(r"[(（]"), regex.compile(r"[)）]")
_VARIANCE = 6.8
"""Variance of a translation's length, in characters for each one of the source (Gale and Church 1993)."""
_DEVIATIONS = 3.0
"""Standard deviations from the expected length that are still no sign of another sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a message, in Markdown."""

    text: str
    space: str
    """What stands between it and the next: white space, a hard break, or nothing."""


def split(message: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[Sentence, ...]:
    """Split a message at hard breaks and at the ends of sentences outside emphasis, links, tags, quotes and brackets.

    Law: the texts and spaces, joined, are the message.
    """
    return tuple(_closed(_sentences(message, dialect, labels)))


def _sentences(message: str, dialect: Dialect, labels: Collection[str]) -> list[Sentence]:
    found: list[Sentence] = []
    for line, end in grouping.lines(runs(message, dialect, labels)):
        raws = {run.token: run.raw for run in line if isinstance(run.token, marks.Mark)}
        tokens = tuple(run.raw if isinstance(run.token, str) else run.token for run in line)
        found += (Sentence(_raw(part, raws), space) for part, space in sentences(tokens))
        found[-1] = replace(found[-1], space=marks.joined(end))
    return found


def _closed(parts: Iterable[Sentence]) -> Iterator[Sentence]:
    """Unite what a quotation or a bracket holds together: half of one cannot be translated."""
    whole: Sentence | None = None
    for part in parts:
        whole = part if whole is None else Sentence(whole.text + whole.space + part.text, part.space)
        if not _is_open(whole.text):
            yield whole
            whole = None
    if whole is not None:
        yield whole


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket begins in a text and goes on; languages close with what others open with."""
    return len(_QUOTES.findall(text)) % 2 == 1 or len(_OPENING.findall(text)) > len(_CLOSING.findall(text))


def aligned(msgid: str, msgstr: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Pair the sentences of a message with those of its translation; nothing if any doubt is left.

    Both have as many sentences, with the same hard breaks between. Each pair has the same markup and variables, the
    same numbers where the whole texts have, and lengths that are likely for translations of each other.
    """
    ours, theirs = split(msgid, dialect, labels), split(msgstr, dialect, labels)
    if len(ours) != len(theirs) or _breaks(ours) != _breaks(theirs):
        return ()
    pairs = tuple((one.text, other.text) for one, other in zip(ours, theirs, strict=True))
    same_numbers = _numbers(msgid) == _numbers(msgstr)
    rate = len(msgstr) / max(1, len(msgid))
    for one, other in pairs:
        if not alike(one, other, dialect, labels) or not _is_likely(len(one), len(other) / rate):
            return ()
        if same_numbers and _numbers(one) != _numbers(other):
            return ()
    return pairs


def alike(one: str, other: str, dialect: Dialect, labels: Collection[str] = ()) -> bool:
    """Tell whether the second text has the markup and variables of the first, once its emphasis is repaired."""
    other = emphasis.repaired(one, other, dialect).text
    return skeleton(one, dialect, labels) == skeleton(other, dialect, labels) and held.variables(
        one, dialect
    ) == held.variables(other, dialect)


def _raw(part: Sequence[marks.Token], raws: Mapping[marks.Mark, str]) -> str:
    return "".join(token if isinstance(token, str) else raws[token] for token in part)


def _breaks(parts: Sequence[Sentence]) -> list[str]:
    return ["" if part.space.isspace() and "\n" not in part.space else part.space for part in parts]


def _numbers(text: str) -> Counter[str]:
    return Counter(without_separators(text))


def _is_likely(length: int, other: float) -> bool:
    """Whether a text of that length can have a translation of the other, both in characters of the source."""
    return abs(length - other) <= _DEVIATIONS * math.sqrt(_VARIANCE * max(1, length))
