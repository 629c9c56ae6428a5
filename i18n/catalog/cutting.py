"""Which texts does a message hold between marks that another reading may set aside?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n.words.folding import single_spaced


@dataclass(frozen=True, slots=True)
class Cut:
    """A message or a translation, cut at its marks: a mark, a text, a mark, …, a mark."""

    texts: tuple[str, ...]
    """What stands between the marks, no white space at the ends."""
    marks: tuple[str, ...]
    """One more than texts, with the white space around them; the first and the last may be empty."""

    def is_like(self, other: Cut) -> bool:
        """Whether both have the same marks in the same order; white space in them is folded."""
        return len(self.marks) == len(other.marks) and all(
            single_spaced(one) == single_spaced(two) for one, two in zip(self.marks, other.marks, strict=True)
        )

    def folded(self) -> str:
        """The texts alone."""
        return single_spaced(" ".join(self.texts))


def cut(text: str, pattern: re.Pattern[str]) -> Cut:
    """Cut a text at the marks that a pattern finds; joined again, marks and texts are the text."""
    texts: list[str] = []
    marks, at = [""], 0
    for start, end in (*_spans(text, pattern), (len(text), len(text))):
        piece = text[at:start]
        if bare := piece.strip():
            before, _, after = piece.partition(bare)
            texts.append(bare)
            marks[-1] += before
            marks.append(after)
        else:
            marks[-1] += piece
        marks[-1] += text[start:end]
        at = end
    return Cut(tuple(texts), tuple(marks))


def _spans(text: str, pattern: re.Pattern[str], offset: int = 0) -> Iterator[tuple[int, int]]:
    """Where marks begin and end; the groups of a mark are texts, which may hold further marks."""
    for match in pattern.finditer(text):
        at = match.start()
        for group, inner in enumerate(match.groups(), 1):
            if inner is not None:
                start, end = match.span(group)
                yield offset + at, offset + start
                yield from _spans(inner, pattern, offset + start)
                at = end
        yield offset + at, offset + match.end()


def run(row: Sequence[str], start: int, text: str) -> int | None:
    """Where the run of texts ends that begins at `start` in a row and says the same as `text`; None if none does.

    All are folded.
    """
    at, rest = start, text
    while at < len(row):
        here = row[at]
        at += 1
        if here == rest:
            return at
        if not here or not rest.startswith(f"{here} "):
            return None
        rest = rest[len(here) + 1 :]
    return None
