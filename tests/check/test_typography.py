"""Spaces, dashes and marks of each language: what is wrong is said with what to write, and what is right is not."""

from __future__ import annotations

import pytest

from i18n.locales.quotations import house
from i18n.project.by_locale import PerLocale
from i18n.project.tables import Typography
from tests.check.judging import judge, settings

NARROW, NO_BREAK = "\u202f", "\u00a0"

WRONG = [
    ("fr", "Look: they are back.", "Regardez: elles sont revenues.", "“Regardez:”"),
    ("fr", "They are back!", "Elles sont revenues!", "“revenues!”"),
    ("fr", "Why?", "Pourquoi ?!", "A line may break"),
    ("fr", "One; two", f"Un ; deux{NARROW}!", "“Un ;”"),
    ("fr", "She said “yes”.", "Elle a dit «oui».", "“«oui”"),
    ("fr", "She said “yes”.", "Elle a dit « oui ».", "“« oui”"),
    ("fr-CA", "Look: there", "Regardez: là", "“Regardez:”"),
    ("es", "Only 8% of it", "Solo el 8% de ello", f"“8{NO_BREAK}%”"),
    ("de", "Only 8% of it", "Nur 8% davon", f"“8{NO_BREAK}%”"),
    ("tr", "Half, 50% that is", "Yarısı, yani 50%", "“%50”"),
    ("pt-BR", "Only 8% of it", "Só 8 % disso", "“8%”"),
    ("ko", "Only 8% of it", "그중 8 %입니다", "“8%”"),
    ("de", "at 20 °C", "bei 20°C", "“20°C”"),
    ("de", f"a sack of 20{NO_BREAK}kg", "ein Sack von 20 kg", "“20 kg”"),
    ("ru", f"about 20{NO_BREAK}% of it", "около 20 % этого", "“20 %”"),
    ("es", "“Hello,” she said.", "— Hola —dijo.", "“—Hola”"),
    ("es", "Two dogs—one blind—guard it.", "Dos perros — uno ciego — lo guardan.", "“—uno ciego—”"),
    ("es", "Two dogs—one blind—guard it.", "Dos perros—uno ciego—lo guardan.", "“ —uno ciego— ”"),
    ("de", "It holds—for now.", "Es hält—vorerst.", "“hält – vorerst”"),
    ("pt-BR", "It holds—for now.", "Aguenta—por enquanto.", "“Aguenta — por”"),
    ("el", "Who is there?", "Ποιος είναι εκεί?", "“;”"),
    ("hy", "He is here.", "Նա այստեղ է:", "“։”"),
    ("zh", "It is raining.", "正在下雨.", "“。”"),
    ("ja", "It is raining.", "雨が降っています.", "“。”"),
    ("zh", "I see...", "我明白了...", "“……”"),
    ("ja", "I see...", "なるほど...", "“…”"),
    ("hi", "This is our boat.", "यह हमारी नाव है.", "“।”"),
    ("ur", "This is our boat.", "یہ ہماری کشتی ہے.", "“۔”"),
    ("th", "The boat has come in.", "เรือเข้ามาแล้ว.", "take it out"),
    ("de", "on May 7th", "am 7th Mai", "“7.”"),
    ("es", "the 3rd house", "la 3rd casa", "“3.º”"),
    ("sw", "the 3rd house", "nyumba ya 3rd", "“3rd”"),
    ("de", "The “harbour” is full.", 'Der „Hafen" ist voll.', "“„Hafen“”"),
    ("de", "The “harbour” is full.", "Der „Hafen” ist voll.", "“„Hafen“”"),
    ("pl", "The “harbour” is full.", "Ten „port“ jest pełny.", "“„port””"),
    ("it", "The “harbour” is full.", "Il »porto« è pieno.", "“«porto»”"),
    ("pt-BR", "The “harbour” is full.", 'O “porto" está cheio.', "“porto”"),
]
RIGHT = [
    ("fr", "Look: they are back!", f"Regardez{NO_BREAK}: elles sont revenues{NARROW}!"),
    ("fr", "She said “yes”.", f"Elle a dit «{NO_BREAK}oui{NO_BREAK}»."),
    ("fr", "At 10:30, see :smile: and C: there", "À 10:30, voir :smile: et C: là"),
    ("fr", "See https://example.org/?a=1 there", "Voir https://example.org/?a=1 là"),
    ("fr", "Yes, etc.", "Oui, etc."),
    ("fr-CA", "Why? Look!", "Pourquoi? Regardez!"),
    ("fr-CH", "She said “yes”!", "Elle a dit «oui»!"),
    ("br", "Look!", "Sellit !"),
    ("es", "Only 8% of it", f"Solo el 8{NO_BREAK}% de ello"),
    ("de", "The 5% clause", "Die 5-%-Klausel"),
    ("de", "a 100%er", "ein 100%er"),
    ("tr", "50% of it", "bunun %50’si"),
    ("pt-BR", "Only 8% of it", "Só 8% disso"),
    ("ar", "Only 8% of it", "8 % فقط"),
    ("ko", "at 20 °C", "20°C에서"),
    ("ko", "at 20 °C", "20 °C에서"),
    ("de", "a sack of 20 kg", "ein Sack von 20 kg"),
    ("de", f"a sack of 20{NO_BREAK}kg", f"ein Sack von 20{NO_BREAK}kg"),
    ("de", f"of 20{NO_BREAK}kg", "von 20 großen Säcken"),
    ("es", "“Hello,” she said.", "—Hola —dijo."),
    ("es", "“Stay,” she said, “here.”", "—Quédate —dijo—, aquí."),
    ("es", "Bread – the list", "— Pan"),
    ("es", "Two dogs—one blind—guard it.", "Dos perros —uno ciego— lo guardan."),
    ("pt-BR", "“Hello,” she said.", "— Olá — disse ela."),
    ("de", "It holds—for now.", "Es hält – vorerst."),
    ("zh", "It holds—for now.", "撑得住——暂时。"),
    ("el", "Who is there?", "Ποιος είναι εκεί;"),
    ("el", "Say “what?” in English", "Πες what? στα αγγλικά"),
    ("hy", "He is here.", "Նա այստեղ է։"),
    ("zh", "Version 2.3 is out.", "2.3版已发布。"),
    ("zh", "I see...", "我明白了……"),
    ("ja", "I see...", "なるほど…"),
    ("ko", "I see...", "그렇군요..."),
    ("hi", "This is our boat.", "यह हमारी नाव है।"),
    ("hi", "Dr. Rao", "डॉ. राव"),
    ("mr", "This is our boat.", "ही आमची होडी आहे."),
    ("fa", "This is our boat.", "این قایق ماست."),
    ("th", "At 10 o'clock.", "10.00 น."),
    ("de", "5th Avenue is long.", "Die 5th Avenue ist lang."),
    ("de", "on May 7th", "am 7. Mai"),
    ("de", "The “harbour” is full.", "Der »Hafen« ist voll."),
    ("de", "The “harbour” is full.", "Der „Hafen“ ist voll."),
    ("de", 'a 5" pipe and a “hat”', 'ein 5"-Rohr und ein „Hut“'),
    ("hr", "The “harbour” is full.", "„Luka” je puna."),
    ("es", "“It went on.", "»Y siguió."),
    ("da", "The “harbour” is full.", "»Havnen« er fuld."),
    ("fr", "The “harbour” is full.", f"Le «{NARROW}port{NARROW}» est plein."),
]


