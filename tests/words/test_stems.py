"""Forms of a word, and what is written close to one."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.words import stems

LANGUAGES = st.sampled_from(["ar", "de", "es", "ko", "pt", "ru", "xx", ""])


@given(st.text(max_size=30))
def test_a_bare_text_stays_as_it_is(text: str) -> None:
    assert stems.bare(stems.bare(text)) == stems.bare(text)


@given(st.text(st.characters(categories=["L", "Mn"]), min_size=1, max_size=12), LANGUAGES)
def test_each_word_is_a_form_of_itself(word: str, language: str) -> None:
    assert stems.same(word, word, language)
    assert stems.same(word.upper(), word, language) or stems.bare(word.upper()) != stems.bare(word)


@pytest.mark.parametrize(
    ("word", "bare"), [("والصندوق", "صندوق"), ("بالقارب", "قارب"), ("للقارب", "قارب"), ("ولد", "ولد"), ("كتاب", "كتاب")]
)
def test_what_arabic_writes_before_a_noun(word: str, bare: str) -> None:
    assert bare in stems.unprefixed(word)


@pytest.mark.parametrize(
    ("word", "bare"), [("홀렌은", "홀렌"), ("홀렌에게서", "홀렌"), ("홀렌", "홀렌"), ("집은", "집은")]
)
def test_what_korean_writes_after_a_name(word: str, bare: str) -> None:
    assert stems.unparticled(word) == bare


@pytest.mark.parametrize(("one", "other"), [("صندوق", "صناديق"), ("سجل", "سجلّ"), ("كتاب", "كتب"), ("طريق", "طرق")])
def test_the_consonants_of_an_arabic_plural(one: str, other: str) -> None:
    assert stems.skeleton(one) == stems.skeleton(other) != ""


@pytest.mark.skipif(importlib.util.find_spec("Stemmer") is None, reason="PyStemmer is not installed")
@pytest.mark.parametrize(
    ("word", "form", "language", "same"),
    [
        ("Kühlschränken", "Kühlschrank", "de", True),
        ("neveras", "nevera", "es", True),
        ("registra", "registro", "es", False),
        ("geladeiras", "geladeira", "pt", True),
        ("холодильнике", "холодильник", "ru", True),
        ("ab", "aber", "de", False),
        ("neveras", "nevera", "xx", False),
    ],
)
def test_forms(word: str, form: str, language: str, same: bool) -> None:
    assert stems.same(word, form, language) == same
