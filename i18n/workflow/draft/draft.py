"""How do empty messages get their drafts?"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass

from i18n.draft.engine import Capability, Engine
from i18n.draft.many import drafting
from i18n.draft.many.facts import FactWriter
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.sending.budget import Account, Budget
from i18n.draft.sending.cache import Cache
from i18n.draft.sending.sender import Journal, Sender
from i18n.locales.quotations import house
from i18n.memory import EntryIndex
from i18n.model import Finding
from i18n.privacy.redaction import Redaction
from i18n.project import Project
from i18n.workflow import exit_status
from i18n.workflow.draft.catalog_writer import CatalogWriter, Tally
from i18n.workflow.draft.guide import guide
from i18n.workflow.draft.recalling import recollecting
from i18n.workflow.draft.requests import Preparation
from i18n.workflow.draft.work import LocaleWork, with_context
from i18n.workflow.session import Session

CACHE = "drafts.sqlite"
LOG = "drafts.log"
"""Files in `.i18n/`."""


@contextlib.contextmanager
def sender(session: Session, project: Project, budget: Budget) -> Iterator[Sender]:
    """Open the cache and the log. Raises `StorageError`."""
    with contextlib.closing(_cache(session)) as cache:
        yield Sender(cache, budget, _journal(session), functools.partial(price, project))


@contextlib.contextmanager
def counter(session: Session, project: Project) -> Iterator[Callable[[Budget], Sender]]:
    """Make senders that send nothing and only count what would be sent; what was answered before is known."""
    with contextlib.closing(_cache(session)) as cache:
        yield lambda budget: Sender(cache, budget, _no_journal, functools.partial(price, project), estimating=True)


def _cache(session: Session) -> Cache:
    store = session.store
    return Cache(store.place(store.private(CACHE)), session.now.toordinal(), pretend=store.pretend)


def price(project: Project, engine: str) -> float:
    """The price of a million characters, in the currency of the price table; 0 if there is no price."""
    settings = project.engine.get(engine)
    return (settings and settings.price_per_million) or 0.0


def price_date(project: Project, engine: str) -> str:
    """The day of the price, as the table says it; empty if it does not."""
    settings = project.engine.get(engine)
    return settings.price_as_of if settings else ""


def _no_journal(article: str, locale: str, engine: str, characters: int) -> None:
    del article, locale, engine, characters


def _journal(session: Session) -> Journal:
    """Write a line for each article of each request: day, engine, locale, article, characters. Never any text."""
    store, day = session.store, session.now.date().isoformat()
    name = store.private(LOG)

    def note(article: str, locale: str, engine: str, characters: int) -> None:
        store.append(name, f"{day}\t{engine}\t{locale}\t{article}\t{characters}\n".encode())

    return note


@dataclass(frozen=True, slots=True)
class Estimate:
    """What drafting would do in one locale; nothing was sent to learn it."""

    locale: str
    wanted: int
    from_memory: int
    accounts: tuple[Account, ...]
    """What each engine would be given at first; what it refuses goes to the next one."""
    lacks: tuple[tuple[str, str], ...]
    """Engine, and what it lacks for the locale; engines that are ready are left out."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of the messages, and what was sent for it."""

    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
    accounts: tuple[Account, ...]
    """Accounts of the engines that were asked."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""

    @property
    def writes(self) -> bool:
        """A catalog was written."""
        return bool(self.changed)

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the articles whose catalogs were written."""
        return tuple(sorted(set[str]().union(*(tally.articles for tally in self.tallies))))

    @property
    def status(self) -> int:
        """4 if an engine failed, 3 if an input could not be read."""
        failed = any(tally.broken for tally in self.tallies)
        return exit_status.worst(
            [exit_status.of_findings(self.findings), exit_status.ENGINE if failed else exit_status.DONE]
        )


def estimates(session: Session, ready: Preparation) -> tuple[Estimate, ...]:
    """Say what drafting would do in each locale. Sends nothing."""
    with counter(session, ready.project) as counting:
        return tuple(_estimate(session, ready, work, counting) for work in ready.works())


