"""`i18n init` as a user meets it: what it says, and what it leaves in the folder."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from i18n.cli.root import root
from tests.cli.commands import files, i18n, write
from tests.real.programs import needs


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


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody can be asked."""
    monkeypatch.setattr("i18n.cli.consent.is_terminal", lambda: True)


def asked(folder: Path, answer: str, *arguments: str) -> Result:
    command = ["--project", str(folder), "init", "--locale", "de", *arguments]
    return CliRunner().invoke(root, command, input=answer)


@pytest.mark.parametrize(("answer", "facts"), [("y\n", True), ("n\n", False), ("\n", False), ("what\nyes\n", True)])
@pytest.mark.usefixtures("terminal")
def test_it_asks_whether_translators_shall_see_facts(tmp_path: Path, answer: str, *, facts: bool) -> None:
    write(tmp_path, "source/a.md", "1,240 kg of rice came on February 7.\n")
    result = asked(tmp_path, answer)
    assert result.exit_code == 0
    assert result.stderr.count("Shall translators see them? [y/N]") == answer.count("\n")
    assert ("[catalogs]\nfacts = true\n" in (tmp_path / "i18n.toml").read_text(encoding="utf-8")) == facts
    assert ("[catalogs] facts = true" in result.stdout) == facts
    i18n(tmp_path, "extract")
    catalog = (tmp_path / "locales/de/LC_MESSAGES/a.po").read_text(encoding="utf-8")
    assert ("#. facts: 1.240 kg" in catalog) == facts


@pytest.mark.usefixtures("terminal")
def test_next_to_what_else_the_table_of_catalogs_says(tmp_path: Path) -> None:
    write(tmp_path, "_config.yml", "title: Wells\n")
    write(tmp_path, "_posts/2026-02-07-a.md", "# Hello there\n")
    asked(tmp_path, "y\n")
    catalogs = tomllib.loads((tmp_path / "i18n.toml").read_text(encoding="utf-8"))["catalogs"]
    assert catalogs["facts"] is True
    assert catalogs["path"].startswith("_")


@pytest.mark.parametrize("option", [["--yes"], ["--dry-run"], ["--check"], ["--format", "json"]])
@pytest.mark.usefixtures("terminal")
def test_it_asks_nothing_where_the_answer_is_known_or_a_program_reads(tmp_path: Path, option: list[str]) -> None:
    result = asked(tmp_path, "y\n", *option)
    assert "Shall" not in result.output
    assert not (tmp_path / "i18n.toml").exists() or "facts" not in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


def test_it_asks_nothing_where_nobody_is(tmp_path: Path) -> None:
    result = asked(tmp_path, "y\n")
    assert "Shall" not in result.output
    assert "facts" not in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("terminal")
def test_it_asks_before_it_writes_and_not_where_it_writes_no_configuration(tmp_path: Path) -> None:
    result = asked(tmp_path, "")
    assert result.exit_code != 0
    assert files(tmp_path) == {}
    assert "Shall" not in asked(tmp_path, "y\n", "--source-locale", "de").output
    assert files(tmp_path) == {}
    asked(tmp_path, "n\n")
    assert "Shall" not in asked(tmp_path, "y\n", "--locale", "fr").output


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


