"""Is an article published in a language, and as what?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from i18n.compile.article import Compiled
from i18n.manifest.manifest import Built
from i18n.project import Build, tables

MOSTLY = 50
"""Percent of words from which on an article with some source text left is called translated."""


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


def judge(compiled: Compiled, locale: str, before: Built | None, build: Build, *, may_stay: bool) -> Verdict:
    """Decide by the limits of `[build]`; `before` is the article's entry in the manifest of the last build.

    `last-good` keeps the last output that was wholly translated, if it `may_stay`; where there is no such one, the
    source is shown.
    """
    percent = compiled.coverage.percent
    limits, name = (build.drop_below, "drop_below") if before else (build.minimum, "minimum")
    limit = limits.of(locale)
    if percent < limit:
        return Verdict("omit", f"{percent} % of its words are translated, [build] {name} is {limit}")
    if compiled.fallback == "last-good" and not (may_stay and before and before.fallback in ("", "last-good")):
        return Verdict("source", compiled.reason)
    return Verdict(compiled.fallback, compiled.reason)


def is_translated(entry: Built) -> bool:
    """Tell whether readers of the language would call the published article translated."""
    if not entry.coverage.messages or entry.fallback == "source":
        return False
    return entry.fallback in ("", "last-good") or entry.coverage.percent >= MOSTLY


def satisfies(compiled: Compiled, verdict: Verdict) -> bool:
    """Tell whether a required article is there in the language: published, and not merely as the source."""
    if not verdict.published or verdict.fallback == "source":
        return False
    return verdict.keeps_earlier or not compiled.coverage.messages or compiled.coverage.translated > 0
