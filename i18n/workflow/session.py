"""What does one run of a command work with?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from i18n.project import Project
from i18n.store import Store
from i18n.store.tracing import Account, TracingStore
from i18n.work import Here, Item, Workers

if TYPE_CHECKING:
    from i18n.extract.article import Rules
    from i18n.store.state import State

Progress: TypeAlias = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows that a step (its name, how much there is to do) lasts as long as the context; gives what moves it on."""

Work = TypeVar("Work", bound=Item)
Context = TypeVar("Context", bound=Any)
"""What a worker needs to know: a frozen dataclass with a `store`, its only way to files."""
Result = TypeVar("Result")


def unseen(label: str, length: int) -> AbstractContextManager[Callable[[int], None]]:
    """Show no progress."""
    del label, length
    return contextlib.nullcontext(lambda _steps: None)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a command."""

    store: Store
    """The project's files; if it pretends, the command only says what it would do."""
    now: datetime
    workers: Workers = field(default_factory=Here)
    source_date_epoch: int | None = None
    """Seconds since 1970 that a reproducible build is to bear."""
    progress: Progress = unseen
    waiting: Callable[[], None] = lambda: None
    """Says that another command is at work, and this one waits for it."""
    state: State | None = None
    """What earlier commands did; None: everything is done again."""
    rules: dict[str, Rules] = field(default_factory=dict, compare=False, repr=False)
    """How the articles of a project are read, by its root, once that was found out."""

    @property
    def pretend(self) -> bool:
        """Whether changes are only answered for."""
        return self.store.pretend

    @property
    def silent(self) -> Session:
        """The same without progress."""
        return replace(self, progress=unseen)

    def map(
        self, label: str, function: Callable[[Context, Work], Result], context: Context, items: Sequence[Work]
    ) -> Iterator[Result]:
        """Have work done on each item, as `Workers.map` says, and show progress under the label."""
        for result, _ in self.traced(label, function, context, items):
            yield result

    def traced(
        self, label: str, function: Callable[[Context, Work], Result], context: Context, items: Sequence[Work]
    ) -> Iterator[tuple[Result, Account]]:
        """Do the same, and give with each result what was done with files for it."""
        with self.progress(label, len(items)) as step:
            for result, account in self.workers.map(_traced, _Traced(function, context), items):
                self.note(account)
                yield result, account
                step(1)

    def note(self, account: Account) -> None:
        """Note what was done with files, if somebody wants to know."""
        if isinstance(self.store, TracingStore):
            self.store.account.take(account)

    def depends_on(self, what: str) -> None:
        """Note that something apart from files may make the command say something else the next time."""
        self.note(Account(doubts=[what]))

    def writing_catalogs(self, project: Project) -> AbstractContextManager[None]:
        """Keep other commands from writing catalogs and templates as long as the context lasts."""
        return self.store.lock("catalogs", project.catalog_folders, self.waiting)

    def writing_outputs(self, project: Project) -> AbstractContextManager[None]:
        """Keep other commands from writing compiled articles, their manifest and bundles as long as the context lasts.

        It may last while articles are compiled: two builds would overwrite each other's pages and lose entries of the
        manifest, and nobody else needs this lock.
        """
        return self.store.lock("outputs", (project.build.path, project.bundle.path), self.waiting)


@dataclass(frozen=True, slots=True)
class _Traced(Generic[Context, Work, Result]):
    """Work whose files are noted."""

    function: Callable[[Context, Work], Result]
    context: Context


def _traced(work: _Traced[Context, Work, Result], item: Work) -> tuple[Result, Account]:
    """Do the work, and say what was done with files."""
    store = work.context.store
    tracing = TracingStore(store.store if isinstance(store, TracingStore) else store)
    return work.function(replace(work.context, store=tracing), item), tracing.account
