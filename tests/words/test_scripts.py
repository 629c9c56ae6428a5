"""One definition of each set of scripts, for all who ask."""

from __future__ import annotations

import pytest
import regex

from i18n.words import letters, scripts

KOREAN, JAPANESE, CHINESE, BOPOMOFO = "를", "を", "語", "ㄅ"
SOUTHEAST = "ก", "ກ", "ក", "က", "ཀ", "ꦏ"
SPACED = "a", "ß", "я", "ك", "ש", "क", "_", "7", "٧"


def join(letter: str) -> bool:
    return regex.match(scripts.JOINING, letter, regex.VERSION1) is not None


def part(letter: str) -> bool:
    return regex.match(scripts.PARTED, letter, regex.VERSION1) is not None


@pytest.mark.parametrize("letter", [JAPANESE, CHINESE, BOPOMOFO, *SOUTHEAST])
def test_scripts_without_spaces_show_no_ends_of_words(letter: str) -> None:
    assert letters.SPACELESS_LETTER.match(letter)
    assert letters.GLUING_LETTER.match(letter)
    assert not join(letter)
    assert not part(letter)


def test_korean_has_spaces_and_glues_particles() -> None:
    assert join(KOREAN)
    assert letters.GLUING_LETTER.match(KOREAN)
    assert not letters.SPACELESS_LETTER.match(KOREAN)
    assert not part(KOREAN)


@pytest.mark.parametrize("letter", SPACED)
def test_other_scripts_part_words_by_spaces(letter: str) -> None:
    assert join(letter)
    assert part(letter)
    assert not letters.GLUING_LETTER.match(letter)


def test_where_a_line_may_end_without_a_space() -> None:
    assert all(map(letters.BREAKABLE_LETTER.match, SOUTHEAST))
    assert not any(map(letters.BREAKABLE_LETTER.match, (KOREAN, JAPANESE, CHINESE, *SPACED)))


@pytest.mark.parametrize(
    ("script", "letter", "other"),
    [("Jpan", "カ", "가"), ("Kore", "漢", "を"), ("Hans", "漢", "を"), ("Aran", "ک", "क"), ("Cyrl", "я", "a")],
)
def test_letters_of_a_script(script: str, letter: str, other: str) -> None:
    assert regex.match(f"[{scripts.letters(script)}]", letter)
    assert not regex.match(f"[{scripts.letters(script)}]", other)
