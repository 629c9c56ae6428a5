"""What does an article become when some of its spans are replaced? The only rewriting primitive."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.span import ArticleBytes, Span


class Edit(NamedTuple):
    """New bytes for a span of the old ones. A tuple, as pages have thousands."""

    span: Span[ArticleBytes]
    data: bytes


def insertion(position: int, data: bytes) -> Edit:
    """Put bytes before the one at `position`."""
    return Edit(Span(position, position), data)


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new bytes, and where each edit landed in them."""

    data: bytes
    starts: tuple[int, ...]
    """First byte of each edit in `data`, ascending."""

    def edit_at(self, position: int) -> int:
        """Index of the last edit that begins at or before `position`; -1 when there is none."""
        return bisect.bisect_right(self.starts, position) - 1


def splice(data: bytes, edits: Sequence[Edit]) -> Spliced:
    """Replace the spans, which ascend and do not overlap; all other bytes are copied.

    Raises `ValueError` when they are out of order or overlap.
    """
    pieces: list[bytes] = []
    starts: list[int] = []
    at = length = 0
    for edit in edits:
        start, end = edit.span
        if start < at or end < start:
            raise ValueError(f"edit at {start}-{end} overlaps what was copied up to {at}")
        pieces += [data[at:start], edit.data]
        length += start - at
        starts.append(length)
        length += len(edit.data)
        at = end
    pieces.append(data[at:])
    return Spliced(b"".join(pieces), tuple(starts))
