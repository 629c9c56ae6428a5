"""A name in one spelling within a catalog, and words that only look like one."""

from __future__ import annotations

import pytest

from i18n.check.spelling import spelled
from i18n.model import Unit


def found(locale: str, *pairs: tuple[str, str], source: str = "en") -> list[tuple[str, str, int]]:
    units = [Unit(msgid, msgstr, line=10 * at) for at, (msgid, msgstr) in enumerate(pairs, 1)]
    return [(each.form, each.usual.form, each.unit.line) for each in spelled(units, locale, source).otherwise]


HOLLEN = ("We met Hollen today.", "The boat of Hollen is old.", "Then Hollen laughed.", "Nobody saw Hollen again.")


@pytest.mark.parametrize(
    ("locale", "texts", "expected"),
    [
        (
            "ar",
            ("قابلنا هولن اليوم.", "قارب هولن قديم.", "ثم ضحك هولين.", "لم يرَ أحد هولن بعدها."),
            ("هولين", "هولن", 30),
        ),
        ("ar", ("قابلنا هولن اليوم.", "قارب هولن قديم.", "وهولن ضحك.", "ذهب الناس لهوفن."), ("هوفن", "هولن", 40)),
        (
            "ru",
            ("Мы видели Холлен.", "Лодка Холлен стара.", "Тут Холлен смеялся.", "Никто не видел Холен."),
            ("Холен", "Холлен", 40),
        ),
        (
            "ko",
            ("홀렌을 만났다.", "홀렌의 배는 낡았다.", "그러자 홀랜이 웃었다.", "아무도 홀렌을 못 봤다."),
            ("홀랜", "홀렌", 30),
        ),
        (
            "de",
            ("Wir trafen Hollen.", "Hollens Boot ist alt.", "Da lachte Hollen.", "Niemand sah Holken."),
            ("Holken", "Hollen", 40),
        ),
        (
            "uk",
            ("Ми бачили Голлен.", "Човен Голлен старий.", "Тут Гоплен сміявся.", "Голлен зник."),
            ("Гоплен", "Голлен", 30),
        ),
    ],
)
def test_another_spelling(locale: str, texts: tuple[str, ...], expected: tuple[str, str, int]) -> None:
    assert found(locale, *zip(HOLLEN, texts, strict=True)) == [expected]


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        ("ar", ("قابلنا هولن اليوم.", "قارب هولن قديم.", "ثم ضحك هولن.", "لم يرَ أحد هولن بعدها.")),
        ("ar", ("قابلنا هولن اليوم.", "وهولن قديم.", "ثم ضحك بهولن.", "لهولن قارب.")),
        ("ru", ("Мы видели Холлена.", "Лодка Холлена стара.", "Тут Холлен смеялся.", "Дали Холлену хлеб.")),
        ("ko", ("홀렌을 만났다.", "홀렌의 배는 낡았다.", "그러자 홀렌이 웃었다.", "홀렌에게서 들었다.")),
        ("de", ("Wir trafen Hollen.", "Hollens Boot ist alt.", "Da lachte Hollen.", "Niemand sah ihn.")),
        ("de", ("Wir trafen Hollen.", "Hollens Boot ist alt.", "Da lachte Hollen.", "Niemand sah Hollens Hallen.")),
        ("fi", ("Tapasimme Hollenin.", "Hollenin vene on vanha.", "Sitten Hollen nauroi.", "Hollenia ei nähty.")),
        ("tr", ("Hollen'i gördük.", "Hollen'in teknesi eski.", "Hollen güldü.", "Hollen'e kimse gelmedi.")),
        ("es", ("Vimos a Hollen.", "El barco de Hollen.", "Hollen rio.", "Nadie lo vio.")),
        ("ja", ("ホレンに会った。", "ホレンの船は古い。", "ホレンは笑った。", "誰もホレンを見なかった。")),
    ],
)
def test_one_spelling_with_its_endings(locale: str, texts: tuple[str, ...]) -> None:
    assert found(locale, *zip(HOLLEN, texts, strict=True)) == []


def test_words_that_are_no_names() -> None:
    monday = [(f"{word} on Monday at noon.", f"{word} en lunes") for word in ("Come", "Go")]
    assert found("es", *monday, ("Closed on Monday now.", "Cerrado en lumes")) == []
    small = [("Ask the Guide today.", "гид там"), ("Ask a Guide here.", "гид тут"), ("See the Guide.", "гад тут")]
    assert found("ru", *small, ("a guide", "гид")) == []
    assert found("ar", *zip(HOLLEN[:2], ("قابلنا هولن", "قارب هولين"), strict=True)) == []


def test_two_names_that_are_alike() -> None:
    pairs = [
        ("We met Hollen here.", "Мы видели Холлен."),
        ("We left Hollen here.", "Мы оставили Холлен."),
        ("We lost Hollen here.", "Мы потеряли Холлен."),
        ("We met Holden and Hollen.", "Мы видели Холден и его."),
        ("We left Holden here.", "Мы оставили Холден."),
        ("We lost Holden here.", "Мы потеряли Холден."),
    ]
    assert found("ru", *pairs) == []


def test_fuzzy_and_obsolete_messages_and_other_scripts_say_nothing() -> None:
    units = [Unit(msgid, "هولن") for msgid in HOLLEN[:3]]
    for other in (Unit(HOLLEN[3], "هولين", fuzzy=True), Unit(HOLLEN[3], "هولين", obsolete=True), Unit(HOLLEN[3], "")):
        assert not spelled([*units, other], "ar", "en").otherwise
    assert spelled([*units, Unit(HOLLEN[3], "هولين")], "ar", "en").otherwise
    assert not spelled([*units, Unit(HOLLEN[3], "هولين")], "ar", "ru").otherwise
    assert not spelled([*units, Unit(HOLLEN[3], "هولين")], "ar", "de").otherwise
