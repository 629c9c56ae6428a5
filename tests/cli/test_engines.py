from __future__ import annotations

import json
from pathlib import Path

import pytest

from i18n.cli.draft import said_of
from i18n.draft.engine import Readiness, Traffic
from i18n.draft.engines.ctranslate2 import session
from i18n.draft.models import offers
from i18n.workflow.draft import ways
from tests.cli.commands import files, i18n, more_configuration
from tests.cli.test_draft import Shouting, listed
from tests.draft.models.test_offers import GOOD


def rows(output: str) -> dict[str, str]:
    table = output.split("\nWhat is missing")[0].splitlines()[1:]
    return {line[2:].split()[0]: line for line in table}


def test_every_engine_is_listed_with_what_it_needs(project: Path) -> None:
    before = files(project)
    result = i18n(project, "engines")
    assert result.exit_code == 0
    assert files(project) == before
    listed_ones = rows(result.stdout)
    assert {"memory", "apertium", "ctranslate2", "libretranslate", "deepl", "llm", "pseudo"} <= listed_ones.keys()
    assert listed_ones["memory"].startswith("* memory")
    assert listed_ones["memory"].split()[2:] == ["nowhere", "de,", "pt-BR"]
    assert listed_ones["deepl"].startswith("  deepl")
    assert "Set DEEPL_AUTH_KEY in the environment." in result.stdout
    assert all(len(line) <= 100 for line in listed_ones.values())


