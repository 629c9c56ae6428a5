"""Which text does a message show in a compiled article?"""

from __future__ import annotations

from dataclasses import dataclass

from i18n.catalog.origin import is_untouched_draft
from i18n.catalog.published import is_published
from i18n.model import Unit
from i18n.project import Build


@dataclass(frozen=True, slots=True)
class Choice:
    """The text of a message."""

    text: str
    """Empty: the source is shown."""
    is_draft: bool = False


SOURCE = Choice("")


def choose(unit: Unit | None, build: Build) -> Choice:
    """Pick what a reader sees: the msgstr where it may be published, or else the source."""
    if unit is None or not is_published(unit, build):
        return SOURCE
    return Choice(unit.msgstr, is_draft=is_untouched_draft(unit))
