"""How is a string added to a list in a TOML file, so that everything else stays as its author wrote it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_SCALAR = re.compile(r"[^,\]}#\r\n]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'',
    re.DOTALL,
)

Path = tuple[str, ...]


def appended(text: str, key: Path, values: list[str]) -> str | None:
    """Append strings to the list that stands under a key, in the layout it has; None where there is no such list.

    The text is valid TOML. It is for the caller to parse the result and compare.
    """
    span = next((span for path, span in _values(text) if path == key and text[span[0]] == "["), None)
    if span is None:
        return None
    items = list(_items(text, span[0]))
    for value in values:
        text, items = _append_one(text, span[0], items, value)
    return text


def _append_one(text: str, start: int, items: list[tuple[int, int]], value: str) -> tuple[str, list[tuple[int, int]]]:
    written = f'"{value}"'
    if not items:
        text = f"{text[: start + 1]}{written}{text[start + 1 :]}"
        return text, [(start + 1, start + 1 + len(written))]
    first, end = items[-1]
    comma = text.startswith(",", _BLANK.match(text, end).end())  # type: ignore[union-attr]
    line = text.rfind("\n", 0, first) + 1
    indent = text[line:first]
    closing = _skip(text, start) - 1
    if line > start and not indent.strip() and "\n" in text[end:closing]:  # one item a line
        if not comma:
            text = f"{text[:end]},{text[end:]}"
        at = text.index("\n", end)
        if text[at - 1] == "\r":
            at -= 1
        newline = "\r\n" if text.startswith("\r\n", at) else "\n"
        new = f"{newline}{indent}{written}{',' if comma else ''}"
        at_item = at + len(newline) + len(indent)
        return f"{text[:at]}{new}{text[at:]}", [*items, (at_item, at_item + len(written))]
    at = text.index(",", end) + 1 if comma else end
    new = f" {written}," if comma else f", {written}"
    at_item = at + (1 if comma else 2)
    return f"{text[:at]}{new}{text[at:]}", [*items, (at_item, at_item + len(written))]


def _values(text: str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Every key of the file with the span of its value, those of inline tables too."""
    table: Path = ()
    at = _blank(text, 0)
    while at < len(text):
        if text[at] == "[":
            double = text.startswith("[[", at)
            table, at = _key(text, at + 1 + double)
            at = text.index("]", at) + 1 + double
        else:
            key, at = _key(text, at)
            at = _space(text, text.index("=", at) + 1)
            end = _skip(text, at)
            yield from _inside((*table, *key), text, at, end)
            at = end
        at = _blank(text, at)


def _inside(path: Path, text: str, start: int, end: int) -> Iterator[tuple[Path, tuple[int, int]]]:
    yield path, (start, end)
    if text[start] != "{":
        return
    at = _blank(text, start + 1)
    while text[at] != "}":
        key, at = _key(text, at)
        at = _space(text, text.index("=", at) + 1)
        value_end = _skip(text, at)
        yield from _inside((*path, *key), text, at, value_end)
        at = _blank(text, value_end)
        at = _blank(text, at + 1) if text[at] == "," else at


def _items(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the items of the list that begins at `start`."""
    at = _blank(text, start + 1)
    while text[at] != "]":
        end = _skip(text, at)
        yield at, end
        at = _blank(text, end)
        at = _blank(text, at + 1) if text[at] == "," else at


def _key(text: str, at: int) -> tuple[Path, int]:
    """A key with its dots, and where it ends."""
    parts: list[str] = []
    while True:
        at = _space(text, at)
        match = _STRING.match(text, at) or _BARE.match(text, at)
        if match is None:
            return tuple(parts), at
        quoted = match[0][0] in "\"'"
        parts.append(match[0][1:-1] if quoted else match[0])
        at = _space(text, match.end())
        if not text.startswith(".", at):
            return tuple(parts), at
        at += 1


def _skip(text: str, at: int) -> int:
    """Where the value that begins at `at` ends."""
    if text[at] in "[{":
        at += 1
        while text[at := _blank(text, at)] not in "]}":
            at = at + 1 if text[at] in ",=" else _skip(text, at)
        return at + 1
    match = _STRING.match(text, at)
    if match:
        return match.end()
    scalar = _SCALAR.match(text, at)
    end = scalar.end() if scalar else at
    if "=" in text[at:end]:  # a key of an inline table
        end = text.index("=", at)
    return max(end, at + 1)


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
