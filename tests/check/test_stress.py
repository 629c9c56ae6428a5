"""Emphasis on another word: told by numbers, names, code and terms."""

from __future__ import annotations

import pytest

from i18n.memory.glossary import Glossary, Term
from i18n.model import Severity
from tests.check.judging import judge

GLOSSARY = Glossary([Term("ferry", "Fähre"), Term("valve", "Ventil")])

MOVED = [
    ("de", "Wait **3** minutes.", "Warten Sie 3 **Minuten**."),
    ("de", "Ask *Tamsin* about the boat.", "Fragen Sie Tamsin nach dem *Boot*."),
    ("de", "Turn *left* at Dunmere.", "Biegen Sie in *Dunmere* links ab."),
    ("es", "Run **`quill init`** first.", "Ejecute `quill init` **primero**."),
    ("es", "Take **5 ml** at noon.", "Tome 5 ml al **mediodía**."),
    ("ko", "Install **Quillpress** on the server.", "**서버**에 Quillpress를 설치하십시오."),
    ("ko", "It takes *12* days by boat.", "*배*로 12일 걸립니다."),
    ("ar", "Wait **3** minutes.", "انتظر ٣ **دقائق**."),
    ("ar", "Ask *Quillpress* for help.", "اطلب *المساعدة* من Quillpress."),
    ("pt-BR", "Use _Lantern_, not the torch.", "Use Lantern, não a _tocha_."),
    ("de", "Close the *valve* slowly.", "Schließen Sie das Ventil *langsam*."),
    ("de", "The *ferry* is late.", "Die Fähre hat *Verspätung*."),
    ("ru", "Wait **3** minutes.", "Подождите 3 **минуты**."),
    ("ja", "Install **Git** now.", "Gitを**今**インストールします。"),
]


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), MOVED)
def test_emphasis_on_another_word(locale: str, msgid: str, msgstr: str) -> None:
    found = judge(msgid, msgstr, locale, glossary=GLOSSARY)
    assert [(each.rule, each.severity) for each in found] == [("emphasis", Severity.WARNING)]


RIGHT = [
    ("de", "Wait **3** minutes.", "Warten Sie **3** Minuten."),
    ("de", "Wait **3** minutes.", "Warten Sie **drei** Minuten."),
    ("de", "Wait **three** of 3 minutes.", "Warten Sie **3** von 3 Minuten."),
    ("de", "Ask *Tamsin* about the boat.", "Nach dem Boot fragen Sie *Tamsin*."),
    ("de", "Ask *Tamsin's* sister.", "Fragen Sie *Tamsins* Schwester."),
    ("de", "Turn *left* at Dunmere.", "Biegen Sie in Dunmere *links* ab."),
    ("de", "**Wait at least 3 minutes** before you open it.", "**Warten** Sie vor dem Öffnen mindestens 3 Minuten."),
    ("de", "The *software* is free, the hardware is not.", "Die *Software* ist frei, die Hardware nicht."),
    ("es", "Run **`quill init`** first.", "Primero ejecute **`quill init`**."),
    ("es", "The software of the site is *free*.", "El software del sitio es *libre*."),
    ("es", "The hardware is not free.", "El *hardware* no es libre."),
    ("es", "**Warning:** the lid of box 2 is hot.", "**Atención:** la tapa de la caja 2 quema."),
    ("ko", "Install **Quillpress** on the server.", "서버에 **Quillpress**를 설치하십시오."),
    ("ko", "It takes *12* days by boat.", "배로 *12일* 걸립니다."),
    ("ko", "Ask *Tamsin Okoro*.", "*탬신 오코로*(Tamsin Okoro)에게 물으십시오."),
    ("ar", "Wait **3** minutes.", "انتظر **٣** دقائق."),
    ("pt-BR", "Use _Lantern_, not the torch.", "Não use a tocha, e sim o _Lantern_."),
    ("de", "Close the *valve* slowly.", "Schließen Sie das *Ventil* langsam."),
    ("de", "Close the valve *slowly*.", "Schließen Sie *langsam* das Ventil."),
    ("de", "Read *The Salt Road* by 2019.", "Lesen Sie *Die Salzstraße* bis 2019."),
    ("de", "2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
    ("de", "Use a_b and snake_case_name in 3 files.", "Nutzen Sie a_b und snake_case_name in 3 Dateien."),
    ("de", "`*` matches 3 files, `?*` all.", "3 Dateien findet `*`, alle findet `?*`."),
    ("de", "See [*map 2*](a_b.md) and map 1.", "Siehe Karte 1 und [*Karte 2*](a_b.md)."),
    ("fr", "Do this *every* day at 7.", "Faites-le *chaque* jour à 7 h."),
    ("ja", "Install **Git** now.", "今すぐ**Git**をインストールします。"),
]


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), RIGHT)
def test_emphasis_where_it_belongs(locale: str, msgid: str, msgstr: str) -> None:
    assert not [each for each in judge(msgid, msgstr, locale, glossary=GLOSSARY) if each.rule == "emphasis"]
