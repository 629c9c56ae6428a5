"""How is a string added to a list in a TOML file, so that everything else stays as its author wrote it?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from i18n.markdown.frontmatter.toml.scanning import Array, array

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")


def appended(text: str, key: tuple[str, ...], values: Iterable[str]) -> str | None:
    """Append strings to the list that stands under a key, in the layout it has; None if there is no such list.

    The text is valid TOML. It is for the caller to parse the result and compare.
    """
    for value in values:
        found = array(text, key)
        if found is None:
            return None
        text = _with(text, found, f'"{value}"')
    return text


def _with(text: str, found: Array, written: str) -> str:
    if not found.items:
        opened = found.span.start + 1
        return f"{text[:opened]}{written}{text[opened:]}"
    first, end = found.items[-1]
    after = _BLANK.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing too
    comma = text.startswith(",", after)
    line = text.rfind("\n", 0, first) + 1
    indent = text[line:first]
    if line > found.span.start and not indent.strip() and "\n" in text[end : found.span.end]:  # one item a line
        if not comma:
            text = f"{text[:end]},{text[end:]}"
        at = text.index("\n", end)
        newline = "\r\n" if text[at - 1] == "\r" else "\n"
        at -= len(newline) - 1
        return f"{text[:at]}{newline}{indent}{written}{',' if comma else ''}{text[at:]}"
    at, new = (after + 1, f" {written},") if comma else (end, f", {written}")
    return f"{text[:at]}{new}{text[at:]}"
