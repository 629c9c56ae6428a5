"""Dates, numbers and references stand in the language's own writing: above messages, and in drafts."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.facts import finding
from tests.cli.commands import catalog, files, i18n, more_configuration, translate, write
from tests.real.programs import needs

ARTICLE = (
    "# The well\n\nFebruary 7, 2019\n\nOn February 7, the well held **1,240** kilos (Acts 1:8).\n\n1,250 kg\n\n"
    "No number here.\n"
)
ROW = "On February 7, the well held **1,240** kilos (Acts 1:8)."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n\n[catalogs]\nfacts = true\n')
    write(tmp_path, "source/a.md", ARTICLE)
    i18n(tmp_path, "extract")
    return tmp_path


def lines(site: Path, locale: str = "de") -> list[str]:
    units = catalog(site, "a", locale).units
    return [line for unit in units for line in unit.extracted if line.startswith("facts: ")]


def test_catalogs_say_them_and_the_template_does_not(site: Path) -> None:
    row = "facts: 7. Februar · 1.240 · Apostelgeschichte 1,8"
    assert lines(site) == ["facts: 7. Februar 2019", row, "facts: 1.250 kg"]
    assert lines(site, "es")[2] == "facts: 1250 kg"
    assert "facts:" not in (site / "locales/templates/a.pot").read_text(encoding="utf-8")


def test_they_are_found_once_for_all_languages(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def none(text: str, tag: str) -> Iterator[finding.Fact]:
        asked.append(text)
        yield from ()

    monkeypatch.setattr(finding, "_KINDS", (*finding._KINDS, none))
    write(site, "i18n.toml", '[project]\nlocales = ["de", "es", "ko", "pt-BR"]\n\n[catalogs]\nfacts = true\n')
    write(site, "source/a.md", "On June 9, 2031 they held 7,650 kilos.\n\n7,650 kg\n")
    i18n(site, "extract")
    assert sorted(asked) == ["7,650 kg", "On June 9, 2031 they held 7,650 kilos."]
    assert lines(site, "pt_BR") == ["facts: 9 de junho de 2031 · 7.650", "facts: 7.650 kg"]


def test_the_tradition_of_a_language_is_that_of_the_configuration(site: Path) -> None:
    write(site, "source/a.md", "Genesis 1:1 begins it.\n")
    more_configuration(site, '\n[scripture.tradition]\nde = "einheitsuebersetzung"\n')
    i18n(site, "extract")
    assert lines(site) == ["facts: Genesis 1,1"]


def test_a_change_of_the_lines_alone_writes_no_date(site: Path) -> None:
    translate(site, "a", {ROW: "Am 7. Februar waren **1.240** Kilo im Brunnen (Apostelgeschichte 1,8)."})
    before = catalog(site, "a")
    write(site, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    i18n(site, "extract")
    after = catalog(site, "a")
    assert lines(site) == []
    assert after.headers == before.headers
    assert [unit.msgstr for unit in after.units] == [unit.msgstr for unit in before.units]


def test_quotation_marks_are_those_of_the_language_or_of_the_house(site: Path) -> None:
    write(site, "source/a.md", "“Who called it ‘the well’?” she asked.\n")
    more_configuration(site, '\n[typography.quotes]\nes = "«»‹›"\n')
    i18n(site, "extract")
    assert (lines(site), lines(site, "es")) == (["facts: „…“ ‚…‘"], ["facts: «…» ‹…›"])
    i18n(site, "draft", "--engine", "pseudo")
    drafts = [catalog(site, "a", locale).units[0].msgstr for locale in ("de", "es")]
    marks = ["".join(letter for letter in draft if letter in "„“‚‘«»‹›”’") for draft in drafts]
    assert marks == ["„‚‘“", "«‹›»"]


def test_a_translation_with_other_marks_than_the_house_s_is_said(site: Path) -> None:
    write(site, "source/a.md", "She asked for “the well”.\n")
    i18n(site, "extract")
    translate(site, "a", {"She asked for “the well”.": "Sie fragte nach „dem Brunnen“."})
    assert "punctuation" not in i18n(site, "check", "--locale", "de").stdout
    more_configuration(site, '\n[typography.quotes]\nde = "»«›‹"\n')
    said = i18n(site, "check", "--locale", "de").stdout
    assert "punctuation" in said
    assert "»dem Brunnen«" in said


@needs("gettext")
def test_gettext_takes_them_out_and_extract_gives_them_back(site: Path) -> None:
    before = files(site)
    merged = ["msgmerge", "--quiet", "--update", "--backup=none", "--no-wrap"]
    paths = ["locales/de/LC_MESSAGES/a.po", "locales/templates/a.pot"]
    subprocess.run([*merged, *paths], cwd=site, check=True, timeout=60)
    missing = set(before[paths[0]].splitlines()) - set(files(site)[paths[0]].splitlines())
    assert missing == {line for line in before[paths[0]].splitlines() if line.startswith(b"#. facts: ")}
    i18n(site, "extract")
    assert files(site) == before


def test_drafts_have_them_and_what_has_no_words_is_drafted(site: Path) -> None:
    i18n(site, "draft", "--engine", "pseudo")
    drafts = {unit.msgid: unit.msgstr for unit in catalog(site, "a").units}
    assert drafts["February 7, 2019"] == "7. Februar 2019"
    assert drafts["1,250 kg"] == "1.250 kg"
    assert all(text in drafts[ROW] for text in ("7. Februar", "**1.240**", "(Apostelgeschichte 1,8)"))
    assert {unit.msgid for unit in catalog(site, "a").units if unit.fuzzy} == drafts.keys()


@pytest.mark.parametrize(
    ("source", "locale", "beginning"),
    [
        ("On **February 7, 2027** we publish it.", "de", "Am **7. Februar 2027** "),
        ("On *May 3* we open.", "es", "El *3 de mayo* "),
        ("On [May 3, 2027](b.md) we open.", "es", "El [3 de mayo de 2027](b.md) "),
        ("**On May 3, 2027** we open.", "de", "**Am 3. Mai 2027** "),
        ("From **May 3** to *May 5* we are open.", "es", "Del **3 de mayo** al *5 de mayo* "),
        ("It is 1,**240** kilos now.", "de", ""),
    ],
)
def test_markup_may_stand_around_a_date(site: Path, source: str, locale: str, beginning: str) -> None:
    write(site, "source/a.md", f"{source}\n")
    i18n(site, "extract")
    i18n(site, "draft", "--engine", "pseudo", "--locale", locale)
    (draft,) = (unit.msgstr for unit in catalog(site, "a", locale).units if unit.msgid == source)
    assert draft.startswith(beginning)
    assert "MAY" not in draft.upper().replace("MAYO", "") or not beginning
