"""`i18n draft`: what is filled, what is left alone, and what stays on this machine."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import pytest

from i18n.catalog.origin import is_untouched_draft, origin
from i18n.draft import registry
from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.memory import words
from i18n.project.engines import ENGINES, EngineSettings
from i18n.store import LocalStore
from i18n.store.memory_file import MemoryFile
from i18n.store.segments import Measure
from i18n.words.folding import single_spaced
from i18n.workflow.draft import requests
from i18n.workflow.project_memory import ProjectMemory
from tests.cli.commands import catalog, files, i18n, more_configuration, translate, untouched, write


def shouted(text: str) -> str:
    return text.upper().replace("E", "Ø")


class Shouting:
    """An engine of a language without e that knows capitals only; it remembers what it was given."""

    name = "shouting"
    address = "shouting.example"
    notice = ""
    capabilities: frozenset[Capability] = frozenset()
    version = "1"
    limits = Limits(10_000, 4)
    encodings = ("tags",)

    def __init__(self, traffic: Traffic = Traffic.NONE, fail_on: str = "", interrupt_on: str = "") -> None:
        self.traffic = traffic
        self.given: list[str] = []
        self.entered = 0
        self._fail_on = fail_on
        self._interrupt_on = interrupt_on

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        del source
        ready = target == "de"
        return Readiness(ready, "" if ready else f"it knows no {target}", "" if ready else "Teach it.")

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        del source, target, encoding
        return tuple(self._answer(query) for query in queries)

    def _answer(self, query: Query) -> Answer:
        text = "".join(token for token in query.tokens if isinstance(token, str))
        self.given.append(text)
        if self._interrupt_on and self._interrupt_on in text:
            raise KeyboardInterrupt
        if self._fail_on and self._fail_on in text:
            return Failure("it is hoarse", broken=True)
        return Translation(tuple(shouted(token) if isinstance(token, str) else token for token in query.tokens))

    def __enter__(self) -> Self:
        self.entered += 1
        return self

    def __exit__(self, *raised: object) -> None:
        self.entered -= 1


@pytest.fixture
def extracted(project: Path) -> Path:
    i18n(project, "extract")
    return project


def listed(monkeypatch: pytest.MonkeyPatch, engine: Shouting) -> Shouting:
    """Put the engine into the list of those there are."""
    monkeypatch.setitem(ENGINES, "shouting", EngineSettings)
    monkeypatch.setitem(registry.MAKERS, "shouting", lambda *_: engine)
    return engine


def texts(project: Path, name: str, locale: str = "de") -> dict[str, str]:
    return {unit.msgid: unit.msgstr for unit in catalog(project, name, locale).units}


def test_empty_messages_are_filled_and_say_where_from(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting())
    translate(extracted, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    result = i18n(extracted, "draft", "--engine", "shouting")
    assert result.exit_code == 0
    units = {unit.msgid: unit for unit in catalog(extracted, "guide/install").units}
    assert units["Install the pump"].msgstr == shouted("Install the pump")
    assert is_untouched_draft(units["Install the pump"])
    told = origin(units["Install the pump"])
    assert told is not None
    assert told.engine == "shouting"
    assert units["Close it again."].msgstr == "Schließen Sie es wieder."
    assert not units["Close it again."].fuzzy
    assert "Close it again." not in engine.given
    assert set(texts(extracted, "index", "pt_BR").values()) == {""}
    assert engine.entered == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["de", "6", "6", "0"] in rows
    assert "2 catalogs written." in result.stdout
    assert "pt-BR: 7 messages without a draft: shouting: it knows no pt-BR (Teach it)." in result.stderr


def test_a_second_time_writes_nothing(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting())
    i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    before, given = untouched(extracted), len(engine.given)
    assert i18n(extracted, "draft", "--engine", "shouting", "--locale", "de").stdout == "No draft was written.\n"
    assert untouched(extracted) == before
    assert len(engine.given) == given
    assert i18n(extracted, "extract").stdout.endswith("all up to date.\n")


def test_what_is_too_much_to_keep_is_read_again(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
    write(extracted, "source/new.md", "# Install the pump\n")
    i18n(extracted, "extract")
    before = files(extracted)
    results = []
    for kept in (requests._KEPT, 0):
        monkeypatch.setattr(requests, "_KEPT", kept)
        for name, data in before.items():
            (extracted / name).write_bytes(data)
        listed(monkeypatch, Shouting())
        drafted = i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting")
        results.append((drafted.stdout, drafted.stderr, {name: texts(extracted, name) for name in ("new", "index")}))
    assert results[0] == results[1]
    assert results[0][2]["new"] == {"Install the pump": "Die Pumpe einbauen"}


def test_nobody_gathers_all_translations(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ProjectMemory, "entries")
    monkeypatch.setattr(Shouting, "capabilities", frozenset(Capability))
    listed(monkeypatch, Shouting())
    assert i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting").exit_code == 0
    assert i18n(extracted, "draft", "--engine", "shouting", "--estimate").exit_code == 0


def test_drafts_are_the_same_by_any_number_of_processes_and_without_the_file_of_the_memory(project: Path) -> None:
    for part in range(3):
        lines = (f"Boat {part * 80 + number} left the harbour of the northern island at dawn." for number in range(80))
        write(project, f"source/part{part}.md", "\n\n".join(lines))
    i18n(project, "extract")
    for part, number in enumerate((3, 90, 200)):
        boat = f"Boat {number} left the harbour of the northern island at dawn."
        translate(project, f"part{part}", {boat: f"Boot {number}"})
    before = files(project)
    results = []
    for way in ("1", "2", "without"):
        shutil.rmtree(project / ".i18n")
        for name, data in before.items():
            (project / name).write_bytes(data)
        if way == "without":
            (project / ".i18n" / "memory.sqlite").mkdir(parents=True)
        done = i18n(project, "--jobs", way if way != "without" else "1", "draft", "--engine", "memory")
        drafted = {name: data for name, data in files(project).items() if data != before[name]}
        results.append((done.exit_code, done.stdout, drafted))
    assert results[0][0] == 0
    assert len(results[0][2]) == 3
    assert b"match=" in b"".join(results[0][2].values())
    assert results[0] == results[1] == results[2]


def test_a_catalog_that_only_got_drafts_is_not_read_for_the_memory_again(
    extracted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(monkeypatch, Shouting())
    i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting")
    assert texts(extracted, "index")
    file = MemoryFile(LocalStore(str(extracted)), Measure(single_spaced, words))
    for name, content in file.digests("de").items():
        data = (extracted / f"locales/de/LC_MESSAGES/{name}.po").read_bytes()
        assert hashlib.sha256(data).hexdigest() == content
    assert len(file.digests("de")) == 2


def test_memory_gives_what_another_article_says(extracted: Path) -> None:
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
    write(extracted, "source/new.md", "# Install the pump\n")
    i18n(extracted, "extract")
    result = i18n(extracted, "draft")
    assert result.exit_code == 0
    assert texts(extracted, "new") == {"Install the pump": "Die Pumpe einbauen"}
    assert catalog(extracted, "new").units[0].fuzzy


def test_what_only_a_private_article_says_is_offered_to_no_other(extracted: Path) -> None:
    more_configuration(extracted, '[source]\nprivate = ["guide/install.md"]\n')
    write(extracted, "source/soon.md", "---\ndraft: true\n---\n# Quite another one\n")
    write(extracted, "source/new.md", "# Install the pump\n\nQuite another one\n")
    i18n(extracted, "extract")
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
    translate(extracted, "soon", {"Quite another one": "Ganz etwas anderes"})
    i18n(extracted, "draft")
    assert set(texts(extracted, "new").values()) == {""}
    (extracted / "source/guide/install.md").unlink()
    i18n(extracted, "draft")
    assert set(texts(extracted, "new").values()) == {""}, "the article is gone, and it was private"


def test_private_articles_go_to_engines_on_this_machine_only(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more_configuration(extracted, '[source]\nprivate = ["guide/install.md"]\n')
    write(extracted, "source/local.md", "---\nmt: local\n---\n# Stay at home\n")
    i18n(extracted, "extract")
    engine = listed(monkeypatch, Shouting(Traffic.THIRD_PARTY))
    i18n(extracted, "draft", "--engine", "shouting", "--locale", "de", "--yes")
    assert "Welcome home" in engine.given
    assert not {"Install the pump", "Stay at home"} & set(engine.given)


def test_a_remote_engine_that_the_project_forbids_is_2(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more_configuration(extracted, '[privacy]\nremote = "never"\n')
    engine = listed(monkeypatch, Shouting(Traffic.THIRD_PARTY))
    result = i18n(extracted, "draft", "--engine", "shouting")
    assert result.exit_code == 2
    assert engine.given == []


def test_an_unknown_engine_is_2(extracted: Path) -> None:
    before = files(extracted)
    result = i18n(extracted, "draft", "--engine", "babelfish")
    assert result.exit_code == 2
    assert "babelfish" in result.stderr
    assert files(extracted) == before


@pytest.mark.parametrize("option", ["--dry-run", "--check", "--estimate"])
def test_pretending_sends_and_writes_nothing(extracted: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    engine = listed(monkeypatch, Shouting(Traffic.THIRD_PARTY))
    before = files(extracted)
    result = i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting", option)
    assert engine.given == []
    assert files(extracted) == before
    assert result.exit_code == 0


def test_check_is_1_when_an_engine_here_would_draft(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(monkeypatch, Shouting())
    before = files(extracted)
    result = i18n(extracted, "draft", "--engine", "shouting", "--check")
    assert result.exit_code == 1
    assert "2 catalogs would be written." in result.stdout
    assert files(extracted) == before


def test_an_estimate_says_how_much_and_who_could(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(monkeypatch, Shouting())
    write(extracted, "source/new.md", "# Install the pump\n")
    i18n(extracted, "extract")
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
    result = i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting", "--estimate")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[1][:6] == ["de", "7", "1", "shouting", "0", "7"]
    assert rows[2] == ["pt-BR", "8", "0", "0", "0", "0", "0"]
    assert "pt-BR: shouting: it knows no pt-BR. Teach it." in result.stdout


def test_redo_replaces_what_nobody_touched(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting())
    i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"}, fuzzy=True)
    engine.given.clear()
    monkeypatch.setattr(Shouting, "version", "2")
    i18n(extracted, "draft", "--engine", "shouting", "--locale", "de", "--redo")
    assert "Close it again." in engine.given
    assert "Install the pump" not in engine.given
    assert texts(extracted, "guide/install")["Install the pump"] == "Die Pumpe einbauen"


def test_an_engine_that_fails_is_4_and_what_it_answered_is_kept(
    extracted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(monkeypatch, Shouting(fail_on="Close"))
    result = i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 4
    assert "it is hoarse" in result.stderr
    found = texts(extracted, "guide/install")
    assert found["Install the pump"] == shouted("Install the pump")
    assert found["Close it again."] == ""


def test_an_interruption_keeps_what_is_done(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting(interrupt_on="Welcome"))
    result = i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 130
    assert texts(extracted, "guide/install")["Install the pump"] == shouted("Install the pump")
    assert engine.entered == 0


def test_no_more_is_sent_than_allowed_over_all_languages(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting(Traffic.CONFINED))
    monkeypatch.setattr(Shouting, "readiness", lambda *_, **_asked: Readiness(ready=True))
    monkeypatch.setattr(Shouting, "limits", Limits(10_000, 1))
    i18n(extracted, "draft", "--engine", "shouting", "--max-characters", "130")
    assert 60 < sum(map(len, engine.given)) <= 130


def test_what_somebody_wrote_meanwhile_stays(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting())
    answer = engine._answer

    def slow(query: Query) -> Answer:
        if not engine.given:
            translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
        return answer(query)

    monkeypatch.setattr(engine, "_answer", slow)
    result = i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 0
    found = texts(extracted, "guide/install")
    assert found["Install the pump"] == "Die Pumpe einbauen"
    assert found["Close it again."] == shouted("Close it again.")
    assert "1 message changed meanwhile and kept." in result.stderr


def test_a_broken_catalog_is_3_and_left_untouched(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(monkeypatch, Shouting())
    path = extracted / "locales/de/LC_MESSAGES/index.po"
    path.write_bytes(b'msgid "half\n')
    result = i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 3
    assert "locales/de/LC_MESSAGES/index.po:1" in result.stderr
    assert path.read_bytes() == b'msgid "half\n'
    assert texts(extracted, "guide/install")["Close it again."] == shouted("Close it again.")


def test_terms_that_stay_are_not_sent_to_be_translated(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = listed(monkeypatch, Shouting())
    write(extracted, "terms.csv", "en,de,status\npump,,do-not-translate\n")
    more_configuration(extracted, '[memory]\nglossary = "terms.csv"\n')
    assert i18n(extracted, "draft", "--engine", "shouting", "--locale", "de").exit_code == 0
    assert texts(extracted, "guide/install")["Install the pump"] == f"{shouted('Install the')} pump"
    assert "Install the pump" not in engine.given


def test_nothing_is_drafted_without_the_glossary_that_is_configured(
    extracted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = listed(monkeypatch, Shouting())
    write(extracted, "terms.csv", "en,de,status\nthe pump,,perhaps\n")
    more_configuration(extracted, '[memory]\nglossary = "terms.csv"\n')
    result = i18n(extracted, "draft", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 3
    assert "terms.csv:2: error:" in result.stdout + result.stderr
    assert not engine.given
