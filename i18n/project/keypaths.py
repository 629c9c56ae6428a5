"""Which values of front matter and of data files does a key path of the configuration mean?

`menu.main[].name`: the value at a key of each table in a list. `*` is any one key, `**` any number of keys and lists.
`key()` at the end is the text of the keys themselves. A key that holds a mark of this language stands in quotes.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Collection, Iterable

KEY = "key()"
"""The last part of a path that means keys."""
_PLAIN = re.compile(r"[^\s.\[\]\"*(),][^.\[\]\"*(),\x00-\x1f\x7f]*(?<!\s)")
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PART = re.compile(rf"(?:\A|\.)(?:{_QUOTED}|key\(\)\Z|[^.\[\]\"(),]+)|\[\]")
_ANY_KEY = rf"\.(?:{_QUOTED}|(?!key\(\)\Z)[^.\[\]\"]+)"
_LIST = r"\[\]"
_BETWEEN = re.compile(rf"\s*((?:{_QUOTED}|[^,\"])*)")


def spelled(key: str) -> str:
    """Write a key as a part of a path, in quotes where it holds marks of paths."""
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def shown(path: str) -> str:
    """A path as people are shown it, without quotes."""
    return path.replace('"', "") if '"' in path else path


def split(paths: str) -> tuple[str, ...]:
    """Take paths apart that stand in one line with commas between them."""
    found, at = [], 0
    while at <= len(paths):
        match = _BETWEEN.match(paths, at)
        if match is None or not match[1].strip():
            return ()
        found.append(match[1].strip())
        at = match.end() + 1
    return tuple(found)


def objection(path: str) -> str:
    """Why a text is no key path, as the end of a sentence; empty where it is one."""
    at = 0
    while at < len(path):
        match = _PART.match(path, at)
        if match is None or path.startswith("."):
            is_number = re.match(r"\[\d+\]", path[at:])
            return 'a list is written "[]" without a number' if is_number else f'nothing can be read at "{path[at:]}"'
        at = match.end()
    return "" if path else "it is empty"


def means(path: str, wanted: Collection[str]) -> bool:
    """Tell whether a value at a path, as a reader spells it, is meant by one of those that are wanted.

    Quotes round a key need not be written where the path has no `*`.
    """
    if path in wanted or ('"' in path and "(" not in path and shown(path) in wanted):
        return True
    return any(("*" in each or '"' in each) and _pattern(each).fullmatch(_dotted(path)) for each in wanted)


def suggestion(wanted: str, there: Iterable[str]) -> str:
    """The path among those that are there which was probably meant; empty where none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(wanted, list(dict.fromkeys(there)), n=1, cutoff=0.5)), "")


def _dotted(path: str) -> str:
    return path if path.startswith("[") else f".{path}"


@functools.cache
def _pattern(path: str) -> re.Pattern[str]:
    return re.compile("".join(map(_expression, _PART.findall(path))), re.DOTALL)


def _expression(part: str) -> str:
    name = part.removeprefix(".")
    if name == "[]":
        return _LIST
    if name == "**":
        return f"(?:{_ANY_KEY}|{_LIST})*"
    if name == "*":
        return _ANY_KEY
    if name.startswith('"'):
        return re.escape(f".{spelled(json.loads(name))}")
    return re.escape(f".{name}").replace(r"\*", r"[^.\[\]\"]*")
