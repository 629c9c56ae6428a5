"""How does markdown-gettext do many articles in one process? By the function of its own command."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from markdown_gettext.cli import extract


def main() -> None:
    """Write a template for each article of `source/`; one that it cannot do is named, and the others are done."""
    source = Path("source")
    for article in sorted(source.rglob("*.md")):
        path = article.relative_to(source)
        place = Path("catalogs", f"{path}.po")
        try:
            extract(Namespace(md=str(article), pot=str(place), package="", report_addr="", team_addr=""))
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is this article's alone
            print(f"{path}: {error!r}", file=sys.stderr)


main()
