"""Headings get the ids that the site's configuration gives them, whenever it says another thing."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import i18n, translate, write

PAGE = "# Tips & tricks\n\nSee [it](#tips--tricks).\n"
TEXTS = {"Tips & tricks": "Kniffe", "See [it](#tips--tricks).": "Siehe [es](#tips--tricks)."}


def heading(project: Path, folder: str = "dist/de") -> str:
    return (project / folder / "a.md").read_text(encoding="utf-8").splitlines()[0]


def made(folder: Path, build: str = "", source: str = "docs") -> Path:
    configuration = f'[project]\nlocales = ["de"]\n[source]\npath = "{source}"\ndialect = "mkdocs"\n[build]\n{build}'
    write(folder, "i18n.toml", configuration)
    write(folder, f"{source}/a.md", PAGE)
    i18n(folder, "extract")
    translate(folder, "a", TEXTS)
    return folder


def test_a_change_of_the_sites_configuration_is_seen_by_the_next_build(tmp_path: Path) -> None:
    project = made(tmp_path)
    for configuration, expected in (
        ("site_name: x\n", '# <a id="tips-tricks"></a>Kniffe'),
        ("markdown_extensions: [attr_list]\n", "# Kniffe { #tips-tricks }"),
        (
            "markdown_extensions: [attr_list, toc: {slugify: !!python/name:pymdownx.slugs.uslugify }]\n",
            "# Kniffe { #tips--tricks }",
        ),
    ):
        write(project, "mkdocs.yml", configuration)
        for _ in range(2):
            assert i18n(project, "build").exit_code == 0
            assert heading(project) == expected
    (project / "mkdocs.yml").unlink()
    i18n(project, "build")
    assert heading(project) == "# Kniffe { #tips-tricks }"


def test_the_configuration_may_lie_next_to_the_articles_or_above_them(tmp_path: Path) -> None:
    project = made(tmp_path, source="website/docs/en")
    write(project, "mkdocs.yml", "site_name: x\n")
    i18n(project, "build")
    assert heading(project) == '# <a id="tips-tricks"></a>Kniffe'
    write(project, "website/mkdocs.yml", "markdown_extensions: [attr_list]\n")
    i18n(project, "build")
    assert heading(project) == "# Kniffe { #tips-tricks }"


def test_the_project_may_name_the_rule(tmp_path: Path) -> None:
    project = made(tmp_path, 'ids = "github"\n')
    i18n(project, "build")
    assert heading(project) == "# Kniffe { #tips--tricks }"
    made(tmp_path, 'ids = "none"\n')
    i18n(project, "build")
    assert heading(project) == "# Kniffe"


def test_an_unknown_rule_is_an_error_that_lists_them(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n[build]\nids = "gfm"\n')
    result = i18n(tmp_path, "build")
    assert result.exit_code == 2
    assert "build.ids" in result.output
    assert all(name in result.output for name in ("auto", "github", "kramdown", "pymdownx-lower"))


def test_check_says_what_build_says_of_ids(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n[source]\ndialect = "mkdocs"\n')
    write(tmp_path, "mkdocs.yml", "site_name: x\n")
    write(tmp_path, "source/a.md", "# Home\n\n## Start\n")
    i18n(tmp_path, "extract")
    translate(tmp_path, "a", {"Home": "Start", "Start": "Beginn"})
    for command in ("check", "build"):
        assert "heading-id" in i18n(tmp_path, command).output
