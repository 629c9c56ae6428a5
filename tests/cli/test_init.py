"""`i18n init` as a user meets it: what it says, and what it leaves in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.commands import files, i18n, write


def init(folder: Path, *arguments: str) -> Result:
    return i18n(folder, "init", *arguments)


def test_the_first_time_it_says_what_it_wrote_and_what_comes_next(tmp_path: Path) -> None:
    result = init(tmp_path, "--locale", "de", "--locale", "pt_br")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Wrote {tmp_path}/i18n.toml: de, pt-BR.",
        "The articles are taken to be in en; --source-locale names another language.",
        "There is no folder source/: put articles there, or name their folder in [source] path; then: i18n extract",
        "Lines for .gitignore, which --yes adds:  /dist/  /bundles/  /.i18n/",
    ]
    write(tmp_path, "source/a.md", "# Hello there\n")
    assert i18n(tmp_path, "extract").exit_code == 0


def test_it_says_where_the_articles_are(tmp_path: Path) -> None:
    write(tmp_path, "source/a.md", "# Hello there\n")
    told = init(tmp_path, "--locale", "de", "--locale", "pt_br").stdout.splitlines()
    assert told[0] == f"Wrote {tmp_path}/i18n.toml: articles in source/, de, pt-BR."
    assert told[-1] == "Next: i18n extract"


def test_a_site_generator_is_named_with_what_follows_from_it(tmp_path: Path) -> None:
    write(tmp_path, "hugo.toml", "")
    write(tmp_path, "content/a.md", "# Hello there\n")
    told = init(tmp_path, "--locale", "de").stdout
    assert "articles in content/" in told
    assert "This looks like a Hugo site; the articles are read as hugo." in told
    assert i18n(tmp_path, "extract").stdout.endswith("1 article, 1 message: 1 template and 1 catalog written.\n")


def test_a_dialect_that_is_named_wins_over_what_is_recognized(tmp_path: Path) -> None:
    write(tmp_path, "hugo.toml", "")
    assert "the articles are read as gfm." in init(tmp_path, "--locale", "de", "--dialect", "gfm").stdout
    assert 'dialect = "gfm"' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


def test_a_language_is_added_once(tmp_path: Path) -> None:
    init(tmp_path, "--locale", "de")
    added = init(tmp_path, "--locale", "fr", "--locale", "de")
    assert added.stdout.splitlines() == [f"Added fr to {tmp_path}/i18n.toml.", "Next: i18n extract"]
    before = files(tmp_path)
    again = init(tmp_path, "--locale", "fr")
    assert (again.exit_code, again.stdout) == (0, f"{tmp_path}/i18n.toml is there already; nothing to add.\n")
    assert files(tmp_path) == before


@pytest.mark.parametrize(("option", "status"), [("--dry-run", 0), ("--check", 1)])
def test_pretending_says_what_it_would_do_and_writes_nothing(tmp_path: Path, option: str, status: int) -> None:
    result = init(tmp_path, "--locale", "de", option)
    assert (result.exit_code, files(tmp_path)) == (status, {})
    assert result.stdout.startswith(f"Would write {tmp_path}/i18n.toml: de.\n")
    init(tmp_path, "--locale", "de")
    before = files(tmp_path)
    result = init(tmp_path, "--locale", "fr", option)
    assert (result.exit_code, files(tmp_path)) == (status, before)
    assert result.stdout == f"Would add fr to {tmp_path}/i18n.toml.\n"
    assert init(tmp_path, "--locale", "de", option).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "i18n init --locale de --locale pt-BR"),
        (["--locale", "no tag"], "no tag"),
        (["--locale", "en"], "the articles are written in it"),
        (["--locale", "de", "--dialect", "word"], "There are commonmark"),
    ],
)
def test_what_cannot_be_is_2_and_writes_nothing(tmp_path: Path, arguments: list[str], said: str) -> None:
    result = init(tmp_path, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("configuration", "arguments", "said"),
    [
        (
            '[project]\nlocales = ["de"]\n',
            ["--locale", "fr", "--dialect", "gfm"],
            'Set [source] dialect = "gfm" in it.',
        ),
        ('[project]\nsource_locale = "fr"\nlocales = ["de"]\n', ["--locale", "fr"], "the articles are written in it"),
        ("[project]\nlocales = 7\n", ["--locale", "fr"], "project.locales: expected a list of strings."),
        ('[project]\nname = "x"\n', ["--locale", "fr"], "project.locales: expected a list of strings."),
        ('project = "x"\n', ["--locale", "fr"], "project.locales: expected a list of strings."),
    ],
)
def test_a_configuration_that_it_cannot_add_to_stays(
    tmp_path: Path, configuration: str, arguments: list[str], said: str
) -> None:
    write(tmp_path, "i18n.toml", configuration)
    result = init(tmp_path, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert files(tmp_path) == {"i18n.toml": configuration.encode()}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"_config.yml": "title: x\n"}, "_config.yml:  exclude: [i18n.toml]\n"),
        ({"_config.yml": "exclude: [vendor, dist/]\n"}, "exclude: [vendor, dist/, i18n.toml]\n"),
        ({"_config.yml": "exclude: ['*']\n"}, ""),
        ({"_config.yml": "source: site\n"}, ""),
        ({"_config.yml": "source: .\n"}, "exclude: [i18n.toml]\n"),
        ({"myst.yml": "version: 1\n"}, "myst.yml:  project: exclude: [locales/**]  project: exclude: [dist/**]"),
        ({"conf.py": 'exclude_patterns = ["locales", "dist", "bundles"]\n'}, ""),
        ({"docs/conf.py": ""}, ""),
        ({".vitepress/config.mts": "export default {}"}, "srcExclude: ['locales/**', 'dist/**', 'bundles/**']\n"),
        ({"docs/.vitepress/config.mts": ""}, ""),
        ({"mkdocs.yml": "docs_dir: docs\n"}, ""),
        ({"hugo.toml": ""}, ""),
        ({"book.toml": ""}, ""),
    ],
)
def test_what_a_generator_would_publish_of_ours_is_said(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for path, text in files.items():
        write(tmp_path, path, text)
    told = init(tmp_path, "--locale", "de").stdout
    assert ("would publish files of this program too. Add to " in told) == bool(said)
    assert said in told
    assert {path: (tmp_path / path).read_text() for path in files} == files
