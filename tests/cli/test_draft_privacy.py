"""What leaves the machine, who was asked before, and what is told about it afterwards."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from i18n.draft.engine import Answer, Capability, Query, Traffic
from tests.cli.commands import catalog, files, i18n, more_configuration, translate, write
from tests.cli.test_draft import Shouting, listed
from tests.real.servers.libretranslate import LibreTranslate
from tests.real.servers.openai import Model, OpenAI
from tests.real.servers.script import Script, serving

FAR = ("draft", "--engine", "shouting", "--locale", "de")


@pytest.fixture
def extracted(project: Path) -> Path:
    i18n(project, "extract")
    return project


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Shouting:
    return listed(monkeypatch, Shouting(Traffic.THIRD_PARTY))


def answered(monkeypatch: pytest.MonkeyPatch, *answers: bool) -> list[bool]:
    """Sit at the terminal and answer questions."""
    left = list(answers)
    monkeypatch.setattr("i18n.cli.consent.is_terminal", lambda: True)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: left.pop(0))
    return left


def test_nobody_was_asked_so_nothing_is_sent(extracted: Path, far: Shouting) -> None:
    before = files(extracted)
    result = i18n(extracted, *FAR)
    assert result.exit_code == 2
    assert far.given == []
    assert files(extracted) == before
    assert "shouting sends texts to shouting.example: a third party." in result.stderr
    assert "up to 7 messages (" in result.stderr
    assert "of 2 articles, for de." in result.stderr
    assert "--yes" in result.stderr


def test_yes_is_asked_once_a_project(extracted: Path, far: Shouting, monkeypatch: pytest.MonkeyPatch) -> None:
    left = answered(monkeypatch, True)
    assert i18n(extracted, *FAR).exit_code == 0
    assert left == []
    assert "Welcome home" in far.given
    write(extracted, "source/new.md", "# Another one\n")
    i18n(extracted, "extract")
    assert i18n(extracted, *FAR).exit_code == 0
    assert "Another one" in far.given


def test_another_place_is_asked_for_again(extracted: Path, far: Shouting, monkeypatch: pytest.MonkeyPatch) -> None:
    assert i18n(extracted, *FAR, "--yes").exit_code == 0
    write(extracted, "source/new.md", "# Another one\n")
    i18n(extracted, "extract")
    monkeypatch.setattr(Shouting, "address", "elsewhere.example")
    assert i18n(extracted, *FAR).exit_code == 2
    assert "Another one" not in far.given


def test_no_leaves_the_engine_out_and_the_others_in(
    extracted: Path, far: Shouting, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(extracted, "source/new.md", "# Install the pump\n")
    i18n(extracted, "extract")
    translate(extracted, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
    answered(monkeypatch, False)
    result = i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting", "--locale", "de")
    assert result.exit_code == 0
    assert far.given == []
    assert "Nothing is sent to shouting." in result.stderr
    assert catalog(extracted, "new").units[0].msgstr == "Die Pumpe einbauen"
    assert not (extracted / ".i18n/allowed").exists()


def test_run_asks_too(extracted: Path, far: Shouting) -> None:
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text().replace('["memory"]', '["memory", "shouting"]'))
    result = i18n(extracted, "run")
    assert far.given == []
    assert "Nothing is sent to shouting: nobody can be asked, and --yes was not given." in result.stderr
    assert (extracted / "bundles").exists(), "the rest was done"
    i18n(extracted, "run", "--yes")
    assert "Welcome home" in far.given


def test_an_engine_on_this_machine_is_not_asked_about(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = listed(monkeypatch, Shouting(Traffic.CONFINED))
    assert i18n(extracted, *FAR).exit_code == 0
    assert near.given


def test_the_question_says_whether_names_are_kept_back(extracted: Path, far: Shouting) -> None:
    assert "no names ([draft] redact is not set)" in i18n(extracted, *FAR).stderr
    (extracted.parent / "names.txt").write_text("Sumi Rahman\n")
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text().replace("[draft]\n", '[draft]\nredact = "../names.txt"\n'))
    assert "the names in [draft] redact" in i18n(extracted, *FAR).stderr


def test_a_limit_of_cost_without_a_price_is_2(extracted: Path, far: Shouting) -> None:
    result = i18n(extracted, *FAR, "--yes", "--max-cost", "1")
    assert result.exit_code == 2
    assert "shouting has no price" in result.stderr
    assert far.given == []
    more_configuration(extracted, "[engine.shouting]\nprice_per_million = 20\n")
    assert i18n(extracted, *FAR, "--yes", "--max-cost", "1").exit_code == 0
    assert far.given


def test_a_message_that_its_article_keeps_here_says_so(extracted: Path, far: Shouting) -> None:
    write(extracted, "source/home.md", "---\nmt: local\n---\n# Stay at home\n")
    i18n(extracted, "extract")
    result = i18n(extracted, "draft", "--engine", "memory", "--engine", "shouting", "--locale", "de", "--yes")
    assert "de: 1 message without a draft: its article keeps it from the engines: it is private" in result.stderr


def test_the_log_says_what_was_sent_and_holds_no_text(extracted: Path, far: Shouting) -> None:
    result = i18n(extracted, *FAR, "--yes")
    log = extracted / ".i18n/drafts.log"
    rows = [line.split("\t") for line in log.read_text().splitlines()]
    assert {tuple(row[1:4]) for row in rows} == {("shouting", "de", "guide/install"), ("shouting", "de", "index")}
    characters = sum(int(row[4]) for row in rows)
    assert characters == sum(map(len, far.given)) + 8 * 3, "three marks count eight each"
    assert "pump" not in log.read_text()
    assert log.stat().st_mode & 0o077 == 0
    assert f"shouting: {characters} characters of 8 texts sent to shouting.example in 2 requests." in result.stderr
    size = log.stat().st_size
    i18n(extracted, *FAR)
    assert log.stat().st_size == size


def test_names_are_kept_back_and_restored(extracted: Path, far: Shouting) -> None:
    file = extracted.parent / "names.txt"
    file.write_text("Sumi Rahman | de: Sumi Rachman\n")
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text().replace("[draft]\n", f'[draft]\nredact = "{file}"\n'))
    write(extracted, "source/new.md", "# The house of Sumi Rahman\n\nSumi Rahman lives here.\n")
    i18n(extracted, "extract")
    result = i18n(extracted, *FAR, "--yes")
    assert result.exit_code == 0
    assert not any("Sumi" in text or "Rahman" in text for text in far.given)
    assert "Sumi Rachman LIVØS HØRØ." in [unit.msgstr for unit in catalog(extracted, "new").units]
    assert b"Rahman" not in (extracted / ".i18n/drafts.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('["Sumi Rahman"]', "draft.redact: expected the path of a file outside version control"),
        ('"Sumi Rahman"', "draft.redact: there is no such file."),
        ("7", "draft.redact: expected the path of a file"),
        ('"../names.txt"', "draft.redact: there is no name before the bar (line 2)."),
    ],
)
def test_names_in_the_configuration_are_an_error_that_does_not_repeat_them(
    extracted: Path, far: Shouting, value: str, said: str
) -> None:
    (extracted.parent / "names.txt").write_text("Sumi Rahman\n| de: Sumi Rahman\n")
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text().replace("[draft]\n", f"[draft]\nredact = {value}\n"))
    result = i18n(extracted, *FAR, "--yes")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Sumi" not in result.output
    assert far.given == []


def test_a_file_of_names_that_git_would_share_is_refused(extracted: Path, far: Shouting) -> None:
    subprocess.run(["git", "init", "--quiet", str(extracted)], check=True)
    (extracted / "names.txt").write_text("Sumi Rahman\n")
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text().replace("[draft]\n", '[draft]\nredact = "names.txt"\n'))
    result = i18n(extracted, *FAR, "--yes")
    assert result.exit_code == 2
    assert "is not outside version control" in result.stderr
    (extracted / ".gitignore").write_text("/names.txt\n")
    assert i18n(extracted, *FAR, "--yes").exit_code == 0


def test_nothing_private_is_sent_in_any_way(extracted: Path, far: Shouting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as a text, nor as a neighbour, an example or a term."""
    monkeypatch.setattr(Shouting, "capabilities", frozenset(Capability))
    told: list[str] = []
    answer = far._answer

    def heard(query: Query) -> Answer:
        told.append(repr(query))
        return answer(query)

    monkeypatch.setattr(far, "_answer", heard)
    more_configuration(extracted, '[source]\nprivate = ["diary.md"]\n[memory]\nglossary = "terms.csv"\n')
    write(extracted, "terms.csv", "en,de\nharbour,Hafen\nsecret,Geheimnis\n")
    write(extracted, "source/diary.md", "# A secret\n\nA boat left the secret harbour at dawn.\n")
    write(extracted, "source/home.md", "---\nmt: local\n---\n# A secret too\n\nA boat left the secret pier at dawn.\n")
    write(extracted, "source/off.md", "---\nmt: off\n---\n# A secret as well\n\nA boat left the secret quay at dawn.\n")
    write(
        extracted,
        "source/soon.md",
        "---\ndraft: true\n---\n# A secret yet\n\nA secret boat left it at dawn.\n",
    )
    write(extracted, "source/news.md", "# News\n\nA boat left the old harbour at dawn.\n")
    i18n(extracted, "extract")
    for name in ("diary", "home", "off", "soon"):
        units = {unit.msgid: f"¡{unit.msgid}! geheim" for unit in catalog(extracted, name).units[1:]}
        translate(extracted, name, units)
    translate(extracted, "news", {"News": "Nachrichten"})
    assert i18n(extracted, *FAR, "--yes").exit_code == 0
    sent = "\n".join(told)
    assert "A boat left the old harbour at dawn." in sent
    assert "Hafen" in sent
    assert "secret" not in sent
    assert "geheim" not in sent.lower()


