"""Does a translation follow the terms?"""

from __future__ import annotations

import importlib.util

import pytest

from i18n.memory.glossary import Lapse, Status, Term, lapses
from i18n.words import stems

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


RIGHT = [
    ("de", "Kühlbox", "Beide Kühlboxen bleiben zu."),
    ("de", "Kühlbox", "Stellen Sie die Kühl- und Packboxen in den Schatten."),
    ("de", "Kühlbox", "Eine Kühl-Box aus Kork"),
    ("de", "Erntebuch", "die Ernte- und Wetterbücher des Dorfes"),
    ("de", "Erntebuch", "in den **Ernte**büchern"),
    ("de", "Fähre", "an der Fähranlegestelle"),
    ("es", "registro de cosecha", "los registros de la cosecha"),
    ("es", "caja fría", "dos cajas muy frías"),
    ("pt-BR", "papel", "os papéis"),
    ("pt-BR", "balsa", "nas balsas"),
    ("fr", "bateau", "les bateaux"),
    ("ru", "колодец", "у колодцев"),
    ("ko", "보냉 상자", "보냉상자를 닫으십시오."),
    ("ko", "수확 일지", "수확일지는 7년 동안 보관합니다."),
    ("ko", "연락선", "연락선에서"),
    ("ar", "صندوق تبريد", "أغلق صناديق التبريد"),
    ("ar", "صندوق تبريد", "وبالصندوق المخصص للتبريد"),
    ("ar", "عبّارة", "على متن العبّارات"),
    ("ar", "عبّارة", "عبّارتنا قديمة"),
    ("ar", "سجل الحصاد", "في سجلات حصاد القرية"),
    ("ar", "كتاب", "ثلاثة كتب"),
    ("zh-Hans", "渡船", "两艘渡船"),
]


@pytest.mark.parametrize(("locale", "target", "translation"), RIGHT)
def test_forms_of_an_approved_term(locale: str, target: str, translation: str) -> None:
    assert not list(lapses([Term("x", target)], translation, locale))


WRONG = [
    ("de", "Kühlbox", "Der Kühlschrank bleibt zu."),
    ("de", "Kühlbox", "Stellen Sie die Kühl- und Gefrierschränke in den Schatten."),
    ("de", "Erntebuch", "die Wetterbücher"),
    ("es", "caja fría", "la nevera portátil"),
    ("pt-BR", "registro da colheita", "o caderno da safra"),
    ("ru", "колодец", "у источников"),
    ("ko", "보냉 상자", "냉장고를 닫으십시오."),
    ("ko", "연락선", "유람선은 다니지 않습니다."),
    ("ar", "صندوق تبريد", "أغلق الثلاجة"),
    ("ar", "عبّارة", "سارت السفينة عبر البحيرة"),
    ("ar", "كتاب", "ثلاث صحف"),
    ("zh-Hans", "渡船", "两艘轮船"),
]


@pytest.mark.parametrize(("locale", "target", "translation"), WRONG)
def test_another_word_in_any_language(locale: str, target: str, translation: str) -> None:
    assert [one.lapse for one in lapses([Term("x", target)], translation, locale)] == [Lapse.MISSING]


def test_a_glossary_may_list_forms_that_no_rule_tells() -> None:
    term = Term("woman", "امرأة", forms=("نساء", "نسوة"))
    assert not list(lapses([term], "ثلاث نساء", "ar"))
    assert not list(lapses([Term("foot", "pie", forms=("pata",))], "las patas", "es"))
    assert [one.lapse for one in lapses([term], "ثلاثة رجال", "ar")] == [Lapse.MISSING]
    forbidden = Term("", "ratón", FORBIDDEN, forms=("ratones",))
    assert [one.lapse for one in lapses([forbidden], "dos ratones", "es")] == [Lapse.FORBIDDEN]


INFLECTED = [
    ("de", "Kühlschrank", "die Tür des Kühlschranks", True),
    ("de", "Kühlschrank", "in Kühlschränken", True),
    ("de", "Bohrung", "wir bohren hier", False),
    ("es", "nevera", "las neveras", True),
    ("es", "registro", "quien registra los pesos", False),
    ("es", "caja fuerte", "dos cajas fuertes", True),
    ("pt-BR", "geladeira", "três geladeiras", True),
    ("pt-BR", "geladeira", "a água está gelada", False),
    ("ar", "ثلاجة", "أغلق الثلاجات", True),
    ("ar", "ثلاجة", "الثلج على الجبل", False),
    ("ru", "холодильник", "в холодильнике", True),
    ("ru", "холодильник", "холодная вода", False),
]


@pytest.mark.skipif(importlib.util.find_spec("Stemmer") is None, reason="PyStemmer is not installed")
@pytest.mark.parametrize(("locale", "target", "translation", "used"), INFLECTED)
def test_a_forbidden_term_in_another_form(locale: str, target: str, translation: str, used: bool) -> None:
    found = [one.lapse for one in lapses([Term("x", target, FORBIDDEN)], translation, locale)]
    assert found == [Lapse.FORBIDDEN] * used


@pytest.mark.parametrize("locale", ["de", "es", "ar", "ru", "ko", "xx"])
def test_forms_without_the_extra(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "_stemmer", lambda _: None)
    assert not list(lapses([Term("x", "Bohrloch", FORBIDDEN)], "in Bohrlöchern", locale))
    assert list(lapses([Term("x", "Bohrloch", FORBIDDEN)], "ein Bohrloch", locale))
    assert bool(list(lapses([Term("x", "ثلاجة", FORBIDDEN)], "أغلق الثلاجة", locale))) == (locale == "ar")


def test_a_forbidden_word_may_translate_another_word() -> None:
    terms = [Term("cold box", "Kühlbox"), Term("cold box", "Kühlschrank", FORBIDDEN)]
    assert not list(lapses(terms, "Eine Kühlbox ist kein Kühlschrank.", "de", "A cold box is no refrigerator."))
    (found,) = lapses(
        terms, "Auf die Kühlbox, zu den Kühlschrank.", "de", "Open one cold box, shut the other cold box."
    )
    assert found.lapse is Lapse.FORBIDDEN


@pytest.mark.parametrize(
    "translation", ["Die Field-Notes-Redaktion", "Field **Notes**", "Field\u00a0Notes", "*Field Notes*"]
)
def test_a_name_that_is_kept_may_be_joined_and_marked(translation: str) -> None:
    assert not list(lapses([Term("Field Notes", "Field Notes", KEPT)], translation, "de"))
