"""Each key is defined once: deleted there it is gone everywhere, and each is read by somebody."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import pytest

import i18n
from i18n.errors import ConfigurationError
from i18n.project.engines import ENGINES
from i18n.project.keys import Key, entries
from i18n.project.reading import project_of
from i18n.project.schema import json_schema
from i18n.project.tables import TABLES, Build
from tests.docs import configuration

KEYS = [(table, entry.name) for table, kind in TABLES.items() for entry in entries(kind)]
SETTINGS = [(engine, entry.name) for engine, kind in ENGINES.items() for entry in entries(kind)]


def without(kind: type, key: str) -> type:
    """A table less one key."""
    kept = [field for field in dataclasses.fields(kind) if field.name != key]
    fields = [(each.name, each.type, dataclasses.field(default=each.default)) for each in kept]
    return dataclasses.make_dataclass(kind.__name__, fields, frozen=True, kw_only=True)


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_key_that_is_deleted_is_gone_from_parser_documentation_and_schema(table: str, key: str) -> None:
    tables = {**TABLES, table: without(TABLES[table], key)}
    with pytest.raises(ConfigurationError, match=rf"{table}\.{key}: unknown key"):
        project_of("/a/i18n.toml", {"project": {"locales": ["de"]}, table: {key: 1}}, tables=tables)
    assert key in keys_of(json_schema(), table)
    assert key not in keys_of(json_schema(tables), table)
    gone = less(configuration.reference(), configuration.reference(tables))
    assert gone, "the documentation had it"
    assert all(line.startswith((f"{key} = ", f"- `[{table}] {key}` ")) for line in gone)


@pytest.mark.parametrize(("engine", "key"), SETTINGS)
def test_a_setting_that_is_deleted_is_gone_too(engine: str, key: str) -> None:
    everywhere = key in {entry.name for entry in entries(ENGINES["memory"])}
    smaller = {kind: without(kind, key) for kind in (ENGINES.values() if everywhere else [ENGINES[engine]])}
    engines = {name: smaller.get(kind, kind) for name, kind in ENGINES.items()}
    with pytest.raises(ConfigurationError, match=rf"engine\.{engine}\.{key}: unknown key"):
        project_of("/a/i18n.toml", {"project": {"locales": ["de"]}, "engine": {engine: {key: 1}}}, engines=engines)
    assert key in keys_of(json_schema(), "engine", engine)
    assert key not in keys_of(json_schema(engines=engines), "engine", engine)
    gone = less(configuration.reference(), configuration.reference(engines=engines))
    assert gone
    assert all(line.startswith((f"{key} = ", "[engine.")) for line in gone if line)


def keys_of(schema: Any, *tables: str) -> set[str]:
    """Keys that the schema of a table knows."""
    for table in tables:
        schema = schema["properties"][table]
    return set(schema["properties"])


def less(before: str, after: str) -> list[str]:
    """Lines that are no longer there, as often as they were."""
    left = after.split("\n")
    gone = []
    for line in before.split("\n"):
        if line in left:
            left.remove(line)
        else:
            gone.append(line)
    return gone


CLASSES = {kind.__name__: kind for kind in (*TABLES.values(), *ENGINES.values())} | dict(TABLES.items())
"""What a name of a class, or of a table as a field of the project, stands for."""


def reads(source: str) -> set[tuple[type, str]]:
    """Table and key of every `….table.key`, and of `name.key` where a function was given a table by that name."""
    found = set()
    tree = ast.parse(source)
    for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))):
        names = dict(_named(scope))
        for node in ast.walk(scope):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                owner = node.value
                kind = CLASSES.get(owner.attr) if isinstance(owner, ast.Attribute) else None
                kind = names.get(owner.id) if isinstance(owner, ast.Name) else kind
                if kind:
                    found.add((kind, node.attr))
    return found


def _named(scope: ast.AST) -> Iterator[tuple[str, type]]:
    """Names that stand for a table in a function: by annotation, by assignment; `project` holds the first one."""
    yield "project", TABLES["project"]
    if not isinstance(scope, ast.FunctionDef):
        return
    for argument in scope.args.args:
        name = ast.unparse(argument.annotation).rpartition(".")[2] if argument.annotation else ""
        if name in CLASSES:
            yield argument.arg, CLASSES[name]
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = ast.unparse(node.value)
            if value.startswith("project.engine.get("):
                yield node.targets[0].id, ENGINES["memory"]
            elif value.rpartition(".")[2] in TABLES:
                yield node.targets[0].id, CLASSES[value.rpartition(".")[2]]


def unread(tables: Iterable[type], found: Iterable[set[tuple[type, str]]]) -> set[tuple[str, str]]:
    """Keys that nobody reads, save those that leave no choice: all other words of theirs are refused by name."""
    read = set[tuple[type, str]]().union(*found)
    return {
        (kind.__name__, entry.name)
        for kind in tables
        for entry in entries(kind)
        if not any((each, entry.name) in read for each in kind.__mro__)
        and not (len(entry.form.words()) == 1 and entry.key.later)
    }


CHECKERS = ("engines", "keys", "notices", "reading", "schema", "tables")
"""Modules of `project/` that see to it that a value is right, and do nothing with it."""


@pytest.fixture(scope="module")
def sources() -> dict[str, set[tuple[type, str]]]:
    """The modules that do something with values, each with what it reads."""
    paths = Path(i18n.__file__).parent.rglob("*.py")
    doing = [path for path in paths if path.parent.name != "project" or path.stem not in CHECKERS]
    return {text: reads(text) for text in (path.read_text(encoding="utf-8") for path in doing)}


def test_every_key_is_read_by_somebody(sources: Mapping[str, set[tuple[type, str]]]) -> None:
    assert unread((*TABLES.values(), *ENGINES.values()), sources.values()) == set()


def test_a_key_that_nobody_reads_would_be_noticed(sources: Mapping[str, set[tuple[type, str]]]) -> None:
    silent = ("silent", Annotated[bool, Key("what nobody asks for")], dataclasses.field(default=False))
    more = dataclasses.make_dataclass("Build", [silent], bases=(Build,), frozen=True)
    assert unread([more], sources.values()) == {("Build", "silent")}
    assert unread([more], [*sources.values(), reads("def of(build: Build):\n    return build.silent\n")]) == set()
    others = [read for text, read in sources.items() if "build.required" not in text]
    assert ("Build", "required") in unread([Build], others)
