"""Whatever a model looks at, its words stay, and every mark is there once and nested, or there is no translation."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.engines.ctranslate2.alignment import GAPS, WORDS, AlignedWord, Span, marked, plain
from i18n.message.marks import Mark, Role, Token
from tests.message.marks import close_mark, hold_mark, open_mark

SOURCES: tuple[tuple[Token, ...], ...] = (
    ("one two ", open_mark(1), "three", close_mark(1), " four."),
    (
        open_mark(1),
        "one ",
        open_mark(2),
        "two",
        close_mark(2),
        close_mark(1),
        " three ",
        open_mark(3),
        "four",
        close_mark(3),
    ),
    ("one ", hold_mark(1), " two ", open_mark(2), "three", close_mark(2), hold_mark(3), ", four"),
    (hold_mark(1), " one two, ", open_mark(2), "three!", close_mark(2)),
)


def pieces(text: str) -> list[Span]:
    """Words of a text, with the space before each."""
    starts = [0, *(at for at, character in enumerate(text) if character == " " and at), len(text)]
    return [(start, end) for start, end in itertools.pairwise(starts) if start < end]


@st.composite
def translations(draw: st.DrawFn) -> tuple[tuple[Token, ...], str, tuple[AlignedWord, ...]]:
    source = draw(st.sampled_from(SOURCES))
    way = draw(st.sampled_from((WORDS, GAPS)))
    written = plain(source, way)
    count = len(pieces(written.text))
    looks = st.lists(st.sampled_from((0.0, 0.1, 0.4, 1.0)), min_size=count, max_size=count).map(tuple)
    said = st.sampled_from(("uno", "dos", ".", "tres", "“", "XQ1S", "XQ3S"))
    words = draw(st.lists(st.builds(AlignedWord, said, st.booleans(), looks), min_size=1, max_size=8))
    return source, way, tuple(words)


@given(translations())
def test_marks_are_whole_and_words_stay(translation: tuple[tuple[Token, ...], str, tuple[AlignedWord, ...]]) -> None:
    source, way, words = translation
    written = plain(source, way)
    tokens = marked(written, pieces(written.text), words)
    if tokens is None:
        return
    assert Counter(of_pairs(tokens)) == Counter(of_pairs(source))
    opened: list[int] = []
    for token in of_pairs(tokens):
        if token.role is Role.OPEN:
            opened.append(token.id)
        else:
            assert opened.pop() == token.id
    # A word that stands for a placeholder is one, even where the model made it up: the gate counts them.
    expected = re.sub(r"XQ\d+S", "", "".join(word.text for word in words))
    assert "".join(token for token in tokens if isinstance(token, str)).replace(" ", "") == expected


def of_pairs(tokens: tuple[Token, ...]) -> list[Mark]:
    return [token for token in tokens if isinstance(token, Mark) and token.role is not Role.HOLD]
