"""Which text does each message of an article show in one language?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
    is_outdated: bool = False
    """Its source changed since it was written."""
    waived: frozenset[str] = frozenset()
    """Rules that a translator waives for it."""


SOURCE = Choice("")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the messages of an article may show."""

    texts: Mapping[Key, Choice]
    """Messages that are not there show the source."""

    def text(self, segment: Segment) -> str:
        """What a segment shows; empty when that is the source's own text."""
        text = self.texts.get(segment.key, SOURCE).text
        return "" if text == segment.msgid else text

    def waived(self, segment: Segment) -> frozenset[str]:
        """The rules that a translator waives for what a segment shows."""
        return self.texts.get(segment.key, SOURCE).waived

    def is_draft(self, segment: Segment) -> bool:
        """Whether what a segment shows is a machine draft."""
        return self.texts.get(segment.key, SOURCE).is_draft

    def is_outdated(self, segment: Segment) -> bool:
        """Whether the source of what a segment shows has changed."""
        return self.texts.get(segment.key, SOURCE).is_outdated


def choose(source: Source, units: Mapping[Key, Unit], build: Build) -> Chosen:
    """Choose for each message of the article."""
    return Chosen({unit.key: choice(units.get(unit.key), build) for unit in source.template})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is published of an article, as some of its messages may show the source."""

    fallback: tables.Fallback | Literal[""] = ""
    """Empty when every message shows its translation."""
    reason: str = ""
    """Why the fallback is needed, in a few words."""


def outcome(chosen: Chosen, refused: Collection[Key], build: Build, *, shows_any: bool) -> Outcome:
    """Fall back where a message has nothing to show, or its text is refused; `shows_any`: some of them show theirs."""
    waiting = sum(1 for key, each in chosen.texts.items() if not each.text or key in refused)
    if not waiting:
        return Outcome()
    reason = f"{waiting} of {len(chosen.texts)} messages show the source"
    if refused:
        reason += f", {len(refused)} of them as the translation would change the page's structure"
    if build.fallback != "mixed":
        return Outcome(build.fallback, reason)
    return Outcome("mixed" if shows_any or waiting < len(chosen.texts) else "source", reason)


def choice(unit: Unit | None, build: Build) -> Choice:
    """Pick what a reader sees: the msgstr where it may be published, or else the source."""
    if unit is None or not published.is_published(unit, build):
        return SOURCE
    is_draft = origin.is_untouched_draft(unit)
    return Choice(unit.msgstr, is_draft, unit.fuzzy and not is_draft, origin.waivers(unit))
