"""Catalogs whose article or language is gone stay, and are named once, with the command that archives them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, translate, write

ARCHIVE = "  To archive them, in the project's folder: "


@pytest.fixture
def begun(project: Path) -> Path:
    """Both articles packed in both languages, one with a text of a person's."""
    assert i18n(project, "extract").exit_code == 0
    translate(project, "guide/install", {"Close it again.": "Feche de novo."}, "pt_BR")
    assert i18n(project, "run").exit_code == 0
    return project


def configure(project: Path, before: str, after: str) -> None:
    text = (project / "i18n.toml").read_text(encoding="utf-8")
    assert before in text
    write(project, "i18n.toml", text.replace(before, after))


def told(project: Path, command: str = "extract") -> list[str]:
    result = i18n(project, command)
    assert result.exit_code == 0
    return [line for line in result.stdout.splitlines() if "they are kept" in line or line.startswith(ARCHIVE)]


def shell(project: Path, line: str) -> None:
    """Type the command that was said."""
    subprocess.run(["sh", "-euc", line.removeprefix(ARCHIVE)], cwd=project, check=True)


@pytest.mark.parametrize("command", ["extract", "run"])
def test_of_an_article_they_are_named_once(begun: Path, command: str) -> None:
    (begun / "source/guide/install.md").unlink()
    said = told(begun, command)
    assert said[0] == "The article of the catalogs of guide/install is gone; they are kept."
    assert len(said) == 2
    assert told(begun) == told(begun, "run") == []
    shutil.rmtree(begun / ".i18n")
    assert told(begun) == said


@pytest.mark.parametrize("name", ["guide/install", "it's a $HOME", "deep/ö “x”", "-rf"])
def test_of_an_article_the_command_archives_all_of_them(begun: Path, name: str) -> None:
    write(begun, f"source/{name}.md", "# Some words of it\n")
    i18n(begun, "extract")
    (begun / f"source/{name}.md").unlink()
    before = {path: data for path, data in files(begun / "locales").items() if f"/{name}.po" in path}
    assert len(before) == 3
    shell(begun, told(begun)[1])
    with tarfile.open(begun / f"_archive/{name.replace('/', '-')}.tar") as archive:
        held = {member.name: archive.extractfile(member) for member in archive.getmembers()}
        assert {path.removeprefix("locales/"): file.read() for path, file in held.items() if file} == before
    assert not before.keys() & files(begun / "locales").keys()
    assert told(begun) == []


def test_one_that_comes_back_and_goes_again_is_named_again(begun: Path) -> None:
    text = (begun / "source/guide/install.md").read_text(encoding="utf-8")
    (begun / "source/guide/install.md").unlink()
    said = told(begun)
    write(begun, "source/guide/install.md", text)
    assert told(begun) == []
    (begun / "source/guide/install.md").unlink()
    assert told(begun) == said


def test_what_was_only_looked_at_is_named_still(begun: Path) -> None:
    (begun / "source/guide/install.md").unlink()
    assert "they are kept" in i18n(begun, "extract", "--dry-run").stdout
    assert len(told(begun)) == 2


@pytest.mark.parametrize("state", [b"", b"{", b"7", b"[[7]]", b"\xff"])
def test_what_was_named_may_be_anything(begun: Path, state: bytes) -> None:
    (begun / "source/guide/install.md").unlink()
    (begun / ".i18n/left").write_bytes(state)
    assert len(told(begun)) == 2


def test_of_a_language_they_are_named_once_and_its_pages_and_bundle_go(begun: Path) -> None:
    before = files(begun / "locales/pt_BR")
    assert (begun / "bundles/pt-BR.zip").exists()
    configure(begun, ', "pt-BR"', "")
    assert told(begun, "run") == [
        "The configuration has no language for the catalogs in pt_BR; they are kept.",
        f"{ARCHIVE}mkdir -p _archive && mv locales/pt_BR _archive/pt_BR",
    ]
    assert told(begun) == told(begun, "run") == []
    assert {path.split("/")[0] for path in files(begun / "dist")} == {"de", "manifest.json"}
    assert files(begun / "bundles").keys() == {"de.zip"}
    assert files(begun / "locales/pt_BR") == before
    shell(begun, "mkdir -p _archive && mv locales/pt_BR _archive/pt_BR")
    assert told(begun, "run") == []
    shutil.move(begun / "_archive/pt_BR", begun / "locales/pt_BR")
    configure(begun, '["de"]', '["de", "pt-BR"]')
    assert told(begun, "run") == []
    assert files(begun / "locales/pt_BR") == before
    assert (begun / "bundles/pt-BR.zip").exists()


def test_of_a_language_whose_folder_holds_more_only_the_catalogs_are_archived(begun: Path) -> None:
    write(begun, "locales/pt_BR/LC_MESSAGES/site.mo", "not ours")
    configure(begun, ', "pt-BR"', "")
    shell(begun, told(begun)[1])
    assert files(begun / "locales/pt_BR").keys() == {"LC_MESSAGES/site.mo"}
    with tarfile.open(begun / "_archive/pt_BR.tar") as archive:
        assert len(archive.getnames()) == 2


def test_of_the_source_language_nothing_is_said(begun: Path) -> None:
    write(begun, "locales/en/LC_MESSAGES/index.po", (begun / "locales/de/LC_MESSAGES/index.po").read_text())
    assert told(begun) == []


def test_of_a_private_article_no_name_is_said(begun: Path) -> None:
    configure(begun, "[draft]", '[source]\nprivate = ["guide/**"]\n[draft]')
    write(begun, "source/guide/other.md", "# Something else\n")
    (begun / "source/guide/install.md").unlink()
    assert told(begun) == ["The private article of some catalogs is gone; they are kept."]
