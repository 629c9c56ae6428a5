"""What was translated like this text before, and where does it stand? And how much does the memory hold?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from i18n import words
from i18n.errors import InputError
from i18n.memory import Entry, EntryIndex, Match, Standing, entries
from i18n.model import Catalog, Finding
from i18n.project import Project
from i18n.workflow import catalogs, reading
from i18n.workflow.extract import moving
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
    hidden = withheld_of(session, project, selection, reading.NO_TEXTS).paths
    places: list[Place] = []
    findings: list[Finding] = []
    for locale, held in _held(session, project, selection, hidden, findings):
        known = (replace(each, private=each.private and not private) for _, units in held for each in units)
        found = EntryIndex(known).matches(text, minimum)
        places += (Place(locale, match, *_place(project, locale, held, match)) for match in found)
    return Answer(tuple(places), tuple(findings), hidden)


def statistics(session: Session, project: Project, selection: Selection) -> Answer[Held]:
    """Count what the memory of each locale holds."""
    hidden = withheld_of(session, project, selection, reading.NO_TEXTS).paths
    findings: list[Finding] = []
    counted = []
    for locale, held in _held(session, project, selection, hidden, findings):
        known = [each for _, units in held for each in units]
        messages = {each.msgid for each in known}
        standing = Counter(each.standing for each in known)
        counted.append(
            Held(
                locale,
                len(messages),
                sum(map(words.count, messages)),
                len(known),
                standing[Standing.REVIEWED],
                standing[Standing.OBSOLETE],
                sum(each.private for each in known),
            )
        )
    return Answer(tuple(counted), tuple(findings), hidden)


_Catalogs = list[tuple[Catalog, list[Entry]]]


def _held(
    session: Session, project: Project, selection: Selection, hidden: Collection[str], findings: list[Finding]
) -> Iterator[tuple[str, _Catalogs]]:
    """Locale by locale, each catalog with its finished translations; `findings` takes what could not be read."""
    names = {known.name: known.path in hidden for known in selection.found.articles}
    # An article that is gone may have been private.
    names |= dict.fromkeys(moving.gone(session.store, project, selection.found.articles), True)
    for locale in selection.locales:
        held: _Catalogs = []
        for name, private in names.items():
            try:
                catalog = catalogs.read_catalog(session.store, project, name, locale)
            except InputError as error:
                findings.append(reading.failure(error, locale=locale))
                continue
            if catalog is not None:
                held.append((catalog, list(entries(catalog.units, name, private=private))))
        yield locale, held


def _place(project: Project, locale: str, held: _Catalogs, match: Match) -> tuple[str, int]:
    lines = (
        unit.line
        for catalog, known in held
        if known and known[0].article == match.article
        for unit in catalog.units
        if (unit.msgid, unit.msgstr) == (match.msgid, match.msgstr)
    )
    return project.catalog(match.article, locale), next(lines, 0)