def test_what_was_found_is_there_for_programs(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml", "theme: {language: de}\n")
    write(tmp_path, "docs/a.md", "# Hallo\n")
    write(tmp_path, "docs/a.fr.md", "# Bonjour\n")
    pretended = json.loads(init(tmp_path, "--locale", "fr", "--dry-run", "--format", "json").stdout)
    assert (pretended["written"], files(tmp_path).keys() & {"i18n.toml"}) == (False, set())
    result = init(tmp_path, "--locale", "fr", "--yes", "--format", "json")
    told = json.loads(result.stdout)
    assert told == {
        "format": 1,
        "file": f"{tmp_path}/i18n.toml",
        "locales": ["fr"],
        "written": True,
        "gitignore": {"lines": ["/dist/", "/bundles/", "/.i18n/"], "written": True},
        "proposal": {
            "source_locale": "de",
            "said": "mkdocs.yml: theme.language",
            "from_site": False,
            "dialect": "mkdocs",
            "folder": "",
            "file": "mkdocs.yml",
            "layout": "mkdocs",
            "build": "dist",
            "in_tree": False,
            "catalogs": "locales",
            "bundles": "bundles",
            "unread": [],
            "site": "MkDocs",
            "path": ["docs"],
            "exclude": ["**/*.fr.md"],
            "articles": 1,
            "translations": [{"locale": "fr", "place": "*.fr.md", "files": 1}],
            "left": [],
            "data": [],
            "data_there": [],
            "unpublished": "",
            "content": "docs",
        },
    }
    again = json.loads(init(tmp_path, "--locale", "ko", "--format", "json").stdout)
    assert (again["locales"], again["proposal"], again["written"]) == (["ko"], None, True)
    assert init(tmp_path, "--locale", "ja", "--check", "--format", "json").exit_code == 1


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
        ({"myst.yml": "version: 1\n"}, "myst.yml:  project: exclude: [locales/**, dist/**, bundles/**]\n"),
        ({"myst.yaml": "project: {exclude: [dist/**]}\n"}, "myst.yaml:  project: exclude: [locales/**, bundles/**]\n"),
        ({"conf.py": 'exclude_patterns = ["locales", "dist", "bundles"]\n'}, ""),
        ({"conf.py": "exclude_patterns = []\n"}, 'conf.py:  exclude_patterns += ["locales", "dist", "bundles"]\n'),
        ({"docs/conf.py": ""}, ""),
        ({".vitepress/config.mts": "export default {}"}, "srcExclude: ['locales/**', 'dist/**', 'bundles/**']\n"),
        ({"docs/.vitepress/config.mts": ""}, ""),
        ({"mkdocs.yml": "docs_dir: docs\n"}, ""),
        ({"hugo.toml": ""}, ""),
        ({"book.toml": ""}, ""),
        ({"book.toml": '[book]\nsrc = "."\n'}, 'book.toml:  [book] src = "src", and move the chapters there\n'),
        ({".eleventy.js": "", ".eleventyignore": "locales/\n"}, ".eleventyignore:  dist/  bundles/\n"),
        ({"eleventy.config.mjs": "export const config = {dir: {input: 'src'}};"}, ""),
    ],
)
def test_what_a_generator_would_publish_of_ours_is_said(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for path, text in files.items():
        write(tmp_path, path, text)
    told = init(tmp_path, "--locale", "de").stdout
    assert ("would publish files of this program too. Add to " in told) == bool(said)
    assert said in told
    assert {path: (tmp_path / path).read_text() for path in files} == files


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"/dist/\n/bundles/\n/.i18n/\n"),
        (b"", b"/dist/\n/bundles/\n/.i18n/\n"),
        (b"*.log\n", b"*.log\n/dist/\n/bundles/\n/.i18n/\n"),
        (b"*.log\r\ndist\r\n", b"*.log\r\ndist\r\n/bundles/\r\n/.i18n/\r\n"),
        (b"*.log", b"*.log\n/dist/\n/bundles/\n/.i18n/"),
        (b"\xff\n dist/ \n/bundles/**\n", b"\xff\n dist/ \n/bundles/**\n/.i18n/\n"),
        (b"dist/\n.i18n\nbundles\n", b"dist/\n.i18n\nbundles\n"),
    ],
)
def test_git_ignores_what_is_made_again_if_that_is_wanted(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    write(tmp_path, "source/a.md", "# Hello there\n")
    if before is not None:
        (tmp_path / ".gitignore").write_bytes(before)
    there = files(tmp_path)
    said = init(tmp_path, "--locale", "de", "--yes", "--dry-run").stdout
    assert ("Would add to .gitignore:  " in said) == (before != after)
    offered = init(tmp_path, "--locale", "de").stdout
    assert ("Lines for .gitignore, which --yes adds:  " in offered) == (before != after)
    assert {path: data for path, data in files(tmp_path).items() if path != "i18n.toml"} == there
    added = init(tmp_path, "--yes").stdout
    assert ("Added to .gitignore:  " in added) == (before != after)
    assert "Next:" not in added
    assert (tmp_path / ".gitignore").read_bytes() == after
    again = init(tmp_path, "--yes", "--check")
    assert (again.exit_code, again.stdout) == (0, f"{tmp_path}/i18n.toml is there already; nothing to add.\n")
    assert (tmp_path / ".gitignore").read_bytes() == after


def test_git_ignores_what_is_private_too(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n[source]\nprivate = ["safe/**"]\n')
    result = init(tmp_path, "--yes", "--locale", "fr")
    assert result.exit_code == 0
    lines = (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/source/safe/**", "/locales/*/LC_MESSAGES/safe/**", "/locales/templates/safe/**", "/dist/"} <= set(lines)
    assert 'locales = ["de", "fr"]' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


def test_the_language_of_the_articles_may_be_named(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml", "theme: {language: es}\n")
    write(tmp_path, "docs/a.md", "# Hallo\n")
    assert init(tmp_path, "--locale", "es", "--dry-run").exit_code == 2
    told = init(tmp_path, "--locale", "es", "--source-locale", "de_at").stdout
    assert "source_locale" not in told
    assert 'source_locale = "de-AT"' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")
    again = init(tmp_path, "--source-locale", "de")
    assert (again.exit_code, 'Set [project] source_locale = "de" in it.' in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--locale", "de", "--source-locale", "no tag"], "no tag"),
        (["--locale", "de", "--source-locale", "de"], "the articles are written in it"),
        (["--source-locale", "de"], "Which languages?"),
    ],
)
def test_a_language_of_the_articles_that_cannot_be_is_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    result = init(tmp_path, *arguments)
    assert (result.exit_code, said in result.stderr, files(tmp_path)) == (2, True, {})


def test_a_folder_that_the_site_names_and_that_is_not_there_is_said(tmp_path: Path) -> None:
    write(tmp_path, "mkdocs.yml", "docs_dir: manual\n")
    result = init(tmp_path, "--locale", "de")
    assert "There is no folder manual/: put articles there" in result.stdout
    assert "Next:" not in result.stdout
    (tmp_path / "manual").mkdir()
    (tmp_path / "i18n.toml").unlink()
    assert "There are no articles in manual/: put articles there" in init(tmp_path, "--locale", "de").stdout
    assert i18n(tmp_path, "extract").exit_code == 0


def test_languages_of_the_site_that_are_not_known_are_said(tmp_path: Path) -> None:
    write(
        tmp_path, "hugo.toml", 'defaultContentLanguage = "tlh-x"\n[languages.fr]\n[languages.qqz]\n[languages.tlh-x]\n'
    )
    write(tmp_path, "content/a.md", "# Hello\n")
    told = init(tmp_path).stdout
    assert 'hugo.toml names the language "tlh-x", which is not known.' in told
    assert "These languages of the site are not known, and left out: qqz." in told
    assert 'locales = ["fr"]' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["dist/report.html", "dist/.keep"])
def test_folders_of_others_are_not_ours(tmp_path: Path, there: str) -> None:
    write(tmp_path, "source/a.md", "# Hello\n")
    write(tmp_path, there, "")
    write(tmp_path, "bundles", "a file")
    write(tmp_path, "locales/de.json", "{}")
    assert "/translated/  /translated-bundles/" in init(tmp_path, "--locale", "de").stdout
    assert 'path = "catalogs/{locale}/' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")
    assert i18n(tmp_path, "run").exit_code == 0


def test_other_sites_are_named(tmp_path: Path) -> None:
    write(tmp_path, "hugo.toml", "")
    write(tmp_path, "content/a.md", "# Hello\n")
    write(tmp_path, "docs/conf.py", "")
    write(tmp_path, "exampleSite/hugo.toml", "")
    told = init(tmp_path, "--locale", "de").stdout
    assert "More sites, each of which would be a project of its own: Sphinx in docs/.\n" in told


@needs("git")
def test_what_git_ignores_is_no_article_unless_it_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path.parent / "nobody"))
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    write(tmp_path, ".gitignore", "/drafts/\n/safe/\nlocal.md\n")
    for path in ("a.md", "local.md", "drafts/b.md", "safe/c.md"):
        write(tmp_path, path, "# Hello there\n")
    init(tmp_path, "--locale", "de")
    told = i18n(tmp_path, "extract")
    assert "1 article, 1 message" in told.stdout
    assert told.stderr == "Not read, as git ignores it: drafts/b.md and 2 more files.\n"
    text = (tmp_path / "i18n.toml").read_text(encoding="utf-8")
    write(tmp_path, "i18n.toml", f'{text}private = ["safe/**"]\n')
    told = i18n(tmp_path, "extract")
    assert "2 articles, 2 messages" in told.stdout
    assert "drafts/b.md and 1 more file." in told.stderr
    write(tmp_path, "i18n.toml", text.replace('path = "."', 'path = ["drafts", "a"]'))
    (tmp_path / "a").mkdir()
    told = i18n(tmp_path, "extract")
    assert "1 article, 1 message" in told.stdout, "a folder that is named is meant"
    assert "git ignores" not in told.stderr
    write(tmp_path, "i18n.toml", text)
    monkeypatch.setenv("PATH", "")
    assert "4 articles, 4 messages" in i18n(tmp_path, "extract").stdout, "there is no git"


@pytest.mark.parametrize(
    ("configuration", "text", "private"),
    [
        ("website/mkdocs.yml", "draft_docs: soon.md\n", "website/docs/soon.md"),
        ("docs/_config.yml", "defaults: [{scope: {path: safe}, values: {published: false}}]\n", "docs/safe/a.md"),
        ("website/hugo.yaml", "cascade: {draft: true, _target: {path: /safe/**}}\n", "website/content/safe/a.md"),
        ("packages/docs/mkdocs.yml", "exclude_docs: |\n  safe/\n", "packages/docs/docs/safe/a.md"),
    ],
)  # fmt: skip
def test_what_a_site_in_a_folder_holds_back_is_private(
    tmp_path: Path, configuration: str, text: str, private: str
) -> None:
    write(tmp_path, configuration, text)
    write(tmp_path, private, "---\ntitle: Not yet\n---\n")
    write(tmp_path, f"{private.rpartition('/')[0].removesuffix('/safe')}/a.md", "---\ntitle: A well\n---\n")
    assert init(tmp_path, "--locale", "de").exit_code == 0
    told = i18n(tmp_path, "extract")
    assert "1 private" in told.stdout
    assert "2 articles, 2 messages" in told.stdout


@needs("git")
def test_a_project_in_a_folder_that_git_ignores_has_its_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path.parent / "nobody"))
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    write(tmp_path, ".gitignore", "/trial/\n")
    write(tmp_path, "trial/source/a.md", "# Hello there\n")
    init(tmp_path / "trial", "--locale", "de")
    assert "1 article, 1 message" in i18n(tmp_path / "trial", "extract").stdout
