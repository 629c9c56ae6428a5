"""Cases that a writer can read: a title, then parts between lines that hold one dot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"


def cases(name: str, parts: int) -> list[Any]:
    """Read `tests/data/NAME`: each case a title and so many parts; `→` is a tab, `␠` a space, `␍` a carriage return."""
    found: list[Any] = []
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        title = lines[at].strip()
        at += 1
        if not title or title.startswith("//"):
            continue
        assert lines[at] == ".", f"{name}:{at + 1}: a dot is missing after the title"
        texts = []
        for _ in range(parts):
            end = lines.index(".", at + 1)
            texts.append("".join(line + "\n" for line in lines[at + 1 : end]))
            at = end
        found.append(pytest.param(*map(_visible, texts), id=title))
        at += 1
    return found


def parts(name: str) -> list[str]:
    """Read all parts of all cases of `tests/data/NAME`, however many each has: articles, and what becomes of them."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [_visible(part) for part in re.split(r"^\.\n", text, flags=re.MULTILINE)]


def _visible(text: str) -> str:
    return text.replace("→", "\t").replace("␠", " ").replace("␍", "\r")
