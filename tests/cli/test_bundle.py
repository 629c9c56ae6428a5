"""`i18n bundle`: what is packed, what stays out, and what is refused."""

from __future__ import annotations

import errno
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from i18n.catalog import codec, origin
from i18n.store import local
from tests.cli.commands import files, i18n, more_configuration, translate, untouched, write


@pytest.fixture
def built(project: Path) -> Path:
    i18n(project, "extract")
    translate(project, "index", {"Welcome home": "Willkommen daheim"})
    i18n(project, "build")
    return project


def packed(project: Path, locale: str) -> list[str]:
    with zipfile.ZipFile(project / f"bundles/{locale}.zip") as archive:
        assert archive.testzip() is None
        return sorted(archive.namelist())


def test_each_language_has_an_archive_of_its_articles_and_their_pictures(built: Path) -> None:
    result = i18n(built, "bundle")
    assert result.exit_code == 0
    for locale in ("de", "pt-BR"):
        assert packed(built, locale) == ["guide/install.md", "images/map.png", "index.md", "manifest.json"]
    with zipfile.ZipFile(built / "bundles/de.zip") as archive:
        assert archive.read("index.md") == (built / "dist/de/index.md").read_bytes()
        assert json.loads(archive.read("manifest.json"))["language"] == "de"
    assert "bundles/de.zip" in result.stdout


def test_a_second_time_writes_nothing(built: Path) -> None:
    i18n(built, "bundle")
    before = untouched(built)
    assert i18n(built, "bundle").stdout.endswith("bundles/: all up to date.\n")
    assert untouched(built) == before


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    i18n(built, "bundle")
    other = tmp_path_factory.mktemp("other") / "project"
    other.mkdir()
    for path, data in files(built).items():
        if not path.startswith(("dist/", "bundles/")):
            (other / path).parent.mkdir(parents=True, exist_ok=True)
            (other / path).write_bytes(data)
    i18n(other, "build", jobs=2)
    i18n(other, "bundle", jobs=2)
    assert files(other / "bundles") == files(built / "bundles")


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_pretending_writes_nothing(built: Path, option: str) -> None:
    result = i18n(built, "bundle", option)
    assert not (built / "bundles").exists()
    assert "2 bundles would be written" in result.stdout
    assert result.exit_code == (1 if option == "--check" else 0)


