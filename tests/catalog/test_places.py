from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from i18n.catalog.places import Gap, gaps


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("abc", "axc", [("b", "x")]),
        ("abc", "ac", [("b", "")]),
        ("ac", "abc", [("", "b")]),
        ("abc", "xyz", [("abc", "xyz")]),
        ("abcd", "dabc", [("", "d"), ("d", "")]),
        ("abcde", "axcdy", [("b", "x"), ("e", "y")]),
        ("bacd", "xabcd", [("", "xa"), ("a", "")]),
    ],
)
def test_gaps_lie_between_the_neighbours_that_stayed(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [
        (old[gap.old.start : gap.old.stop], new[gap.new.start : gap.new.stop]) for gap in gaps(old, new)
    ] == expected


orders = st.lists(st.integers(0, 30), unique=True, max_size=20)


@given(orders, orders)
def test_as_many_stay_as_can(old: list[int], new: list[int]) -> None:
    found = gaps(old, new)
    inside = {old[at] for gap in found for at in gap.old}, {new[at] for gap in found for at in gap.new}
    stayed = [item for item in old if item not in inside[0]]
    assert stayed == [item for item in new if item not in inside[1]]
    assert len(stayed) == LCSseq.similarity(old, new)


@given(orders, orders)
def test_gaps_come_in_order_and_are_apart(old: list[int], new: list[int]) -> None:
    before = Gap(range(-1, -1), range(-1, -1))
    for gap in gaps(old, new):
        assert gap.old or gap.new
        assert before.old.stop < gap.old.start or before.old.stop == -1
        assert before.new.stop < gap.new.start or before.new.stop == -1
        before = gap
