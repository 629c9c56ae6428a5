"""What is noted of a draft, and what good translations must not be noted for."""

from __future__ import annotations

import pytest

from i18n.draft.quality import assess
from i18n.draft.quality.assessment import CHECKS
from i18n.memory.glossary import Status, Term

GOOD = [
    ("de", "On February 7, 1,234 people walked 3.5 km.", "Am 7. Februar gingen 1.234 Menschen 3,5 km."),
    ("de", "“Is there water?” she asked (twice).", "„Gibt es Wasser?“, fragte sie (zweimal)."),
    ("es", "“Come in!” the nurse said.", "—¡Pasa! —dijo la enfermera."),
    ("es", "No, no, no, she said, and sat down.", "No, no, no, dijo ella, y se sentó."),
    ("fr", "Why do we walk?", "Pourquoi marchons-nous\u202f?"),
    ("ko", "The box stays cold for two days when it is shut.", "닫혀 있으면 상자는 이틀 동안 차갑게 유지됩니다."),
    ("ja", "Is the river high today, or can we cross it?", "今日は川の水位が高いですか、それとも渡れますか？"),
    ("ko", "Put the vials into a bag:", "백신 병을 봉지에 담습니다."),
    ("ko", "One “no” is enough.", "‘아니요’ 하나면 충분합니다."),
    ("zh-Hans", "The well (the new one) is deep.", "这口井（新的那口）很深。"),
    ("ar", "Does the water reach the village, and is it clean?", "هل تصل المياه إلى القرية، وهل هي نظيفة؟"),
    ("hi", "The nurse counts the boxes every morning.", "नर्स हर सुबह डिब्बे गिनती है।"),
    ("th", "The nurse counts the boxes every morning.", "พยาบาลนับกล่องทุกเช้า"),
    ("el", "Where is the new well?", "Πού είναι το νέο πηγάδι;"),
    ("ru", "The nurses of the Red Cross counted every box.", "Медсёстры Красного Креста пересчитали каждую коробку."),
    ("ko", "Mariam Yusuf, Daniel Okoro, Sofia Lindqvist", "Mariam Yusuf, Daniel Okoro, Sofia Lindqvist"),
    ("de", "Read “A river of nobody” by Ana Reyes today", "Heute „A river of nobody“ von Ana Reyes lesen"),
    ("de", "Note: the pump is loud.", "Hinweis: Die Pumpe ist laut."),
    ("de", "Translation: Ana Reyes", "Übersetzung: Ana Reyes"),
    ("es", "Here is the translation of the letter.", "Aquí está la traducción de la carta."),
    ("en", "Es tut mir leid, aber ich kann nicht.", "I’m sorry, but I can’t."),
    ("de", "Maps", "Landkarten"),
    ("pt-BR", "He laughed: ha ha ha ha!", "Ele riu: ha ha ha ha!"),
    ("pt-BR", "What does it cost?", "Quanto custa?"),
    ("ca", "What does it cost?", "Quant costa?"),
    ("es", "If it rains, what do we do? Run!", "Si llueve, ¿qué hacemos? ¡Correr!"),
    ("es", "Ask `who?` (see ?x=1).", "Pregunta quién (véase ?x=1)."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), GOOD)
def test_a_good_translation_is_not_doubted(locale: str, msgid: str, msgstr: str) -> None:
    source = "de" if locale == "en" else "en"
    found = assess(msgid, msgstr, source, locale)
    assert found.notes == ()
    assert not found.fault


PROSE = "The nurse who opened the box on the first morning of the rains counted every single vial in it again."
PROSA = "La enfermera que abrió la caja la primera mañana de las lluvias volvió a contar cada frasco que había."

DOUBTFUL = [
    ("numbers", "It holds 40 vials.", "Contiene 14 frascos."),
    ("numbers", "It costs 1,500 francs.", "Cuesta 150 francos."),
    ("length", PROSE, "La enfermera contó."),
    ("length", "The box stays cold all day", " ".join([PROSA, PROSA.upper()])),
    ("copy", PROSE, PROSA + " The nurse who opened the box on the first"),
    ("repetition", "The water came at last.", "El agua llegó llegó llegó al fin."),
    ("repetition", "We walk to the well. We carry it home.", "Vamos a pie hasta el pozo. Vamos a pie hasta el pozo."),
    ("opening", "What does it cost?", "Cuánto cuesta?"),
    ("opening", "It compiles! Why?", "¡Compila! Por qué?"),
    ("opening", "“Is it cold?” she asked.", "“Es frío?” preguntó ella."),
    ("ending", "Is the river high?", "El río está alto."),
    ("ending", "The river is high.", "El río está alto"),
    ("brackets", "the well (the new one)", "el pozo (el nuevo"),
    ("brackets", "the well", "el pozo (nuevo)"),
    ("quotes", "She said “yes” to him", "Ella dijo «sí a él"),
    ("quotes", "She said “yes” to him", "Ella le dijo que sí"),
    ("quotes", "The river is high.", "«El río está alto.»"),
    ("quotes", "The river is high.", '"El río está alto."'),
]


@pytest.mark.parametrize(("note", "msgid", "msgstr"), DOUBTFUL)
def test_what_may_be_wrong_is_noted(note: str, msgid: str, msgstr: str) -> None:
    found = assess(msgid, msgstr, "en", "es")
    assert note in found.notes
    assert found.score < 100


def test_terms_are_looked_for() -> None:
    terms = [Term("well", "pozo"), Term("Field Notes", "Field Notes", Status.DO_NOT_TRANSLATE)]
    assert assess("Field Notes of a well", "Field Notes de un pozo", "en", "es", terms).notes == ()
    lost = assess("Field Notes of a well", "Notas de una fuente", "en", "es", terms)
    assert lost.notes == ("terms",)
    assert lost.score == 70


def test_half_of_another_script_is_noted() -> None:
    found = assess(PROSE, "그 간호사는 opened the box and counted 약병 again", "en", "ko")
    assert "script" in found.notes


def test_the_engines_own_score_is_where_it_begins() -> None:
    assert assess("a red house", "una casa roja", "en", "es", own=83).score == 83
    assert assess("a red house.", "una casa roja", "en", "es", own=83).score == 78
    assert assess("40 houses.", "41 casas", "en", "es", own=10).score == 0


def test_related_languages_may_share_whole_sentences() -> None:
    text = "Vi har tre brønner i landsbyen, og vannet er godt."
    assert assess(text, text.replace("tre", "fire"), "nb", "da").notes == ()


def test_every_check_has_a_note_of_its_own() -> None:
    assert len({note for note, _ in CHECKS}) == len(CHECKS)
