"""`i18n run`: the main job, from articles to bundles."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, more_configuration, process, translate, translate_all, untouched, write


def packed(project: Path, locale: str) -> set[str]:
    with zipfile.ZipFile(project / f"bundles/{locale}.zip") as archive:
        return set(archive.namelist())


def test_one_command_makes_everything(project: Path) -> None:
    result = i18n(project, "run")
    assert result.exit_code == 0
    assert [path for path in files(project) if path.startswith(("dist", "bundles"))] == [
        "bundles/de.zip",
        "bundles/pt-BR.zip",
        "dist/de/guide/install.md",
        "dist/de/images/map.png",
        "dist/de/index.md",
        "dist/manifest.json",
        "dist/pt-BR/guide/install.md",
        "dist/pt-BR/images/map.png",
        "dist/pt-BR/index.md",
    ]
    for head in ("Extract", "Draft", "Check", "Build", "Bundle", "Where things stand", "Next"):
        assert f"\n{head}\n" in result.stdout
    assert "guide/install.md" in result.stdout.partition("Where things stand")[2]
    assert f"Compiled articles: {project}/dist/LANGUAGE/   Bundles: {project}/bundles/LANGUAGE.zip" in result.stdout
    assert f"Finish 14 messages in the catalogs below {project}/locales/ with" in result.stdout


def test_no_folder_of_a_language_is_named_where_pages_lie_next_to_their_articles(project: Path) -> None:
    more_configuration(project, '[build]\nlayout = "mkdocs"\n')
    assert f"Compiled articles: {project}/dist/   Bundles: " in i18n(project, "run").stdout


def test_a_second_time_writes_nothing(project: Path) -> None:
    i18n(project, "run")
    before = untouched(project)
    assert i18n(project, "run").exit_code == 0
    assert untouched(project) == before
    assert i18n(project, "run", "--check").exit_code == 0


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_pretending_writes_nothing(project: Path, option: str) -> None:
    before = files(project)
    result = i18n(project, "run", option)
    assert files(project) == before
    assert not (project / ".i18n").exists()
    assert result.exit_code == (1 if option == "--check" else 0)


def test_an_article_with_an_error_stays_out_and_the_rest_is_packed(project: Path) -> None:
    write(project, "source/guide/install.md", "# Read the `manual` first\n")
    i18n(project, "extract")
    translate(project, "guide/install", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    result = i18n(project, "run")
    assert result.exit_code == 1
    assert "guide/install.md" not in packed(project, "de")
    assert "index.md" in packed(project, "de")
    assert "guide/install.md" in packed(project, "pt-BR")
    assert "guide/install.md stays out of the de bundle: it has" in result.stderr
    assert "[code]" in result.stderr
    assert "Mend the errors" in result.stdout


def test_a_part_leaves_errors_of_the_rest_out_of_the_bundle(project: Path) -> None:
    write(project, "source/guide/install.md", "# Read the `manual` first\n")
    i18n(project, "extract")
    translate(project, "guide/install", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    i18n(project, "build")
    assert i18n(project, "run", "index", "--locale", "de").exit_code == 0
    assert packed(project, "de") == {"index.md", "images/map.png", "manifest.json"}


def test_an_article_that_cannot_be_read_is_3_and_the_rest_is_done(project: Path) -> None:
    (project / "source/bad.md").write_bytes(b"\xff")
    result = i18n(project, "run")
    assert result.exit_code == 3
    assert "source/bad.md:1: error: not UTF-8" in result.stderr
    assert packed(project, "de") == {"guide/install.md", "index.md", "images/map.png", "manifest.json"}


def test_when_all_is_translated_it_says_so(project: Path) -> None:
    more_configuration(project, "")
    i18n(project, "extract")
    for name in ("index", "guide/install"):
        for locale in ("de", "pt_BR"):
            translate_all(project, name, locale)
    result = i18n(project, "run")
    assert result.exit_code == 0
    assert "Everything is translated" in result.stdout


def test_wrong_configuration_is_found_before_anything_is_written(project: Path) -> None:
    more_configuration(project, '[check]\noff = ["nonsense"]\n')
    before = files(project)
    assert i18n(project, "run").exit_code == 2
    write(project, "i18n.toml", '[project]\nlocales = ["de"]\n[draft]\nengines = ["babelfish"]\n')
    result = i18n(project, "run")
    assert result.exit_code == 2
    assert "babelfish" in result.stderr
    assert files(project).keys() == before.keys()


def test_an_engine_that_lacks_something_is_named_with_what_to_do(project: Path) -> None:
    text = (project / "i18n.toml").read_text(encoding="utf-8")
    write(project, "i18n.toml", text.replace('["memory"]', '["memory", "apertium"]').replace('"pt-BR"', '"es"'))
    result = process(project, "run", PATH="/nowhere")
    assert result.returncode == 0, result.stderr
    assert "Apertium is not installed" in result.stdout
    assert "apt-get install" in result.stdout
    assert (project / "bundles/es.zip").exists()


def test_as_a_process_in_a_pipe_there_is_no_bar_and_no_colour(project: Path) -> None:
    result = process(project, "run")
    assert result.returncode == 0
    assert "Compiled articles: dist/LANGUAGE/   Bundles: bundles/LANGUAGE.zip" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr
    assert "\r" not in result.stdout + result.stderr
    assert "%|" not in result.stderr


def test_quiet_says_nothing_on_stderr(project: Path) -> None:
    result = process(project, "-q", "run")
    assert result.stderr == ""


def test_what_several_steps_find_is_said_once(project: Path) -> None:
    (project / "source/bad.md").write_bytes(b"\xff")
    result = i18n(project, "run")
    assert result.stderr.count("source/bad.md:1: error: not UTF-8") == 1


def test_where_nothing_is_published_there_is_nothing_to_pack(project: Path) -> None:
    more_configuration(project, '[build]\nfallback = "omit"\n')
    assert i18n(project, "run").exit_code == 0
    assert not (project / "bundles").exists()
