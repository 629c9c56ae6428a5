from __future__ import annotations

import pytest

from i18n.markdown.dialects import named
from i18n.message.marks import Mark, Role
from i18n.message.packed import pack
from i18n.message.pieces import cut, pieces

GFM = named("gfm")


def shape(message: str) -> list[str]:
    """Markdown that stays in quotes, pieces bare with `{1}` for marks."""
    return [repr(part) if isinstance(part, str) else _text(part.tokens) for part in cut(message, GFM) if part]


def _text(tokens: tuple[str | Mark, ...]) -> str:
    signs = {Role.OPEN: "<{}>", Role.CLOSE: "</{}>", Role.HOLD: "{{{}}}"}
    return "".join(token if isinstance(token, str) else signs[token.role].format(token.id) for token in tokens)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("words", ["words"]),
        (" words ", ["' '", "words", "' '"]),
        ("**all of it**", ["'**'", "all of it", "'**'"]),
        ("***all of it***", ["'*'", "'**'", "all of it", "'**'", "'*'"]),
        ("**some** of it", ["<1>some</1> of it"]),
        ("`make` builds it", ["{1} builds it"]),
        ("word[^1]", ["word", "'[^1]'"]),
        ("one\ntwo", ["one", "'\\n'", "two"]),
        ("**one\ntwo** x", ["<1>one{2}two</1> x"]),
        ("`code` {x}", ["'`code`'", "' '", "'{x}'"]),
        ("![a house](h.png)", ["'!['", "a house", "'](h.png)'"]),
        ("![](h.png) in it", ["'!['", "'](h.png)'", "' '", "in it"]),
        ("", []),
    ],
)
def test_what_stays_and_what_is_translated(message: str, expected: list[str]) -> None:
    assert shape(message) == expected


def test_a_description_inside_a_sentence_is_a_piece_of_its_own() -> None:
    found = list(pieces(cut("see ![a house](h.png) there", GFM)))
    assert [_text(piece.tokens) for piece in found] == ["see {1} there", "a house"]


def test_a_short_ending_is_taken_into_the_pair() -> None:
    (piece,) = pieces(cut("the [file](x)s here", GFM))
    assert _text(piece.tokens) == "the <1>files</1> here"
    assert not piece.flaw


@pytest.mark.parametrize("message", ["un**believ**able", "re*do* it", "**F**amily"])
def test_markup_inside_a_word_cannot_be_translated(message: str) -> None:
    (piece,) = pieces(cut(message, GFM))
    assert piece.flaw == "markup begins or ends inside a word"


def test_markup_inside_text_without_spaces_can() -> None:
    (piece,) = pieces(cut("東京**大学**の", GFM))
    assert not piece.flaw
    assert pack(piece.tokens).startswith("東京")
