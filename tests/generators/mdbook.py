"""How is mdBook run? Once a language, each into a folder of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.generators.generator import BIN, Command, Generator

_FRONT = re.compile(r"\A---\n.*?^---\n+", re.MULTILINE | re.DOTALL)
_ADDRESS = re.compile(r"^site-url = .*\n", re.MULTILINE)
_TABLES = re.compile(r"^\[(?:book|build)\]\n(?:[^\[\n].*\n)*\n?", re.MULTILINE)


def _commands(locales: Sequence[str]) -> list[Command]:
    return [Command((BIN / "mdbook", "build", folder)) for folder in (".", *locales)]


def _begun(folder: Path, name: str) -> str | None:
    """The source's own configuration without what others take the place of."""
    if (folder / name).exists():
        return None
    text = _TABLES.sub("", (folder / "book.toml").read_text(encoding="utf-8"))
    return _ADDRESS.sub("# @lines site-url@\n", text)


MDBOOK = Generator(
    "mdbook", "mdbook", ("python",), "src", "book", _commands, files=True, begun=_begun,
    address="https://example.org/notes/",
    front=lambda title: f"# {title}\n\n",
    more_links=("[x](/notes/odd.html)", "[x](/notes/odd.md)", '<a href="/notes/odd.html">x</a>'),
    adapted=lambda text: _FRONT.sub("", text),
)  # fmt: skip
