"""Where does a message stand? Between the same two neighbours in the old order and in the new one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands in both orders between two neighbours that are the same; indexes into the sequences."""

    old: range
    new: range


def gaps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Gap]:
    """Align two sequences of unique items and return what lies between the items of their longest common subsequence.

    n log n in the number of items, as each stands at most once in each sequence. Gaps come in order; those without
    items on either side are left out.
    """
    position = {item: index for index, item in enumerate(old)}
    common = [(position[item], index) for index, item in enumerate(new) if item in position]
    anchors = [common[index] for index in _longest_rising([place for place, _ in common])]
    found = []
    old_start = new_start = 0
    for old_end, new_end in (*anchors, (len(old), len(new))):
        if old_start < old_end or new_start < new_end:
            found.append(Gap(range(old_start, old_end), range(new_start, new_end)))
        old_start, new_start = old_end + 1, new_end + 1
    return found


def _longest_rising(numbers: list[int]) -> list[int]:
    """Indexes of a longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []  # smallest last number of a rising subsequence of each length
    ends: list[int] = []  # where that number stands
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[length] = number
            ends[length] = index
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
