from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from i18n.draft.engines.ctranslate2.alignment import GAPS, WORDS, AlignedWord, marked, plain
from i18n.draft.engines.ctranslate2.session import _goes_on
from i18n.message.marks import Token
from tests.message.marks import close_mark, hold_mark, open_mark

O1, C1, H1 = open_mark(1), close_mark(1), hold_mark(1)
RED_HOUSE = ("the ", O1, "red house", C1, " fell")


def translated(
    source: tuple[Token, ...], *words: tuple[str, Sequence[float]], way: str = WORDS
) -> tuple[Token, ...] | None:
    written = plain(source, way)
    starts = [0, *(at for at, character in enumerate(written.text) if character == " "), len(written.text)]
    pieces = list(itertools.pairwise(starts))
    return marked(written, pieces, [AlignedWord(text, True, tuple(looks)) for text, looks in words])


def test_a_pair_goes_where_the_model_looked_at_its_words() -> None:
    words = ("la", [9, 1, 0, 0]), ("casa", [0, 1, 9, 0]), ("roja", [0, 8, 1, 1]), ("cayó", [0, 0, 1, 9])
    assert translated(RED_HOUSE, *words) == ("la ", O1, "casa roja", C1, " cayó")


def test_a_word_that_looks_everywhere_stays_within() -> None:
    words = ("la", [9, 1, 0, 0]), ("casa", [0, 1, 9, 0]), ("de", [3, 2, 2, 3]), ("rojo", [0, 8, 1, 1])
    assert translated(RED_HOUSE, *words) == ("la ", O1, "casa de rojo", C1)


@pytest.mark.parametrize(
    "words",
    [
        [("casa", [0, 1, 9, 0]), ("la", [9, 1, 0, 0]), ("roja", [0, 8, 1, 1])],  # a stranger within
        [("casa", [0, 1, 9, 0]), ("cayó", [0, 0, 0, 9]), ("la", [9, 0, 0, 0]), ("roja", [0, 8, 1, 1])],  # apart
        [("la", [9, 1, 0, 0]), ("cayó", [0, 0, 0, 9])],  # lost
        [("todo", [3, 2, 2, 3]), ("eso", [3, 2, 2, 3])],  # nowhere in particular
    ],
)
def test_where_the_place_is_in_doubt_there_is_no_translation(words: list[tuple[str, Sequence[float]]]) -> None:
    assert translated(RED_HOUSE, *words) is None


def test_what_was_left_out_goes_between_the_words_of_its_neighbours() -> None:
    source = ("open ", H1, " now")
    assert translated(source, ("abre", [9, 0]), ("ya", [0, 9]), way=GAPS) == ("abre", H1, " ya")
    assert translated(source, ("ya", [0, 9]), ("abre", [9, 0]), way=GAPS) is None


@pytest.mark.parametrize(
    ("word", "piece", "expected"),
    [
        (["▁ca"], "sa", True),
        (["▁casa"], "▁roja", False),
        (["▁casa"], ".", False),
        (["▁"], "casa", True),
        (["▁XQ"], "1", True),
        (["▁“"], "casa", False),
        (["▁红"], "房子", False),
        (["▁XQ1S"], "房子", False),
        (["▁집"], "은", True),
        (["▁", "<0xF0>"], "<0x9F>", True),
    ],
)
def test_where_a_word_ends(word: list[str], piece: str, *, expected: bool) -> None:
    assert _goes_on(word, piece) is expected
