"""How are the template and the catalogs of one article brought up to date? The part of `extract` that is spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from i18n.catalog import codec, emptied
from i18n.errors import FileError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.model import Finding, Severity, Unit
from i18n.project import Known
from i18n.store import Store
from i18n.store.texts import Remembered
from i18n.workflow import rereading
from i18n.workflow.extract.article import (
    Change,
    ExtractContext,
    MergedCatalog,
    Template,
    make_template,
    merge_catalog,
)
from i18n.workflow.reading import failure, source_of
from i18n.workflow.withheld import Held, held

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
    behind: bool = False
    """It had other messages, or other notes with them."""
    changes: tuple[Change, ...] = ()
    """Changes of the catalogs that were written."""
    findings: tuple[Finding, ...] = ()
    emptied: tuple[Finding, ...] = ()
    """Messages that came back without their text; said once."""
    texts: tuple[tuple[str, str], ...] = ()
    """What people left in catalogs, by the catalog's path, as it is to be remembered."""
    read: bytes | None = None
    """What was found in the article, as it is to be remembered."""


@dataclass(frozen=True, slots=True)
class Plan(Generic[Receipt]):
    """What a worker needs to know."""

    store: Store
    rules: Rules
    context: ExtractContext
    locales: tuple[str, ...]
    unmoved: Mapping[str, str]
    """Where a template or catalog belongs → where it lies still; only where nothing is written."""
    keep: Callable[[Reading], Receipt | None]
    """Takes from what was read what later steps need, so that they need not read it again."""
    remembered: Remembered | None = None
    """What people left in catalogs; None: nothing is known of that."""
    remembers: bool = False
    """Whether what is found in articles will be remembered."""


def read(store: Store, rules: Rules, known: Known) -> Reading:
    """Read an article."""
    data = None
    try:
        data = store.read(known.reference)
        return Reading(known, source_of(known, data, rules), data)
    except FileError as error:
        return Reading(known, failure(error, known.path), data)


def update_one(plan: Plan[Receipt], known: Known) -> tuple[Outcome, Held, Receipt | None]:
    """Bring the template and the catalogs of one article up to date. Failures are findings."""
    reading = read(plan.store, plan.rules, known)
    if isinstance(reading.source, Finding):
        outcome = Outcome(known.path, findings=(reading.source,))
    else:
        outcome = _updated(plan, known, reading.source, reading.catalogs)
        outcome = replace(outcome, read=rereading.read(reading.source)) if plan.remembers else outcome
    return outcome, held(plan.rules, known, reading.data), plan.keep(reading)


def _updated(plan: Plan[Receipt], known: Known, source: Source, now: dict[str, CatalogNow | Finding]) -> Outcome:
    """Write what changes; `now` takes the catalogs as they are then. Each file that fails is a finding."""
    project, findings, changes = plan.context.project, list(source.extraction.findings), []
    said: list[Finding] = []
    texts: list[tuple[str, str]] = []
    try:
        template, written, behind = _write_template(plan, known, source)
    except FileError as error:
        template, written, behind = make_template(plan.context, source, None), False, False
        findings.append(failure(error, known.path))
    places = [plan.unmoved.get(path, path) for path in (project.catalog(known.name, each) for each in plan.locales)]
    left = plan.remembered.of(places) if plan.remembered else {}
    for locale, place in zip(plan.locales, places, strict=True):
        path = project.catalog(known.name, locale)
        before = (left or {}).get(place, "")
        try:
            change, catalog, merged = _merge(plan, place, locale, template, before)
        except FileError as error:
            now[locale] = finding = failure(error, known.path, locale)
            findings.append(finding)
            continue
        if merged and left is not None:
            said += _emptied(merged.emptied, known, place, locale)
            after = merged.emptied.remembered
            texts += [(place, after)] if after != before else []
        changes += [change] if change else []
        if catalog and path not in plan.unmoved:
            now[locale] = catalog
    counts = len(template.catalog.units), written, behind
    return Outcome(known.path, *counts, tuple(changes), tuple(findings), tuple(said), tuple(texts))


def _emptied(found: emptied.Emptied, known: Known, path: str, locale: str) -> Iterator[Finding]:
    """Say which messages of a catalog came back without their text."""
    for units, became in ((found.offered, _OFFERED), (found.lost, _LOST)):
        if units:
            count = f"{len(units)} message{'s' * (len(units) > 1)} that had a text came back empty"
            text = f"{count}: {emptied.quoted(units)}. {became}"
            yield Finding("emptied", Severity.WARNING, text, path, units[0].line, locale, known.path)


_OFFERED = "Their texts are there again as fuzzy: finish each, or empty it once more."
_LOST = "Their texts were given back once before, and are not again: look for them in your version control."


def _write_template(plan: Plan[Receipt], known: Known, source: Source) -> tuple[Template, bool, bool]:
    """Write the template; say whether that was a change, and one of messages. Raises `InputError`, `StorageError`."""
    store, name = plan.store, plan.context.project.template(known.name)
    place = plan.unmoved.get(name, name)
    before = store.read_if_there(place)
    template = make_template(plan.context, source, before)
    if place == name and template.data == before:
        return template, False, False
    written = store.remove(name) if template.data is None else store.write(name, template.data)
    return template, written, written and not (before and template.data and before.endswith(b"\n\n" + template.body))


def _merge(
    plan: Plan[Receipt], path: str, locale: str, template: Template, remembered: str
) -> tuple[Change | None, CatalogNow | None, MergedCatalog | None]:
    """Merge a catalog; gives what changed, and the catalog as it is then, if there is one. Raises `InputError`."""
    while True:  # an editor may save it meanwhile: what it wrote is merged then, never replaced
        before = plan.store.read_if_there(path)
        if before is None and not template.catalog.units:
            return None, None, None
        merged = merge_catalog(plan.context, locale, template, before, path, remembered)
        there = None if before is None else CatalogNow(before, merged.before.units)
        if merged.data == before:
            return None, there, merged
        if plan.store.replace(path, before, merged.data):
            return merged.change, there if plan.store.pretend else CatalogNow(merged.data), merged
