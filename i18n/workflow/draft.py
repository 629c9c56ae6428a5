"""How do empty messages get their drafts?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from i18n.draft import choice, drafting
from i18n.draft.drafting import Request, Source
from i18n.draft.engine import Traffic
from i18n.draft.engines.memory import Recollection
from i18n.draft.gate import visible
from i18n.errors import InputError
from i18n.extract.article import Rules, dialect_of, extract
from i18n.memory import Entry, Memory, entries
from i18n.memory.glossary import Glossary
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.workflow import moving
from i18n.workflow.catalogs import read_catalog
from i18n.workflow.desk import Desk, Lock, Tally
from i18n.workflow.engines import sources
from i18n.workflow.glossary import read_glossaries
from i18n.workflow.metered import Meter, Metered
from i18n.workflow.opening import rules
from i18n.workflow.reading import read_article, rules_of, unreadable
from i18n.workflow.selection import Selection
from i18n.workflow.spreading import spread


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draft, and with what."""

    engines: tuple[str, ...]
    """Names, in the order to be tried."""
    redo: bool = False
    """Replace drafts that nobody touched."""
    max_characters: int = 0
    """What may be sent beyond this process in all; 0: no limit."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What drafting would do in one locale; nothing was sent to learn it."""

    locale: str
    wanted: int
    from_memory: int
    characters: int
    """Of the messages that memory has nothing for."""
    engines: tuple[tuple[str, str], ...]
    """Engine, and what it lacks (empty: ready)."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What the project has to be drafted, locale by locale."""

    project: Project
    plan: Plan
    locales: dict[str, _Work]
    findings: tuple[Finding, ...]

    @property
    def messages(self) -> int:
        """How many messages would be asked for."""
        return sum(len(work.requests) for work in self.locales.values())


@dataclass(frozen=True, slots=True)
class _Facts:
    """What drafting needs to know of an article."""

    path: str
    labels: tuple[str, ...]
    mt: str
    private: bool


@dataclass(frozen=True, slots=True)
class _Work:
    """What one locale has: messages that want a draft, and translations to remember."""

    requests: tuple[Request, ...]
    memory: tuple[Entry, ...]


def prepare(project: Project, selection: Selection, plan: Plan, jobs: int = 1) -> Ready:
    """Read what there is to draft. Sends and writes nothing."""
    findings: list[Finding] = []
    facts: dict[str, _Facts] = {}
    for done in spread(_facts, (project, rules(project)), selection.found.articles, jobs):
        for name, known in done:
            if isinstance(known, _Facts):
                facts[name] = known
            else:
                findings.append(known)
    chosen = {known.name for known in selection.articles}
    gone = moving.gone(project, selection.found.articles)
    glossaries: Mapping[str, Glossary] = {}
    try:
        glossaries = read_glossaries(project)
    except InputError as error:
        # Without it, names that must stay would be sent and translated.
        findings.append(unreadable(error))
        chosen = set()
    locales = {
        locale: _work(project, plan, locale, facts, gone, chosen, findings, glossaries.get(locale))
        for locale in selection.locales
    }
    return Ready(project, plan, locales, tuple(findings))


def _facts(context: tuple[Project, Rules], known: Known) -> tuple[str, _Facts | Finding]:
    project, how = context
    try:
        extraction = extract(read_article(project, known), rules_of(how, known.path))
    except InputError as error:
        return known.name, unreadable(error, known.path)
    return known.name, _Facts(known.path, extraction.labels, extraction.mt, known.private or extraction.draft)


def _work(
    project: Project,
    plan: Plan,
    locale: str,
    facts: dict[str, _Facts],
    gone: Sequence[str],
    chosen: set[str],
    findings: list[Finding],
    glossary: Glossary | None,
) -> _Work:
    requests: list[Request] = []
    memory: list[Entry] = []
    for name in (*facts, *gone):
        try:
            catalog = read_catalog(project, name, locale)
        except InputError as error:
            findings.append(unreadable(error, locale=locale))
            continue
        if catalog is None:
            continue
        known = facts.get(name)
        # An article that is gone may have been private: what it alone holds is offered to nobody.
        memory += entries(catalog.units, name, private=known is None or known.private)
        if known and name in chosen:
            dialect = dialect_of(rules_of(rules(project), known.path))
            requests += [
                Request(
                    unit,
                    name,
                    dialect,
                    known.labels,
                    known.private,
                    known.mt,
                    glossary.concerning(visible(unit.msgid, dialect, known.labels)) if glossary else (),
                )
                for unit in catalog.units
                if drafting.wanted(unit, redo=plan.redo)
            ]
    return _Work(tuple(requests), tuple(memory))


def estimates(ready: Ready) -> tuple[Estimate, ...]:
    """Say what drafting would do in each locale. Sends nothing. Raises `ConfigurationError`."""
    return tuple(_estimate(ready, locale, work) for locale, work in ready.locales.items())


def _estimate(ready: Ready, locale: str, work: _Work) -> Estimate:
    engines = sources(ready.project, ready.plan.engines, Memory(work.memory))
    own = [source for source in engines if isinstance(source, Recollection)]
    language = ready.project.source_locale
    done = drafting.draft(work.requests, own, language, locale, redo=ready.plan.redo)
    left = [outcome.request.unit.msgid for outcome in done if not outcome.engine]
    lacks = tuple(
        (one.engine, "" if one.readiness.ready else " ".join((f"{one.readiness.missing}.", one.readiness.hint)).strip())
        for one in choice.available(engines, language, [locale])
    )
    return Estimate(locale, len(work.requests), len(work.requests) - len(left), sum(map(len, left)), lacks)


def draft_all(
    ready: Ready,
    *,
    now: datetime,
    lock: Lock,
    pretend: bool = False,
    step: Callable[[int], None] = lambda _steps: None,
) -> tuple[Tally, ...]:
    """Draft locale by locale, and write the catalogs as drafts come.

    When an interruption comes, what is done is written first. Nothing that somebody wrote meanwhile is replaced.
    With `pretend` nothing is written, and only engines on this machine are asked. Raises `ConfigurationError`,
    `StorageError`.
    """
    meter = Meter()
    return tuple(
        _draft(ready, locale, work, meter, now=now, lock=lock, pretend=pretend, step=step)
        for locale, work in ready.locales.items()
    )


def _draft(
    ready: Ready,
    locale: str,
    work: _Work,
    meter: Meter,
    *,
    now: datetime,
    lock: Lock,
    pretend: bool,
    step: Callable[[int], None],
) -> Tally:
    limit = ready.plan.max_characters
    left = limit - meter.characters
    engines: list[Source] = []
    for source in sources(ready.project, ready.plan.engines, Memory(work.memory)):
        if isinstance(source, Recollection):
            engines.append(source)
        elif (left > 0 or not limit or source.traffic is Traffic.NONE) and (source.traffic.local or not pretend):
            engines.append(Metered(source, meter))
    desk = Desk(ready.project, locale, len(work.requests), now, lock, pretend=pretend)
    with contextlib.ExitStack() as stack:
        stack.callback(desk.close)
        for source in engines if work.requests else ():
            if not isinstance(source, Recollection):
                stack.enter_context(source)
        outcomes = drafting.draft(
            work.requests,
            engines,
            ready.project.source_locale,
            locale,
            redo=ready.plan.redo,
            max_characters=left if limit and left > 0 else 0,
        )
        for outcome in outcomes:
            desk.take(outcome)
            step(1)
    return desk.tally
