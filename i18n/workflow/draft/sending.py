"""What leaves this machine in a run of drafting, what need not, and what is kept of it?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from i18n import storage
from i18n.draft.many.drafting import Source
from i18n.draft.many.memory import Recollection
from i18n.draft.sending.budget import Budget
from i18n.draft.sending.cache import Cache, Store
from i18n.draft.sending.sender import Journal, Sender
from i18n.project import Project

CACHE = "drafts.sqlite"
LOG = "drafts.log"
"""Files in `.i18n/`."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The one way out: every engine of a run is asked through it."""

    store: Store
    budget: Budget
    journal: Journal
    pretend: bool = False
    """Nothing is let out, only counted."""

    def by_way(self, project: Project, sources: Sequence[Source]) -> tuple[Source, ...]:
        """Put the way out before every engine."""
        return tuple(
            each
            if isinstance(each, Recollection)
            else Sender(
                each, self.store, self.budget, self.journal, price=price(project, each.name), pretend=self.pretend
            )
            for each in sources
        )


@contextlib.contextmanager
def outgoing(project: Project, budget: Budget, now: datetime, *, pretend: bool = False) -> Iterator[Outgoing]:
    """Open the cache and the log; with `pretend` nothing is written. Raises `StorageError`."""
    folder = project.root / ".i18n" if pretend else storage.private_folder(project.root)
    cache = Cache(folder / CACHE, now.toordinal(), pretend=pretend)
    try:
        yield Outgoing(cache, budget, _no_journal if pretend else _journal(folder / LOG, project.root, now))
    finally:
        cache.close()


@contextlib.contextmanager
def estimating(project: Project, now: datetime) -> Iterator[Outgoing]:
    """Open a way out that lets nothing out; what was answered before is known."""
    cache = Cache(project.root / ".i18n" / CACHE, now.toordinal(), pretend=True)
    try:
        yield Outgoing(cache, Budget(), _no_journal, pretend=True)
    finally:
        cache.close()


def price(project: Project, engine: str) -> float:
    """Of a million characters, in the currency of the price table; 0 where it names none."""
    return float(project.engine.get(engine, {}).get("price_per_million", 0.0))


def price_date(project: Project, engine: str) -> str:
    """The day of the price, as the table says it; empty where it does not."""
    return str(project.engine.get(engine, {}).get("price_as_of", ""))


def _no_journal(article: str, locale: str, engine: str, characters: int) -> None:
    del article, locale, engine, characters


def _journal(path: Path, root: Path, now: datetime) -> Journal:
    """Write a line for each article of each request: day, engine, locale, article, characters. Never any text."""
    day = now.date().isoformat()

    def note(article: str, locale: str, engine: str, characters: int) -> None:
        storage.append(path, f"{day}\t{engine}\t{locale}\t{article}\t{characters}\n".encode(), root=root)

    return note
