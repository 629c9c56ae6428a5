"""How do empty messages get their drafts?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from i18n.draft.many import drafting
from i18n.draft.many.drafting import Source
from i18n.draft.many.memory import Recollection
from i18n.draft.sending.budget import Account, Budget
from i18n.memory import Memory
from i18n.privacy.redaction import Redaction
from i18n.workflow.draft.catalog_writer import Desk, Lock, Tally
from i18n.workflow.draft.engines import sources
from i18n.workflow.draft.requests import Ready, Work
from i18n.workflow.draft.sending import Outgoing, estimating, outgoing


@dataclass(frozen=True, slots=True)
class Estimate:
    """What drafting would do in one locale; nothing was sent to learn it."""

    locale: str
    wanted: int
    from_memory: int
    accounts: tuple[Account, ...]
    """What each engine would be given at first; what it refuses goes to the next one."""
    lacks: tuple[tuple[str, str], ...]
    """Engine, and what it lacks for the locale; those that are ready are not there."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of the messages, and what was sent for it."""

    tallies: tuple[Tally, ...]
    accounts: tuple[Account, ...]
    """Of the engines that were asked."""


def estimates(ready: Ready, now: datetime) -> tuple[Estimate, ...]:
    """Say what drafting would do in each locale. Sends nothing. Raises `ConfigurationError`."""
    with contextlib.ExitStack() as stack:
        return tuple(
            _estimate(ready, locale, work, stack.enter_context(estimating(ready.project, now)))
            for locale, work in ready.locales.items()
        )


def _estimate(ready: Ready, locale: str, work: Work, out: Outgoing) -> Estimate:
    language = ready.project.source_locale
    engines = sources(ready.project, ready.plan.engines, Memory(work.memory))
    lacks = []
    for each in engines:
        readiness = None if isinstance(each, Recollection) else each.readiness(language, locale)
        if readiness and not readiness.ready:
            lacks.append((each.name, " ".join((f"{readiness.missing}.", readiness.hint)).strip()))
    recalled = sum(
        outcome.engine == Recollection.name
        for outcome in drafting.draft(
            work.requests,
            out.by_way(ready.project, engines),
            language,
            locale,
            redo=ready.plan.redo,
            names=_kept_back(ready, locale),
            estimating=True,
        )
    )
    accounts = tuple(account for account in out.budget.accounts.values() if account.texts or account.cached)
    return Estimate(locale, len(work.requests), recalled, accounts, tuple(lacks))


def draft_all(
    ready: Ready,
    *,
    now: datetime,
    lock: Lock,
    refused: Collection[str] = (),
    pretend: bool = False,
    step: Callable[[int], None] = lambda _steps: None,
) -> Drafted:
    """Draft locale by locale, and write the catalogs as drafts come.

    When an interruption comes, what is done is written first. Nothing that somebody wrote meanwhile is replaced.
    `refused` are engines that the user does not let see the texts. With `pretend` nothing is written, and only
    engines on this machine are asked. Raises `ConfigurationError`, `StorageError`.
    """
    budget = Budget(ready.plan.max_characters, ready.plan.max_cost)
    with outgoing(ready.project, budget, now, pretend=pretend) as out:
        tallies = []
        for locale, work in ready.locales.items():
            engines = [
                each
                for each in sources(ready.project, ready.plan.engines, Memory(work.memory))
                if each.name not in refused and (each.traffic.local or not pretend)
            ]
            desk = Desk(ready.project, locale, len(work.requests), now, lock, pretend=pretend)
            _draft(ready, work, out.by_way(ready.project, engines), desk, step)
            tallies.append(desk.tally)
    asked = tuple(account for account in budget.accounts.values() if account.texts or account.cached)
    return Drafted(tuple(tallies), asked)


def _draft(ready: Ready, work: Work, engines: Sequence[Source], desk: Desk, step: Callable[[int], None]) -> None:
    with contextlib.ExitStack() as stack:
        stack.callback(desk.close)
        for source in engines if work.requests else ():
            if not isinstance(source, Recollection):
                stack.enter_context(source)
        outcomes = stack.enter_context(
            contextlib.closing(
                drafting.draft(
                    work.requests,
                    engines,
                    ready.project.source_locale,
                    desk.tally.locale,
                    redo=ready.plan.redo,
                    names=_kept_back(ready, desk.tally.locale),
                    languages=ready.project.locales,
                )
            )
        )
        for outcome in outcomes:
            desk.take(outcome)
            step(1)


def _kept_back(ready: Ready, locale: str) -> Redaction | None:
    return Redaction(ready.names, locale) if ready.names else None
