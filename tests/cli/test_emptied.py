"""A tool that empties what was finished loses nothing: `extract` says so, and offers the texts as fuzzy, once."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.model import Unit
from tests.cli.commands import catalog, files, i18n, more_configuration, translate, translate_all, untouched, write
from tests.cli.test_frozen import everything

HOME = "Welcome home"
BOAT = "A boat left the harbour at dawn."


def unit(project: Path, msgid: str, name: str = "index", locale: str = "de") -> Unit:
    (found,) = (each for each in catalog(project, name, locale).units if each.msgid == msgid)
    return found


def emptied(project: Path, *msgids: str, name: str = "index") -> None:
    """Do what OmegaT does."""
    path = project / f"locales/de/LC_MESSAGES/{name}.po"
    before = codec.parse(path.read_bytes())
    units = (replace(each, msgstr="", fuzzy=False) if each.msgid in msgids else each for each in before.units)
    path.write_bytes(codec.serialize(replace(before, units=tuple(units))))


@pytest.fixture
def finished(project: Path) -> Path:
    """A project with an article that was translated into German, and whose catalogs `extract` has seen."""
    i18n(project, "extract")
    translate_all(project, "index")
    translate(project, "index", {HOME: "Willkommen daheim", BOAT: "Im Morgengrauen lief ein Boot aus."})
    i18n(project, "extract")
    return project


def test_a_text_that_is_gone_is_offered_as_fuzzy_and_said(finished: Path) -> None:
    emptied(finished, HOME, BOAT)
    result = i18n(finished, "extract")
    assert result.exit_code == 0
    said = " ".join(result.stderr.split())
    assert re.search(r"locales/de/LC_MESSAGES/index\.po:\d+: warning: 2 messages that had a text came back empty", said)
    assert f"“{HOME}”, “{BOAT}”" in said
    assert unit(finished, HOME).msgstr == "Willkommen daheim"
    assert unit(finished, BOAT).msgstr == "Im Morgengrauen lief ein Boot aus."
    assert unit(finished, BOAT).fuzzy
    assert any(comment.startswith("given back: ") for comment in unit(finished, BOAT).comments)
    before = untouched(finished)
    again = i18n(finished, "extract")
    assert untouched(finished) == before
    assert "came back" not in again.stderr


def test_an_offer_that_is_emptied_is_not_made_again(finished: Path) -> None:
    emptied(finished, HOME)
    i18n(finished, "extract")
    for _ in range(3):
        emptied(finished, HOME)
        assert "came back" not in i18n(finished, "extract").stderr
        assert unit(finished, HOME) == replace(unit(finished, HOME), msgstr="", fuzzy=False, comments=())


def test_an_offer_that_was_finished_and_is_emptied_is_said_and_not_made_again(finished: Path) -> None:
    emptied(finished, HOME)
    i18n(finished, "extract")
    translate(finished, "index", {HOME: "Willkommen daheim"})
    i18n(finished, "extract")
    assert unit(finished, HOME).comments == ()
    emptied(finished, HOME)
    said = i18n(finished, "extract").stderr
    assert "1 message that had a text came back empty" in said
    assert "given back once before" in said
    assert not unit(finished, HOME).msgstr
    assert "came back" not in i18n(finished, "extract").stderr


def test_another_text_is_offered_although_one_was_before(finished: Path) -> None:
    for text in ("Daheim", "Willkommen", "Hallo daheim"):
        translate(finished, "index", {HOME: text})
        i18n(finished, "extract")
        emptied(finished, HOME)
        i18n(finished, "extract")
        assert unit(finished, HOME).msgstr == text


def test_what_a_person_left_fuzzy_comes_back_with_the_message_that_it_was_written_for(finished: Path) -> None:
    write(finished, "source/index.md", (finished / "source/index.md").read_text().replace("at dawn", "at noon"))
    i18n(finished, "extract")
    now = BOAT.replace("dawn", "noon")
    before = unit(finished, now)
    assert before.fuzzy
    assert before.previous_msgid == BOAT
    emptied(finished, now)
    path = finished / "locales/de/LC_MESSAGES/index.po"
    path.write_text("\n".join(line for line in path.read_text().split("\n") if not line.startswith("#|")))
    i18n(finished, "extract")
    offered = unit(finished, now)
    assert replace(offered, comments=()) == replace(before, comments=())


def test_what_a_machine_wrote_is_not_offered(project: Path) -> None:
    i18n(project, "extract")
    i18n(project, "draft", "--engine", "pseudo")
    i18n(project, "extract")
    emptied(project, HOME, BOAT)
    assert "came back" not in i18n(project, "extract").stderr
    assert not unit(project, HOME).msgstr


def test_a_text_survives_another_order_and_another_place(finished: Path) -> None:
    text = (finished / "source/index.md").read_text()
    emptied(finished, HOME, BOAT)
    write(finished, "source/index.md", text.replace(f"{BOAT}\n\n", "") + f"\nSomething new.\n\n- {BOAT}\n")
    i18n(finished, "extract")
    assert unit(finished, BOAT).msgstr == "Im Morgengrauen lief ein Boot aus."


def test_a_text_survives_the_loss_of_its_catalog(finished: Path) -> None:
    (finished / "locales/de/LC_MESSAGES/index.po").unlink()
    i18n(finished, "extract")
    assert unit(finished, HOME).msgstr == "Willkommen daheim"
    assert unit(finished, HOME).fuzzy


def test_a_text_moves_with_its_article(finished: Path) -> None:
    (finished / "source/index.md").rename(finished / "source/start.md")
    emptied(finished, BOAT)
    i18n(finished, "extract")
    assert unit(finished, BOAT, "start").msgstr == "Im Morgengrauen lief ein Boot aus."


@pytest.mark.parametrize("option", ["--check", "--dry-run", "--frozen"])
def test_who_only_asks_is_told_and_nothing_is_forgotten(finished: Path, option: str) -> None:
    emptied(finished, BOAT)
    before = everything(finished)
    result = i18n(finished, "run" if option == "--frozen" else "extract", option)
    assert everything(finished) == before
    assert result.exit_code == (0 if option == "--dry-run" else 1)
    assert option == "--frozen" or "came back" in result.stderr
    i18n(finished, "extract")
    assert unit(finished, BOAT).msgstr == "Im Morgengrauen lief ein Boot aus."


def test_a_run_offers_it_and_drafts_nothing_in_its_place(finished: Path) -> None:
    write(finished, "i18n.toml", (finished / "i18n.toml").read_text().replace('["memory"]', '["pseudo"]'))
    emptied(finished, BOAT)
    result = i18n(finished, "run")
    assert "came back empty" in result.stderr
    assert "changed meanwhile" not in result.stderr
    assert unit(finished, BOAT).msgstr == "Im Morgengrauen lief ein Boot aus."


def test_a_draft_that_took_the_place_stays(finished: Path) -> None:
    emptied(finished, BOAT)
    i18n(finished, "draft", "--engine", "pseudo")
    drafted = unit(finished, BOAT)
    i18n(finished, "extract")
    assert unit(finished, BOAT) == drafted


def test_a_private_article_is_not_named(finished: Path) -> None:
    more_configuration(finished, '[source]\nprivate = ["index.md"]\n')
    i18n(finished, "extract")
    emptied(finished, BOAT)
    said = i18n(finished, "extract").stderr
    assert "index" not in said
    assert "boat" not in said
    assert unit(finished, BOAT).msgstr == "Im Morgengrauen lief ein Boot aus."


def test_without_what_is_remembered_an_empty_message_is_one(finished: Path) -> None:
    emptied(finished, BOAT)
    shutil.rmtree(finished / ".i18n")
    assert "came back" not in i18n(finished, "extract").stderr
    assert not unit(finished, BOAT).msgstr


def test_an_article_that_is_not_asked_for_keeps_what_is_remembered(finished: Path) -> None:
    emptied(finished, BOAT)
    i18n(finished, "extract", "--locale", "pt-BR")
    i18n(finished, "extract", "guide")
    assert not unit(finished, BOAT).msgstr
    i18n(finished, "extract", "index", "--locale", "de")
    assert unit(finished, BOAT).msgstr


def test_with_workers_too(finished: Path) -> None:
    for number in range(20):
        write(finished, f"source/{number}.md", f"# Number {number}\n\n{BOAT}\n")
    i18n(finished, "extract")
    for number in range(20):
        translate(finished, str(number), {BOAT: f"Text {number}"})
    i18n(finished, "extract", jobs=2)
    for number in range(20):
        emptied(finished, BOAT, name=str(number))
    i18n(finished, "extract", jobs=2)
    assert [unit(finished, BOAT, str(number)).msgstr for number in range(20)] == [f"Text {n}" for n in range(20)]
    before = files(finished)
    i18n(finished, "extract")
    assert files(finished) == before
