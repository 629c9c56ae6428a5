"""Each key is defined once: deleted there it is gone everywhere, and each is read by somebody."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest

import i18n
from i18n.errors import ConfigurationError
from i18n.project.keys import Key, OneOf, SomeOf, entries
from i18n.project.reading import project_of
from i18n.project.schema import json_schema
from i18n.project.tables import TABLES, Build
from tests.docs import configuration

KEYS = [(table, entry.name) for table, kind in TABLES.items() for entry in entries(kind)]


def without(table: str, key: str) -> dict[str, type]:
    """The tables, less one key."""
    kept = [field for field in dataclasses.fields(TABLES[table]) if field.name != key]
    fields = [(each.name, each.type, dataclasses.field(default=each.default)) for each in kept]
    return {**TABLES, table: dataclasses.make_dataclass(table, fields, frozen=True, kw_only=True)}


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_key_that_is_deleted_is_gone_from_parser_documentation_and_schema(table: str, key: str) -> None:
    tables = without(table, key)
    with pytest.raises(ConfigurationError, match=rf"{table}\.{key}: unknown key"):
        project_of("/a/i18n.toml", {"project": {"locales": ["de"]}, table: {key: 1}}, tables=tables)
    assert key in described(json_schema(), table)
    assert key not in described(json_schema(tables), table)
    was, now = (configuration.reference(given).split("\n") for given in (TABLES, tables))
    gone = [line for line in was if line not in now]
    assert gone, "the documentation had it"
    assert all(line.startswith((f"{key} = ", f"- `[{table}] {key}` ")) for line in gone)


def described(schema: Any, table: str) -> set[str]:
    return set(schema["properties"][table]["properties"])


def reads(sources: Iterable[str]) -> set[tuple[str, str]]:
    """Table and key of every `….table.key`, and of `name.key` where the name was given a table."""
    found = set()
    for source in sources:
        tree = ast.parse(source)
        names = dict(_named(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                owner = node.value
                if isinstance(owner, ast.Attribute):
                    found.add((owner.attr, node.attr))
                elif isinstance(owner, ast.Name):
                    found.add((names.get(owner.id, owner.id), node.attr))
    return found


def _named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Names that stand for a table: by assignment, by annotation."""
    tables = {kind.__name__: table for table, kind in TABLES.items()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute) and node.value.attr in TABLES:
            yield from ((target.id, node.value.attr) for target in node.targets if isinstance(target, ast.Name))
        if isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name) and node.annotation.id in tables:
            yield node.arg, tables[node.annotation.id]


def unread(tables: dict[str, type], sources: Iterable[str]) -> set[tuple[str, str]]:
    """Keys that nobody reads, save those that leave no choice: all other words of theirs are refused by name."""
    found = reads(sources)
    return {
        (table, entry.name)
        for table, kind in tables.items()
        for entry in entries(kind)
        if (table, entry.name) not in found
        and not (isinstance(entry.form, OneOf | SomeOf) and len(entry.form.words) == 1 and entry.form.later)
    }


CHECKERS = ("keys", "reading", "schema", "tables")
"""Modules of `project/` that see to it that a value is right, and do nothing with it."""


def sources() -> list[str]:
    paths = Path(i18n.__file__).parent.rglob("*.py")
    doing = [path for path in paths if path.parent.name != "project" or path.stem not in CHECKERS]
    return [path.read_text(encoding="utf-8") for path in doing]


def test_every_key_is_read_by_somebody() -> None:
    assert unread(dict(TABLES), sources()) == set()


def test_a_key_that_nobody_reads_would_be_noticed() -> None:
    silent = ("silent", Annotated[bool, Key("what nobody asks for")], dataclasses.field(default=False))
    more = dataclasses.make_dataclass("Build", [silent], bases=(Build,), frozen=True)
    assert unread({"build": more}, sources()) == {("build", "silent")}
    assert unread({"build": more}, [*sources(), "def of(build: Build):\n    return build.silent\n"]) == set()
    less = [source for source in sources() if "build.required" not in source]
    assert unread(dict(TABLES), less) >= {("build", "required")}
