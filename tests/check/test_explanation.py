"""What `--explain` says of a rule is what the rule, and the build, really do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from i18n.check.explanation import EXAMPLES, REFUSED, SHOWN, explained
from i18n.check.rules import RULES
from tests.cli.commands import catalog, i18n, translate, write

MORE = '[memory]\nglossary = "terms.csv"\n[build]\nids = "python-markdown"\n'
ABOUT_TRANSLATIONS = sorted(name for name, example in EXAMPLES.items() if example.source)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    locales = sorted({example.locale for example in EXAMPLES.values()})
    write(tmp_path, "i18n.toml", f'[project]\nname = "Boats"\nlocales = {locales}\n{MORE}')
    write(tmp_path, "terms.csv", "en,de,status\nvalve,Ventil,approved\n")
    return tmp_path


def test_every_rule_is_explained_and_nothing_else() -> None:
    assert sorted(EXAMPLES) == [rule.id for rule in RULES]
    for rule in RULES:
        assert (rule.check is None) or EXAMPLES[rule.id].source or rule.empty
        said = explained(rule)
        assert EXAMPLES[rule.id].page.split()[0] in said
        assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("rule", ABOUT_TRANSLATIONS)
def test_the_example_fires_and_its_mending_does_not(project: Path, rule: str) -> None:
    example = EXAMPLES[rule]
    write(project, "source/index.md", f"{example.source}\n")
    i18n(project, "extract")
    (unit,) = catalog(project, "index", example.locale).units
    for text, fires in ((example.fires, True), (example.passes, False)):
        translate(project, "index", {unit.msgid: text}, example.locale)
        found = json.loads(i18n(project, "check", "--locale", example.locale, "--format", "json").stdout)["findings"]
        assert (rule in {finding["rule"] for finding in found}) == fires
        i18n(project, "build")
        page = (project / f"dist/{example.locale}/index.md").read_text(encoding="utf-8")
        assert example.page in (SHOWN, REFUSED)
        shows_source = example.source in page and text not in page
        assert shows_source == (fires and example.page == REFUSED)


@pytest.mark.parametrize("rule", ["directive", "front-matter", "private-link", "published-comment"])
def test_the_example_of_an_article_fires_and_its_mending_does_not(project: Path, rule: str) -> None:
    write(project, "i18n.toml", (project / "i18n.toml").read_text() + '[source]\nprivate = ["witness.md"]\n')
    write(project, "source/witness.md", "# Her story\n")
    for text, fires in ((EXAMPLES[rule].fires, True), (EXAMPLES[rule].passes, False)):
        write(project, "source/index.md", f"{text}\n")
        i18n(project, "extract")
        found = json.loads(i18n(project, "check", "--format", "json").stdout)["findings"]
        assert (rule in {finding["rule"] for finding in found}) == fires


def test_files_that_are_no_articles_are_found_as_the_examples_say(project: Path) -> None:
    elsewhere = project.parent / f"{project.name}-elsewhere"
    elsewhere.mkdir()
    write(project, "source/index.md", "# Boats\n")
    write(project, "source/notes.markdown", "# Notes\n")
    (project / "source/more").symlink_to(elsewhere)
    said = i18n(project, "extract").stderr
    assert "[not-included]" in said
    assert "[outside]" in said


def test_a_manifest_that_cannot_be_read_leaves_pages_as_they_should_be(project: Path) -> None:
    for name in ("index", "gone"):
        write(project, f"source/{name}.md", "# Boats\n")
    i18n(project, "extract")
    i18n(project, "build")
    page = project / "dist/de/index.md"
    before = page.read_bytes()
    page.unlink()
    (project / "source/gone.md").unlink()
    (project / "dist/manifest.json").write_text("mine")
    said = i18n(project, "build")
    assert "[manifest]" in said.stderr
    assert page.read_bytes() == before
    assert (project / "dist/de/gone.md").exists()


def test_a_rule_is_explained_on_the_command_line(tmp_path: Path) -> None:
    said = i18n(tmp_path, "check", "--explain", "links")
    assert said.exit_code == 0
    assert "Siehe [die Karte](karte.md)." in said.stdout
    assert "stays out of the bundle" in " ".join(said.stdout.split())


def test_a_rule_that_does_not_exist_is_2_with_a_suggestion(tmp_path: Path) -> None:
    said = i18n(tmp_path, "check", "--explain", "linkz")
    assert said.exit_code == 2
    assert "links" in said.stderr
