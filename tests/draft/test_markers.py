from __future__ import annotations

import pytest

from i18n.draft.engines.markers import BRACKETS, ENCODINGS, TAGS, decode, encode, has_markers
from i18n.message.marks import Mark
from tests.message.marks import close_mark, hold_mark, open_mark

TOKENS = ("the ", open_mark(1), "red", close_mark(1), " house ", hold_mark(2), ".")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_written_is_read_again(encoding: str) -> None:
    assert decode(encode(TOKENS, encoding), encoding, TOKENS) == TOKENS


@pytest.mark.parametrize(
    ("encoding", "answer"),
    [
        (TAGS, "la < x1 > roja </ x1> casa <x2 />."),
        (TAGS, "la <X1>roja</X1> casa <X2/>."),
        (TAGS, "la ＜x1＞roja＜/x1＞ casa ＜x2/＞."),
        (TAGS, "la <x1>roja</x1> casa <x2>."),
        (BRACKETS, "la [[1]]roja[[/1]] casa [[2/]]."),
        (BRACKETS, "la [ [1] ]roja[[ /1 ]] casa [[2]]."),
        (BRACKETS, "la 【1】roja【/1】 casa 【2/】."),
    ],
)
def test_engines_may_dress_marks_in_their_own_way(encoding: str, answer: str) -> None:
    marks = [token for token in decode(answer, encoding, TOKENS) if not isinstance(token, str)]
    assert marks == [open_mark(1), close_mark(1), hold_mark(2)]


def test_entities_and_empty_pairs_are_read() -> None:
    assert decode("la &lt;x1&gt;roja&lt;/x1&gt; casa <x2></x2>.", TAGS, TOKENS) == (
        "la ", open_mark(1), "roja", close_mark(1), " casa ", hold_mark(2), ".",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("la <x7>roja</x7>", [open_mark(7), close_mark(7)]),
        ("la <x2>casa</x2>", [hold_mark(2), close_mark(2)]),
        ("la <x1/> casa", [hold_mark(1)]),
        ("la <x99999999999999999999/> casa", []),
        ("la <x0/> casa", []),
    ],
)
def test_marks_that_nobody_sent_are_noticed(answer: str, marks: list[Mark]) -> None:
    assert [token for token in decode(answer, TAGS, TOKENS) if not isinstance(token, str)] == marks


def test_text_that_looks_like_a_mark_is_noticed() -> None:
    assert has_markers("see <x1> here", TAGS)
    assert has_markers("as in [[1]]", BRACKETS)
    assert not has_markers("as in <b>, [a] or x1", TAGS)
    assert not has_markers("as in [a] or (1)", BRACKETS)