def _estimate(session: Session, ready: Preparation, work: LocaleWork, counting: Callable[[Budget], Sender]) -> Estimate:
    lacks = []
    for each in ready.engines:
        readiness = each.readiness(ready.project.source_locale, work.locale)
        if not readiness.ready:
            lacks.append((each.name, " ".join((f"{readiness.missing}.", readiness.hint)).strip()))
        elif each.traffic.near and any(drafting.is_kept(each, request) for request in work.requests):
            lacks.append((each.name, each.notice))
    budget = Budget()
    outcomes = _outcomes(session, ready, work, ready.engines, counting(budget), estimating=True)
    recalled = sum(outcome.engine == MEMORY for outcome in outcomes)
    return Estimate(work.locale, len(work.requests) + work.left.total(), recalled, _asked(ready, budget), tuple(lacks))


def draft_all(session: Session, ready: Preparation, refused: Collection[str] = ()) -> Drafted:
    """Draft locale by locale, and write the catalogs as drafts come.

    When an interruption comes, what is done is written first. Nothing that somebody wrote meanwhile is replaced.
    `refused` are engines that the user does not let see the texts. If the session pretends, only engines on this
    machine are asked. Raises `StorageError`.
    """
    budget = Budget(ready.options.max_characters, ready.options.max_cost)
    engines = [
        each for each in ready.engines if each.name not in refused and (each.traffic.local or not session.pretend)
    ]
    if engines and ready.messages:
        session.depends_on("engines")
    tallies = []
    with (
        session.progress("Drafting", ready.messages) as step,
        sender(session, ready.project, budget) as sending,
    ):
        for work in ready.works():
            writer = CatalogWriter(session, ready.project, work)
            drafts = _outcomes(session, ready, work, engines, sending)
            _draft(work, engines, drafts, writer, step)
            ready.memory.drafted(work.locale, writer.drafted)
            if len(engines) == len(ready.engines) and not session.pretend:
                ready.asked.keep(work.locale, writer.asked.items())
            tallies.append(writer.tally)
    findings = (*ready.findings, *(finding for tally in tallies for finding in tally.findings))
    return Drafted(findings, tuple(tallies), _asked(ready, budget))


def _draft(
    work: LocaleWork,
    engines: Sequence[Engine],
    drafts: Generator[drafting.DraftOutcome, None, None],
    writer: CatalogWriter,
    step: Callable[[int], None],
) -> None:
    with contextlib.ExitStack() as stack:
        stack.callback(writer.close)
        for engine in engines if work.requests else ():
            stack.enter_context(engine)
        for outcome in stack.enter_context(contextlib.closing(drafts)):
            writer.add(outcome)
            step(1)


def _outcomes(
    session: Session,
    ready: Preparation,
    work: LocaleWork,
    engines: Sequence[Engine],
    sending: Sender,
    *,
    estimating: bool = False,
) -> Generator[drafting.DraftOutcome, None, None]:
    project, options, memory = ready.project, ready.options, ready.memory
    examples = Capability.EXAMPLES in ready.capabilities
    needed = work.requests and (MEMORY in options.engines or examples)
    known = memory.of(work.locale, work.seen) if needed else EntryIndex()
    facts = FactWriter(
        project.source_locale,
        work.locale,
        dict(project.scripture.tradition.others),
        house(project.typography.quotes.of(work.locale)),
    )
    recall = ready.step(known, facts)
    # With examples each message is looked up anyway before it is asked for, when its turn comes.
    spread = recollecting(session, project, memory, recall, work.locale) if needed and recall and not examples else None
    told = guide(session.store, project, work.locale) if Capability.GUIDE in ready.capabilities else ""
    return drafting.draft(
        with_context(work.requests, known, ready.confined, ready.capabilities, told),
        engines,
        project.source_locale,
        work.locale,
        memory=recall,
        recollect=spread,
        send=sending.translate,
        redo=options.redo,
        names=Redaction(ready.names, work.locale) if ready.names else None,
        estimating=estimating,
        languages=project.locales,
        facts=facts,
    )


def _asked(ready: Preparation, budget: Budget) -> tuple[Account, ...]:
    """The accounts of the engines that were asked, in the order of the engines."""
    accounts = (budget.accounts.get(each.name) for each in ready.engines)
    return tuple(account for account in accounts if account and (account.texts or account.cached))
