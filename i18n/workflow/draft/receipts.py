"""What is left of articles that were read, so that drafting need not read them again?"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from i18n.catalog import codec
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.store import Store
from i18n.store.tracing import digest
from i18n.workflow.draft.work import ArticleFacts, CatalogWork, article_facts, catalog_work
from i18n.workflow.extract import moving
from i18n.workflow.extract.catalogs import CatalogNow, Reading, read
from i18n.workflow.extract.extract import Extracted, extract_and_keep
from i18n.workflow.reading import failure, rules
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Receipt:
    """What drafting, and whoever reads the article again, needs of it and of its catalogs."""

    facts: ArticleFacts | Finding | None
    """None: the article is gone."""
    data: bytes | None = None
    """The article; None if it cannot be read."""
    catalogs: Mapping[str, CatalogWork | Finding] = field(default_factory=dict)
    """By locale, those that are there; a finding says why one cannot be read."""


def extract_with_receipts(
    session: Session, project: Project, selection: Selection, *, placed: bool
) -> tuple[Extracted, dict[str, Receipt]]:
    """Extract the selected articles; give the receipts of all articles by name, and of all catalogs without one.

    With `placed` they hold the place of each message too. Raises `StorageError`.
    """
    extracted, receipts = extract_and_keep(session, project, selection, functools.partial(_receipt, placed=placed))
    others = [known for known in selection.found.articles if known.path not in receipts]
    context = _Context(session.store, project, rules(session, project), selection.locales, placed)
    receipts |= zip((known.path for known in others), session.silent.map("", _look, context, others), strict=True)
    by_name = {known.name: receipts[known.path] for known in selection.found.articles}
    for name in moving.gone(session.store, project, selection.found.articles):
        catalogs = _catalogs(session.store, project, name, selection.locales)
        by_name[name] = Receipt(None, None, _works(catalogs, gone=True))
    return extracted, by_name


@dataclass(frozen=True, slots=True)
class _Context:
    store: Store
    project: Project
    rules: Rules
    locales: tuple[str, ...]
    placed: bool


def _look(context: _Context, known: Known) -> Receipt:
    """Read an article that is not to be extracted."""
    reading = read(context.store, context.rules, known)
    if isinstance(reading.source, Finding):
        return _receipt(reading, placed=False)
    catalogs = _catalogs(context.store, context.project, known.name, context.locales)
    return _receipt(replace(reading, catalogs=catalogs), placed=context.placed)


def _receipt(reading: Reading, *, placed: bool) -> Receipt:
    if isinstance(reading.source, Finding):
        return Receipt(reading.source, reading.data)
    facts = article_facts(reading.source, placed=placed)
    return Receipt(facts, reading.data, _works(reading.catalogs))


def _works(catalogs: Mapping[str, CatalogNow | Finding], *, gone: bool = False) -> dict[str, CatalogWork | Finding]:
    """What drafting takes from each catalog; what is wrong with one is said of the catalog alone."""
    works: dict[str, CatalogWork | Finding] = {}
    for locale, catalog in catalogs.items():
        if isinstance(catalog, Finding):
            works[locale] = replace(catalog, article="")
            continue
        work = catalog_work(() if gone else catalog.units, str(digest(catalog.data)))
        works[locale] = replace(work, data=catalog.data) if work.units else work
    return works


def _catalogs(store: Store, project: Project, name: str, locales: Iterable[str]) -> dict[str, CatalogNow | Finding]:
    """Read the catalogs of an article."""
    found: dict[str, CatalogNow | Finding] = {}
    for locale in locales:
        path = project.catalog(name, locale)
        try:
            data = store.read_if_there(path)
            if data is not None:
                found[locale] = CatalogNow(data, codec.parse(data, path).units)
        except InputError as error:
            found[locale] = failure(error, locale=locale)
    return found
