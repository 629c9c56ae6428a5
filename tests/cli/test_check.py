"""`i18n check`: what it finds, how it says it, and with which status it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import catalog, files, i18n, more_configuration, translate, write


@pytest.fixture
def wrong(project: Path) -> Path:
    """A project with one error, in German."""
    write(project, "source/index.md", "# Read the `manual` first\n")
    i18n(project, "extract")
    translate(project, "index", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    return project


def test_nothing_wrong_is_0(project: Path) -> None:
    i18n(project, "extract")
    result = i18n(project, "check")
    assert (result.exit_code, result.stdout) == (0, "no findings\n")


def test_an_error_is_1_and_names_catalog_and_line(wrong: Path) -> None:
    before = files(wrong)
    result = i18n(wrong, "check")
    assert result.exit_code == 1
    line = catalog(wrong, "index").units[0].line
    assert f"locales/de/LC_MESSAGES/index.po:{line}: error:" in result.stdout
    assert "[code]" in result.stdout
    assert files(wrong) == before
    assert not (wrong / ".i18n/unfinished").exists()


def test_json_holds_the_same(wrong: Path) -> None:
    result = i18n(wrong, "check", "--format", "json")
    assert result.exit_code == 1
    value = json.loads(result.stdout)
    (finding,) = [one for one in value["findings"] if one["rule"] == "code"]
    assert (finding["severity"], finding["locale"], finding["article"]) == ("error", "de", "index.md")


@pytest.mark.parametrize("form", ["table", "json", "github", "sarif"])
def test_private_articles_are_left_out_and_counted(wrong: Path, form: str) -> None:
    more_configuration(wrong, '[source]\nprivate = ["index.md"]\n')
    result = i18n(wrong, "check", "--format", form)
    assert result.exit_code == 1
    assert "Handbuch" not in result.stdout
    assert "index" not in result.stdout
    assert ('"private": 1' if form == "json" else "1 finding about a private article is not shown") in result.stdout
    for arguments in (("--private",), ("index.md",)):
        assert "index.po" in i18n(wrong, "check", "--format", form, *arguments).stdout


def test_configuration_changes_severities(project: Path) -> None:
    write(project, "source/index.md", "# Hello {name}\n")
    i18n(project, "extract")
    translate(project, "index", {"Hello {name}": "Guten Tag"})
    assert i18n(project, "check").exit_code == 1
    more_configuration(project, '[check]\nwarn = ["placeholders"]\n')
    result = i18n(project, "check")
    assert result.exit_code == 0
    assert "warning" in result.stdout
    assert i18n(project, "-q", "check").stdout == "1 warning\n"


def test_an_unknown_rule_is_2_and_names_the_file(wrong: Path) -> None:
    more_configuration(wrong, '[check]\noff = ["cod"]\n')
    result = i18n(wrong, "check")
    assert result.exit_code == 2
    assert "i18n.toml" in result.stderr
    assert "code" in result.stderr


def test_a_part_can_be_checked(wrong: Path) -> None:
    assert i18n(wrong, "check", "--locale", "pt-BR").exit_code == 0
    assert i18n(wrong, "check", "guide/install").exit_code == 0
    assert i18n(wrong, "check", "index").exit_code == 1


def test_a_translation_that_would_break_the_page_is_found(project: Path) -> None:
    write(project, "source/list.md", "- One thing\n- Another thing\n")
    i18n(project, "extract")
    translate(project, "list", {"One thing": "Ein [Ding](http://example.org/)"})
    result = i18n(project, "check")
    assert result.exit_code == 1
    assert "list.po" in result.stdout


def test_what_cannot_be_read_is_3(wrong: Path) -> None:
    (wrong / "source/guide/install.md").write_bytes(b"\xff")
    result = i18n(wrong, "check")
    assert result.exit_code == 3
    assert "source/guide/install.md:1: error: not UTF-8" in result.stdout
    assert "[code]" in result.stdout


def test_a_message_the_article_no_longer_has_is_not_spoken_of(wrong: Path) -> None:
    write(wrong, "source/index.md", "# Another heading\n")
    assert i18n(wrong, "check").exit_code == 0


def test_terms_of_the_glossary_are_looked_for(project: Path) -> None:
    write(project, "source/index.md", "# Nine wells\n")
    write(project, "terms.csv", "en,de\nwell,Brunnen\n")
    i18n(project, "extract")
    translate(project, "index", {"Nine wells": "Neun Quellen"})
    assert i18n(project, "check").stdout == "no findings\n"
    more_configuration(project, '[memory]\nglossary = "terms.csv"\n')
    result = i18n(project, "check")
    assert result.exit_code == 0
    assert "The glossary has “Brunnen” for “well”." in result.stdout
    assert i18n(project, "check", jobs=2).stdout == result.stdout


@pytest.mark.parametrize(("text", "place"), [("en,de\nwell,Brunnen,x\n", "terms.csv:2"), (None, "terms.csv")])
def test_a_glossary_that_cannot_be_read_is_3_and_the_rest_is_checked(wrong: Path, text: str | None, place: str) -> None:
    if text is not None:
        write(wrong, "terms.csv", text)
    more_configuration(wrong, '[memory]\nglossary = "terms.csv"\n')
    result = i18n(wrong, "check")
    assert result.exit_code == 3
    assert f"{place}: error:" in result.stdout
    assert "[code]" in result.stdout


def test_a_glossary_outside_the_project_is_2(project: Path) -> None:
    more_configuration(project, '[memory]\nglossary = "../terms.csv"\n')
    result = i18n(project, "check")
    assert result.exit_code == 2
    assert "memory.glossary" in result.stderr
