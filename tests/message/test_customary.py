"""Emphasis that differs as languages do, and emphasis that is lost."""

from __future__ import annotations

import pytest

from i18n.message.emphasis.customary import is_customary

CUSTOMARY = [
    ("The software is free; the hardware is not.", "El software es libre; el *hardware*, no."),
    ("The chef of the house", "Il *chef* della casa"),
    ("Important: do not shake it.", "**Importante:** não agite."),
    ("Note: do not shake it.", "**Hinweis**: nicht schütteln."),
    ("Read “The Salt Road” tonight.", "Lea *El camino de la sal* esta noche."),
    ("Read *The Salt Road* tonight.", "Lesen Sie heute „Die Salzstraße“."),
    ("소설 *소금길* 읽기", "소설 『소금길』 읽기"),
    ("A *siesta* after lunch", "Una siesta después de comer"),
    ("**Turn off** the pump.", "**Schalten** Sie die Pumpe **aus**."),
    ("**Switch off** the pump.", "**Zet** de pomp **uit**."),
    ("Press **Save** and **Close**.", "Drücken Sie **Speichern und Schließen**."),
    ("**Bread**, **salt** and **oil**", "**Brot, Salz und Öl**"),
]


@pytest.mark.parametrize(("source", "target"), CUSTOMARY)
def test_customary(source: str, target: str) -> None:
    assert is_customary(source, target)


OTHER = [
    ("Close the valve *slowly*.", "Schließen Sie das Ventil langsam."),
    ("Close the valve slowly.", "Schließen Sie das Ventil *langsam*."),
    ("Ask *Quillpress* for help.", "Fragen Sie Quillpress um Hilfe."),
    ("**A** is bread, **B** is salt.", "**A** ist Brot, B ist Salz."),
    ("Say “yes” *now*.", "Sagen Sie jetzt „ja“."),
    ("Wait: do not *shake* it.", "Warten: nicht schütteln."),
    ("**Open** the lid and wait.", "**Öffnen** Sie den **Deckel** und warten Sie."),
    ("Do *not* do this", "Haz esto"),
    ("Plain", "Schlicht"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_other_emphasis(source: str, target: str) -> None:
    assert not is_customary(source, target)
