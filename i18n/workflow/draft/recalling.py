"""What does the memory know of each message? Asked in all processes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from i18n.draft.many.memory import MemoryStep
from i18n.draft.many.recollection import Recollect, Recollection, Recollector
from i18n.draft.many.request import Request
from i18n.memory import StoredMemory
from i18n.message.terms import Facts
from i18n.project import Project
from i18n.store import Store
from i18n.store.memory_file import UnusableError
from i18n.workflow.project_memory import ProjectMemory, opened
from i18n.workflow.session import Session


def recollecting(session: Session, project: Project, memory: ProjectMemory, step: MemoryStep, locale: str) -> Recollect:
    """Have the memory of a language asked in all processes; `step` asks it in this one."""
    here = Recollector(step, project.source_locale, locale)

    def recollect(requests: Iterable[Request]) -> Iterator[tuple[Request, Recollection]]:
        if memory.file(locale) is None:
            yield from here.each(requests)
            return
        plan = _Plan(session.store, project.source_locale, locale, memory.private, step.minimum, step.facts)
        items = [_Item(request) for request in requests]
        for item, found in zip(items, session.workers.map(_recalled, plan, items), strict=True):
            yield item.request, found or here.recalled(item.request)

    return recollect


@dataclass(frozen=True, slots=True)
class _Item:
    request: Request
    size: int = 1_000
    """A lookup takes about as long as a thousand bytes of an article."""

    @property
    def reference(self) -> str:
        return self.request.article


@dataclass(frozen=True)
class _Plan:
    store: Store
    source: str
    locale: str
    private: frozenset[str]
    minimum: int
    facts: Facts | None

    @functools.cached_property
    def recollector(self) -> Recollector | None:
        """What asks the memory in this process; None where that cannot be."""
        file = opened(self.store, read_only=True)
        memory = StoredMemory(file, self.locale, self.private) if file else None
        step = MemoryStep(memory, self.minimum, facts=self.facts) if memory else None
        return Recollector(step, self.source, self.locale) if step else None

    def __reduce__(self) -> tuple[type[_Plan], tuple[object, ...]]:
        """Each process opens the file itself."""
        return _Plan, (self.store, self.source, self.locale, self.private, self.minimum, self.facts)


def _recalled(plan: _Plan, item: _Item) -> Recollection | None:
    """What the memory knows; None if it cannot be asked here."""
    try:
        return plan.recollector.recalled(item.request) if plan.recollector else None
    except UnusableError:
        return None
