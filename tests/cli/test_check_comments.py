"""Findings stand as comments in the catalogs while they are true, and nothing else of the catalogs changes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from i18n.catalog import codec
from i18n.catalog.remarks import is_remark
from i18n.model import Catalog
from i18n.workflow.check import comments as comments_of_checks
from tests.cli.commands import catalog, files, i18n, translate, write
from tests.real.programs import needs

SOURCE = "The boat left at 5 with 12 sacks."
WRONG, RIGHT = "Das Boot fuhr um 5 mit 13 Säcken.", "Das Boot fuhr um 5 mit 12 Säcken."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    write(tmp_path, "source/a.md", f"# A boat\n\n{SOURCE}\n")
    i18n(tmp_path, "extract")
    translate(tmp_path, "a", {SOURCE: WRONG})
    path = tmp_path / "locales/de/LC_MESSAGES/a.po"
    path.write_text(path.read_text().replace("#. paragraph", "# Ask Ana.\n#. paragraph"))
    return tmp_path


def comments(site: Path) -> list[str]:
    return [comment for unit in catalog(site, "a").units for comment in unit.comments]


def test_a_finding_is_written_once_and_goes_when_it_is_mended(site: Path) -> None:
    before = files(site)
    result = i18n(site, "check", "--write-comments")
    said = "Numbers differ: missing “12”; added “13”. Compare them with the source."
    assert comments(site) == ["Ask Ana.", f"i18n-check: numbers: {said}"]
    assert "numbers" in result.stdout
    after = files(site)
    assert {name for name in after if after[name] != before[name]} == {"locales/de/LC_MESSAGES/a.po"}
    i18n(site, "check", "--write-comments")
    i18n(site, "extract")
    assert files(site) == after
    translate(site, "a", {SOURCE: RIGHT})
    i18n(site, "check", "--write-comments")
    assert comments(site) == ["Ask Ana."]


def test_a_catalog_without_findings_and_comments_of_them_is_not_parsed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def parse(data: bytes, path: str) -> Catalog:
        parsed.append(path)
        return codec.parse(data, path)

    monkeypatch.setattr(comments_of_checks, "codec", SimpleNamespace(parse=parse))
    i18n(site, "check", "--write-comments")
    assert parsed == ["locales/de/LC_MESSAGES/a.po"]
    translate(site, "a", {SOURCE: RIGHT})
    i18n(site, "check", "--write-comments")
    i18n(site, "check", "--write-comments")
    assert parsed == ["locales/de/LC_MESSAGES/a.po"] * 2


def test_the_lines_that_are_named_are_those_of_the_catalog_as_it_is_now(site: Path) -> None:
    result = i18n(site, "check", "--write-comments", "--format", "github")
    lines = (site / "locales/de/LC_MESSAGES/a.po").read_text().splitlines()
    line = int(result.stdout.partition("line=")[2].partition(",")[0])
    assert lines[line - 1].startswith("msgid")


def test_without_the_option_nothing_is_written(site: Path) -> None:
    before = files(site)
    i18n(site, "check")
    i18n(site, "--dry-run", "check", "--write-comments")
    assert files(site) == before


def test_only_what_is_selected_is_written(site: Path) -> None:
    before = files(site)
    i18n(site, "check", "--write-comments", "--locale", "es")
    assert files(site) == before


def test_information_is_no_comment(site: Path) -> None:
    translate(site, "a", {SOURCE: RIGHT.replace(".", "")})
    assert "punctuation" in i18n(site, "check", "--write-comments").stdout
    assert comments(site) == ["Ask Ana."]


def test_pages_have_no_such_comments_to_write(site: Path) -> None:
    result = i18n(site, "check", "--built", "--write-comments")
    assert result.exit_code == 2
    assert "give one of them" in result.stderr


@needs("gettext")
def test_gettext_keeps_them(site: Path) -> None:
    i18n(site, "check", "--write-comments")
    merged = ["msgmerge", "--quiet", "--update", "--backup=none", "--no-wrap"]
    paths = ["locales/de/LC_MESSAGES/a.po", "locales/templates/a.pot"]
    subprocess.run([*merged, *paths], cwd=site, check=True, timeout=60)
    assert len([one for one in comments(site) if is_remark(one)]) == 1


@pytest.mark.parametrize("comment", ["i18n-ignore: numbers", "i18n-check", "i18n-check: Numbers", "check: numbers: no"])
def test_what_a_person_wrote_is_none(comment: str) -> None:
    assert not is_remark(comment)
