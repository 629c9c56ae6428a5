"""In which ways can a text be written in TOML?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.frontmatter.values import LINE_END, Leaf

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""


def spellings(text: str, leaf: Leaf, value: str) -> Iterator[str]:
    """Ways to write a value in place of the leaf's, the most like the old one first."""
    old = leaf.span.of(text)
    literal = not _CONTROL.search(value)
    line_end = LINE_END.search(text)
    newline = line_end[0] if line_end else "\n"
    opening = LINE_END.match(old, 3)
    first = opening[0] if opening and len(leaf.style) == 3 else ""
    if leaf.style == "'''" and literal and "'''" not in value and not value.endswith("'"):
        yield "'''" + first + value.replace("\n", newline) + "'''"
    if len(leaf.style) == 3:
        yield '"""' + first + _multi_line(value).replace("\n", newline) + '"""'
    if leaf.style == "" and _BARE.fullmatch(value):
        yield value
    if leaf.style == "'" and literal and "\n" not in value and "'" not in value:
        yield f"'{value}'"
    yield '"' + _escaped(value).replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _multi_line(value: str) -> str:
    escaped = _escaped(value).replace('"""', '""\\"')
    return escaped[:-1] + '\\"' if escaped.endswith('"') else escaped


def _escaped(value: str) -> str:
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", value.replace("\\", "\\\\"))
