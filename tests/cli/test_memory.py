"""`i18n memory`: what it finds, what it counts, and of what it does not speak."""

from __future__ import annotations

from pathlib import Path

import pytest

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
