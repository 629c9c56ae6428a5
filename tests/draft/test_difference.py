from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.many.difference import difference


def test_what_is_gone_and_what_is_new_are_marked() -> None:
    before = "Repairs stay in the village."
    assert difference(before, "Repairs stay in the village itself.") == "… the village{+ itself+}."
    assert difference(before, "Repairs in the village.") == "Repairs[- stay-] in the…"
    assert difference("a red house", "a blue house") == "a [-red-]{+blue+} house"
    assert difference("February 7", "March 17") == "[-February-]{+March+} [-7-]{+17+}"


def test_equal_text_is_cut_short_between_differences_too() -> None:
    before = "one old bridge over the wide river in the north of one country"
    after = "one new bridge over the wide river in the north of two country"
    assert difference(before, after) == "one [-old-]{+new+} bridge over…north of [-one-]{+two+} country"


def test_white_space_alone_is_no_difference() -> None:
    assert difference("a\nhouse", "a house") == ""
    assert difference("a  house", "a\thouse") == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_is_one_line(before: str, after: str) -> None:
    assert len(difference(before, after).splitlines()) <= 1


@given(st.lists(st.sampled_from(["red", "blue", "house", "the", " ", ","]), max_size=6))
def test_of_a_short_text_nothing_is_lost(words: list[str]) -> None:
    after = "".join(words)
    told = difference("the red house", after)
    kept = regex.sub(r"\[-.*?-\]|\{\+|\+\}", "", told)
    assert not told or "…" in told or kept.split() == after.split()
