from __future__ import annotations

import pytest

from i18n.words import index
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
        ("サーバー", {"サー", "ーバ", "バー"}),
        ("บ่อน้ำ", {"บ่", "่อ", "อน", "น้", "้ำ"}),
        ("Колодец 村", {"колодец", "村"}),
        ("कुआँ सूखा", {"कुआँ", "सूखा"}),
        ("e\u0301té ⚠\ufe0fGo", {"e\u0301té", "go"}),
        ("… – !", set()),
        ("", set()),
    ],
)
def test_a_text_is_found_by_its_words_and_by_pairs_of_characters_where_no_space_parts_words(
    text: str, expected: set[str]
) -> None:
    assert terms(text) == expected


def test_the_quick_patterns_find_what_the_full_ones_find() -> None:
    plain = [letter for letter in map(chr, range(0x110000)) if index._PLAIN.fullmatch(letter)]
    text = "".join(f"{letter} a{letter} 村{letter}b {letter}{letter}水{letter}\n" for letter in plain)
    quick, full = index._PLAIN_PATTERNS, index._patterns_of_any_script()
    assert len(plain) > 40_000
    assert [pattern.findall(text) for pattern in quick] == [pattern.findall(text) for pattern in full]


def test_the_texts_that_share_the_most_words_are_found() -> None:
    known = WordIndex(["the well is dry", "the road is long", "the well is deep and dry", "no word of it"])
    assert set(known.sharing("the well was dry", 2)) == {0, 2}


def test_a_text_without_a_known_word_finds_nothing() -> None:
    assert WordIndex(["the well is dry"]).sharing("einsam", 5) == []
    assert WordIndex([]).sharing("the well", 5) == []


@pytest.mark.parametrize("near", [0, 40, 4_999])
def test_of_texts_that_are_all_alike_those_nearby_are_found(near: int) -> None:
    known = WordIndex(["the elders said"] * 5_000)
    assert all(abs(number - near) <= 10 for number in known.sharing("the elders met", 10, near))


def test_a_rare_word_counts_before_common_ones() -> None:
    texts = ["the elders of the village"] * 5_000
    texts[4_321] = "the drought of the village"
    assert index_of_best(texts, "a drought in the village") == 4_321


def index_of_best(texts: list[str], text: str) -> int:
    [found] = WordIndex(texts).sharing(text, 1)
    return found
