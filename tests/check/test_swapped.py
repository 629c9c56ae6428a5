"""Links on each other's words, and links that languages order in their own ways."""

from __future__ import annotations

import pytest

from i18n.memory.glossary import Glossary, Term
from i18n.model import Severity
from tests.check.judging import judge

GLOSSARY = Glossary([Term("ferry", "Fähre"), Term("ferry", "연락선"), Term("harvest", "حصاد")])

SWAPPED = [
    ("de", "[map 1](one.md), [map 2](two.md)", "[Karte 1](two.md), [Karte 2](one.md)"),
    ("de", "[the map](a.md) and [the list](b.md)", "[die Karte](b.md) und [die Liste](a.md)"),
    ("de", "[the ferry](a.md) and [the shore](b.md)", "[die Fähre](b.md) und [das Ufer](a.md)"),
    ("de", "Ask [Tamsin](a.md) or [Bjarne](b.md).", "Fragen Sie [Bjarne](a.md) oder [Tamsin](b.md)."),
    ("es", "[`init`](a.md) comes before [`sort`](b.md).", "[`sort`](a.md) viene después de [`init`](b.md)."),
    ("es", "[history](past.md) and [recipes](food.md)", "[recetas](past.md) e [historia](food.md)"),
    ("es", "See [here](2019.md) and [there](2020.md).", "Véase el informe de [2020](2019.md) y el de [2019](2020.md)."),
    ("ko", "[Git](git.md) and [Docker](docker.md)", "[Docker](git.md)와 [Git](docker.md)"),
    ("ko", "[The ferry](a.md) and [the shore](b.md)", "[물가](a.md)와 [연락선](b.md)"),
    ("ar", "[Part 1](a.md), [part 2](b.md)", "[الجزء ٢](a.md)، [الجزء ١](b.md)"),
    ("ar", "[The harvest](a.md) after [the rain](b.md)", "[الحصاد](b.md) بعد [المطر](a.md)"),
    ("pt-BR", "[Music](a.md), [bread](b.md), [salt](c.md)", "[Pão](a.md), [música](b.md), [sal](c.md)"),
    ("ru", "[Git](a.md), [bread](b.md)", "[Git](b.md), [хлеб](a.md)"),
    ("de", "![map 1](one.png) ![map 2](two.png)", "![Karte 2](one.png) ![Karte 1](two.png)"),
]


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), SWAPPED)
def test_swapped(locale: str, msgid: str, msgstr: str) -> None:
    found = judge(msgid, msgstr, locale, glossary=GLOSSARY)
    assert [each.severity for each in found if each.rule == "swapped-links"] == [Severity.WARNING]


RIGHT = [
    ("de", "[map 1](one.md), [map 2](two.md)", "[Karte 2](two.md), [Karte 1](one.md)"),
    ("de", "[the map](a.md) and [the list](b.md)", "[die Liste](b.md) und [die Karte](a.md)"),
    ("de", "[the ferry](a.md) and [the shore](b.md)", "[das Ufer](b.md) und [die Fähre](a.md)"),
    ("de", "[the ferry](a.md) and [the shore](b.md)", "[die Fähre](a.md) und [das Ufer](b.md)"),
    ("de", "[Install](a.md) or [install on Windows](b.md)", "[Installieren](a.md) oder [unter Windows](b.md)"),
    ("de", "[Git](a.md) and [Git hosting](b.md)", "[Git](a.md) und [Hosting für Git](b.md)"),
    ("de", "[the map](a.md) and [the list](b.md)", "[die Karte](a.md) und [das Verzeichnis](b.md)"),
    ("es", "[`init`](a.md) comes before [`sort`](b.md).", "[`sort`](b.md) viene después de [`init`](a.md)."),
    ("es", "[history](past.md) and [recipes](food.md)", "[recetas](food.md) e [historia](past.md)"),
    ("es", "[2019](a.md) or [2020](b.md)", "[el primero](a.md) o [el segundo](b.md)"),
    ("ko", "[Rice](rice.md) after [barley](barley.md)", "[보리](barley.md)를 벤 다음 [벼](rice.md)"),
    ("ko", "[Git](git.md) and [Docker](docker.md)", "[Docker](docker.md)와 [Git](git.md)"),
    ("ar", "[Part 1](a.md), [part 2](b.md)", "[الجزء ١](a.md)، [الجزء ٢](b.md)"),
    ("ar", "[Wool](wool.md), [silk](silk.md)", "[الحرير](silk.md)، [الصوف](wool.md)"),
    ("pt-BR", "[Knots](knots.md), [oars](oars.md)", "[nós](knots.md), [remos](oars.md)"),
    ("ru", "[Git](a.md), [bread](b.md)", "[хлеб](b.md), [Git](a.md)"),
    ("fr", "[here](a.md) and [here](b.md)", "[ici](a.md) et [là](b.md)"),
    ("fr", "[one](a.md) and [two](a.md)", "[deux](a.md) et [un](a.md)"),
    ("it", "A note[^1] and [a list](a.md)", "[una lista](a.md) e una nota[^1]"),
    ("ja", "[Git](a.md), [the map](b.md)", "[地図](b.md)、[Git](a.md)"),
]


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), RIGHT)
def test_right(locale: str, msgid: str, msgstr: str) -> None:
    assert "swapped-links" not in {
        each.rule for each in judge(msgid, msgstr, locale, glossary=GLOSSARY, labels=("^1",))
    }


@pytest.mark.parametrize("locale", ["de", "ar"])
def test_many_links_are_compared_as_fast_as_few(locale: str) -> None:
    msgid = " ".join(f"[part {at}]({at}.md)" for at in range(300))
    assert not [each for each in judge(msgid, msgid.replace("part", "Teil"), locale) if each.rule == "swapped-links"]
