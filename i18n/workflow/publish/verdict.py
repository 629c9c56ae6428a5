"""Is an article published in a language, and as what?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from i18n.manifest.manifest import Built
from i18n.model import Coverage
from i18n.project import Build, Project, tables

MOSTLY = 50
"""Percent of words from which on an article with some source text left is called translated, if no limit says it."""

SERVED = "the site generator shows the source where nothing is translated"
NOTHING_TRANSLATED = "nothing of it is translated"


class Page(Protocol):
    """What is to be known of a compiled article."""

    @property
    def coverage(self) -> Coverage:
        """As `Compiled.coverage`."""

    @property
    def fallback(self) -> tables.Fallback | Literal[""]:
        """As `Compiled.fallback`."""

    @property
    def reason(self) -> str:
        """As `Compiled.reason`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a compiled article."""

    fallback: tables.Fallback | Literal[""]
    """As `Compiled.fallback`; `omit` where nothing is published, `last-good` where an earlier output stays."""
    reason: str

    @property
    def published(self) -> bool:
        """Whether readers find the article in the language."""
        return self.fallback != "omit"

    @property
    def keeps_earlier(self) -> bool:
        """Whether the output of an earlier build stays, instead of the one just compiled."""
        return self.fallback == "last-good"

    def lack(self, page: Page) -> str:
        """Why a required article is not there in the language; empty if it is published, not merely as the source."""
        translated = self.keeps_earlier or not page.coverage.messages or page.coverage.translated > 0
        if self.published and self.fallback != "source" and translated:
            return ""
        return self.reason or NOTHING_TRANSLATED


def judge(compiled: Page, locale: str, before: Built | None, project: Project, *, may_stay: bool) -> Verdict:
    """Decide by the limits of `[build]`; `before` is the article's entry in the manifest of the last build.

    `last-good` keeps the last output that was wholly translated, if it `may_stay`; where there is no such one, the
    source is shown. Where the site generator does that by itself, no copy of the source is published for it, unless
    `fallback = "source"` asks for that.
    """
    build = project.build
    percent = compiled.coverage.percent
    limits, name = (build.drop_below, "drop_below") if before else (build.minimum, "minimum")
    limit = limits.of(locale)
    if percent < limit:
        return Verdict("omit", f"{percent} % of its words are translated, [build] {name} is {limit}")
    fallback = compiled.fallback
    if fallback == "last-good" and not (may_stay and before and before.fallback in ("", "last-good")):
        fallback = "source"
    served = project.placement.serves_source and build.fallback != "source" and not project.stages
    if fallback == "source" and served:
        return Verdict("omit", SERVED)
    return Verdict(fallback, compiled.reason)


def is_translated(entry: Built, locale: str, build: Build) -> bool:
    """Tell whether readers of the language would call the published article translated.

    That is what `minimum` lets through, as long as it is published; without such a limit, what shows at least half of
    its words in the language. What is published as the source, or has no words, is not.
    """
    if not entry.coverage.messages or entry.fallback == "source":
        return False
    enough = build.drop_below.of(locale) or min(build.minimum.of(locale) or MOSTLY, MOSTLY)
    return entry.fallback in ("", "last-good") or max(entry.coverage.percent, entry.coverage.percent_shown) >= enough
