"""Does a translation follow the terms?"""

from __future__ import annotations

import pytest

from i18n.memory.glossary import Lapse, Status, Term, lapses

FORBIDDEN, KEPT = Status.FORBIDDEN, Status.DO_NOT_TRANSLATE


@pytest.mark.parametrize(
    ("target", "translation"),
    [
        ("Brunnen", "neun Brunnen"),
        ("Brunnen", "des Trinkwasserbrunnens"),
        ("Haus", "die Häuser"),
        ("pozo", "los pozos"),
        ("dispositivo médico", "Los dispositivos médicos"),
        ("caja de frío", "La caja del frío"),
        ("우물", "우물을 팠다"),
        ("بئر", "البِئْر"),
        ("井戸", "新しい井戸を"),
        ("колодец", "КОЛОДЕЦ"),
    ],
)
def test_an_approved_term_may_be_inflected(target: str, translation: str) -> None:
    assert not list(lapses([Term("x", target)], translation))


@pytest.mark.parametrize(
    ("target", "translation"),
    [("Brunnen", "neun Quellen"), ("cold box", "the box"), ("우물", "샘물"), ("井戸", "泉")],
)
def test_another_word_is_noticed(target: str, translation: str) -> None:
    term = Term("x", target)
    (found,) = lapses([term], translation)
    assert (found.lapse, found.terms) == (Lapse.MISSING, (term,))


def test_one_of_several_approved_terms_is_enough() -> None:
    choices = [Term("well", "pozo"), Term("well", "aljibe")]
    assert not list(lapses(choices, "un aljibe"))
    (found,) = lapses(choices, "una fuente")
    assert found.terms == tuple(choices)


@pytest.mark.parametrize(
    ("target", "translation", "used"),
    [
        ("Bohrloch", "ein Bohrloch hier", True),
        ("Bohrloch", "ein BOHRLOCH", False),
        ("loch", "ein Loch", True),
        ("loch", "ein Bohrloch", False),
        ("샘", "샘을 팠다", True),
        ("pozo", "un pozo", True),
        ("pozo", "pozole", False),
    ],
)
def test_a_forbidden_term_is_one_as_whole_words(target: str, translation: str, used: bool) -> None:
    found = [one.lapse for one in lapses([Term("x", target, FORBIDDEN)], translation)]
    assert found == [Lapse.FORBIDDEN] * used


def test_a_part_of_an_approved_term_is_not_forbidden() -> None:
    terms = [Term("borehole", "pozo perforado"), Term("borehole", "pozo", FORBIDDEN)]
    assert not list(lapses(terms, "Un Pozo perforado"))
    assert [one.lapse for one in lapses(terms, "Un pozo perforado y un pozo")] == [Lapse.FORBIDDEN]


def test_what_is_not_translated_stays_as_it_is() -> None:
    term = Term("Field Notes", "Field Notes", KEPT)
    assert not list(lapses([term], "Lee Field Notes"))
    assert not list(lapses([Term("Signal", "Signal", KEPT)], "Signal을 연다"))
    assert [one.lapse for one in lapses([term], "Lee Notas de campo")] == [Lapse.CHANGED]
    assert [one.lapse for one in lapses([term], "Lee field notes")] == [Lapse.CHANGED]
