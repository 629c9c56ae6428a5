"""How is mystmd run? Once a language, each a project of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.generators.generator import BIN, Command, Generator

_THEME = Path(__file__).parent / "minimal" / "myst" / "theme" / "pages.py"


def _commands(locales: Sequence[str]) -> list[Command]:
    projects = [("docs", "en", ""), *((f"translations/{tag}", tag, tag) for tag in locales)]
    return [command for project in projects for command in _project(*project)]


def _project(folder: str, tag: str, below: str) -> list[Command]:
    theme = (sys.executable, _THEME, folder, f"site/{below}", tag, f"/{below}" if below else "")
    return [Command((BIN / "myst", "build", "--site", "--ci"), folder=folder), Command(theme)]


MYST = Generator(
    "myst", "myst", ("python",), "docs", "site", _commands, needs_all=True,
    more_links=(
        "[x](odd.md)", "[](odd.md)", "[x](odd)", "[x](/odd)", "[x](/odd.md)",
        "{doc}`odd`", "{doc}`x <odd>`", "{doc}`x <odd.md>`",
        "{ref}`own-anchor`", "{ref}`x <own-anchor>`", "[x](#own-anchor)", "[](#own-anchor)", "{numref}`own-anchor`",
    ),
    pinned=lambda text, name: (f"({name})=\n## {text}\n",),
)  # fmt: skip
