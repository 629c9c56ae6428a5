from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.splice import Edit, splice
from i18n.span import Span


def test_edits_replace_their_spans() -> None:
    spliced = splice(
        b"one two three",
        [Edit(Span(0, 3), b"1"), Edit(Span(4, 7), b""), Edit(Span(8, 8), b"<"), Edit(Span(8, 13), b"drei")],
    )
    assert spliced.data == b"1  <drei"
    assert spliced.starts == (0, 2, 3, 4)


def test_which_edit_a_byte_belongs_to() -> None:
    spliced = splice(b"abcdef", [Edit(Span(1, 2), b"XYZ"), Edit(Span(4, 5), b"")])
    assert [spliced.edit_at(position) for position in range(7)] == [-1, 0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(2, 4), b""), Edit(Span(3, 5), b"")],
        [Edit(Span(3, 2), b"")],
        [Edit(Span(4, 5), b""), Edit(Span(1, 2), b"")],
    ],
)
def test_edits_that_overlap_or_go_back_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        splice(b"abcdef", edits)


@given(st.binary(max_size=50), st.lists(st.integers(0, 50), max_size=10).map(sorted))
def test_replacing_spans_by_themselves_changes_nothing(data: bytes, cuts: list[int]) -> None:
    bounds = [min(cut, len(data)) for cut in cuts]
    edits = [Edit(Span(a, b), data[a:b]) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    assert splice(data, edits).data == data
