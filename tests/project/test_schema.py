"""The schema for editors takes what the parser takes, as far as JSON Schema can say it; `jsonschema` is the judge."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from i18n.cli.root import root
from i18n.errors import ConfigurationError
from i18n.project.engines import ENGINES
from i18n.project.keys import entries
from i18n.project.reading import project_of
from i18n.project.schema import json_schema
from i18n.project.tables import LATER, TABLES
from i18n.workflow.init.init import init
from tests.docs import configuration

ROOT = Path(__file__).parents[2]
SCHEMA = Draft7Validator(json_schema())
KEYS = [(table, entry.name) for table, kind in TABLES.items() for entry in entries(kind)]
KEYS += [(table, key) for table, keys in LATER.items() if table != "engine" for key in keys]
SETTINGS = sorted({entry.name for kind in ENGINES.values() for entry in entries(kind)} | LATER.get("engine", {}).keys())
UNSAYABLE = (
    "a place apart",
    "at most [build] minimum",
    "each language once",
    "one of the project's languages",
    "project.locales",
    "project.source_locale",
    "one line of text",
    "cannot be one",
)
"""What JSON Schema cannot say: places that overlap, which tags are languages, which characters are printable, what is a
regular expression."""


def refused(configuration: Mapping[str, object]) -> str:
    """What the parser says; empty where it takes the configuration."""
    try:
        project_of("/a/i18n.toml", configuration)
    except ConfigurationError as error:
        return error.message
    return ""


def assert_agreement(configuration: Mapping[str, object]) -> None:
    said, takes = refused(configuration), SCHEMA.is_valid(configuration)
    assert takes or said, f"the schema refuses what the parser takes: {configuration}"
    if not any(reason in said for reason in UNSAYABLE):
        assert takes == (not said), said or "the parser takes it"


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(json_schema())


def test_the_command_prints_the_schema_that_is_shipped() -> None:
    printed = CliRunner().invoke(root, ["config", "--schema"])
    assert (printed.exit_code, printed.stdout) == (0, (ROOT / "i18n/project/schema.json").read_text(encoding="utf-8"))
    assert CliRunner().invoke(root, ["config"]).exit_code == 2


def test_configurations_of_this_repository_are_taken(tmp_path: Path) -> None:
    documented = configuration.reference().partition("```toml\n")[2].partition("```")[0]
    begun = init(str(tmp_path), str(tmp_path), ["de", "pt-BR"], None)
    written = [
        tomllib.loads(Path(begun.file).read_text(encoding="utf-8")),
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["i18n"],
        tomllib.loads(documented.replace("[engine.NAME]", "[engine.pseudo]")),
    ]
    for each in written:
        assert [error.message for error in SCHEMA.iter_errors(each)] == []
        assert refused(each) == ""


_KEYS = [entry for kind in TABLES.values() for entry in entries(kind)]
_WORDS = sorted({word for entry in _KEYS for word in (*entry.form.words(), *entry.key.later)})
_PATHS = ["", " ", "a/b", "a/", "/a", "../a", "a//b", ".", "**/*.md", "a**", "2026-11", "2026-11-28"]
_PARTS = ["{locale}", "{article}", "{x}", "{", "}", "a", "/", "..", "\n"]
_TEXTS = st.one_of(
    st.sampled_from([*_WORDS, *_PATHS]),
    st.text("ab./\\*{}é \n", max_size=8),
    st.lists(st.sampled_from(_PARTS), max_size=6).map("".join),
).map(lambda text: text.rstrip("\n"))
"""Without a line feed at the end, where `$` matches to Python, which the judge is written in, and not to editors."""
_NUMBERS = st.integers(-2, 103) | st.sampled_from([0.5, -0.5, 75.5])
"""Without 1.0, which is a whole number to JSON Schema, and without what JSON has no number for."""
_SIMPLE = st.one_of(_TEXTS, st.booleans(), _NUMBERS)
_LISTS = st.lists(_TEXTS, max_size=3) | st.lists(_SIMPLE, max_size=2)
_VALUES: st.SearchStrategy[object] = st.one_of(_SIMPLE, _LISTS, st.just({}))


@given(st.sampled_from(KEYS), _VALUES)
@example(("build", "minimum"), True)
@example(("build", "minimum"), 101)
@example(("build", "minimum"), {"default": 80, "de": 50})
@example(("build", "minimum"), {"default": 101})
@example(("build", "required"), {"de": ["index"], "default": []})
@example(("build", "required"), {"de": "index"})
@example(("bundle", "formats"), [])
@example(("source", "breaks"), 0)
@example(("privacy", "deny"), "")
def test_both_take_the_same_values(key: tuple[str, str], value: object) -> None:
    table, name = key
    configuration: dict[str, dict[str, object]] = {"project": {"locales": ["de"]}}
    configuration.setdefault(table, {})[name] = value
    assert_agreement(configuration)


@given(st.sampled_from([*ENGINES, "babelfish"]), st.sampled_from(SETTINGS), _VALUES)
@example("llm", "timeout", 0)
@example("llm", "concurrency", 0)
@example("llm", "mode", "batch")
@example("deepl", "mode", "batch")
@example("apertium", "price_as_of", "2026-11")
@example("apertium", "price_as_of", "2026")
def test_both_take_the_same_settings_of_engines(engine: str, name: str, value: object) -> None:
    assert_agreement({"project": {"locales": ["de"]}, "engine": {engine: {name: value}}})


@given(st.sampled_from(["projects", "build", "typography", "engine", "notices"]), _VALUES)
@example("notices", {"de": " \n"})
@example("notices", {"de": "Text"})
@example("notices", {"de": {"draft": "Text", "partial": True}, "default": {"outdated": True}})
@example("notices", {"de": {"draft": False}})
@example("notices", {"de": {"partial": " "}})
@example("notices", {"default": {"partial": "Text"}})
@example("notices", {"default": {"draft": False}})
@example("notices", {"default": "Text"})
@example("notices", {"default": {"other": True}})
@example("engine", {"llm": 1})
@example("build", {"image": 1})
def test_both_take_the_same_tables(table: str, value: object) -> None:
    assert_agreement({"project": {"locales": ["de"]}, table: value})


def test_disagreement_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = json_schema({**TABLES, "bundle": TABLES["privacy"]})
    monkeypatch.setitem(globals(), "SCHEMA", Draft7Validator(narrow))
    with pytest.raises(AssertionError, match="refuses what the parser takes"):
        assert_agreement({"project": {"locales": ["de"]}, "bundle": {"path": "b"}})
