"""Which lines does a generator's configuration need, and how are they written in its format?"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from i18n.locales import direction, own_name
from i18n.sites.layouts.wanted import Wanted

Scalar: TypeAlias = "str | int | bool"
Value: TypeAlias = "Scalar | Sequence[Value] | Mapping[str, Value]"
Table: TypeAlias = Mapping[str, Value]
_KEY = re.compile(r'^(\s*)"([A-Za-z_$][\w$]*)":', re.MULTILINE)
_BARE = re.compile(r"[A-Za-z_][\w-]*")
_PLAIN = re.compile(r"[^\W\d_][\w /.()-]*[\w/)]|[^\W\d_]")
_WORDS = frozenset("y n yes no on off true false null".split())


class Lines(NamedTuple):
    """Lines to put into a file of the generator."""

    file: str
    """Relative to the project's root."""
    format: str
    """`toml`, `yaml`, `yml`, `json`, `js`, `html`, …"""
    text: str
    """As they stand in the file."""
    why: str
    """What they are for, as a sentence."""
    place: Literal["file", "top", "end", "inside"] = "file"
    """The file is theirs alone; they stand above all its tables, or at its end; or inside of what it exports, of
    the call or of the list that `why` names."""
    versions: str = ""
    """Versions of the generator that take this form, where they differ."""
    there: bool = False
    """The file says it already: nothing is needed."""


class Language(NamedTuple):
    """A language, as sites name it."""

    tag: str
    name: str
    """In the language itself."""
    direction: str
    """`ltr` or `rtl`."""


def language(locale: str) -> Language:
    """What sites say of a language."""
    return Language(locale, own_name(locale), direction(locale))


def missing(wanted: Wanted, known: Collection[str]) -> tuple[Language, ...]:
    """The languages that a configuration lacks."""
    return tuple(language(locale) for locale in wanted.languages if locale not in known)


def written(kind: str, table: Table) -> str:
    """Write a table as TOML, YAML, JSON, or as a part of a table in JavaScript."""
    if kind == "toml":
        return "\n".join(_toml(table, "")).lstrip("\n") + "\n"
    if kind in ("yml", "yaml"):
        return "\n".join(_yaml(table, "")) + "\n"
    text = json.dumps(table, ensure_ascii=False, indent=2)
    if kind == "json":
        return f"{text}\n"
    inner = _KEY.sub(r"\1\2:", text).split("\n")[1:-1]
    return "\n".join(line.removeprefix("  ") for line in inner) + ",\n"


def _toml(table: Table, path: str) -> Iterator[str]:
    for key, value in table.items():
        if not isinstance(value, Mapping):
            yield f"{_key(key)} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in table.items():
        if isinstance(value, Mapping):
            name = f"{path}.{_key(key)}" if path else _key(key)
            if not value or any(not isinstance(each, Mapping) for each in value.values()):
                yield f"\n[{name}]"
            yield from _toml(value, name)


def _yaml(value: Table | Sequence[Value], indent: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, Mapping) else (("-", each) for each in value)
    for key, each in pairs:
        mark = "-" if key == "-" else f"{_scalar(key)}:"
        if isinstance(each, str | int):
            yield f"{indent}{mark} {_scalar(each)}"
        elif key == "-":
            first, *rest = _yaml(each, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}{mark}"
            yield from _yaml(each, f"{indent}  ")


def _scalar(value: Scalar) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)
