"""What a build lists, when the list is broken, or when it did not come to its end."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from i18n.manifest import manifest
from i18n.store import LocalStore, local
from tests.cli.commands import files, i18n, translate_all, untouched, write


@pytest.fixture
def built(project: Path) -> Path:
    """The small project, translated into German and built."""
    i18n(project, "extract")
    for name in ("index", "guide/install"):
        translate_all(project, name)
    assert i18n(project, "build").exit_code == 0
    return project


def listed(project: Path) -> dict[str, list[str]]:
    """Articles of the manifest, by locale."""
    made = json.loads((project / "dist/manifest.json").read_bytes())
    return {tag: sorted(locale["articles"]) for tag, locale in made["locales"].items()}


def spoil(project: Path, how: str) -> None:
    path = project / "dist/manifest.json"
    good = path.read_bytes()
    made = json.loads(good)
    article = made["locales"]["de"]["articles"]["index.md"]
    if how == "is cut":
        path.write_bytes(good[: len(good) // 2])
    elif how == "is empty":
        path.write_bytes(b"")
    elif how == "is no UTF-8":
        path.write_bytes(good.replace(b"index", b"\xff"))
    elif how == "is a list":
        path.write_bytes(b"[]")
    elif how == "has no locales":
        path.write_bytes(json.dumps({"locales": None}).encode())
    elif how == "leads outside":
        article["output"] = "../../i18n.toml"
        path.write_bytes(json.dumps(made).encode())
    elif how == "lacks a digest":
        del article["source_sha256"]
        path.write_bytes(json.dumps(made).encode())


BROKEN = ["is cut", "is empty", "is no UTF-8", "is a list", "has no locales", "leads outside", "lacks a digest"]


@pytest.mark.parametrize("how", BROKEN)
def test_a_build_makes_a_broken_manifest_again_and_says_so(built: Path, how: str) -> None:
    good = files(built)
    spoil(built, how)
    result = i18n(built, "build")
    assert result.exit_code == 0
    assert result.stderr.count("dist/manifest.json") == 1
    assert "It is made again; outputs that it alone listed stay. [manifest]" in result.stderr
    assert files(built) == good
    assert i18n(built, "build").stderr == ""


@pytest.mark.parametrize("how", ["is cut", "leads outside"])
def test_nothing_that_only_a_broken_manifest_listed_is_removed(built: Path, how: str) -> None:
    (built / "source/guide/install.md").unlink()
    spoil(built, how)
    i18n(built, "build")
    assert (built / "dist/de/guide/install.md").exists()
    assert (built / "i18n.toml").exists()
    assert listed(built) == {"de": ["index.md"], "pt-BR": ["index.md"]}


@pytest.mark.parametrize("how", ["is cut", "leads outside"])
def test_a_bundle_is_not_packed_by_a_broken_manifest(built: Path, how: str) -> None:
    i18n(built, "bundle")
    before = untouched(built / "bundles")
    spoil(built, how)
    result = i18n(built, "bundle")
    assert result.exit_code == 3
    assert "dist/manifest.json" in result.stderr
    assert untouched(built / "bundles") == before


def test_pretending_names_a_broken_manifest_and_leaves_it(built: Path) -> None:
    spoil(built, "is cut")
    before = files(built)
    result = i18n(built, "build", "--check")
    assert (result.exit_code, files(built)) == (1, before)
    assert "dist/manifest.json" in result.stderr


@pytest.fixture
def interrupted(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build of changed articles that was interrupted as it wrote the last page of its first language."""
    write(built, "source/a.md", "# First by name\n")
    write(built, "source/zebra.md", "# Last by name\n")
    write_file = LocalStore.write

    def interrupting(self: LocalStore, name: str, data: bytes, **options: bool) -> bool:
        if name.endswith("dist/de/zebra.md"):
            raise KeyboardInterrupt
        return write_file(self, name, data, **options)

    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "write", interrupting)
        result = i18n(built, "build")
    assert result.exit_code == 130
    assert "Interrupted: everything finished so far is kept." in result.stderr
    return built


def test_an_interrupted_build_lists_what_it_made_and_what_was_there(interrupted: Path) -> None:
    assert listed(interrupted) == {tag: ["a.md", "guide/install.md", "index.md"] for tag in ("de", "pt-BR")}
    assert not (interrupted / "dist/de/zebra.md").exists()


def test_the_next_build_goes_on_where_it_was_interrupted(interrupted: Path) -> None:
    before = untouched(interrupted / "dist")
    assert i18n(interrupted, "build").exit_code == 0
    after = untouched(interrupted / "dist")
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"de/zebra.md", "pt-BR/zebra.md", "manifest.json"}
    assert i18n(interrupted, "build", "--check").exit_code == 0


def test_what_an_interrupted_build_made_goes_when_its_article_is_gone(interrupted: Path) -> None:
    for name in ("a.md", "guide/install.md"):
        (interrupted / "source" / name).unlink()
    i18n(interrupted, "build")
    assert [path for path in files(interrupted / "dist/de") if path.endswith(".md")] == ["index.md", "zebra.md"]


def test_a_run_that_is_interrupted_as_it_builds_keeps_what_came_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file = LocalStore.write

    def interrupting(self: LocalStore, name: str, data: bytes, **options: bool) -> bool:
        if "dist/de/" in name:
            raise KeyboardInterrupt
        return write_file(self, name, data, **options)

    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "write", interrupting)
        result = i18n(project, "run")
    assert result.exit_code == 130
    assert (project / "locales/pt_BR/LC_MESSAGES/index.po").exists()
    assert not (project / "bundles").exists()
    assert i18n(project, "run").exit_code == 0
    assert {"bundles/de.zip", "bundles/pt-BR.zip"} <= files(project).keys()


def test_one_that_cannot_be_read_is_3_and_what_it_lists_can_still_be_removed(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "source/guide/install.md").unlink()
    real = local._content

    def fails(place: str) -> bytes:
        if place.endswith("/manifest.json"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(place)

    with monkeypatch.context() as patch:
        patch.setattr(local, "_content", fails)
        result = i18n(built, "build")
    assert result.exit_code == 3
    assert "dist/manifest.json: cannot be read: Input/output error" in result.stderr
    assert i18n(built, "build").exit_code == 0
    assert not (built / "dist/de/guide").exists()


def test_a_build_reads_the_manifest_of_the_last_one_once(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, read = manifest.parse, []

    def counted(data: bytes, name: str) -> manifest.Manifest:
        read.append(name)
        return parse(data, name)

    monkeypatch.setattr(manifest, "parse", counted)
    assert i18n(built, "build").exit_code == 0
    assert read == ["dist/manifest.json"]
