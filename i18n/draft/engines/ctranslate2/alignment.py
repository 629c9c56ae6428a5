"""Which words of a translation belong to the words inside a pair? Found by the attention of the model.

Attention is no dictionary: an article or a comma may depend on anything. So a pair goes to the one stretch of words
that depends most on its source words, and only if no word elsewhere does too; otherwise it has no certain place.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from i18n.draft.engines import sentinels
from i18n.message.marks import Mark, Role, Token
from i18n.message.packed import letter, unpack

WORDS = "words"
"""Placeholders as words that are in no dictionary."""
GAPS = "gaps"
"""Placeholders left out, and put back between the words of their neighbours."""
_NO_SPACE_BEFORE = frozenset(".,;:!?)")
_SURE = 0.5
"""Share of attention from which a word belongs to a stretch of the source."""
_ELSEWHERE = 0.25
"""Share of attention below which a word belongs to another one."""

Span = tuple[int, int]
"""Half-open."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without marks."""

    text: str
    prefix: str
    """The beginning of the words that stand for placeholders."""
    pairs: Mapping[int, Span]
    """Characters inside each pair, the outer pairs first."""
    gaps: Mapping[int, int]
    """Characters before each placeholder that was left out."""


@dataclass(frozen=True, slots=True)
class AlignedWord:
    """A word of a translation, or a mark of punctuation."""

    text: str
    spaced: bool
    """Whether a space precedes it."""
    attention: tuple[float, ...]
    """How much it depends on each piece of the source."""

    @property
    def wordy(self) -> bool:
        """Whether it is more than punctuation."""
        return any(map(str.isalnum, self.text))


def plain(tokens: Sequence[Token], encoding: str) -> Plain:
    """Write tokens as text for a model."""
    prefix = sentinels.prefix(tokens)
    text = ""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    gaps: dict[int, int] = {}
    for token in tokens:
        if isinstance(token, str):
            # A placeholder that was left out leaves one space at most, and no space before a full stop.
            if text[-1:].isspace() and (token[:1].isspace() or token[:1] in _NO_SPACE_BEFORE):
                text = text[:-1]
            text += token
        elif token.role is Role.OPEN:
            starts[token.id] = len(text)
        elif token.role is Role.CLOSE:
            ends[token.id] = len(text)
        elif encoding == GAPS:
            gaps[token.id] = len(text.rstrip())
        else:
            text += (" " if text[-1:].isalnum() else "") + sentinels.sentinel(prefix, token.id)
    return Plain(text, prefix, {number: (start, ends[number]) for number, start in starts.items()}, gaps)


def marked(source: Plain, pieces: Sequence[Span], words: Sequence[AlignedWord]) -> tuple[Token, ...] | None:
    """Put the marks of a text into its translation; None if one has no certain place.

    `pieces` are the characters of the source's text that each number of `attention` refers to.
    """
    placed = _pairs(source, pieces, words)
    gaps = {number: _gap(source, pieces, words, at) for number, at in source.gaps.items()}
    if placed is None or None in gaps.values():
        return None
    out: list[str] = []
    for at in range(len(words) + 1):
        out += [letter(Mark(Role.CLOSE, pair)) for pair in reversed(placed) if placed[pair][1] == at]
        # Right after the word before it: if a space belongs there, `i18n.draft.one.spacing` puts it back.
        out += [letter(Mark(Role.HOLD, number)) for number, gap in gaps.items() if gap == at]
        out.append(" " if at < len(words) and words[at].spaced and at else "")
        out += [letter(Mark(Role.OPEN, pair)) for pair, (start, _) in placed.items() if start == at]
        out.append(words[at].text if at < len(words) else "")
    return unpack(sentinels.restored("".join(out), source.prefix))


def _pairs(source: Plain, pieces: Sequence[Span], words: Sequence[AlignedWord]) -> dict[int, Span] | None:
    """Words of each pair, the outer pairs first."""
    placed: dict[int, Span] = {}
    for pair, inside in source.pairs.items():
        around = [placed[outer] for outer in placed if _contains(source.pairs[outer], inside)]
        span = _window(_shares(pieces, words, inside), words, around[-1] if around else (0, len(words)))
        if span is None:
            return None
        placed[pair] = _with_mark(source, inside, words, span)
    for one, other in itertools.combinations(placed, 2):
        apart = placed[one][1] <= placed[other][0] or placed[other][1] <= placed[one][0]
        if not apart and not _contains(source.pairs[one], source.pairs[other]):
            return None
    return placed


def _shares(pieces: Sequence[Span], words: Sequence[AlignedWord], inside: Span) -> list[float]:
    """How much of each word's attention lies on the pieces inside."""
    return [_share(word, (at for at, piece in enumerate(pieces) if _overlap(piece, inside))) for word in words]


def _share(word: AlignedWord, pieces: Iterable[int]) -> float:
    whole = sum(word.attention)
    return sum(word.attention[at] for at in pieces) / whole if whole else 0.0


def _window(shares: Sequence[float], words: Sequence[AlignedWord], bounds: Span) -> Span | None:
    """The stretch of words with the most attention to spare; None if such a word is elsewhere, or another inside."""
    gains = [share - _SURE if word.wordy else 0.0 for share, word in zip(shares, words, strict=True)]
    best, found = 0.0, None
    for start in range(*bounds):
        total = 0.0
        for end in range(start, bounds[1]):
            total += gains[end]
            if total > best and words[start].wordy and words[end].wordy:
                best, found = total, (start, end + 1)
    if found is None:
        return None
    outside = [gain for at, gain in enumerate(gains) if not found[0] <= at < found[1]]
    inside = [share for share, word in list(zip(shares, words, strict=True))[slice(*found)] if word.wordy]
    doubtful = sum(share <= _SURE for share in inside)
    apart = any(gain > 0 for gain in outside) or min(inside) < _ELSEWHERE
    return None if apart or doubtful * 2 > len(inside) else found


def _with_mark(source: Plain, inside: Span, words: Sequence[AlignedWord], span: Span) -> Span:
    """Include the punctuation that ends the source's pair, if it follows here too: `**Stop!**`."""
    last = source.text[slice(*inside)].rstrip()[-1:]
    follows = span[1] < len(words) and not words[span[1]].spaced and words[span[1]].text == last
    return (span[0], span[1] + 1) if follows and not last.isalnum() else span


def _gap(source: Plain, pieces: Sequence[Span], words: Sequence[AlignedWord], at: int) -> int | None:
    """How many words precede a placeholder that was left out; None if its two neighbours disagree."""
    before = [number for number, piece in enumerate(pieces) if piece[1] <= at and _said(source, piece)]
    after = [number for number, piece in enumerate(pieces) if piece[0] >= at and _said(source, piece)]
    left = _ours(words, before[-1]) + 1 if before else 0
    right = _ours(words, after[0]) if after else len(words)
    return left if left == right else None


def _ours(words: Sequence[AlignedWord], piece: int) -> int:
    """The word that depends most on a piece of the source."""
    return max(range(len(words)), key=lambda at: _share(words[at], (piece,)))


def _said(source: Plain, piece: Span) -> bool:
    return bool(source.text[slice(*piece)].strip())


def _overlap(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _contains(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
