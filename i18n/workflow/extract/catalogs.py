"""How are the template and the catalogs of one article brought up to date? The part of `extract` that is spread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from i18n.catalog import codec
from i18n.errors import FileError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.model import Catalog, Finding, Unit
from i18n.project import Known
from i18n.store import Store
from i18n.workflow.extract.article import Change, ExtractContext, Template, make_template, merge_catalog
from i18n.workflow.reading import failure, source_of

Receipt = TypeVar("Receipt")


@dataclass(frozen=True, slots=True)
class CatalogNow:
    """A catalog as it lies on the disk now."""

    data: bytes
    parsed: tuple[Unit, ...] | None = None
    """Its units; None if they were not read from these bytes."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its units, with the lines on which they stand."""
        return codec.parse(self.data).units if self.parsed is None else self.parsed


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its catalogs as they are now."""

    known: Known
    source: Source | Finding
    """A finding says why it cannot be read."""
    data: bytes | None = None
    """None: it cannot be read at all."""
    catalogs: dict[str, CatalogNow | Finding] = field(default_factory=dict)
    """By locale, those that are there; a finding says why one cannot be read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article."""

    article: str
    """Path below the source folder."""
    messages: int = 0
    template: bool = False
    """The template was written (or removed, of an article without messages)."""
    changes: tuple[Change, ...] = ()
    """Changes of the catalogs that were written."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan(Generic[Receipt]):
    """What a worker needs to know."""

    store: Store
    rules: Rules
    context: ExtractContext
    locales: tuple[str, ...]
    unmoved: Mapping[str, str]
    """Where a template or catalog belongs → where it lies still; only where nothing is written."""
    keep: Callable[[Reading], Receipt]
    """Takes from what was read what later steps need, so that they need not read it again."""


def read(store: Store, rules: Rules, known: Known) -> Reading:
    """Read an article."""
    data = None
    try:
        data = store.read(known.reference)
        return Reading(known, source_of(known, data, rules), data)
    except FileError as error:
        return Reading(known, failure(error, known.path), data)


def update_one(plan: Plan[Receipt], known: Known) -> tuple[Outcome, Receipt]:
    """Bring the template and the catalogs of one article up to date. Failures are findings."""
    reading = read(plan.store, plan.rules, known)
    if isinstance(reading.source, Finding):
        outcome = Outcome(known.path, findings=(reading.source,))
    else:
        outcome = _updated(plan, known, reading.source, reading.catalogs)
    return outcome, plan.keep(reading)


def _updated(plan: Plan[Receipt], known: Known, source: Source, now: dict[str, CatalogNow | Finding]) -> Outcome:
    """Write what changes; `now` takes the catalogs as they are then. Each file that fails is a finding."""
    project, findings, changes = plan.context.project, list(source.extraction.findings), []
    try:
        template, written = _write_template(plan, known, source)
    except FileError as error:
        template, written = make_template(plan.context, source, None), False
        findings.append(failure(error, known.path))
    for locale in plan.locales:
        path = project.catalog(known.name, locale)
        try:
            change, catalog = _merge(plan, plan.unmoved.get(path, path), locale, template.catalog)
        except FileError as error:
            now[locale] = finding = failure(error, known.path, locale)
            findings.append(finding)
            continue
        changes += [change] if change else []
        if catalog and path not in plan.unmoved:
            now[locale] = catalog
    return Outcome(known.path, len(template.catalog.units), written, tuple(changes), tuple(findings))


def _write_template(plan: Plan[Receipt], known: Known, source: Source) -> tuple[Template, bool]:
    """Write the template, and say whether that was a change. Raises `InputError`, `StorageError`."""
    store, name = plan.store, plan.context.project.template(known.name)
    place = plan.unmoved.get(name, name)
    before = store.read_if_there(place)
    template = make_template(plan.context, source, before)
    if place == name and template.data == before:
        return template, False
    return template, store.remove(name) if template.data is None else store.write(name, template.data)


def _merge(plan: Plan[Receipt], path: str, locale: str, wanted: Catalog) -> tuple[Change | None, CatalogNow | None]:
    """Merge a catalog; gives what changed, and the catalog as it is then, if there is one. Raises `InputError`."""
    while True:  # an editor may save it meanwhile: what it wrote is merged then, never replaced
        before = plan.store.read_if_there(path)
        if before is None and not wanted.units:
            return None, None
        merged = merge_catalog(plan.context, locale, wanted, before, path)
        there = None if before is None else CatalogNow(before, merged.before.units)
        if merged.data == before:
            return None, there
        if plan.store.replace(path, before, merged.data):
            return merged.change, there if plan.store.pretend else CatalogNow(merged.data)
