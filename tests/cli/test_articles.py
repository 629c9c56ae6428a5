"""Which files are articles, which are named and left alone, and which part of a project a command works on."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import Result

from i18n.store import local
from tests.cli.commands import files, i18n, more_configuration, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Articles in two folders, for German and Brazilian Portuguese."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "pt-BR"]\n')
    for path in ("index.md", "guide/one.md", "guide/two.md", "guide/deep/three.md"):
        write(tmp_path, f"source/{path}", f"# The text of {path.removesuffix('.md')}\n")
    return tmp_path


def configure(project: Path, source: str) -> None:
    write(project, "i18n.toml", f'[project]\nlocales = ["de", "pt-BR"]\n[source]\n{source}\n')


def templates(project: Path) -> list[str]:
    return [path.removesuffix(".pot") for path in files(project / "locales/templates")]


def extract(project: Path, *arguments: str) -> Result:
    return i18n(project, "extract", *arguments)


@pytest.mark.parametrize(
    "name",
    ["a.markdown", "a.mkd", "a.mdown", "a.MD", "a.Rmd", "a.qmd", "b.c.mdwn", "guide/deep/a.markdown"],
)
def test_what_looks_like_an_article_is_named_and_left_alone(site: Path, name: str) -> None:
    write(site, f"source/{name}", "# Left behind\n")
    result = extract(site)
    assert result.exit_code == 0
    assert (
        f"source/{name}: warning: This looks like an article, and no glob of [source] include matches it"
        in result.stderr
    )
    assert len(templates(site)) == 4


@pytest.mark.parametrize("name", ["a.png", "a.html", "md", "a.md.bak", "a.mdp", "README", "a.rst", ".a.markdown"])
def test_what_does_not_look_like_one_is_not_spoken_of(site: Path, name: str) -> None:
    write(site, f"source/{name}", "# Something else\n")
    assert extract(site).stderr == ""


@pytest.mark.parametrize("source", ['include = ["**/*.md", "**/*.markdown"]', 'exclude = ["**/*.markdown"]'])
def test_a_lookalike_that_the_configuration_speaks_of_is_settled(site: Path, source: str) -> None:
    write(site, "source/old.markdown", "# Old\n")
    configure(site, source)
    assert extract(site).stderr == ""
    assert ("old" in templates(site)) == source.startswith("include")


REPORT = "A report about wells\n\nNine wells were opened in the valley this spring, and the village gave thanks.\n"


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("report.txt", REPORT, True),
        ("guide/REPORT.TXT", REPORT.replace("\n", "\r\n"), True),
        ("well.txt", "今年の春、谷には九つの井戸が開かれ、村の人々は皆に感謝した。\n", True),
        ("robots.txt", REPORT, False),
        ("LICENSE.txt", REPORT, False),
        ("dev-requirements.txt", REPORT, False),
        ("table.txt", "a 1\nb 2\nc 3\nd 4\ne 5\nf 6\n", False),
        ("picture.txt", "\0\1\2", False),
        ("empty.txt", "", False),
        ("words.txt", "one two three four five six seven eight nine ten\n", False),
    ],
)
def test_a_text_file_is_named_where_it_is_prose(site: Path, name: str, text: str, named: bool) -> None:
    write(site, f"source/{name}", text)
    assert (f"source/{name}: warning: This looks like an article" in extract(site).stderr) == named


def test_a_text_file_that_nobody_may_read_stops_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, "source/report.txt", REPORT)
    content = local._content

    def refused(path: str) -> bytes:
        if path.endswith("report.txt"):
            raise PermissionError(13, "Permission denied", path)
        return content(path)

    monkeypatch.setattr(local, "_content", refused)
    result = extract(site)
    assert (result.exit_code, "report.txt" in result.stderr) == (0, False)


@pytest.mark.parametrize("command", ["extract", "draft", "check", "build", "run"])
def test_every_step_that_reads_articles_names_lookalikes_at_most_once(site: Path, command: str) -> None:
    write(site, "source/old.markdown", "# Old\n")
    told = i18n(site, command).stderr
    assert told.count("source/old.markdown") <= 1
    if command in ("extract", "run"):
        assert "source/old.markdown" in told


def test_what_is_excluded_is_no_article_and_its_catalogs_stay(site: Path) -> None:
    extract(site)
    configure(site, 'exclude = ["guide/**"]')
    result = extract(site)
    assert result.stdout.startswith("The article of the catalogs of guide/deep/three is gone; they are kept.")
    assert len(templates(site)) == 4
    assert extract(site, "index").exit_code == 0
    refused = extract(site, "guide/one")
    assert (refused.exit_code, 'There is no article "guide/one"' in refused.stderr) == (2, True)


def test_a_link_that_leaves_the_project_is_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere, "secret.md", "# Secret\n")
    (site / "source/out").symlink_to(elsewhere)
    (site / "source/secret.md").symlink_to(elsewhere / "secret.md")
    result = extract(site)
    assert result.exit_code == 0
    for path in ("source/out", "source/secret.md"):
        assert f"{path}: warning: This symbolic link leaves the project and is not followed" in result.stderr
    assert b"Secret" not in b"".join(files(site / "locales").values())


def test_a_link_within_the_project_is_an_article(site: Path) -> None:
    write(site, "shared/terms.md", "# Terms\n")
    (site / "source/terms.md").symlink_to("../shared/terms.md")
    assert extract(site).stderr == ""
    assert "terms" in templates(site)


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"two\nlines.md", b"a\x07bell.md"])
def test_a_name_that_cannot_be_spelled_is_3_and_the_rest_is_done(site: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(site / "source") + b"/" + name)).write_bytes(b"# Hi\n")
    result = extract(site)
    assert result.exit_code == 3
    assert "The file's path has a control character or is not Unicode" in result.stderr
    assert len(templates(site)) == 4


def test_private_globs_that_match_nothing_are_refused(site: Path) -> None:
    configure(site, 'private = ["guide/onne.md"]')
    result = extract(site)
    assert result.exit_code == 2
    assert '"guide/onne.md" matches no article' in result.stderr
    assert not (site / "locales").exists()


@pytest.mark.parametrize("glob", ["guide/one.md", "guide/one", "guide", "guide/", "guide/*.md", "guide/**"])
def test_private_articles_are_named_as_on_the_command_line(site: Path, glob: str) -> None:
    configure(site, f'private = ["{glob}"]')
    assert extract(site).exit_code == 0
    rows = json.loads(i18n(site, "status", "--format", "json", "--private").stdout)["articles"]
    assert rows["guide/one.md"]["private"]
    assert not rows["index.md"]["private"]


@pytest.mark.parametrize(
    ("glob", "meant"), [("guide/onne", "guide/one"), ("giude", "guide"), ("source/guide/one.md", "guide/one.md")]
)
def test_a_name_with_a_slip_is_refused_with_the_one_that_was_meant(site: Path, glob: str, meant: str) -> None:
    for table, key in (("source", "private"), ("build", "required")):
        configuration = (site / "i18n.toml").read_text()
        more_configuration(site, f'[{table}]\n{key} = ["{glob}"]\n')
        result = i18n(site, "build")
        assert result.exit_code == 2
        assert f'{table}.{key}: "{glob}" matches no article (did you mean "{meant}"?)' in result.stderr
        write(site, "i18n.toml", configuration)


def test_excluded_folders_may_be_named(site: Path) -> None:
    configure(site, 'exclude = ["guide"]')
    extract(site)
    assert not [name for name in templates(site) if name.startswith("guide")]


def test_names_that_differ_in_their_extension_or_case_alone_do_not_share_a_catalog(site: Path) -> None:
    write(site, "source/Index.md", "# Another\n")
    write(site, "source/index.txt", "A third.\n")
    configure(site, 'include = ["**/*.md", "**/*.txt"]')
    extract(site)
    assert {"Index.md", "index.md", "index.txt"} <= set(templates(site))


@pytest.mark.parametrize("command", ["extract", "check", "build", "status", "draft", "bundle", "run"])
def test_every_command_refuses_what_there_is_not(site: Path, command: str) -> None:
    extract(site)
    before = files(site)
    for argument, hint in (("gide/one", 'did you mean "guide/one"?'), ("--locale=fr", "i18n init --locale fr")):
        if command == "bundle" and not argument.startswith("-"):
            continue  # it packs whole languages
        result = i18n(site, command, argument)
        assert (result.exit_code, hint in result.stderr) == (2, True), result.stderr
    assert files(site) == before


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["guide"], ["guide/deep/three.md", "guide/one.md", "guide/two.md"]),
        (["guide/"], ["guide/deep/three.md", "guide/one.md", "guide/two.md"]),
        (["source/guide/deep"], ["guide/deep/three.md"]),
        (["guide/one.md", "guide/one", "./source/guide/one.md"], ["guide/one.md"]),
        (["index", "guide/deep"], ["guide/deep/three.md", "index.md"]),
        (["."], ["guide/deep/three.md", "guide/one.md", "guide/two.md", "index.md"]),
        (["source"], ["guide/deep/three.md", "guide/one.md", "guide/two.md", "index.md"]),
    ],
)
def test_every_command_understands_the_same_spellings(site: Path, arguments: list[str], expected: list[str]) -> None:
    extract(site, *arguments)
    assert templates(site) == [path.removesuffix(".md") for path in expected]
    assert i18n(site, "build", "--locale", "de", *arguments).exit_code == 0
    assert list(files(site / "dist/de")) == expected
    rows = [line.split()[0] for line in i18n(site, "status", *arguments).stdout.splitlines() if ".md" in line]
    assert rows == expected
    assert i18n(site, "extract", "--check", *arguments).exit_code == 0


@pytest.mark.parametrize("tag", ["pt-BR", "pt_BR", "PT-br", "pt_br"])
def test_a_language_has_many_spellings(site: Path, tag: str) -> None:
    extract(site, "--locale", tag)
    assert {path.split("/")[0] for path in files(site / "locales")} == {"pt_BR", "templates"}
