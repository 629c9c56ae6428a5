"""How is it shown that two files differ? As the first lines of a unified diff, with no character invisible."""

from __future__ import annotations

import difflib
import io
import itertools
import zipfile
from dataclasses import dataclass

LINES = 30
"""Of one difference."""
WIDTH = 400
"""Of one line, in characters."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two versions made, and not the same."""

    where: str
    """The path or the output, and the command that made it."""
    old: bytes | None
    """None: there is none."""
    new: bytes | None


def shown(difference: Difference) -> str:
    """Lay out a difference as a code block."""
    old, new = (_lines(data) for data in (difference.old, difference.new))
    diff = list(itertools.islice(difflib.unified_diff(old, new, "old", "new", n=1, lineterm=""), LINES + 1))
    if not diff:
        diff = ["(the same text in other bytes)"]
    if len(diff) > LINES:
        diff[LINES:] = ["…"]
    return "\n".join(("```diff", *(line[:WIDTH] for line in diff), "```"))


def _lines(data: bytes | None) -> list[str]:
    if data is None:
        return ["(no such file)"]
    if data.startswith(b"PK\x03\x04"):
        return _members(data)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [_visible(line) for line in lines[:-1]] + ([f"{_visible(lines[-1])} (no newline)"] if lines[-1] else [])


def _members(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [f"{member.filename} {member.file_size} {member.CRC:08x}" for member in archive.infolist()]


def _visible(line: str) -> str:
    """Escape what cannot be seen."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in line)