def test_an_article_with_an_error_stays_out_of_that_language(built: Path) -> None:
    write(built, "source/guide/install.md", "# Read the `manual` first\n")
    i18n(built, "extract")
    translate(built, "guide/install", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    i18n(built, "build")
    result = i18n(built, "bundle")
    assert result.exit_code == 1, "a language that is not whole is no success"
    assert packed(built, "de") == ["images/map.png", "index.md", "manifest.json"]
    assert "guide/install.md" in packed(built, "pt-BR")
    assert "guide/install.md stays out of the de bundle: it has 1 error." in result.stderr
    assert "[code]" in result.stderr


@pytest.mark.parametrize("commands", [("check", "build", "bundle"), ("run",)])
def test_an_error_that_nobody_would_see_keeps_no_page_out(project: Path, commands: tuple[str, ...]) -> None:
    more_configuration(project, '[build]\nrequire = "reviewed"\n')
    write(project, "source/index.md", "Run `start` to begin.\n")
    i18n(project, "extract")
    translate(project, "index", {"Run `start` to begin.": "Beginne damit."})
    results = [i18n(project, command) for command in commands]
    assert [result.exit_code for result in results] == [0] * len(commands)
    assert "warning" in "".join(result.output for result in results)
    assert "index.md" in packed(project, "de")
    assert (project / "dist/de/index.md").read_text() == "Run `start` to begin.\n"

    path = project / "locales/de/LC_MESSAGES/index.po"
    before = codec.parse(path.read_bytes())
    path.write_bytes(codec.serialize(replace(before, units=tuple(origin.review(unit, "mk") for unit in before.units))))
    results = [i18n(project, command) for command in commands]
    assert results[0].exit_code == results[-1].exit_code == 1, "what a second reader confirmed would be published"
    assert "index.md" not in packed(project, "de")


def test_private_articles_and_drafts_of_the_generator_are_never_packed(built: Path) -> None:
    write(built, "source/draft.md", "---\ntitle: Soon\ndraft: true\n---\nNot yet.\n")
    write(built, "source/plan.md", "# The plan\n")
    i18n(built, "build")
    i18n(built, "bundle")
    assert "plan.md" in packed(built, "de")
    more_configuration(built, '[source]\nprivate = ["plan.md"]\n')
    i18n(built, "bundle")
    assert "plan.md" not in packed(built, "de"), "private now, though it was not when it was built"
    i18n(built, "build", "plan.md", "draft.md")
    assert (built / "dist/de/plan.md").exists()
    assert (built / "dist/de/draft.md").exists()
    i18n(built, "bundle")
    assert not {"plan.md", "draft.md"} & set(packed(built, "de"))


def test_what_has_changed_since_it_was_built_is_refused_and_the_old_bundle_stays(built: Path) -> None:
    i18n(built, "bundle")
    before = files(built / "bundles")
    (built / "dist/de/index.md").write_bytes(b"tampered\n")
    write(built, "source/guide/install.md", "# Changed\n")
    result = i18n(built, "bundle")
    assert result.exit_code == 1
    assert "index.md: The file is not the one that was built" in result.stderr
    assert "guide/install.md: Its article has changed since it was built." in result.stderr
    assert files(built / "bundles") == before


def test_a_file_that_is_missing_is_refused(built: Path) -> None:
    (built / "dist/de/images/map.png").unlink()
    result = i18n(built, "bundle", "--locale", "de")
    assert result.exit_code == 1
    assert "images/map.png" in result.stderr
    assert not (built / "bundles").exists()


@pytest.mark.parametrize("how", ["gone", "unreadable"])
def test_an_article_that_is_not_there_any_more_is_refused(
    built: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    i18n(built, "bundle")
    before = files(built / "bundles")
    if how == "gone":
        (built / "source/index.md").unlink()
    else:
        content = local._content

        def locked(place: str) -> bytes:
            if place.endswith("source/index.md"):
                raise PermissionError(errno.EACCES, "Permission denied")
            return content(place)

        monkeypatch.setattr(local, "_content", locked)
    result = i18n(built, "bundle")
    assert result.exit_code == (1 if how == "gone" else 3)
    assert (
        "Its article is gone." if how == "gone" else "Its article cannot be read: Permission denied."
    ) in result.stderr
    assert files(built / "bundles") == before


def test_when_nothing_may_be_packed_the_old_archive_goes(built: Path) -> None:
    i18n(built, "bundle")
    more_configuration(built, '[source]\nprivate = ["**"]\n')
    assert i18n(built, "bundle").exit_code == 0
    assert not (built / "bundles").exists()


def test_without_a_build_it_says_what_to_do(project: Path) -> None:
    result = i18n(project, "bundle")
    assert result.exit_code == 2
    assert "i18n build" in result.stderr


def test_only_the_language_that_is_named(built: Path) -> None:
    i18n(built, "bundle", "--locale", "pt_BR")
    assert list(files(built / "bundles")) == ["pt-BR.zip"]


def test_the_bundle_of_a_language_that_was_taken_out_is_removed_and_nothing_else(built: Path) -> None:
    i18n(built, "bundle")
    foreign = {"bundles/fr.zip": b"PK not ours", "bundles/notes.txt": b"x", "bundles/old/de.zip": b"PK"}
    for path, data in foreign.items():
        (built / path).parent.mkdir(exist_ok=True)
        (built / path).write_bytes(data)
    with zipfile.ZipFile(built / "bundles/ja.zip", "w") as theirs:
        theirs.writestr("a.md", "# Theirs")
    configuration = (built / "i18n.toml").read_text()
    write(built, "i18n.toml", configuration.replace(', "pt-BR"', ""))
    assert i18n(built, "build").exit_code == 0
    pretended = i18n(built, "bundle", "--dry-run").stdout
    assert "bundles/pt-BR.zip would be removed: nothing is published in its language any more." in pretended
    assert (built / "bundles/pt-BR.zip").exists()
    assert i18n(built, "bundle", "--check").exit_code == 1
    assert "bundles/pt-BR.zip was removed" in i18n(built, "bundle").stdout
    left = {f"bundles/{path}" for path in files(built / "bundles")}
    assert left == {"bundles/de.zip", "bundles/ja.zip", *foreign}
    assert i18n(built, "bundle", "--check").exit_code == 0


def test_the_bundle_of_a_language_that_is_not_asked_for_stays(built: Path) -> None:
    i18n(built, "bundle")
    shutil.rmtree(built / "dist")
    i18n(built, "build", "--locale", "de")
    i18n(built, "bundle", "--locale", "de")
    assert (built / "bundles/pt-BR.zip").exists()
    assert "bundles/pt-BR.zip was removed" in i18n(built, "bundle").stdout
