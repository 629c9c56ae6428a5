"""How is mdBook run? Once a language, each into a folder of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.generators.generator import BIN, Command, Generator

_FRONT = re.compile(r"\A---\n.*?^---\n+", re.MULTILINE | re.DOTALL)
_TABLES = re.compile(r"^\[(?:book|build)\]\n(?:[^\[\n].*\n)*\n?", re.MULTILINE)


def _commands(locales: Sequence[str]) -> list[Command]:
    return [Command((BIN / "mdbook", "build", folder)) for folder in (".", *locales)]


def _begun(folder: Path, name: str) -> str:
    """The source's own configuration without the tables that others take the place of."""
    text = _TABLES.sub("", (folder / "book.toml").read_text(encoding="utf-8"))
    return text.replace('"/notes/"', f'"/notes/{name.partition("/")[0]}/"')


MDBOOK = Generator(
    "mdbook", "mdbook", ("python",), "src", "book", _commands, files=True, begun=_begun, needs_all=True, address="https://example.org/notes/",
    front=lambda title: f"# {title}\n\n",
    adapted=lambda text: _FRONT.sub("", text),
)  # fmt: skip
