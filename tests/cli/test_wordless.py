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


NUMBERS = """\
# Doses

| Drug | Dose  | Share | Price  | Until    | Rate |
| ---- | ----- | ----- | ------ | -------- | ---- |
| Salt | 1,250 | 12.5% | €1,299 | 5/3/2027 | 3.5  |
"""


@pytest.fixture
def doses(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es", "ko", "ar"]\n\n[draft]\nengines = ["memory"]\n')
    write(tmp_path, "source/a.md", NUMBERS)
    i18n(tmp_path, "extract")
    return tmp_path


def numbers(site: Path, locale: str) -> list[str]:
    found = texts(site, locale)
    return [found[msgid] for msgid in ("1,250", "12.5%", "€1,299", "5/3/2027", "3.5")]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de", ["", "", "", "", ""]),
        ("es", ["", "", "", "", ""]),
        ("ko", ["1,250", "12.5%", "€1,299", "", "3.5"]),
        ("ar", ["1,250", "12.5%", "", "", "3.5"]),
    ],
)
def test_numbers_alone_are_finished_where_they_are_written_alike(doses: Path, locale: str, expected: list[str]) -> None:
    assert numbers(doses, locale) == expected
    assert not any(unit.fuzzy for unit in catalog(doses, "a", locale).units)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de", ["1.250", "12,5\u00a0%", "1.299\u00a0€", "", "3,5"]),
        ("es", ["1250", "12,5\u00a0%", "1299\u00a0€", "", "3,5"]),
        ("ar", ["1,250", "12.5%", "1,299\u00a0€", "", "3.5"]),
    ],
)
def test_numbers_alone_are_drafted_by_rules_where_a_rule_is_sure(doses: Path, locale: str, expected: list[str]) -> None:
    i18n(doses, "draft", "--locale", locale)
    assert numbers(doses, locale) == expected
    drafted = [unit for unit in catalog(doses, "a", locale).units if unit.fuzzy]
    assert all(unit.comments[0].startswith("draft: copy sha=") for unit in drafted)
    assert i18n(doses, "check", "--locale", locale).stdout == "no findings\n"
    before = files(doses)
    i18n(doses, "extract")
    i18n(doses, "draft", "--locale", locale)
    assert files(doses) == before


def test_a_page_shows_them_as_the_translator_has_them(doses: Path) -> None:
    translate(doses, "a", {"1,250": "1.250", "5/3/2027": "3. 5. 2027", "3.5": "3,5"})
    i18n(doses, "build", "--locale", "de")
    row = (doses / "dist/de/a.md").read_text(encoding="utf-8").splitlines()[4]
    assert [cell.strip() for cell in row.split("|")[2:-1]] == ["1.250", "12.5%", "€1,299", "3. 5. 2027", "3,5"]


def test_a_number_that_was_copied_is_found_and_its_writing_said(doses: Path) -> None:
    translate(doses, "a", {"1,250": "1,250"})
    found = i18n(doses, "check", "--locale", "de").stdout
    assert "“1,250” is another number in German, or none. Write “1.250”. [numbers]" in found


def test_they_are_messages_to_be_translated_like_any_other(doses: Path) -> None:
    wordy = {msgid: f"{msgid}!" for msgid in ("Doses", "Drug", "Dose", "Share", "Price", "Until", "Rate", "Salt")}
    translate(doses, "a", wordy)
    assert percent(doses, "de") < 100
    figures = {"1,250": "1.250", "12.5%": "12,5 %", "€1,299": "1.299 €", "5/3/2027": "3.5.2027", "3.5": "3,5"}
    translate(doses, "a", figures)
    assert percent(doses, "de") == 100


def test_a_finished_project_of_before_only_gains_them(doses: Path) -> None:
    """As a catalog of the version before, with all that it had finished, is brought up to date."""
    words = {"Doses": "Dosen", "Drug": "Mittel", "Dose": "Dosis", "Share": "Anteil", "Price": "Preis", "Until": "Bis",
             "Rate": "Satz", "Salt": "Salz"}  # fmt: skip
    translate(doses, "a", words)
    path = doses / "locales/de/LC_MESSAGES/a.po"
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    path.write_text(
        "\n\n".join(block for block in blocks if 'msgstr ""' not in block or block == blocks[0]) + "\n",
        encoding="utf-8",
    )
    assert texts(doses, "de") == words
    output = i18n(doses, "extract").stdout
    assert [line.split() for line in output.splitlines() if line.startswith("a.md")] == [
        ["a.md", "de", "5", "0", "0", "0"]
    ]
    assert {msgid: msgstr for msgid, msgstr in texts(doses, "de").items() if msgstr} == words
    assert not any(unit.fuzzy or unit.obsolete for unit in catalog(doses, "a").units)
