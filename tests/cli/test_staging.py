"""`[build] staging`: what translators look at, and what never lies there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import (
    draft,
    files,
    i18n,
    more_configuration,
    translate,
    translate_all,
    untouched,
    write,
)  # fmt: skip

GERMAN = "Diese Seite enthält maschinelle Übersetzungen, die noch niemand geprüft hat."


@pytest.fixture
def staged(project: Path) -> Path:
    """Nothing is good enough for readers; German has a draft."""
    more_configuration(project, '[build]\nstaging = "staging"\nminimum = 100\n')
    i18n(project, "extract")
    draft(project, "guide/install", "Install the pump", "Die Pumpe einbauen")
    return project


def there(project: Path, folder: str = "staging") -> list[str]:
    return [path for path in files(project / folder) if path != "manifest.json"]


def read(project: Path, path: str) -> str:
    return (project / path).read_text(encoding="utf-8")


def test_it_holds_drafts_and_languages_that_are_not_live(staged: Path) -> None:
    result = i18n(staged, "build")
    assert result.exit_code == 0
    assert there(staged, "dist") == []
    assert there(staged) == [
        f"{locale}/{path}" for locale in ("de", "pt-BR") for path in ("guide/install.md", "images/map.png", "index.md")
    ]
    assert "Die Pumpe einbauen" in read(staged, "staging/de/guide/install.md")
    assert f"> [!NOTE]\n> {GERMAN}\n> Teile dieser Seite" in read(staged, "staging/de/guide/install.md")
    assert read(staged, "staging/pt-BR/index.md") == read(staged, "source/index.md")
    assert "Live: no language.\n" in result.stdout
    assert result.stdout.endswith("\n4 pages for translators to look at.\nstaging/: 7 files changed.\n")


def test_a_second_time_writes_nothing(staged: Path) -> None:
    i18n(staged, "build")
    before = untouched(staged)
    assert i18n(staged, "build").stdout.endswith("staging/: all up to date.\n")
    assert i18n(staged, "build", "--verify").stdout.endswith("staging/: all up to date.\n")
    assert untouched(staged) == before


def test_what_readers_get_is_as_it_is_without_it(staged: Path) -> None:
    translate_all(staged, "index")
    i18n(staged, "build")
    with_it = files(staged / "dist")
    configuration = read(staged, "i18n.toml")
    write(staged, "i18n.toml", configuration.replace('staging = "staging"\n', ""))
    i18n(staged, "build", "--verify")
    assert files(staged / "dist") == with_it
    assert [path for path in with_it if path.endswith(".md")] == ["de/index.md"]


def test_outdated_and_missing_texts_are_shown_and_told(staged: Path) -> None:
    translate(staged, "guide/install", {"Open the valve slowly.": "Das Ventil langsam öffnen."})
    write(staged, "source/guide/install.md", read(staged, "source/guide/install.md").replace("slowly", "gently"))
    i18n(staged, "extract")
    i18n(staged, "build")
    text = read(staged, "staging/de/guide/install.md")
    assert "Das Ventil langsam öffnen." in text
    for said in (GERMAN, "Teile dieser Seite geben eine ältere Fassung", "Teile dieser Seite sind noch nicht"):
        assert said in text


def test_own_notices_stand_there_too(staged: Path) -> None:
    more_configuration(staged, '[notices]\nde = { draft = "Maschine!", partial = "Teils." }\n')
    i18n(staged, "build")
    assert "> [!NOTE]\n> Maschine!\n> Teils.\n" in read(staged, "staging/de/guide/install.md")


def test_a_language_without_its_required_article_is_there(staged: Path) -> None:
    more_configuration(staged, 'require = "reviewed"\nrequired = ["index"]\nfallback = "omit"\n')
    translate(staged, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    i18n(staged, "build")
    assert there(staged, "dist") == []
    assert "Schließen Sie es wieder." in read(staged, "staging/de/guide/install.md")


def test_private_articles_are_there_only_if_they_are_named(staged: Path) -> None:
    more_configuration(staged, '[source]\nprivate = ["secret/**"]\n')
    write(staged, "source/secret/plan.md", "# The plan\n")
    i18n(staged, "build")
    assert "de/secret/plan.md" not in there(staged)
    i18n(staged, "build", "secret/plan")
    assert "de/secret/plan.md" in there(staged)
    said = i18n(staged, "build")
    assert "de/secret/plan.md" not in there(staged)
    assert "plan" not in said.output


def test_pages_of_articles_that_are_gone_go_and_nothing_else(staged: Path) -> None:
    i18n(staged, "build")
    write(staged, "staging/de/mine.txt", "mine")
    (staged / "source/guide/install.md").unlink()
    said = i18n(staged, "build").stdout
    assert "staging/: 1 file changed, 2 files removed.\n" in said
    assert [path for path in there(staged) if path.startswith("de/")] == [
        "de/images/map.png",
        "de/index.md",
        "de/mine.txt",
    ]


def test_a_part_can_be_built(staged: Path) -> None:
    i18n(staged, "build", "index", "--locale", "de")
    assert there(staged) == ["de/images/map.png", "de/index.md"]
    i18n(staged, "build", "guide/install", "--locale", "pt-BR")
    assert there(staged) == ["de/images/map.png", "de/index.md", "pt-BR/guide/install.md"]


def test_it_has_a_record_of_its_own_and_is_never_bundled(staged: Path) -> None:
    translate_all(staged, "index")
    i18n(staged, "run")
    assert list(json.loads(read(staged, "dist/manifest.json"))["locales"]) == ["de"]
    assert list(json.loads(read(staged, "staging/manifest.json"))["locales"]) == ["de", "pt-BR"]
    assert "staging" not in read(staged, "dist/manifest.json")
    assert list(files(staged / "bundles")) == ["de.zip"]


def test_run_writes_it_and_frozen_looks_at_it(staged: Path) -> None:
    result = i18n(staged, "run")
    assert "\nStage\n" in result.stdout
    assert "de/guide/install.md" in there(staged)
    i18n(staged, "run")
    assert i18n(staged, "run", "--frozen").exit_code == 0
    (staged / "staging/de/index.md").unlink()
    assert i18n(staged, "run", "--frozen").exit_code == 1


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_pretending_writes_none_of_it(staged: Path, option: str) -> None:
    result = i18n(staged, "build", option)
    assert not (staged / "staging").exists()
    assert "staging/: 7 files would be changed.\n" in result.stdout
    assert result.exit_code == (option == "--check")


def test_what_cannot_be_read_is_said_once(staged: Path) -> None:
    write(staged, "locales/de/LC_MESSAGES/index.po", 'msgid "half\n')
    result = i18n(staged, "build")
    assert result.exit_code == 3
    assert result.stderr.count("locales/de/LC_MESSAGES/index.po:1") == 1


def test_articles_of_the_root_are_not_sought_in_it(staged: Path) -> None:
    more_configuration(staged, '[source]\npath = "."\n')
    for _ in range(2):
        i18n(staged, "build")
        assert "de/staging/de/index.md" not in there(staged)
        assert "de/source/index.md" in there(staged)


def test_a_shared_tree_has_its_own_record_and_keeps_its_pages(staged: Path) -> None:
    write(staged, "source/nav.yml", "title: Welcome home\n")
    text = read(staged, "i18n.toml").replace("[build]", '[build]\nlayout = "mkdocs"\npath = "source"')
    write(staged, "i18n.toml", f'{text}[source]\ndata = ["source/nav.yml: title"]\n')
    i18n(staged, "extract")
    translate_all(staged, "index")
    before = files(staged / "source")
    for _ in range(3):
        assert i18n(staged, "build", "--verify").exit_code == 0
        changed = {path for path, data in files(staged / "source").items() if before.get(path) != data}
        assert changed == {"index.de.md"}
        assert "Die Pumpe einbauen" in read(staged, "staging/guide/install.de.md")
        assert {"index.de.md", "nav.de.yml"} <= set(there(staged))
    live, looked_at = (
        json.loads(read(staged, name))["locales"] for name in (".i18n-manifest.json", "staging/manifest.json")
    )
    assert list(live["de"]["articles"]) == ["index.md"]
    assert set(looked_at["de"]["articles"]) == {"guide/install.md", "index.md", "source/nav.yml"}


def test_it_is_whole_where_the_generator_shows_the_source_by_itself(staged: Path) -> None:
    text = read(staged, "i18n.toml").replace("[build]", '[build]\nlayout = "docusaurus"\npath = "i18n"')
    write(staged, "i18n.toml", f'{text}[source]\ndialect = "docusaurus"\n')
    i18n(staged, "build")
    assert there(staged, "i18n") == []
    assert read(staged, "staging/pt-BR/index.md") == read(staged, "source/index.md")


def test_git_need_not_know_it(staged: Path) -> None:
    i18n(staged, "init", "--locale", "fr", "--yes")
    assert "/staging/" in read(staged, ".gitignore").splitlines()
