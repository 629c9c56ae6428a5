"""Each tradition that the configuration may name reaches drafts, checks and the lines for translators."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.facts.scripture import traditions
from i18n.facts.scripture.table import notation
from tests.cli.commands import catalog, i18n, more_configuration, translate, write

SOURCE = "So it is written (Job 3:16, 18)."
WRITTEN = {
    ("de", "luther"): "Hiob 3,16.18",
    ("de", "einheitsuebersetzung"): "Ijob 3,16.18",
    ("es", "reina-valera"): "Job 3:16, 18",
    ("ko", "protestant"): "욥기 3:16, 18",
    ("ar", "van-dyck"): "أيوب 3: 16، 18",
    ("pt-BR", "almeida"): "Jó 3.16,18",
    ("pt-BR", "nvi"): "Jó 3:16, 18",
    ("fr", "segond"): "Job 3.16,18",
    ("fr", "liturgique"): "Job 3,16.18",
    ("it", "cei"): "Giobbe 3,16.18",
    ("it", "nuova-riveduta"): "Giobbe 3:16,18",
    ("nl", "nbv"): "Job 3:16,18",
    ("ru", "synodal"): "Иов 3:16, 18",
    ("uk", "ohienko"): "Йова 3:16, 18",
    ("sw", "union"): "Ayubu 3:16, 18",
    ("hi", "bsi"): "अय्यूब 3:16, 18",
    ("fa", "old"): "ایوب ۳:۱۶، ۱۸",
    ("zh-Hans", "union"): "约伯记3:16，18",
    ("zh-Hant", "union"): "約伯記3:16，18",
}


@pytest.mark.parametrize(("locale", "tradition"), WRITTEN)
def test_a_tradition_is_followed(tmp_path: Path, locale: str, tradition: str) -> None:
    expected, folder = WRITTEN[locale, tradition], locale.replace("-", "_")
    said = f'[scripture.tradition]\n{locale} = "{tradition}"\n'
    write(tmp_path, "i18n.toml", f'[project]\nlocales = ["{locale}"]\n[catalogs]\nfacts = true\n{said}')
    write(tmp_path, "source/a.md", f"{SOURCE}\n")
    i18n(tmp_path, "extract")
    (unit,) = catalog(tmp_path, "a", folder).units
    assert f"facts: {expected}" in unit.extracted
    i18n(tmp_path, "draft", "--engine", "pseudo")
    (unit,) = catalog(tmp_path, "a", folder).units
    assert f"({expected})" in unit.msgstr
    translate(tmp_path, "a", {SOURCE: "… (Acts 1:8)."}, folder)
    assert f"“{expected}”" in i18n(tmp_path, "check").output.replace("\n", " ")


def test_all_traditions_are_tried() -> None:
    locales = {locale for locale, _ in WRITTEN}
    assert set(WRITTEN) == {(locale, tradition) for locale in locales for tradition in traditions(locale)}
    assert all(notation(locale, tradition) for locale, tradition in WRITTEN)


def test_another_tradition_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n[scripture.tradition]\nde = "vulgate"\n')
    result = i18n(tmp_path, "extract")
    assert result.exit_code == 2
    said = result.output
    assert "scripture.tradition.de" in said
    assert "luther" in said


def test_a_language_without_names_keeps_the_reference_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["vi"]\n[catalogs]\nfacts = true\n')
    write(tmp_path, "source/a.md", f"{SOURCE}\n")
    i18n(tmp_path, "extract")
    (unit,) = catalog(tmp_path, "a", "vi").units
    assert not [line for line in unit.extracted if line.startswith("facts:")]
    i18n(tmp_path, "draft", "--engine", "pseudo")
    (unit,) = catalog(tmp_path, "a", "vi").units
    assert "(Job 3:16, 18)" in unit.msgstr


def test_a_change_of_the_tradition_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    write(tmp_path, "source/a.md", f"{SOURCE}\n")
    i18n(tmp_path, "extract")
    translate(tmp_path, "a", {SOURCE: "Es steht geschrieben (Apg 1,8)."})
    assert "“Hiob 3,16.18”" in i18n(tmp_path, "check").output.replace("\n", " ")
    more_configuration(tmp_path, '\n[scripture.tradition]\nde = "einheitsuebersetzung"\n')
    assert "“Ijob 3,16.18”" in i18n(tmp_path, "check").output.replace("\n", " ")
