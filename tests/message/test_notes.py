"""Notes that were left in a translation, and brackets that are for readers."""

from __future__ import annotations

import pytest

from i18n.message.notes import note

SOURCE = "Close the lid."
NOTES = [
    "Schließen Sie den Deckel. [TODO prüfen]",
    "TODO: Deckel",
    "Schließen Sie den Deckel (bitte prüfen).",
    "Schließen Sie [prüfen] den Deckel.",
    "Cierre la tapa (revisar).",
    "Cierre la tapa [por traducir].",
    "Feche a tampa (??? conferir).",
    "Feche a tampa [a verificar].",
    "Fermez le couvercle [à vérifier].",
    "뚜껑을 닫으십시오. [확인 필요]",
    "뚜껑을 닫으십시오. (번역 확인)",
    "أغلق الغطاء [راجع].",
    "أغلق الغطاء (للمراجعة).",
    "Закройте крышку (уточнить).",
    "ふたを閉めます（要確認）。",
    "盖上盖子【待确认】。",
    "Schließen Sie den Deckel (?).",
    "FIXME Deckel",
    "Deckel ???",
    "Deckel TBD",
]


@pytest.mark.parametrize("target", NOTES)
def test_notes(target: str) -> None:
    assert note(SOURCE, target, "es" if "tapa" in target else "de")


RIGHT = [
    (SOURCE, "Schließen Sie den Deckel."),
    ("Close the lid (check twice).", "Schließen Sie den Deckel (zweimal prüfen)."),
    ("See [check the lid](a.md).", "Siehe [Deckel prüfen](a.md)."),
    ("TODO lists help.", "TODO-Listen helfen."),
    ("What???", "Was???"),
    ("Chapter XXX", "Capítulo XXX"),
    ("Verify it.", "Prüfen Sie es (am besten zweimal und bei gutem Licht prüfen)."),
    ("A dish of the day", "Un plato de todo el día"),
    ("Everything is fine.", "Todo está bien."),
    ("TODOS means all.", "TODOS significa todos."),
    ("Is it?", "¿Lo es?"),
    ("Check the list", "목록 확인"),
    ("The review", "المراجعة"),
    ("Tamsin Okoro", "탬신 오코로(Tamsin Okoro)"),
    ("a[0] (or 1)", "a[0] (oder 1)"),
    ("$TODO is a name", "$TODO ist ein Name"),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_words_for_readers(source: str, target: str) -> None:
    assert not note(source, target, "de")


def test_todo_is_a_word_in_spanish_and_portuguese() -> None:
    assert not note("READ IT ALL.", "LEA TODO.", "es")
    assert not note("READ IT ALL.", "LEIA TODO O TEXTO.", "pt-BR")
    assert note("Read it.", "TODO: lea", "es")
    assert note("Read it.", "Leia. [TODO conferir]", "pt-BR")
    assert note("Read it.", "Leia. (TODO)", "pt-BR")
