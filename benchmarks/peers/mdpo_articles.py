"""How does mdpo do many articles in one process? By the classes it documents, run by the interpreter that has it."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import glob
import shutil
import sys
from pathlib import Path

from mdpo.md2po import Md2Po
from mdpo.po2md import Po2Md


def extract(article: Path, catalog: Path, template: Path) -> None:
    """Write the catalog, and once more as the template."""
    catalog.parent.mkdir(parents=True, exist_ok=True)
    Md2Po([glob.escape(str(article))]).extract(po_filepath=str(catalog), save=True, wrapwidth=0)
    template.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(catalog, template)


def build(article: Path, catalog: Path, built: Path) -> None:
    """Write the translated article, its lines not wrapped."""
    built.parent.mkdir(parents=True, exist_ok=True)
    Po2Md([glob.escape(str(catalog))], wrapwidth=0).translate(str(article), save=str(built))


def main(step: str) -> None:
    """Do one step for all of `source/`; an article that mdpo cannot do is named, and the others are done."""
    source = Path("source")
    for article in sorted(source.rglob("*.md")):
        path = article.relative_to(source)
        catalog = Path("catalogs", f"{path}.po")
        try:
            if step == "extract":
                extract(article, catalog, Path("templates", f"{path}.pot"))
            else:
                build(article, catalog, Path("built", path))
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is this article's alone
            print(f"{path}: {error!r}", file=sys.stderr)


main(sys.argv[1])
