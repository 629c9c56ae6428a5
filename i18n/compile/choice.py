"""Which text does each message of an article show in one language?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from i18n.catalog import origin, published
from i18n.extract.source import Source
from i18n.model import Key, Segment, Unit
from i18n.project import Build, tables


@dataclass(frozen=True, slots=True)
class Choice:
    """The text of a message."""

    text: str
    """Empty: the source is shown."""
    is_draft: bool = False


SOURCE = Choice("")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the messages of an article show, and what is done instead where not all show their translation."""

    texts: Mapping[Key, Choice]
    """Messages that are not there show the source."""
    fallback: tables.Fallback | Literal[""] = ""
    """Empty when every message shows its translation."""
    reason: str = ""
    """Why the fallback is needed, in a few words."""

    def text(self, segment: Segment) -> str:
        """What a segment shows; empty when that is the source's own text."""
        text = self.texts.get(segment.key, SOURCE).text
        return "" if text == segment.msgid else text

    def is_draft(self, segment: Segment) -> bool:
        """Whether what a segment shows is a machine draft."""
        return self.texts.get(segment.key, SOURCE).is_draft


def choose(source: Source, units: Mapping[Key, Unit], build: Build) -> Chosen:
    """Choose for each message of the article, and fall back where one has nothing to show."""
    chosen = {unit.key: choice(units.get(unit.key), build) for unit in source.template}
    waiting = sum(1 for each in chosen.values() if not each.text)
    if not waiting:
        return Chosen(chosen)
    reason = f"{waiting} of {len(chosen)} messages show the source"
    if build.fallback != "mixed":
        return Chosen({}, build.fallback, reason)
    return Chosen(chosen, "source" if waiting == len(chosen) else "mixed", reason)


def choice(unit: Unit | None, build: Build) -> Choice:
    """Pick what a reader sees: the msgstr where it may be published, or else the source."""
    if unit is None or not published.is_published(unit, build):
        return SOURCE
    return Choice(unit.msgstr, is_draft=origin.is_untouched_draft(unit))
