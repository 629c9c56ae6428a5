"""`[build] outdated = "keep"`: a translation stays until somebody has looked at it, through every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import i18n, more_configuration, translate_all, write

OLD = "OPEN THE VALVE SLOWLY."


@pytest.fixture
def changed(project: Path) -> Path:
    """German is translated, and one sentence of the source has changed since."""
    more_configuration(project, '[build]\noutdated = "keep"\nanchors = "keep"\n')
    i18n(project, "extract")
    for name in ("index", "guide/install"):
        translate_all(project, name)
    i18n(project, "build")
    text = (project / "source/guide/install.md").read_text(encoding="utf-8")
    write(project, "source/guide/install.md", text.replace("slowly", "gently"))
    i18n(project, "extract")
    return project


def page(project: Path) -> str:
    return (project / "dist/de/guide/install.md").read_text(encoding="utf-8")


def counts(said: str, locale: str = "de") -> dict[str, str]:
    """The row of a language in the table of messages."""
    lines = [line.split() for line in said.splitlines()]
    head = next(line for line in lines if line[:2] == ["locale", "messages"])
    return dict(zip(head, next(line for line in lines[lines.index(head) :] if line[:1] == [locale]), strict=True))


def test_the_page_shows_the_old_translation(changed: Path) -> None:
    i18n(changed, "build")
    assert page(changed) == "# INSTALL THE PUMP\n\n1. OPEN THE VALVE SLOWLY.\n2. CLOSE IT AGAIN.\n"
    configuration = (changed / "i18n.toml").read_text(encoding="utf-8")
    write(changed, "i18n.toml", configuration.replace('outdated = "keep"', 'outdated = "source"'))
    i18n(changed, "build")
    assert page(changed) == "# INSTALL THE PUMP\n\n1. Open the valve gently.\n2. CLOSE IT AGAIN.\n"


def test_a_notice_says_so_where_it_is_asked_for(changed: Path) -> None:
    more_configuration(changed, "[notices]\ndefault = { outdated = true, partial = true }\n")
    i18n(changed, "build")
    assert "> Teile dieser Seite geben eine ältere Fassung des Originals wieder.\n\n1. OPEN" in page(changed)
    index = (changed / "dist/de/index.md").read_text(encoding="utf-8")
    assert "[!NOTE]" not in index, "nothing of it is outdated"


def test_build_status_and_bundle_count_it_apart(changed: Path) -> None:
    built = counts(i18n(changed, "build").stdout)
    assert built == {"locale": "de", "messages": "7", "shown": "7", "refused": "0", "drafts": "0", "outdated": "1"}
    assert counts(i18n(changed, "bundle").stdout) == built
    messages = json.loads(i18n(changed, "status", "--format", "json").stdout)["locales"]["de"]["messages"]
    assert (messages["translated"], messages["fuzzy"], messages["outdated"], messages["shown"]) == (6, 1, 1, 7)


def test_what_would_harm_the_page_is_not_kept(changed: Path) -> None:
    catalog = changed / "locales/de/LC_MESSAGES/guide/install.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace(OLD, "[Ventil](https://elsewhere.example)"))
    result = i18n(changed, "check")
    assert result.exit_code == 1
    assert "elsewhere.example" in result.stdout
    i18n(changed, "build")
    assert "Open the valve gently." in page(changed)


def test_check_says_nothing_of_what_is_merely_old(changed: Path) -> None:
    assert i18n(changed, "check", "--locale", "de").exit_code == 0


def test_it_does_not_count_for_the_limits(changed: Path) -> None:
    text = (changed / "i18n.toml").read_text(encoding="utf-8")
    write(changed, "i18n.toml", text.replace("[build]\n", "[build]\nminimum = 90\ndrop_below = 80\n"))
    said = i18n(changed, "build", "--locale", "de").stderr
    assert "guide/install.md is not published in de: 60 % of its words are translated" in said


def test_a_reviewed_page_keeps_none(changed: Path) -> None:
    text = (changed / "i18n.toml").read_text(encoding="utf-8")
    write(changed, "i18n.toml", text.replace("[build]\n", '[build]\nrequire = "reviewed"\n'))
    i18n(changed, "build")
    assert "Open the valve gently." in page(changed)
