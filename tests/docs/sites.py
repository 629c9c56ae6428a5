"""What does each page of `docs/sites/` say that its site needs? What `i18n sites` prints for what the page shows."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.cli.commands import i18n, write
from tests.generators.projects import DOCS, documented, minimal, without_marks

MADE = re.compile(r"(?<=<!-- made by `make docs` -->\n).*(?=<!-- up to here -->)", re.DOTALL)
_PLACES = {"file": "", "top": ", at its top", "end": ", at its end", "inside": ", where it says the same"}


def page(name: str) -> str:
    """The text of a page: what is written there, around what is made."""
    made = _printed(name)
    return MADE.sub(lambda _: made, (DOCS / f"{name}.md").read_text(encoding="utf-8"))


def _printed(name: str) -> str:
    """The lines for the site that the page shows, next to the smallest site of that generator."""
    with tempfile.TemporaryDirectory() as folder:
        for path, data in minimal(name).items():
            write(Path(folder), path, without_marks(data.decode()))
        write(Path(folder), "i18n.toml", documented(name)["i18n.toml"])
        lines = json.loads(i18n(Path(folder), "sites", "--format", "json").stdout)["lines"]
    return "".join(f"\n{_block(**each)}" for each in lines if not each["there"]) + "\n"


def _block(file: str, format: str, text: str, why: str, place: str, versions: str, there: bool) -> str:  # noqa: A002
    del there
    said = f"`{file}`{_PLACES[place]}{f' ({versions})' if versions else ''}:"
    return f"{why}\n\n{said}\n\n```{format}\n{text.rstrip()}\n```\n"


PAGES: dict[Path, Callable[[], str]] = {
    file: partial(page, file.stem) for file in sorted(DOCS.glob("*.md")) if file.name != "readers.md"
}
