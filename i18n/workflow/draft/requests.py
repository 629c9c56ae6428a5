"""What does the project have to be drafted? Read, and neither sent nor written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.draft.engine import NO_CONTEXT, Capability, Context
from i18n.draft.many import drafting
from i18n.draft.many.drafting import Request, Source
from i18n.draft.many.memory import Recollection
from i18n.errors import ConfigurationError, InputError
from i18n.extract.article import Rules, dialect_of, extract
from i18n.memory import Entry, Memory, entries
from i18n.memory.glossary import Glossary
from i18n.message.gate import prose
from i18n.model import Finding
from i18n.privacy.redaction import Name
from i18n.project import Known, Project
from i18n.work.spreading import spread
from i18n.workflow.catalogs import Key, read_catalog
from i18n.workflow.draft.context import places, told
from i18n.workflow.draft.engines import sources
from i18n.workflow.draft.names import redacted_names
from i18n.workflow.extract import moving
from i18n.workflow.glossary import read_glossaries
from i18n.workflow.reading import read_article, rules, rules_of, unreadable
from i18n.workflow.selection import Selection


@dataclass(frozen=True, slots=True)
class Plan:
    """What to draft, and with what."""

    engines: tuple[str, ...]
    """Names, in the order to be tried."""
    redo: bool = False
    """Replace drafts that nobody touched."""
    max_characters: int = 0
    """What may be sent beyond this process in all; 0: no limit."""
    max_cost: float = 0.0
    """What it may cost in all, in the currency of the price table; 0: no limit."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What the project has to be drafted, locale by locale."""

    project: Project
    plan: Plan
    locales: dict[str, Work]
    findings: tuple[Finding, ...]
    names: tuple[Name, ...] = ()
    """What must not leave this machine."""

    @property
    def messages(self) -> int:
        """How many messages would be asked for."""
        return sum(len(work.requests) for work in self.locales.values())


@dataclass(frozen=True, slots=True)
class Work:
    """What one locale has: messages that want a draft, and translations to remember."""

    requests: tuple[Request, ...]
    memory: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What drafting needs to know of an article."""

    path: str
    labels: tuple[str, ...]
    mt: str
    private: bool
    contexts: tuple[tuple[Key, Context], ...]
    """Of each message, where it stands; none where no engine heeds it."""


def prepare(project: Project, selection: Selection, plan: Plan, jobs: int = 1) -> Ready:
    """Read what there is to draft. Sends and writes nothing. Raises `ConfigurationError`."""
    findings: list[Finding] = []
    facts: dict[str, _Facts] = {}
    names = redacted_names(project)
    _verify_prices(project, plan)
    capabilities = _capabilities(sources(project, plan.engines, Memory()))
    context = (project, rules(project), Capability.PLACE in capabilities)
    for done in spread(_facts, context, selection.found.articles, jobs):
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
    confined = {name for name, known in facts.items() if known.mt}
    locales = {}
    for locale in selection.locales:
        work = _work(project, plan, locale, facts, gone, chosen, findings, glossaries.get(locale))
        locales[locale] = replace(work, requests=tuple(told(work.requests, work.memory, confined, capabilities)))
    return Ready(project, plan, locales, tuple(findings), names)


def _verify_prices(project: Project, plan: Plan) -> None:
    """Refuse a limit of cost that cannot be reckoned: an engine on another machine whose price nobody has told."""
    if not plan.max_cost:
        return
    for each in sources(project, plan.engines, Memory()):
        if not each.traffic.local and "price_per_million" not in project.engine.get(each.name, {}):
            table = f'"{each.name}"' if ":" in each.name else each.name
            raise ConfigurationError(
                f"There is a limit of cost, and {each.name} has no price.",
                f"Set price_per_million in [engine.{table}], to 0 where it costs nothing.",
            )


def _capabilities(engines: Sequence[Source]) -> frozenset[Capability]:
    return frozenset(heed for each in engines if not isinstance(each, Recollection) for heed in each.capabilities)


def _facts(context: tuple[Project, Rules, bool], known: Known) -> tuple[str, _Facts | Finding]:
    project, how, placed = context
    try:
        own = rules_of(how, known.path)
        extraction = extract(read_article(project, known), own)
    except InputError as error:
        return known.name, unreadable(error, known.path)
    placed_at = places(extraction, dialect_of(own)) if placed else ()
    private = known.private or extraction.draft
    return known.name, _Facts(known.path, extraction.labels, extraction.mt, private, placed_at)


def _work(
    project: Project,
    plan: Plan,
    locale: str,
    facts: dict[str, _Facts],
    gone: Sequence[str],
    chosen: set[str],
    findings: list[Finding],
    glossary: Glossary | None,
) -> Work:
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
            at = dict(known.contexts)
            requests += [
                Request(
                    unit,
                    name,
                    dialect,
                    known.labels,
                    known.private,
                    known.mt,
                    glossary.concerning(prose(unit.msgid, dialect, known.labels)) if glossary else (),
                    at.get(unit.key, NO_CONTEXT),
                )
                for unit in catalog.units
                if drafting.wanted(unit, redo=plan.redo)
            ]
    return Work(tuple(requests), tuple(memory))
