"""What does the configuration file of a site say?"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from i18n.markdown import frontmatter
from i18n.sites.reading import javascript, python

_SCRIPTS = ("js", "mjs", "cjs", "ts", "mts", "cts")
_LANGUAGES = {"yml": "YAML", "yaml": "YAML", "toml": "TOML", "json": "JSON", "py": "Python"}


@dataclass(frozen=True, slots=True)
class Configuration:
    """A file that was read."""

    name: str = ""
    """Path relative to the site's folder; empty if there is no such file."""
    table: Mapping[str, object] = field(default_factory=dict)
    """Keys of YAML, TOML and JSON are in lower case; their values are tables, lists and texts."""
    script: javascript.Module = field(default_factory=javascript.Module)
    """All that a script says; `table` is what it exports."""
    problem: str = ""
    """Why it says nothing, as a sentence."""


def first(read: Callable[[str], bytes | None], names: Iterable[str]) -> Configuration:
    """Read the first of some files that is there."""
    found = ((name, data) for name in names if (data := read(name)) is not None)
    return next((_parsed(name, data) for name, data in found), Configuration())


def of_script(stem: str) -> tuple[str, ...]:
    """The names that a configuration in JavaScript or TypeScript may have."""
    return tuple(f"{stem}.{ending}" for ending in _SCRIPTS)


@functools.lru_cache(maxsize=16)
def _parsed(name: str, data: bytes) -> Configuration:
    ending = posixpath.splitext(name)[1].removeprefix(".")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Configuration(name, problem=f"{name} is not UTF-8 (byte {error.start}).")
    if ending in _SCRIPTS:
        script = javascript.module(text)
        problem = "" if script.options() or script.calls else f"{name} holds no settings that are written out."
        return Configuration(name, script.options(), script, problem)
    unreadable = f"{name} cannot be read as {_LANGUAGES[ending]}."
    if ending == "py":
        try:
            return Configuration(name, python.constants(text))
        except ValueError:
            return Configuration(name, problem=unreadable)
    table = frontmatter.tree(ending, text)
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    says = any(line not in ("", "---", "{}") for line in lines)
    return Configuration(name, table, problem=unreadable if says and not table else "")
