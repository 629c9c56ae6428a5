"""What is sent to engines in a run, what need not be sent, and what is kept of it?"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from i18n import storage
from i18n.draft.sending.budget import Budget
from i18n.draft.sending.cache import Cache
from i18n.draft.sending.sender import Journal, Sender
from i18n.project import Project

CACHE = "drafts.sqlite"
LOG = "drafts.log"
"""Files in `.i18n/`."""


@contextlib.contextmanager
def sender(project: Project, budget: Budget, now: datetime, *, pretend: bool = False) -> Iterator[Sender]:
    """Open the cache and the log; with `pretend` nothing is written. Raises `StorageError`."""
    folder = project.root / ".i18n" if pretend else storage.private_folder(project.root)
    journal = _no_journal if pretend else _journal(folder / LOG, project.root, now)
    with contextlib.closing(Cache(folder / CACHE, now.toordinal(), pretend=pretend)) as cache:
        yield Sender(cache, budget, journal, functools.partial(price, project))


@contextlib.contextmanager
def counter(project: Project, now: datetime) -> Iterator[Callable[[Budget], Sender]]:
    """Make senders that send nothing and only count what would be sent; what was answered before is known."""
    with contextlib.closing(Cache(project.root / ".i18n" / CACHE, now.toordinal(), pretend=True)) as cache:
        yield lambda budget: Sender(cache, budget, _no_journal, functools.partial(price, project), estimating=True)


def price(project: Project, engine: str) -> float:
    """The price of a million characters, in the currency of the price table; 0 if there is no price."""
    return float(project.engine.get(engine, {}).get("price_per_million", 0.0))


def price_date(project: Project, engine: str) -> str:
    """The day of the price, as the table says it; empty if it does not."""
    return str(project.engine.get(engine, {}).get("price_as_of", ""))


def _no_journal(article: str, locale: str, engine: str, characters: int) -> None:
    del article, locale, engine, characters


def _journal(path: Path, root: Path, now: datetime) -> Journal:
    """Write a line for each article of each request: day, engine, locale, article, characters. Never any text."""
    day = now.date().isoformat()

    def note(article: str, locale: str, engine: str, characters: int) -> None:
        storage.append(path, f"{day}\t{engine}\t{locale}\t{article}\t{characters}\n".encode(), root=root)

    return note