def test_servers_elsewhere_are_asked_only_online(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def readiness(self: Shouting, source: str, target: str, *, ask: bool = False) -> Readiness:
        asked.append((self.name, ask))
        return Readiness(
            ready=target == "de", missing="" if target == "de" else f"it knows no {target}", hint="Teach it."
        )

    monkeypatch.setattr(Shouting, "readiness", readiness)
    listed(monkeypatch, Shouting(Traffic.THIRD_PARTY))
    result = i18n(project, "engines")
    assert {ask for name, ask in asked if name == "shouting"} == {False}
    assert "--online does that" in result.stdout
    assert "  shouting for pt-BR: it knows no pt-BR.\n    Teach it." in result.stdout
    assert rows(result.stdout)["shouting"].split() == ["shouting", "shouting.example", "de"]
    asked.clear()
    result = i18n(project, "engines", "--online")
    assert {ask for name, ask in asked if name == "shouting"} == {True}


def test_a_slip_in_the_settings_of_one_engine_hides_no_other(project: Path) -> None:
    more_configuration(project, '[engine.llm]\nurl = "127.0.0.1:1"\n')
    result = i18n(project, "engines")
    assert "llm: [engine.llm] url is no address that texts can be sent to." in result.stdout
    assert "de, pt-BR" in rows(result.stdout)["memory"]


def test_an_engine_that_the_project_forbids_says_so(project: Path) -> None:
    more_configuration(project, '[privacy]\nremote = "never"\n')
    result = i18n(project, "engines")
    assert 'deep:google: The engine "deep:google" sends texts to a third party' in result.stdout


def test_the_best_way_is_named_for_each_language_without_an_engine(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more_configuration(project, '[engine.ctranslate2]\npath = "nowhere"\n')
    result = i18n(project, "engines")
    after = result.stdout.partition("The best way for languages without an engine:\n")[2]
    assert "de: no engine of the project drafts it.\n  The best that could is ctranslate2: a model that you ch" in after
    assert "i18n engines add ctranslate2 de --from FILE|URL --sha256 HEX" in after
    listed(monkeypatch, Shouting())
    monkeypatch.setattr(ways, "_HERE", ("shouting",))
    after = i18n(project, "engines").stdout.partition("The best way for languages without an engine:\n")[2]
    assert "The best that could is shouting: it is ready, and the project does not name it." in after
    assert "    i18n draft --engine memory --engine shouting --locale de\n" in after


def test_one_way_for_several_languages_is_said_once() -> None:
    found = [ways.BestWay(locale, "apertium", "rule-based", "apt-get install a") for locale in ("es", "pt-BR")]
    other = ways.BestWay("de", "ctranslate2", "a model", "i18n engines add ctranslate2 de")
    assert list(said_of([found[0], other, found[1]])) == [
        "es, pt-BR: no engine of the project drafts them.",
        "  The best that could is apertium: rule-based.",
        "    apt-get install a",
        "de: no engine of the project drafts it.",
        "  The best that could is ctranslate2: a model.",
        "    i18n engines add ctranslate2 de",
    ]


def test_a_model_of_the_shipped_table_is_the_best_way(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "shipped", lambda: offers.parse(GOOD.encode()))
    monkeypatch.setattr(session, "installed", lambda: False)
    after = i18n(project, "engines").stdout.partition("The best way for languages without an engine:\n")[2]
    assert "pt-BR: no engine of the project drafts it.\n  The best that could is ctranslate2: a model of 0 MB" in after
    assert '  pip install "manytongues[ctranslate2]" && i18n engines add ctranslate2 pt-BR\n' in after
    assert "A university" not in after
    assert "chrF 60" in i18n(project, "engines", "list").stdout


def test_draft_names_the_best_way_for_what_stays_empty(project: Path) -> None:
    i18n(project, "extract")
    result = i18n(project, "draft", "--engine", "memory", "--engine", "ctranslate2", "--locale", "de")
    assert "de: no engine of the project drafts it." in result.stdout
    assert "i18n engines add ctranslate2 de --from FILE|URL --sha256 HEX" in result.stdout
    assert "best" not in i18n(project, "draft").stdout


def test_engines_of_a_project_take_no_locale(project: Path) -> None:
    result = i18n(project, "--locale", "de", "engines")
    assert result.exit_code == 2
    assert "takes no --locale" in result.stderr


def test_many_languages_that_an_engine_serves_are_counted(project: Path) -> None:
    file = project / "i18n.toml"
    file.write_text(file.read_text().replace('["de", "pt-BR"]', '["de", "es", "fr", "ko", "ar", "sw", "pt-BR"]'))
    found = rows(i18n(project, "engines").stdout)
    assert found["memory"].split(maxsplit=3)[3] == "all 7 languages"
    assert found["deep:google"].endswith("all 7 languages; pt-BR (pt-not-pt-BR)")
    assert found["ctranslate2"].endswith("nothing yet")


def test_what_the_command_says_itself_it_sends_nobody_to(project: Path) -> None:
    said = i18n(project, "engines").stdout
    assert "apertium" in said
    assert "`i18n engines` names" not in said


def test_engines_as_json(project: Path) -> None:
    result = i18n(project, "engines", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert told["format"] == 1
    by_name = {each["engine"]: each for each in told["engines"]}
    assert by_name["memory"]["ready"] == {"de": "", "pt-BR": ""}
    assert by_name["memory"]["used"] is True
    assert by_name["deepl"]["traffic"] == "third-party"
    (lack,) = by_name["deepl"]["lacks"]
    assert lack["hint"] == "Set DEEPL_AUTH_KEY in the environment."
    assert lack["locales"] == ["de", "pt-BR"]
    assert {each["locale"] for each in told["best"]} <= {"de", "pt-BR"}
    assert all(set(each) == {"locale", "engine", "reason", "command"} for each in told["best"])


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("list",), {"folder", "installed", "by_name"}),
        (("verify",), {"models"}),
        (("where",), {"folder"}),
        (("remove", "ctranslate2", "de"), {"removed", "models", "bytes", "left"}),
    ],
)
def test_commands_about_models_as_json(
    words: tuple[str, ...], keys: set[str], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANYTONGUES_MODELS", str(project / "models"))
    result = i18n(project, "engines", *words, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert told.pop("format") == 1
    assert told.keys() == keys
    assert told.get("folder", str(project / "models")) == str(project / "models")
    assert not told.get("removed")


def test_a_format_before_the_command_about_models_says_where_it_belongs(project: Path) -> None:
    result = i18n(project, "engines", "--format", "json", "where")
    assert result.exit_code == 2
    assert "i18n engines where --format json" in result.stderr


def test_no_model_is_nothing_to_verify(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANYTONGUES_MODELS", str(project / "models"))
    assert i18n(project, "engines", "verify").stdout == "No model is installed.\n"
