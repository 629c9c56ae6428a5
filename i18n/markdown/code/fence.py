"""Which language does the info string of a code block name?"""

from __future__ import annotations

import re

_ATTRIBUTES = re.compile(r"\{:?(?P<inner>[^}]*)\}?")
_CLASS = re.compile(r"(?:^|\s)\.(?P<name>[^\s.#={}]+)")
_FIRST = re.compile(r"[^\s,{}\[\]:#][^\s,{}\[\]:]*")
_DIRECTIVES = frozenset({"code", "code-block", "code-cell", "sourcecode"})
"""Directives of MyST and Sphinx whose argument is a language."""
_ALIASES = {
    "jsonc": "json5",
    "mjs": "js",
    "cjs": "js",
    "mts": "ts",
    "cts": "ts",
    "hbs": "handlebars",
    "golang": "go",
    "rs": "rust",
    "shell-session": "console",
    "sh-session": "console",
    "terminal": "console",
}
"""Names that site generators know and Pygments does not."""


def language(info: str) -> str:
    """The language, in lower case, as the info string names it; empty where it names none.

    Reads `py title="x" {1,3}`, `rust,ignore`, `{.python .numberLines}`, `{ .sh .no-copy }`, `{code-block} python`,
    `{python, echo=FALSE}`.
    """
    info = info.strip()
    attributes = _ATTRIBUTES.match(info)
    if attributes is None:
        return _first(info)
    inner = attributes["inner"].strip()
    named = _CLASS.search(inner)
    if named:
        return _alias(named["name"])
    return _first(info[attributes.end() :]) if inner in _DIRECTIVES else _first(inner)


def _first(text: str) -> str:
    match = _FIRST.match(text.strip())
    return _alias(match[0]) if match and "=" not in match[0] else ""


def _alias(name: str) -> str:
    name = name.lower()
    return _ALIASES.get(name, name)