def said(source: str, target: str, locale: str) -> list[str]:
    return [each.message for each in judge(source, target, locale) if each.rule == "typography"]


@pytest.mark.parametrize(("locale", "source", "target", "named"), WRONG)
def test_what_is_wrong_is_said_with_what_to_write(locale: str, source: str, target: str, named: str) -> None:
    (message,) = said(source, target, locale)
    assert named in message


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_what_is_right_stays(locale: str, source: str, target: str) -> None:
    assert said(source, target, locale) == []


def test_what_houses_differ_about_is_information() -> None:
    found = {each.severity.value for each in judge("Only 8% of it", "Nur 8% davon") if each.rule == "typography"}
    assert found == {"info"}


def test_a_house_with_marks_of_its_own_is_told_of_them_once() -> None:
    own = settings()
    marks = Typography(PerLocale("", (("de", "»«›‹"),)))
    assert house("»«›‹") is not None
    configured = type(own)(own.severities, own.hosts, own.build, marks)
    found = judge("The “harbour” is full.", "Der „Hafen” ist voll.", configured=configured)
    assert [(each.rule, "»Hafen«" in each.message) for each in found] == [("punctuation", True)]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", "Keep off the ice of the lake!", "Betreten Sie das Eis des Sees nicht."),
        ("es", "Bring forks, knives, spoons, etc.", "Traigan tenedores, cuchillos, cucharas…"),
        ("fa", "“Have you eaten?” asked the old woman.", "پیرزن پرسید: «غذا خورده‌ای؟»"),
        ("ar", "Compare it with [the last one](a.md).", "قارنه بـ[الأخير](a.md)."),
        ("ar", "Quillpress is a program.", "\u200fQuillpress برنامج."),
        ("es", "She died—four hundred years ago.", "Murió —\u2060hace cuatrocientos años—."),
    ],
)
def test_no_other_rule_speaks_of_what_is_right(locale: str, source: str, target: str) -> None:
    assert judge(source, target, locale) == ()


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", "Who carries the lamp for us?", "Wer trägt die Lampe für uns."),
        ("de", "“Who carries the lamp?” asked she.", "Sie fragte, wer die Lampe trägt?"),
        ("es", "We bring forks and knives and spoons.", "Traemos tenedores, cuchillos y cucharas…"),
    ],
)
def test_another_ending_is_still_information(locale: str, source: str, target: str) -> None:
    assert ("punctuation", "info") in {(each.rule, each.severity.value) for each in judge(source, target, locale)}


def test_stretched_letters_and_lost_marks_are_still_found() -> None:
    assert [each.rule for each in judge("The boat is in.", "القـــارب هنا.", "ar")] == ["punctuation"]
    assert [each.rule for each in judge("The boat is in.", "Das Bo\u2060ot ist da.")] == ["hidden-characters"]
