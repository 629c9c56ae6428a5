"""What is sent to engines in a run, what need not be sent, and what is kept of it?"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator

from i18n.draft.sending.budget import Budget
from i18n.draft.sending.cache import Cache
from i18n.draft.sending.sender import Journal, Sender
from i18n.project import Project
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
