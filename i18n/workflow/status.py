"""How far is each article in each language?"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Literal

from i18n.catalog import headers
from i18n.compile.article import Options, compile_article
from i18n.compile.withheld import NOTHING
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.model import Coverage, Finding
from i18n.project import Known, Project
from i18n.project.localized import own_files
from i18n.project.tables import Fallback
from i18n.store import Store
from i18n.workflow import catalogs, rereading, severities
from i18n.workflow.pages import page_context
from i18n.workflow.reading import failure, rules
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import Held, held, note_days


@dataclass(frozen=True, slots=True)
class Row:
    """One article."""

    article: str
    """Path below the source folder."""
    private: bool
    locales: tuple[tuple[str, Coverage], ...]
    """Locale and counts; a locale whose catalog could not be read is left out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a build would make of an article in a locale."""

    article: str
    """Path below the source folder."""
    locale: str
    coverage: Coverage
    fallback: Fallback | Literal[""]
    """As `Compiled.fallback`."""
    reason: str
    """As `Compiled.reason`."""
    changed: str = ""
    """The day on which the messages of the source changed last, by the header of the catalog: `2026-11-30`."""
    revised: str = ""
    """The day on which a translation changed last."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What `status` counted."""

    rows: tuple[Row, ...]
    """Articles that have messages, ordered by path."""
    totals: tuple[tuple[str, Coverage], ...]
    """Locale and the sum over all articles."""
    findings: tuple[Finding, ...]
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""
    unbuilt: frozenset[str] = frozenset()
    """Paths of the articles that a build leaves out unless they are named."""
    unnamed: int = 0
    """Private articles that `rows` leaves out."""
    files: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Files with text, relative to the root, that lack one for readers of some languages, with these.

    A file counts as one with text if it is there for readers of at least one language.
    """
    pages: tuple[Shown, ...] = ()
    """All articles, those without messages too, in all languages whose catalog could be read."""


def without(found: Counted, names: Collection[str]) -> Counted:
    """The same without the rows of some articles, which are counted instead."""
    rows = tuple(row for row in found.rows if row.article not in names)
    return dataclasses.replace(found, rows=rows, unnamed=found.unnamed + len(found.rows) - len(rows))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    options: Mapping[str, Options]
    """How pages are compiled, by locale: which texts they refuse is known only then."""
    earlier: Mapping[str, bytes]
    """What was found in articles before, by reference."""


def plan_of(session: Session, project: Project, selection: Selection) -> Plan:
    """What a worker needs to know of a selection."""
    how = rules(session, project)
    earlier = rereading.Memory(session.state, how).recalled(selection.articles)
    options = page_context(project, selection.locales, {}, NOTHING).options
    return Plan(session.store, project, how, options, earlier)


@dataclass(frozen=True, slots=True)
class _Count:
    """What was counted of an article, and what is wrong with it."""

    row: Row | None
    pages: tuple[Shown, ...]
    findings: tuple[Finding, ...]
    held: Held


def _repeated(known: Known, found: _Count) -> Repeated[Known, _Count] | None:
    return None if found.held.by_day else Repeated(known, found)


def count_all(session: Session, project: Project, selection: Selection) -> Counted:
    """Count the messages that the selected articles have now by their catalogs, and by what pages make of them.

    Writes nothing.
    """
    how, articles = rules(session, project), selection.articles
    plan = partial(plan_of, session, project, selection)
    step: Step[Plan, Known, _Count]
    step = Step(f"counted {' '.join(selection.locales)}", _count_one, _Count, _repeated, attrgetter("private"))
    counted = list(remembered(session, "Counting", step, plan, articles, (project, how.timeless)))
    note_days(session, (each.held for each in counted))
    private = {known.path: each.held for known, each in zip(articles, counted, strict=True) if each.held.back}
    unbuilt = frozenset(path for path, away in private.items() if not away.says_so)
    rows = [each.row for each in counted if each.row]
    said = severities.adjusted(project, (finding for each in counted for finding in each.findings))
    pages = tuple(page for each in counted for page in each.pages)
    lacking = _lacking(project, selection)
    return Counted(
        tuple(rows), totals(rows, selection.locales), said, frozenset(private), unbuilt, pages=pages, files=lacking
    )


def _lacking(project: Project, selection: Selection) -> tuple[tuple[str, tuple[str, ...]], ...]:
    there = own_files(selection.found.localized).items()
    lacking = ((path, tuple(each for each in selection.locales if each not in dict(had))) for path, had in there)
    return tuple((project.original(path), locales) for path, locales in lacking if locales)


def totals(rows: Iterable[Row], locales: Iterable[str]) -> tuple[tuple[str, Coverage], ...]:
    """Each locale and the sum over all articles."""
    held: dict[str, list[Coverage]] = {locale: [] for locale in locales}
    for row in rows:
        for locale, counts in row.locales:
            held[locale].append(counts)
    return tuple((locale, sum_of(counts)) for locale, counts in held.items())


_NUMBERS: Callable[[Coverage], tuple[int, ...]] = attrgetter(*(field.name for field in dataclasses.fields(Coverage)))


def sum_of(counts: Iterable[Coverage]) -> Coverage:
    """Sum counts up."""
    return Coverage(*map(sum, zip(*map(_NUMBERS, counts), strict=True)))


def _count_one(plan: Plan, known: Known) -> _Count:
    data: bytes | None = None
    try:
        data = plan.store.read(known.reference)
        source = rereading.source_of(known, data, plan.rules, plan.earlier.get(known.reference))
    except InputError as error:
        return _Count(None, (), (failure(error, known.path),), held(plan.rules, known, data))
    away = held(plan.rules, known, data)
    if not source.template:
        copied = tuple(Shown(known.path, locale, Coverage(), "", "") for locale in plan.options)
        return _Count(None, copied, source.extraction.findings, away)
    pages, findings = [], list(source.extraction.findings)
    for locale, options in plan.options.items():
        name = plan.project.catalog(known.name, locale)
        try:
            catalog = catalogs.parsed(plan.store.read_if_there(name), name)
        except InputError as error:
            findings.append(failure(error, known.path, locale))
        else:
            made = compile_article(source, catalogs.live(catalog), options, name)
            days = headers.days(catalog.headers)
            pages.append(Shown(known.path, locale, made.coverage, made.fallback, made.reason, *days))
    row = Row(known.path, source.is_private, tuple((page.locale, page.coverage) for page in pages))
    return _Count(row, tuple(pages), tuple(findings), away)
