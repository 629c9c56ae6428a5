"""How far is each article in each language?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from i18n.catalog.coverage import coverage
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.model import Coverage, Finding
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow import catalogs, severities
from i18n.workflow.reading import failure, read_known, rules
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Row:
    """One article."""

    article: str
    """Path below the source folder."""
    private: bool
    locales: tuple[tuple[str, Coverage], ...]
    """Locale and counts; a locale whose catalog could not be read is left out."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What `status` counted."""

    rows: tuple[Row, ...]
    """Articles that have messages, ordered by path."""
    totals: tuple[tuple[str, Coverage], ...]
    """Locale and the sum over all articles."""
    findings: tuple[Finding, ...]
    unnamed: int = 0
    """Private articles that `rows` leaves out."""


def without_names(found: Counted) -> Counted:
    """The same without the rows of private articles, which are counted instead."""
    rows = tuple(row for row in found.rows if not row.private)
    return dataclasses.replace(found, rows=rows, unnamed=found.unnamed + len(found.rows) - len(rows))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    locales: tuple[str, ...]


def count_all(session: Session, project: Project, selection: Selection) -> Counted:
    """Count the messages that the selected articles have now by what their catalogs say of them. Writes nothing."""
    plan = _Plan(session.store, project, rules(session, project), selection.locales)
    rows: list[Row] = []
    findings: list[Finding] = []
    for row, found in session.map("Counting", _count_one, plan, selection.articles):
        rows += [row] if row else []
        findings += found
    return Counted(tuple(rows), totals(rows, selection.locales), severities.adjusted(project, findings))


def totals(rows: Iterable[Row], locales: Iterable[str]) -> tuple[tuple[str, Coverage], ...]:
    """Each locale and the sum over all articles."""
    sums = {locale: Coverage() for locale in locales}
    for row in rows:
        for locale, counts in row.locales:
            sums[locale] = added(sums[locale], counts)
    return tuple(sums.items())


def added(one: Coverage, other: Coverage) -> Coverage:
    """Sum two counts."""
    names = [field.name for field in dataclasses.fields(Coverage)]
    return Coverage(**{name: getattr(one, name) + getattr(other, name) for name in names})


def _count_one(plan: _Plan, known: Known) -> tuple[Row | None, tuple[Finding, ...]]:
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return None, (source,)
    if not source.template:
        return None, source.extraction.findings
    counts, findings = [], list(source.extraction.findings)
    for locale in plan.locales:
        name = plan.project.catalog(known.name, locale)
        try:
            there = catalogs.live_units(plan.store.read_if_there(name), name)
        except InputError as error:
            findings.append(failure(error, known.path, locale))
        else:
            counts.append((locale, coverage(there.get(unit.key, unit) for unit in source.template)))
    return Row(known.path, source.is_private, tuple(counts)), tuple(findings)
