"""Messages without words are copied or drafted: an article with some can be finished."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import catalog, files, i18n, translate, write

ARTICLE = (
    "# The mill\n\n| a | b |\n|---|---|\n| 20 m² | 15 °C |\n| [Go][] | 42 |\n\n[Go][]\n\n[the mill]\n\n"
    "See [the mill][].\n\n[Go]: go.md\n[the mill]: mill.md\n"
)
COPIED = {"20 m²", "15 °C"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "ko", "ru"]\n')
    write(tmp_path, "source/a.md", ARTICLE)
    i18n(tmp_path, "extract")
    return tmp_path


def texts(site: Path, locale: str) -> dict[str, str]:
    return {unit.msgid: unit.msgstr for unit in catalog(site, "a", locale).units}


def percent(site: Path, locale: str) -> int:
    articles = json.loads(i18n(site, "status", "--format", "json").stdout)["articles"]
    return int(articles["a.md"]["locales"][locale]["percent"])


@pytest.mark.parametrize("locale", ["de", "ko"])
def test_they_are_finished_where_units_are_written_alike(site: Path, locale: str) -> None:
    found = texts(site, locale)
    assert {msgid for msgid, msgstr in found.items() if msgstr} == COPIED
    assert all(found[msgid] == msgid for msgid in COPIED)
    before = files(site)
    i18n(site, "extract")
    assert files(site) == before


def test_they_are_drafted_where_units_have_other_letters(site: Path) -> None:
    assert not any(texts(site, "ru").values())
    i18n(site, "draft", "--engine", "memory", "--locale", "ru")
    units = {unit.msgid: unit for unit in catalog(site, "a", "ru").units}
    assert {msgid for msgid, unit in units.items() if unit.fuzzy and unit.msgstr == msgid} == COPIED


def test_an_article_with_them_is_finished_by_hand(site: Path) -> None:
    translate(site, "a", {msgid: msgid.upper() for msgid, msgstr in texts(site, "de").items() if not msgstr})
    assert percent(site, "de") == 100
    assert "(de)" not in i18n(site, "build", "--locale", "de").stderr


@pytest.mark.parametrize("locale", ["de", "ko", "ru"])
def test_an_engine_leaves_nothing_open(site: Path, locale: str) -> None:
    i18n(site, "draft", "--engine", "pseudo", "--locale", locale)
    found = texts(site, locale)
    assert all(found.values())
    assert found["[Go][]"].endswith("][Go]")
    assert found["[the mill]"].startswith("[")
    assert found["[the mill]"].endswith("][the mill]")


def test_one_that_changed_is_copied_again_and_a_persons_text_stays(site: Path) -> None:
    translate(site, "a", {"15 °C": "59 °F"})
    write(site, "source/a.md", ARTICLE.replace("20 m²", "30 m²").replace("15 °C", "16 °C"))
    i18n(site, "extract")
    units = {unit.msgid: unit for unit in catalog(site, "a").units if not unit.obsolete}
    assert (units["30 m²"].msgstr, units["30 m²"].fuzzy) == ("30 m²", False)
    assert units["16 °C"].msgstr != "15 °C"
    assert units["16 °C"].fuzzy == (units["16 °C"].msgstr == "59 °F")


def test_one_that_was_finished_otherwise_is_left_alone(site: Path) -> None:
    translate(site, "a", {"15 °C": "59 °F"})
    i18n(site, "extract")
    assert texts(site, "de")["15 °C"] == "59 °F"
