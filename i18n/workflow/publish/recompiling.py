"""Which articles need not be compiled, as nothing changed that their pages depend on?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from i18n.errors import FileError
from i18n.extract.article import Rules
from i18n.project import Build
from i18n.workflow import rereading
from i18n.workflow.publish.compiling import make_pages
from i18n.workflow.publish.results import Item, Plan, Result
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.session import Session


def pages_of(session: Session, label: str, plan: Plan, items: Sequence[Item]) -> Iterator[Result]:
    """Compile each article in every language, as `make_pages` does, where something changed since it was done."""
    built = any(item.builds for item in items)
    done = f"{'checked ' * plan.pages.checks}{'built ' * built}{'staged ' * plan.pages.project.stages}"
    name = f"{done}pages {' '.join(plan.pages.options)}"
    read = partial(_read_before, session, plan.rules)
    given = attrgetter("data")
    step: Step[Plan, Item, Result]
    step = Step(name, make_pages, Result, _repeated, _facts, given, helped=read, holds=partial(_holds, plan))
    return remembered(session, label, step, lambda: plan, items, _depends(plan))


def _holds(plan: Plan, result: Result) -> bool:
    """Whether the pages of an article still lead where they should, and show the files that they should."""
    if any(plan.own.get(file.path, ()) != file.own for file in result.files):
        return False
    return plan.neighbours is None or plan.neighbours.stands(result.leads, plan.pages.options)


def _depends(plan: Plan) -> object:
    """All that pages depend on apart from the files of their articles."""
    pages, glossary = plan.pages, None
    with contextlib.suppress(FileError):  # `check` says what is wrong with it
        name = pages.project.memory.glossary
        glossary = plan.store.read_if_there(name) if name else None
    ids = {(options.ids, options.form and options.form.__name__) for options in pages.options.values()}
    addresses = plan.neighbours.own if plan.neighbours else None
    return pages.project, plan.rules.timeless, pages.hidden, plan.withheld, plan.owned.adopt, glossary, ids, addresses


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether an article that must be there is."""

    missing: dict[str, str]
    """Why it is not, by the locale."""
    result: Result | None = None
    """What came of it, without its pages being written; None if that is not known any more."""


def judged(session: Session, plan: Plan, items: Sequence[Item]) -> Iterator[Judged]:
    """Find in which languages each article is missing; where something changed since, it is compiled for that."""
    read = partial(_read_before, session, plan.rules)
    name = f"required {' '.join(plan.pages.options)}"
    standing = partial(_standing, plan.pages.project.build)
    step: Step[Plan, Item, Judged]
    step = Step(name, _judge, Judged, _judged_again, standing, attrgetter("data"), helped=read)
    return remembered(session.silent, "", step, lambda: plan, items, _depends(plan))


def _judge(plan: Plan, item: Item) -> Judged:
    result = make_pages(plan, item)
    return Judged({part.locale: part.missing for part in result.locales if part.missing}, result)


def _judged_again(item: Item, found: Judged) -> Repeated[Item, Judged] | None:
    if found.result is None or found.result.by_day or any(part.coverage is None for part in found.result.locales):
        return None
    return Repeated(_published(item, found.result), replace(found, result=None))


def _read_before(session: Session, rules: Rules, items: Sequence[Item]) -> Sequence[Item]:
    """The items with what an earlier command found in their articles."""
    found = rereading.Memory(session.state, rules).recalled([item.known for item in items])
    return [replace(item, found=found.get(item.reference)) for item in items]


def _facts(item: Item) -> object:
    """What the pages of an article depend on apart from files: whether they are published, and what was before."""
    return item.builds, {locale: replace(entry, alternates=()) for locale, entry in item.before.items()}


def _standing(build: Build, item: Item) -> object:
    """What the judgement on an article hangs on apart from files: where it matters, the pages that there are."""
    return {
        locale: (entry.output, entry.fallback, entry.private)
        for locale, entry in item.before.items()
        if build.fallback == "last-good" or build.minimum.of(locale) != build.drop_below.of(locale)
    }


def _repeated(item: Item, result: Result) -> Repeated[Item, Result] | None:
    """What would come of the article at once again; of one that must be there, and by the day, that is not told."""
    if item.required or result.by_day or any(file.failures for file in result.copies):
        return None
    parts = tuple(replace(part, written=0) for part in result.locales)
    copies = tuple(replace(file, written=0) for file in result.copies)
    return Repeated(_published(item, result), replace(result, locales=parts, copies=copies))


def _published(item: Item, result: Result) -> Item:
    """The item as the next build finds it, with what this one publishes of it."""
    done = {part.locale: part.entry for part in result.locales} if item.builds else {}
    before = {locale: entry for locale, entry in {**item.before, **done}.items() if entry}
    return replace(item, data=None, found=None, before=before)
