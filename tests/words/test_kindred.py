"""Words that a text and its translation share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.words.kindred import shared, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Run `quill init` on port 8,080.", ["run", "`quill init", "port", "8080"]),
        ("الجزء ١٢", ["الجزء", "12"]),
        ("Quillpress를 3개", ["quillpress", "3"]),
        ("the of and is", []),
        ("3.5 and 3,5", ["35", "35"]),
        ("٣٤", ["34"]),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("one", "other"), [("list", "liste"), ("music", "musica"), ("history", "historia"), ("12", "12")]
)
def test_words_of_two_languages(one: str, other: str) -> None:
    assert shared([one], {other}) == [one]


@pytest.mark.parametrize(("one", "other"), [("rest", "restaurant"), ("12", "120"), ("map", "mapa"), ("1234", "12345")])
def test_words_that_only_begin_alike(one: str, other: str) -> None:
    assert shared([one], {other}) == []


@given(st.text(max_size=60))
def test_any_text_has_tokens_and_shares_all_of_them_with_itself(text: str) -> None:
    assert shared(tokens(text), set(tokens(text))) == tokens(text)