@pytest.fixture
def libretranslate() -> Iterator[tuple[Script, str]]:
    script = Script()
    with serving(script, LibreTranslate) as url:
        yield script, url


def test_a_server_on_this_machine_gets_private_texts_by_a_persons_word_alone(
    extracted: Path, libretranslate: tuple[Script, str]
) -> None:
    script, url = libretranslate
    more_configuration(extracted, f'[engine.libretranslate]\nurl = "{url}"\n')
    write(extracted, "source/home.md", "---\nmt: local\n---\n# Quince at home\n")
    i18n(extracted, "extract")
    draft = ("draft", "--engine", "libretranslate", "--locale", "de")
    asked = i18n(extracted, *draft)
    assert asked.exit_code == 2, "nobody was asked"
    assert "a server on this machine, which may hand them on." in asked.stderr
    assert "set `local = true` in [engine.libretranslate]" in asked.stderr
    estimate = i18n(extracted, *draft, "--estimate")
    assert "de: libretranslate: Its server may hand texts on." in estimate.stdout
    assert script.received == b""
    result = i18n(extracted, *draft, "--yes")
    assert b"Welcome home" in script.received
    assert b"Quince" not in script.received
    assert "set `local = true` in [engine.libretranslate]: private articles" in result.stderr
    configuration = extracted / "i18n.toml"
    configuration.write_text(configuration.read_text() + "local = true\n")
    (extracted / ".i18n/allowed").unlink()
    assert i18n(extracted, *draft).exit_code == 0, "nothing is asked"
    assert b"Quince" in script.received


def test_a_model_of_a_provider_gets_no_private_text_whatever_the_word(
    extracted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("I18N_LLM_API_KEY", raising=False)
    script = Script()
    write(extracted, "source/home.md", "---\nmt: local\n---\n# Quince at home\n")
    i18n(extracted, "extract")
    with serving(script, type("Hosted", (OpenAI,), {"model": Model(("m-cloud",))})) as url:
        more_configuration(extracted, f'[engine.llm]\nurl = "{url}"\nmodel = "m-cloud"\nlocal = true\n')
        draft = ("draft", "--engine", "llm", "--locale", "de")
        asked = i18n(extracted, *draft)
        assert asked.exit_code == 2
        assert ": a third party." in asked.stderr
        assert 'The model "m-cloud" runs at its provider, even where `local = true` is set.' in asked.stderr
        assert script.received == b""
        i18n(extracted, *draft, "--yes")
    assert b"Welcome home" in script.received
    assert b"Quince" not in script.received
