"""What may a configuration look like? The JSON Schema for editors, made from the definition of tables and keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING

from i18n.project import notices
from i18n.project.by_locale import plain
from i18n.project.engines import ENGINES
from i18n.project.forms import Schema
from i18n.project.keys import Setting, entries
from i18n.project.tables import LATER, TABLES


def json_schema(
    tables: Mapping[str, type] = TABLES,
    engines: Mapping[str, type] = ENGINES,
    later: Mapping[str, Mapping[str, str]] = LATER,
) -> Schema:
    """Describe `i18n.toml`, as far as JSON Schema can: not what one key must be to another, nor which files there are.

    It is written in the draft that editors know best, 7.
    """
    properties = {name: _table(tables.get(name), later.get(name, {})) for name in (*tables, *later) if name != "engine"}
    settings = {name: _table(kind, later.get("engine", {})) for name, kind in engines.items()}
    properties["engine"] = {
        "description": "Settings of engines, a table an engine, only where it needs one.",
        **_object(settings, []),
    }
    properties["notices"] = notices.schema()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of i18n",
        **_object(properties, ["project"]),
    }


def _table(kind: type | None, later: Mapping[str, str]) -> Schema:
    keys = entries(kind) if kind else []
    properties: dict[str, Schema] = {entry.name: _key(entry) for entry in keys}
    for name, instead in later.items():
        # Only what asks for nothing.
        properties[name] = {"description": f"Not available in this version. {instead}", "enum": ["", [], {}, False]}
    described: Schema = {"description": kind.__doc__} if kind and kind.__doc__ else {}
    return described | _object(properties, [entry.name for entry in keys if entry.default is MISSING])


def _key(entry: Setting) -> Schema:
    shown: Schema = {"description": f"{entry.key.help[0].upper()}{entry.key.help[1:]}."}
    if entry.key.example is None and entry.default is not MISSING:
        default = plain(entry.default)
        shown["default"] = [*default] if isinstance(default, tuple) else default
    return shown | entry.form.schema()


def _object(properties: Mapping[str, Schema], required: list[str]) -> Schema:
    rest: Schema = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **rest}
