"""`i18n build`: what lies in dist/, and when it is left alone."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

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


@pytest.fixture
def extracted(project: Path) -> Path:
    i18n(project, "extract")
    return project


def built(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def dist(project: Path) -> list[str]:
    return [path for path in files(project / "dist") if path != "manifest.json"]


def manifest(project: Path) -> Any:
    return json.loads((project / "dist/manifest.json").read_bytes())


def test_with_nothing_translated_articles_are_the_source_byte_for_byte(extracted: Path) -> None:
    built(extracted)
    for locale in ("de", "pt-BR"):
        assert files(extracted / "dist" / locale) == files(extracted / "source")


def test_translations_stand_where_the_source_did(extracted: Path) -> None:
    translate(extracted, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    built(extracted)
    assert (extracted / "dist/de/guide/install.md").read_text(encoding="utf-8") == (
        "# Install the pump\n\n1. Open the valve slowly.\n2. Schließen Sie es wieder.\n"
    )
    assert "Close it again." in (extracted / "dist/pt-BR/guide/install.md").read_text(encoding="utf-8")


def test_a_second_time_writes_nothing(extracted: Path) -> None:
    translate_all(extracted, "index")
    built(extracted)
    before = untouched(extracted)
    assert built(extracted).endswith("dist/: all up to date.\n")
    assert untouched(extracted) == before


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_pretending_writes_nothing_and_says_what_it_would(extracted: Path, option: str) -> None:
    result = i18n(extracted, "build", option)
    assert not (extracted / "dist").exists()
    assert "7 files would be changed" in result.stdout
    assert result.exit_code == (1 if option == "--check" else 0)
    built(extracted)
    assert i18n(extracted, "build", "--check").exit_code == 0


def test_pictures_lie_beside_their_articles(extracted: Path) -> None:
    built(extracted)
    source = extracted / "source/images/map.png"
    assert (extracted / "dist/de/images/map.png").samefile(source)
    source.unlink()
    source.write_bytes(b"another map")
    assert "2 files changed" in built(extracted, "--locale", "de"), "the picture and the manifest"
    assert (extracted / "dist/de/images/map.png").read_bytes() == b"another map"


def test_a_file_outside_the_source_folder_is_not_published(extracted: Path) -> None:
    (extracted / "secret.txt").write_text("secret", encoding="utf-8")
    (extracted / "source/link.txt").symlink_to(extracted / "secret.txt")
    write(
        extracted,
        "source/out.md",
        "[a](../secret.txt) [b](link.txt) [c](images/map.png) [d](.git/config) [e](nothing.png)\n",
    )
    write(extracted, "source/.git/config", "secret")
    result = i18n(extracted, "build", "out")
    assert result.exit_code == 0
    assert dist(extracted) == ["de/images/map.png", "de/out.md", "pt-BR/images/map.png", "pt-BR/out.md"]
    assert '"../secret.txt" lies outside the source folder' in result.stderr
    assert '"link.txt" lies outside the source folder' in result.stderr
    assert '".git/config" is hidden' in result.stderr


def test_the_manifest_says_what_lies_there(extracted: Path) -> None:
    translate_all(extracted, "guide/install")
    built(extracted)
    german = manifest(extracted)["locales"]["de"]
    assert (german["name"], german["direction"]) == ("Deutsch", "ltr")
    entry = german["articles"]["guide/install.md"]
    assert (entry["output"], entry["fallback"], entry["coverage"]["translated"]) == ("guide/install.md", "", 3)
    assert german["articles"]["index.md"]["files"] == ["images/map.png"]
    assert list(german["files"]) == ["images/map.png"]
    portuguese = manifest(extracted)["locales"]["pt-BR"]
    assert portuguese["articles"]["guide/install.md"]["alternates"] == ["de"]
    assert entry["alternates"] == []


def test_the_manifest_bears_a_time_only_if_one_is_given(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(extracted)
    assert "built" not in manifest(extracted)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    built(extracted)
    assert manifest(extracted)["built"] == 1700000000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert i18n(extracted, "build").exit_code == 2


def test_outputs_of_an_article_that_is_gone_are_removed_and_nothing_else(extracted: Path) -> None:
    built(extracted)
    write(extracted, "dist/de/guide/mine.txt", "mine")
    write(extracted, "dist/readme.txt", "mine")
    (extracted / "source/guide/install.md").unlink()
    (extracted / "source/index.md").write_text("# Welcome home\n", encoding="utf-8")
    said = built(extracted)
    assert "4 files removed" in said
    assert dist(extracted) == ["de/guide/mine.txt", "de/index.md", "pt-BR/index.md", "readme.txt"]
    assert list(manifest(extracted)["locales"]["de"]["articles"]) == ["index.md"]


def test_a_language_that_is_gone_is_removed(extracted: Path) -> None:
    built(extracted)
    text = (extracted / "i18n.toml").read_text(encoding="utf-8")
    write(extracted, "i18n.toml", text.replace('["de", "pt-BR"]', '["de"]'))
    built(extracted)
    assert not (extracted / "dist/pt-BR").exists()
    assert list(manifest(extracted)["locales"]) == ["de"]


def test_a_part_can_be_built_and_the_rest_stays(extracted: Path) -> None:
    built(extracted)
    translate_all(extracted, "index")
    translate_all(extracted, "guide/install")
    before = files(extracted / "dist/pt-BR")
    built(extracted, "index", "--locale", "de")
    assert files(extracted / "dist/pt-BR") == before
    assert "WELCOME HOME" in (extracted / "dist/de/index.md").read_text(encoding="utf-8")
    assert "Close it again" in (extracted / "dist/de/guide/install.md").read_text(encoding="utf-8")
    assert set(manifest(extracted)["locales"]["de"]["articles"]) == {"index.md", "guide/install.md"}


def test_private_articles_are_built_only_when_named(extracted: Path) -> None:
    more_configuration(extracted, '[source]\nprivate = ["secret/**"]\n')
    write(extracted, "source/secret/plan.md", "# The plan\n")
    built(extracted)
    assert "de/secret/plan.md" not in dist(extracted)
    built(extracted, "source/secret")
    assert "de/secret/plan.md" not in dist(extracted), "a folder names none of its articles"
    built(extracted, "secret/plan")
    assert "de/secret/plan.md" in dist(extracted)
    assert manifest(extracted)["locales"]["de"]["articles"]["secret/plan.md"]["private"] is True
    built(extracted)
    assert "de/secret/plan.md" not in dist(extracted), "a whole build makes what may be published"


def test_an_article_under_the_minimum_is_not_published(extracted: Path) -> None:
    more_configuration(extracted, "[build]\nminimum = 50\n")
    translate_all(extracted, "guide/install")
    result = i18n(extracted, "build", "--locale", "de")
    assert dist(extracted) == ["de/guide/install.md"]
    assert "index.md is not published in de: 0 % of its words are translated, [build] minimum is 50." in result.stderr


def test_an_article_once_published_stays_down_to_drop_below(extracted: Path) -> None:
    more_configuration(extracted, "[build]\nminimum = 90\ndrop_below = 30\n")
    translate_all(extracted, "guide/install")
    built(extracted, "--locale", "de")
    write(
        extracted,
        "source/guide/install.md",
        "# Install the pump\n\nOpen the valve slowly.\n\nAnd then there is something more.\n",
    )
    i18n(extracted, "extract")
    built(extracted, "--locale", "de")
    assert dist(extracted) == ["de/guide/install.md"], "a third of its words is enough to stay"
    write(extracted, "source/guide/install.md", "# Install the pump\n\n" + "Much that nobody has translated. " * 9)
    i18n(extracted, "extract")
    built(extracted, "--locale", "de")
    assert dist(extracted) == []


@pytest.mark.parametrize(
    ("fallback", "expected"),
    [
        ("mixed", "# INSTALL THE PUMP\n\n1. Open the valve slowly.\n2. Close it again.\n"),
        ("source", "# Install the pump\n\n1. Open the valve slowly.\n2. Close it again.\n"),
        ("omit", None),
        ("last-good", "# Install the pump\n\n1. Open the valve slowly.\n2. Close it again.\n"),
    ],
)
def test_fallbacks_of_an_article_that_is_not_wholly_translated(
    extracted: Path, fallback: str, expected: str | None
) -> None:
    more_configuration(extracted, '[build]\nanchors = "keep"\n')
    translate(extracted, "guide/install", {"Install the pump": "INSTALL THE PUMP"})
    built(extracted, "--fallback", fallback, "--locale", "de", "guide/install")
    path = extracted / "dist/de/guide/install.md"
    assert (path.read_text(encoding="utf-8") if path.exists() else None) == expected


def test_the_last_good_output_stays_until_there_is_a_better_one(extracted: Path) -> None:
    more_configuration(extracted, '[build]\nfallback = "last-good"\nanchors = "keep"\n')
    translate_all(extracted, "guide/install")
    built(extracted, "--locale", "de")
    path = extracted / "dist/de/guide/install.md"
    good = path.read_text(encoding="utf-8")
    assert "INSTALL THE PUMP" in good
    write(extracted, "source/guide/install.md", "# Install the pump\n\n1. Open the valve slowly.\n2. Something else.\n")
    i18n(extracted, "extract")
    for _ in range(2):
        built(extracted, "--locale", "de")
        assert path.read_text(encoding="utf-8") == good
        assert manifest(extracted)["locales"]["de"]["articles"]["guide/install.md"]["fallback"] == "last-good"
    translate_all(extracted, "guide/install")
    built(extracted, "--locale", "de")
    assert "SOMETHING ELSE" in path.read_text(encoding="utf-8")


def test_the_last_good_output_must_still_be_there(extracted: Path) -> None:
    more_configuration(extracted, '[build]\nfallback = "last-good"\n')
    translate_all(extracted, "guide/install")
    built(extracted, "--locale", "de")
    write(extracted, "source/guide/install.md", "# Something else\n")
    i18n(extracted, "extract")
    (extracted / "dist/de/guide/install.md").unlink()
    built(extracted, "--locale", "de")
    assert (extracted / "dist/de/guide/install.md").read_text(encoding="utf-8") == "# Something else\n"


def test_a_language_without_a_required_article_is_not_published(extracted: Path) -> None:
    more_configuration(extracted, '[build]\nrequired = ["index.md"]\n')
    translate_all(extracted, "index", "de")
    translate_all(extracted, "guide/install", "de")
    result = i18n(extracted, "build")
    assert result.exit_code == 0
    assert "pt-BR is not published: the required article index.md is not there" in result.stderr
    assert {path.split("/")[0] for path in dist(extracted)} == {"de"}
    write(extracted, "source/index.md", "# All new and unknown\n")
    i18n(extracted, "extract")
    built(extracted)
    assert dist(extracted) == []


def test_a_required_article_that_does_not_exist_is_2(extracted: Path) -> None:
    more_configuration(extracted, '[build]\nrequired = ["indx.md"]\n')
    result = i18n(extracted, "build")
    assert result.exit_code == 2
    assert "build.required" in result.stderr


def test_drafts_are_published_only_on_request_and_with_a_notice(extracted: Path) -> None:
    draft(extracted, "guide/install", "Install the pump", "Instalar la bomba")
    built(extracted, "--locale", "de")
    path = extracted / "dist/de/guide/install.md"
    assert "Instalar" not in path.read_text(encoding="utf-8")
    built(extracted, "--drafts", "--locale", "de")
    text = path.read_text(encoding="utf-8")
    assert "Instalar la bomba" in text
    assert "> [!NOTE]\n> Diese Seite enthält maschinelle Übersetzungen" in text
    more_configuration(extracted, '[notices]\nde = "Maschinell übersetzt."\n')
    built(extracted, "--drafts", "--locale", "de")
    text = path.read_text(encoding="utf-8")
    assert "Instalar la bomba" in text
    assert "Maschinell übersetzt." in text
    assert "Maschinell" not in (extracted / "dist/de/index.md").read_text(encoding="utf-8")


def test_an_input_that_cannot_be_read_leaves_its_last_output(extracted: Path) -> None:
    translate_all(extracted, "index")
    built(extracted)
    before = files(extracted / "dist")
    (extracted / "source/index.md").write_bytes(b"\xff")
    (extracted / "locales/de/LC_MESSAGES/guide/install.po").write_bytes(b'msgid "half\n')
    result = i18n(extracted, "build")
    assert result.exit_code == 3
    assert "source/index.md" in result.stderr
    assert "locales/de/LC_MESSAGES/guide/install.po:1" in result.stderr
    assert files(extracted / "dist") == before


def test_a_manifest_that_is_broken_is_made_anew(extracted: Path) -> None:
    built(extracted)
    good = (extracted / "dist/manifest.json").read_bytes()
    (extracted / "dist/manifest.json").write_bytes(b"{")
    result = i18n(extracted, "build")
    assert result.exit_code == 0
    assert "dist/manifest.json" in result.stderr
    assert (extracted / "dist/manifest.json").read_bytes() == good


@pytest.mark.parametrize("name", ["my page", "한국어", "cafe\u0301", "100% #1"])
def test_articles_of_any_name(extracted: Path, name: str) -> None:
    write(extracted, f"source/{name}.md", f"# Hello there\n\n![x](<{name}.png>)\n")
    (extracted / f"source/{name}.png").write_bytes(b"picture")
    i18n(extracted, "extract")
    translate(extracted, name, {"Hello there": "Guten Tag"})
    built(extracted)
    assert "Guten Tag" in (extracted / f"dist/de/{name}.md").read_text(encoding="utf-8")


def test_line_ends_of_the_source_stay(extracted: Path) -> None:
    more_configuration(extracted, '[build]\nanchors = "keep"\n')
    write(extracted, "source/crlf.md", "\ufeff# Hello there\r\n\r\nTwo\r\nlines.\r\n")
    i18n(extracted, "extract")
    translate(extracted, "crlf", {"Hello there": "Guten Tag"})
    built(extracted)
    assert (extracted / "dist/de/crlf.md").read_bytes() == "\ufeff# Guten Tag\r\n\r\nTwo\r\nlines.\r\n".encode()


def test_many_articles_are_built_alike_with_any_number_of_jobs(tmp_path: Path) -> None:
    made = []
    for jobs in (1, 3):
        folder = tmp_path / str(jobs)
        write(folder, "i18n.toml", '[project]\nname = "x"\nlocales = ["de", "fr"]\n')
        for number in range(60):
            write(
                folder, f"source/{number}.md", f"# Article {number}\n\n" + "Some words of an article.\n\n" + "x" * 6000
            )
        i18n(folder, "extract")
        translate(folder, "7", {"Article 7": "Artikel 7"})
        assert i18n(folder, "build", jobs=jobs).exit_code == 0
        made.append(files(folder))
    assert made[0] == made[1]
    assert b"Artikel 7" in made[0]["dist/de/7.md"]


def test_a_dist_folder_that_leads_out_of_the_project_is_refused(
    extracted: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (extracted / "dist").symlink_to(outside)
    assert i18n(extracted, "build").exit_code == 3
    assert list(outside.iterdir()) == []


def test_pseudo_locales_need_no_catalog_and_are_built_only_if_named(project: Path) -> None:
    i18n(project, "build")
    assert not (project / "dist" / "en-XA").exists()
    result = i18n(project, "build", "--locale", "en-XA")
    assert result.exit_code == 0
    pages = list((project / "dist" / "en-XA").rglob("*.md"))
    assert pages
    assert not any(
        page.read_bytes() == (project / "source" / page.relative_to(project / "dist/en-XA")).read_bytes()
        for page in pages
    )
    i18n(project, "bundle")
    assert not (project / "bundles" / "en-XA.zip").exists()
    i18n(project, "build")
    assert not (project / "dist" / "en-XA").exists(), "a full build holds the project's own languages"


def test_rows_are_for_what_was_asked_in_the_order_of_the_configuration(project: Path) -> None:
    configuration = (project / "i18n.toml").read_text()
    write(project, "i18n.toml", configuration.replace('["de", "pt-BR"]', '["pt-BR", "fr", "de"]'))
    i18n(project, "extract")

    def rows(*arguments: str) -> list[list[str]]:
        lines = [line.split() for line in i18n(project, "build", *arguments).stdout.splitlines()]
        return list(itertools.takewhile(bool, lines))[1:]

    assert rows() == [[locale, "2", "0", "0", "2", "0"] for locale in ("pt-BR", "fr", "de")]
    assert rows("--locale", "de", "--locale", "pt-BR", "index") == [
        [locale, "1", "0", "0", "1", "0"] for locale in ("pt-BR", "de")
    ]
