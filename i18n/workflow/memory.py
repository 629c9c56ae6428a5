"""What was translated like this text before, and where does it stand? And how much does the memory hold?"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from i18n.errors import InputError
from i18n.memory import Match, Standing
from i18n.model import Finding
from i18n.project import Project
from i18n.workflow import catalogs
from i18n.workflow.extract import moving
from i18n.workflow.project_memory import ProjectMemory
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import withheld_of

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Place:
    """A translation and where it stands."""

    locale: str
    match: Match
    path: str
    """Its catalog, relative to the root."""
    line: int
    """1-based."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the memory of a locale holds."""

    locale: str
    messages: int
    """Different messages that have a finished translation."""
    words: int
    """Words of these."""
    translations: int
    """Finished translations; a message may have several."""
    reviewed: int
    """Those that a second reader has confirmed."""
    obsolete: int
    """Those whose message is gone from its article."""
    private: int
    """Those of private articles and of articles that are gone, which are offered to no other article."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[What]):
    """What was asked for, and what could not be read."""

    found: tuple[What, ...]
    findings: tuple[Finding, ...]
    private: frozenset[str]
    """Paths of the articles that are not to be named."""


def look_up(
    session: Session, project: Project, selection: Selection, text: str, minimum: int, *, private: bool
) -> Answer[Place]:
    """Find translations of messages like a text, locale by locale, best first; `minimum` is a score, 0-100.

    Those of private articles only with `private`.
    """
    hidden = withheld_of(session, project, selection).paths
    articles = _articles(session, project, selection, hidden)
    if private:
        articles = dict.fromkeys(articles, False)
    places: list[Place] = []
    with contextlib.closing(ProjectMemory(session, project, articles)) as memory:
        for locale in selection.locales:
            found = memory.of(locale).matches(text, minimum)
            places += (Place(locale, match, *_place(session, project, locale, match)) for match in found)
    return Answer(tuple(places), tuple(memory.findings), hidden)


def statistics(session: Session, project: Project, selection: Selection) -> Answer[Held]:
    """Count what the memory of each locale holds."""
    hidden = withheld_of(session, project, selection).paths
    articles = _articles(session, project, selection, hidden)
    with contextlib.closing(ProjectMemory(session, project, articles)) as memory:
        counted = [_held(locale, memory, articles) for locale in selection.locales]
    return Answer(tuple(counted), tuple(memory.findings), hidden)


def _articles(session: Session, project: Project, selection: Selection, hidden: Collection[str]) -> Mapping[str, bool]:
    """The articles whose catalogs count, by name: whether what they hold is theirs alone."""
    names = {known.name: known.path in hidden for known in selection.found.articles}
    # An article that is gone may have been private.
    return names | dict.fromkeys(moving.gone(session.store, project, selection.found.articles), True)


def _held(locale: str, memory: ProjectMemory, articles: Mapping[str, bool]) -> Held:
    counted = memory.counted(locale)
    standing: Counter[int] = Counter()
    for (_, each), count in counted.translations.items():
        standing[each] += count
    return Held(
        locale,
        counted.messages,
        counted.words,
        standing.total(),
        standing[Standing.REVIEWED],
        standing[Standing.OBSOLETE],
        sum(count for (name, _), count in counted.translations.items() if articles.get(name, True)),
    )


def _place(session: Session, project: Project, locale: str, match: Match) -> tuple[str, int]:
    try:
        catalog = catalogs.read_catalog(session.store, project, match.article, locale)
    except InputError:
        catalog = None  # somebody is at work on it
    lines = (
        unit.line
        for unit in (catalog.units if catalog else ())
        if (unit.msgid, unit.msgstr) == (match.msgid, match.msgstr)
    )
    return project.catalog(match.article, locale), next(lines, 0)
