"""Which pages of `docs/` are made from the program, and by what?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.docs import checks, commands, configuration, sites

DOCS = Path(__file__).parents[2] / "docs"
PAGES: Mapping[Path, Callable[[], str]] = {
    DOCS / "commands.md": commands.reference,
    DOCS / "checks.md": checks.page,
    configuration.PAGE: configuration.page,
    DOCS.parent / "i18n" / "project" / "schema.json": configuration.schema,
    **sites.PAGES,
}
