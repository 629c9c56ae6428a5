"""What is put right without a guess, and what is left to the next attempt."""

from __future__ import annotations

import pytest

from i18n.draft.one.repair import repaired
from i18n.message.marks import Token
from tests.message.marks import close_mark, hold_mark, open_mark

O1, C1, O2, C2, H1, H2, H3, O7, C7, H7 = (
    open_mark(1), close_mark(1), open_mark(2), close_mark(2), hold_mark(1), hold_mark(2), hold_mark(3),
    open_mark(7), close_mark(7), hold_mark(7),
)  # fmt: skip

Tokens = tuple[Token, ...]


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        (("run ", H1, " now"), ("corre ", H1, " ", H1, " ya"), ("corre ", H1, " ", " ya")),
        (("a ", O1, "b", C1), ("a ", O1, O1, "b", C1), ("a ", O1, "b", C1)),
        (("a ", O1, "b", C1), (O1, C1, "a ", O1, "b", C1), ("a ", O1, "b", C1)),
        (("run ", H1), ("corre ", H7), ("corre ", H1)),
        (("a ", O1, "b", C1, H2), ("a ", O7, "b", C7, H2), ("a ", O1, "b", C1, H2)),
        (("a ", O1, "b", C1), ("a ", O1, "b", C7), ("a ", O1, "b", C1)),
        ((O1, "a", O2, "b", C2, C1, "c"), (O1, "a", O2, "b", C1, C2, "c"), (O1, "a", O2, "b", C2, C1, "c")),
        ((O1, "a", C1, O2, "b", C2), (O1, "a", O2, " ", C1, "b", C2), (O1, "a", C1, " ", O2, "b", C2)),
        (("a ", O1, "b", C1), ("a ", O1, "roja"), ("a ", O1, "roja", C1)),
        (("a ", O1, "b", C1, "."), ("a ", O1, " roja. "), ("a ", O1, " roja", C1, ". ")),
        (("a ", O1, "b", C1, " c"), ("«roja»", C1, " c"), ("«", O1, "roja»", C1, " c")),
        (("a ", O1, "b", C1, H2), ("a ", O1, "b ", H2), ("a ", O1, "b", C1, " ", H2)),
    ],
)
def test_what_has_one_right_way(source: Tokens, answer: Tokens, expected: Tokens) -> None:
    assert repaired(source, answer) == expected


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (("a ", O1, "b", C1), ("una ", O1, "casa roja")),
        (("a ", O1, "b", C1), ("una casa roja",)),
        (("run ", H1, H2), ("corre ", H1, " y ", H1)),
        (("run ", H1, " and ", H2, " x ", H3), ("corre ", H7)),
        ((O1, "a", C1, O2, "b", C2), (O1, "a", O2, "b", C1, "c", C2)),
        (("a ", O1, "b", C1), ("a", C1, "b", O1)),
        (("run ", H1), ("corre",)),
    ],
)
def test_what_would_be_a_guess_is_left(source: Tokens, answer: Tokens) -> None:
    assert repaired(source, answer) == answer


@pytest.mark.parametrize(
    "answer",
    [("una ", O1, "casa ", C1, O2, "roja", C2), (O2, "roja", C2, " ", O1, "casa", C1), (O2, O1, "x", C1, " y", C2)],
)
def test_what_is_right_stays_as_it_is(answer: Tokens) -> None:
    assert repaired(("a ", O1, "red", C1, " ", O2, "house", C2), answer) == answer
