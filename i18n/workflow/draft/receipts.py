"""What is left of articles that were extracted, so that drafting need not read them again?"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from i18n.draft.engine import Context
from i18n.model import Finding, Key
from i18n.project import Project
from i18n.store.tracing import digest
from i18n.workflow.draft.facts import ArticleFacts, article_facts
from i18n.workflow.draft.work import CatalogWork, catalog_work, places
from i18n.workflow.extract.catalogs import CatalogNow, Reading
from i18n.workflow.extract.extract import Extracted, extract_and_keep
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import Held


@dataclass(frozen=True, slots=True)
class Receipt:
    """What drafting, and whoever reads the article again, needs of it and of its catalogs."""

    facts: ArticleFacts | Finding
    """A finding says why the article cannot be read."""
    data: bytes | None
    """The article; None if it cannot be read at all."""
    catalogs: Mapping[str, CatalogWork | Finding] = field(default_factory=dict)
    """By locale, those that are there; a finding says why one cannot be read."""
    places: Mapping[Key, Context] = field(default_factory=dict)
    """The place of each message; empty if no engine uses it."""


def extract_with_receipts(
    session: Session, project: Project, selection: Selection, *, placed: bool
) -> tuple[Extracted, dict[str, Held], dict[str, Receipt]]:
    """Extract the selected articles; give by path what is not for readers, and receipts of those that had to be read.

    With `placed` they hold the place of each message too. Raises `StorageError`.
    """
    return extract_and_keep(session, project, selection, functools.partial(_receipt, placed=placed))


def _receipt(reading: Reading, *, placed: bool) -> Receipt:
    if isinstance(reading.source, Finding):
        return Receipt(reading.source, reading.data)
    works = _works(reading.catalogs)
    return Receipt(article_facts(reading.source), reading.data, works, places(reading.source) if placed else {})


def _works(catalogs: Mapping[str, CatalogNow | Finding]) -> dict[str, CatalogWork | Finding]:
    """What drafting takes from each catalog; what is wrong with one is said of the catalog alone."""
    works: dict[str, CatalogWork | Finding] = {}
    for locale, catalog in catalogs.items():
        if isinstance(catalog, Finding):
            works[locale] = replace(catalog, article="")
            continue
        work = catalog_work(catalog.units, str(digest(catalog.data)))
        works[locale] = replace(work, data=catalog.data) if work.units else work
    return works
