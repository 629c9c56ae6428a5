"""`i18n status`: the counts, and the ways to print them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, more_configuration, translate, translate_all, write

STATES = ["translated", "refused", "drafts", "fuzzy", "outdated", "untranslated", "messages", "words", "shown"]


@pytest.fixture
def begun(project: Path) -> Path:
    i18n(project, "extract")
    translate_all(project, "guide/install")
    translate(project, "index", {"Welcome home": "Willkommen daheim"}, fuzzy=True)
    return project


def test_the_table_shows_articles_by_languages_and_states(begun: Path) -> None:
    before = files(begun)
    result = i18n(begun, "status")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["article", "words", "de", "pt-BR"]
    assert lines[1] == ["guide/install.md", "10", "100", "%", "0", "%"]
    assert lines[2][:1] + lines[2][2:] == ["index.md", "0", "%", "0", "%"]
    assert lines[4] == ["locale", *STATES, "translated"]
    assert lines[5][:10] == ["de", "3", "0", "0", "1", "0", "3", "7", lines[5][8], "3"]
    assert files(begun) == before


def test_json_holds_all_counts(begun: Path) -> None:
    value = json.loads(i18n(begun, "status", "--format", "json").stdout)
    german = value["locales"]["de"]
    assert german["messages"] == {
        "translated": 3, "refused": 0, "drafts": 0, "fuzzy": 1, "untranslated": 3, "total": 7,
        "reviewed": 0, "outdated": 0, "shown": 3,
    }  # fmt: skip
    assert german["words"]["translated"] == 10
    assert (
        sum(german["words"][state] for state in ("translated", "refused", "drafts", "fuzzy", "untranslated"))
        == german["words"]["total"]
    )
    assert value["articles"]["guide/install.md"]["locales"]["de"]["percent"] == 100


def test_markdown_leaves_private_articles_out(begun: Path) -> None:
    more_configuration(begun, '[source]\nprivate = ["index.md"]\n')
    said = i18n(begun, "status", "--format", "markdown").stdout
    assert said.splitlines()[0] == "| article | words | de | pt-BR |"
    assert "| guide/install.md | 10 | 100 % | 0 % |" in said
    assert "index" not in said


@pytest.mark.parametrize(("limit", "status"), [("0", 0), ("37", 1), ("100", 1)])
def test_fail_under(begun: Path, limit: str, status: int) -> None:
    assert i18n(begun, "status", "--fail-under", limit, "--locale", "pt-BR").exit_code == status


def test_fail_under_is_met_by_exactly_as_much(begun: Path) -> None:
    assert i18n(begun, "status", "guide/install", "--locale", "de", "--fail-under", "100").exit_code == 0


def test_without_catalogs_everything_is_untranslated(project: Path) -> None:
    value = json.loads(i18n(project, "status", "--format", "json").stdout)
    assert value["locales"]["de"]["messages"]["untranslated"] == 7


def test_a_message_counts_as_the_article_has_it_now(begun: Path) -> None:
    write(begun, "source/guide/install.md", "# Install the pump\n\nOne more.\n")
    value = json.loads(i18n(begun, "status", "guide/install", "--format", "json").stdout)
    assert value["locales"]["de"]["messages"]["translated"] == 1
    assert value["locales"]["de"]["messages"]["total"] == 2


def test_what_cannot_be_read_is_3(begun: Path) -> None:
    (begun / "locales/de/LC_MESSAGES/index.po").write_bytes(b"nonsense\n")
    result = i18n(begun, "status")
    assert result.exit_code == 3
    assert "locales/de/LC_MESSAGES/index.po:1" in result.stderr
    row = next(line for line in result.stdout.splitlines() if line.startswith("index.md"))
    assert row.split()[2:] == ["?", "0", "%"]


def test_wide_letters_keep_the_columns(begun: Path) -> None:
    from wcwidth import wcswidth

    write(begun, "source/한국어 문서.md", "# Hello there\n")
    rows = i18n(begun, "status").stdout.split("\n\n")[0].splitlines()
    assert len({wcswidth(row) for row in rows}) == 1


def test_no_article_is_no_fault(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    (tmp_path / "source").mkdir()
    result = i18n(tmp_path, "status")
    assert (result.exit_code, result.stdout) == (0, "No article has a message to translate.\n")


def test_a_text_that_the_page_refuses_is_not_translated(begun: Path) -> None:
    translate(begun, "guide/install", {"Open the valve slowly.": "Das [Ventil](https://elsewhere.example) öffnen."})
    value = json.loads(i18n(begun, "status", "guide/install", "--format", "json").stdout)
    messages = value["locales"]["de"]["messages"]
    assert {state: messages[state] for state in ("translated", "refused", "untranslated", "shown")} == {
        "translated": 2, "refused": 1, "untranslated": 0, "shown": 2,
    }  # fmt: skip
    assert value["locales"]["de"]["percent"] < 100
    assert i18n(begun, "status", "guide/install", "--locale", "de", "--fail-under", "100").exit_code == 1


def test_outdated_are_those_of_the_fuzzy_whose_source_changed(begun: Path) -> None:
    write(begun, "source/guide/install.md", (begun / "source/guide/install.md").read_text().replace("slowly", "gently"))
    i18n(begun, "extract")
    value = json.loads(i18n(begun, "status", "--format", "json").stdout)
    messages = value["locales"]["de"]["messages"]
    assert (messages["fuzzy"], messages["outdated"]) == (2, 1)


def test_shown_is_what_readers_see(begun: Path) -> None:
    def shown(fallback: str) -> int:
        configuration = (begun / "i18n.toml").read_text().partition("[build]")[0]
        write(begun, "i18n.toml", f'{configuration}[build]\nfallback = "{fallback}"\n')
        value = json.loads(i18n(begun, "status", "--format", "json").stdout)
        return int(value["articles"]["index.md"]["locales"]["de"]["messages"]["shown"])

    translate(begun, "index", {"Welcome home": "Willkommen daheim"})
    assert (shown("mixed"), shown("source")) == (1, 0)


def test_a_language_in_the_words_of_the_source_is_named(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    write(tmp_path, "source/a.md", "# A boat\n\nIt is old.\n")
    i18n(tmp_path, "extract")
    said = "Live in the source's words alone: {}. [build] minimum keeps such languages out."
    assert said.format("de, es") in i18n(tmp_path, "status").stdout
    translate(tmp_path, "a", {"A boat": "Ein Boot"})
    assert said.format("es") in i18n(tmp_path, "status").stdout
    translate(tmp_path, "a", {"A boat": "Un barco"}, "es")
    assert "alone" not in i18n(tmp_path, "status").stdout
