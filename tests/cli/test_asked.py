"""`i18n draft` asks for nothing twice: a message without a draft waits until something changed that may give it one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from i18n.draft.engine import Answer, Failure, Query, Readiness, Traffic
from tests.cli.commands import i18n, more_configuration, translate, write
from tests.cli.test_draft import Shouting, listed, shouted, texts


class Choosy(Shouting):
    """An engine that has no words for some texts."""

    def __init__(self, *lacking: str, traffic: Traffic = Traffic.NONE) -> None:
        super().__init__(traffic)
        self.lacking = set(lacking)
        self.ready = {"de"}

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        ready = target in self.ready
        return Readiness(ready, "" if ready else f"it knows no {target}", "" if ready else "Teach it.")

    def _answer(self, query: Query) -> Answer:
        text = "".join(token for token in query.tokens if isinstance(token, str))
        answer = super()._answer(query)
        return Failure("it has no words for that") if text in self.lacking else answer


PUMP, CLOSE = "Install the pump", "Close it again."


@pytest.fixture
def engine(project: Path, monkeypatch: pytest.MonkeyPatch) -> Choosy:
    """It was asked once for all messages of the project in German, and has no words for two of them."""
    engine = listed(monkeypatch, Choosy(PUMP, CLOSE))
    assert isinstance(engine, Choosy)
    i18n(project, "extract")
    drafted(project, engine)
    return engine


def drafted(project: Path, engine: Choosy, *more: str, memory: bool = False) -> list[str]:
    """What the engine is given by another command, although nothing that it answered is kept."""
    engine.given.clear()
    for file in (project / ".i18n").glob("drafts.sqlite*"):
        file.unlink()
    engines = ("--engine", "memory", "--engine", "shouting") if memory else ("--engine", "shouting")
    assert i18n(project, "draft", *engines, "--locale", "de", *more).exit_code == 0
    return engine.given


def test_what_was_refused_is_not_asked_for_again(project: Path, engine: Choosy) -> None:
    assert len(engine.given) > 2
    assert set(texts(project, "guide/install").values()) >= {"", shouted("Open the valve slowly.")}
    before = (project / "locales/de/LC_MESSAGES/guide/install.po").read_bytes()
    engine.lacking.clear()
    assert drafted(project, engine) == []
    assert drafted(project, engine, "--dry-run") == []
    assert (project / "locales/de/LC_MESSAGES/guide/install.po").read_bytes() == before


def test_the_same_is_said_of_it(project: Path, engine: Choosy) -> None:
    said = [i18n(project, "draft", "--engine", "shouting", "--locale", "de") for _ in range(3)]
    assert len({(each.stdout, each.stderr) for each in said}) == 1
    assert ["de", "2", "2"] in [line.split() for line in said[0].stdout.splitlines()]
    assert "2 messages without a draft: shouting: it has no words for that." in said[0].stderr
    estimate = i18n(project, "draft", "--engine", "shouting", "--locale", "de", "--estimate").stdout
    assert ["de", "2", "0", "0", "0", "0", "0"] in [line.split() for line in estimate.splitlines()]


def test_all_is_asked_for_again_with_redo(project: Path, engine: Choosy) -> None:
    engine.lacking.clear()
    assert {PUMP, CLOSE} < set(drafted(project, engine, "--redo"))
    assert "" not in texts(project, "guide/install").values()


@pytest.mark.parametrize("change", ["engine", "settings", "glossary", "names", "article"])
def test_it_is_asked_for_again_when_something_changed(project: Path, engine: Choosy, change: str) -> None:
    if change == "engine":
        engine.version = "2"
    elif change == "settings":
        more_configuration(project, "[memory]\nminimum = 60\n")
    elif change == "glossary":
        write(project, "terms.csv", "en,de,status\npump,Pumpe,approved\n")
        more_configuration(project, '[memory]\nglossary = "terms.csv"\n')
    elif change == "names":
        write(project.parent, "names.txt", "Otter Street\n")
        configuration = (project / "i18n.toml").read_text()
        write(project, "i18n.toml", configuration.replace("[draft]\n", '[draft]\nredact = "../names.txt"\n'))
    else:
        article = project / "source" / "guide" / "install.md"
        article.write_bytes(article.read_bytes() + b"\n")
    assert sorted(drafted(project, engine)) == sorted([PUMP, CLOSE])
    assert drafted(project, engine) == []


def test_it_is_asked_for_again_after_a_month(project: Path, engine: Choosy, monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime.now(UTC) + timedelta(days=31)

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return later

    monkeypatch.setattr("i18n.cli.target.datetime", Later)
    assert sorted(drafted(project, engine)) == sorted([PUMP, CLOSE])


def test_an_engine_that_failed_is_asked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Shouting(fail_on=PUMP)
    listed(monkeypatch, engine)
    i18n(project, "extract")
    for _ in range(2):
        engine.given.clear()
        assert i18n(project, "draft", "--engine", "shouting", "--locale", "de").exit_code == 4
        assert PUMP in engine.given


def test_an_engine_that_lacked_something_is_asked_once_it_has_it(project: Path, engine: Choosy) -> None:
    for ready in (False, True):
        engine.given.clear()
        engine.ready = {"de", "pt-BR"} if ready else {"de"}
        i18n(project, "draft", "--engine", "shouting", "--locale", "pt-BR")
        assert bool(engine.given) == ready


def test_what_somebody_emptied_since_is_asked_for(project: Path, engine: Choosy) -> None:
    translate(project, "guide/install", {"Open the valve slowly.": ""})
    assert drafted(project, engine) == ["Open the valve slowly."]


def test_only_what_the_memory_may_help_is_asked_for_again(project: Path, engine: Choosy) -> None:
    write(project, "source/more.md", "# Remove the pump\n\nA boat left the harbour at dawn.\n")
    i18n(project, "extract")
    assert {PUMP, CLOSE} < set(drafted(project, engine, memory=True))
    assert drafted(project, engine, memory=True) == []
    translate(project, "more", {"A boat left the harbour at dawn.": "Ein Boot lief bei Tagesanbruch aus."})
    assert drafted(project, engine, memory=True) == []
    engine.lacking.discard(PUMP)
    translate(project, "more", {"Remove the pump": "Die Pumpe ausbauen"})
    assert drafted(project, engine, memory=True) in ([], [PUMP])
    write(project, "source/same.md", f"# {PUMP}\n\nAll of it, please.\n")
    i18n(project, "extract")
    translate(project, "same", {PUMP: "Die Pumpe einbauen"})
    drafted(project, engine, memory=True)
    assert texts(project, "guide/install")[PUMP] in ("Die Pumpe einbauen", shouted(PUMP))


def test_what_an_article_says_that_is_no_longer_private_counts(project: Path, engine: Choosy) -> None:
    write(project, "source/secret.md", f"---\ndraft: true\n---\n# {PUMP}\n")
    i18n(project, "extract")
    translate(project, "secret", {PUMP: "Die Pumpe einbauen"})
    drafted(project, engine, memory=True)
    assert texts(project, "guide/install")[PUMP] == ""
    write(project, "source/secret.md", f"# {PUMP}\n")
    i18n(project, "extract")
    drafted(project, engine, memory=True)
    assert texts(project, "guide/install")[PUMP] == "Die Pumpe einbauen"
