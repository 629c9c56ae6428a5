"""`i18n memory`: what it finds, what it counts, and of what it does not speak."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.model import Catalog
from tests.cli.commands import files, i18n, more_configuration, translate, translate_all


@pytest.fixture
def remembering(project: Path) -> Path:
    i18n(project, "extract")
    translate(project, "guide/install", {"Open the valve slowly.": "Öffne das Ventil langsam."})
    translate(project, "index", {"Welcome home": "Willkommen daheim"}, fuzzy=True)
    return project


def test_a_like_message_is_shown_with_its_score_its_difference_and_its_place(remembering: Path) -> None:
    before = files(remembering)
    result = i18n(remembering, "memory", "lookup", "Open the valve quickly.")
    assert result.exit_code == 0
    head, difference, translation = result.stdout.splitlines()
    score, locale, place = head.split()
    assert 75 <= int(score) < 100
    assert locale == "de"
    path, _, line = place.partition(":")
    entry = "\n".join((remembering / path).read_text().splitlines()[int(line) - 1 :]).partition("\n\n")[0]
    assert 'msgid "Open the valve slowly."' in entry
    assert difference.strip() == "…the valve [-slowly-]{+quickly+}."
    assert translation.strip() == "Öffne das Ventil langsam."
    assert files(remembering) == before


def test_the_very_same_message_scores_a_hundred(remembering: Path) -> None:
    said = i18n(remembering, "memory", "lookup", "Open the valve slowly.").stdout
    assert said.splitlines()[0].split()[0] == "100"
    assert said.splitlines()[1].strip() == "Open the valve slowly."


@pytest.mark.parametrize(
    "arguments",
    [
        ("Nothing like it at all",),
        ("Welcome home",),  # fuzzy
        ("Open the valve slowly.", "--locale", "pt-BR"),
        ("Open the valve quickly.", "--minimum", "99"),
    ],
)
def test_nothing_like_it_is_an_answer_too(remembering: Path, arguments: tuple[str, ...]) -> None:
    result = i18n(remembering, "memory", "lookup", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")


def test_private_translations_are_shown_on_request_alone(remembering: Path) -> None:
    more_configuration(remembering, '[source]\nprivate = ["guide/*"]\n')
    assert i18n(remembering, "memory", "lookup", "Open the valve slowly.").stdout == ""
    assert "langsam" in i18n(remembering, "memory", "lookup", "Open the valve slowly.", "--private").stdout


def test_translations_of_an_article_that_is_gone_may_be_private(remembering: Path) -> None:
    (remembering / "source/guide/install.md").unlink()
    assert i18n(remembering, "memory", "lookup", "Open the valve slowly.").stdout == ""


def test_no_more_than_asked_for_are_shown(remembering: Path) -> None:
    translate_all(remembering, "guide/install")
    said = i18n(remembering, "memory", "lookup", "Open it", "--minimum", "0", "--limit", "1", "--locale", "de").stdout
    assert len(said.splitlines()) == 3


def test_statistics_count_messages_and_translations(remembering: Path) -> None:
    more_configuration(remembering, '[source]\nprivate = ["guide/*"]\n')
    lines = [line.split() for line in i18n(remembering, "memory", "statistics").stdout.splitlines()]
    assert lines[0] == ["locale", "messages", "words", "translations", "reviewed", "obsolete", "private"]
    assert lines[1] == ["de", "1", "4", "1", "0", "0", "1"]
    assert lines[2] == ["pt-BR", "0", "0", "0", "0", "0", "0"]


def test_a_catalog_that_cannot_be_read_is_named_and_the_others_are_asked(remembering: Path) -> None:
    (remembering / "locales/de/LC_MESSAGES/index.po").write_text("no catalog")
    result = i18n(remembering, "memory", "lookup", "Open the valve slowly.")
    assert result.exit_code == 3
    assert "index.po" in result.stderr
    assert "langsam" in result.stdout


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The catalogs that are read, as it happens."""
    seen: list[str] = []
    parse = codec.parse

    def noted(data: bytes, name: str = "") -> Catalog:
        seen.append(name)
        return parse(data, name)

    monkeypatch.setattr(codec, "parse", noted)
    return seen


def test_only_catalogs_that_changed_are_read_again(remembering: Path, opened: list[str]) -> None:
    assert i18n(remembering, "memory", "statistics").exit_code == 0
    assert len(opened) >= 4
    opened.clear()
    i18n(remembering, "memory", "statistics")
    i18n(remembering, "memory", "lookup", "Nothing like it at all")
    assert opened == []
    translate(remembering, "index", {"Welcome home": "Daheim"})
    opened.clear()
    assert "Daheim" in i18n(remembering, "memory", "lookup", "Welcome home").stdout
    assert [name for name in opened if "index" not in name] == []


def test_a_translation_that_is_changed_or_gone_is_found_no_more(remembering: Path) -> None:
    assert "langsam" in i18n(remembering, "memory", "lookup", "Open the valve slowly.").stdout
    translate(remembering, "guide/install", {"Open the valve slowly.": "Ventil sachte öffnen."})
    assert "sachte" in i18n(remembering, "memory", "lookup", "Open the valve slowly.").stdout
    [path] = remembering.glob("locales/de/**/install.po")
    path.write_text("broken", encoding="utf-8")
    result = i18n(remembering, "memory", "lookup", "Open the valve slowly.")
    assert (result.exit_code, result.stdout) == (3, "")
    path.unlink()
    assert i18n(remembering, "memory", "lookup", "Open the valve slowly.").exit_code == 1


@pytest.mark.parametrize("spoil", ["delete", "break", "empty its tables", "close the folder to it"])
def test_the_answer_is_the_same_without_the_file(remembering: Path, spoil: str) -> None:
    asked = ("memory", "lookup", "Open the valve quickly.")
    file = remembering / ".i18n" / "memory.sqlite"
    i18n(remembering, *asked)
    whole = file.read_bytes()
    answers = []
    for command in (asked, ("memory", "statistics")):
        expected = i18n(remembering, *command).stdout
        if spoil == "delete":
            file.unlink()
        elif spoil == "break":
            file.write_bytes(b"broken")
        elif spoil == "empty its tables":
            connection = sqlite3.connect(file)
            connection.executescript("DROP TABLE posting; DROP TABLE unit")
            connection.close()
        else:
            file.unlink()
            file.mkdir()
        answers.append((i18n(remembering, *command).stdout, expected))
        if file.is_dir():
            file.rmdir()
        file.write_bytes(whole)
    assert [said for said, _ in answers] == [expected for _, expected in answers]
