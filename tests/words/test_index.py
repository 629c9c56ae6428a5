from __future__ import annotations

import pytest

from i18n.words.index import WordIndex, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The well, the WELL!", {"the", "well"}),
        ("don't", {"don", "t"}),
        ("Straße 12", {"straße", "12"}),
        ("村の井戸", {"村の", "の井", "井戸"}),
        ("水", {"水"}),
        ("마을에 Wasser", {"마을", "을에", "wasser"}),
        ("GNU環境", {"gnu", "環境"}),
        ("… – !", set()),
        ("", set()),
    ],
)
def test_a_text_is_found_by_its_words_and_by_pairs_of_characters_where_no_space_parts_words(
    text: str, expected: set[str]
) -> None:
    assert terms(text) == expected


def test_the_texts_that_share_the_most_words_are_found() -> None:
    index = WordIndex(["the well is dry", "the road is long", "the well is deep and dry", "no word of it"])
    assert set(index.sharing("the well was dry", 2)) == {0, 2}


def test_a_text_without_a_known_word_finds_nothing() -> None:
    assert WordIndex(["the well is dry"]).sharing("einsam", 5) == []
    assert WordIndex([]).sharing("the well", 5) == []


@pytest.mark.parametrize("near", [0, 40, 4_999])
def test_of_texts_that_are_all_alike_those_nearby_are_found(near: int) -> None:
    index = WordIndex(["the elders said"] * 5_000)
    assert all(abs(number - near) <= 10 for number in index.sharing("the elders met", 10, near))


def test_a_rare_word_counts_before_common_ones() -> None:
    texts = ["the elders of the village"] * 5_000
    texts[4_321] = "the drought of the village"
    assert index_of_best(texts, "a drought in the village") == 4_321


def index_of_best(texts: list[str], text: str) -> int:
    [found] = WordIndex(texts).sharing(text, 1)
    return found
