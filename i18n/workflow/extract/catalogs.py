"""How are the template and the catalogs of one article brought up to date? The part of `extract` that is spread."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from i18n.catalog import codec, headers, merge
from i18n.errors import InputError
from i18n.extract import template
from i18n.extract.article import Rules
from i18n.model import Catalog, Finding, Key, Unit
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow.reading import read_known, unreadable

_DATE = "POT-Creation-Date"
_CREATED = re.compile(rb'"POT-Creation-Date: ([0-9 :+-]+)\\n"')
"""The field as it stands in a template of ours."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the catalog of one article in one locale."""

    locale: str
    new: int = 0
    """Messages that were not there."""
    changed: int = 0
    """Messages whose source changed: fuzzy now."""
    obsolete: int = 0
    """Messages the article no longer has."""
    back: int = 0
    """Messages that were obsolete and are there again."""
    written: bool = True
    """False when the catalog stays as it was."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article."""

    article: str
    """Path below the source folder."""
    messages: int = 0
    template: bool = False
    """The template was written (or removed, of an article without messages)."""
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    locales: tuple[str, ...]
    fresh: Mapping[str, tuple[tuple[str, str], ...]]
    """Headers of a new catalog by locale; of a new template under `""`."""
    now: datetime
    moved: Mapping[str, str]
    """New name → the name under which the catalogs still lie; only where nothing is written."""


def update_one(plan: Plan, known: Known) -> Outcome:
    """Bring the template and the catalogs of one article up to date. Raises `StorageError`."""
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return Outcome(known.path, findings=(source,))
    units = template.units(source.article, source.extraction.segments, plan.project.catalogs.references)
    before = plan.store.read_if_there(plan.project.template(plan.moved.get(known.name, known.name)))
    wanted, data = _dated_template(plan, units, before)
    findings = list(source.extraction.findings)
    changes = []
    for locale in plan.locales:
        try:
            change = _catalog(plan, known, locale, wanted)
        except InputError as error:
            findings.append(unreadable(error, known.path, locale))
        else:
            changes += [change] if change else []
    written = _write_template(plan, known, before, data if units else None)
    return Outcome(known.path, len(units), written, tuple(changes), tuple(findings))


def _dated_template(plan: Plan, units: tuple[Unit, ...], before: bytes | None) -> tuple[Catalog, bytes]:
    """Make the template, and its bytes; its date is that of the one before unless its messages changed."""
    fresh = Catalog(plan.fresh[""], units, fuzzy=True)
    date = _CREATED.search(before, 0, 2000) if before else None
    if before is None or date is None:
        return fresh, codec.serialize(fresh)
    created = tuple((name, date[1].decode() if name == _DATE else value) for name, value in fresh.headers)
    same = replace(fresh, headers=created)
    data = codec.serialize(same)
    if data == before:  # most often; saves reading it
        return same, data
    try:
        old = codec.parse(before)
    except InputError:
        return fresh, codec.serialize(fresh)  # ours to make again, unlike a catalog
    personal = plan.project.privacy.translators
    dated = replace(same, headers=headers.dated(created, old.units, units, personal, plan.now))
    return dated, codec.serialize(dated)


def _write_template(plan: Plan, known: Known, before: bytes | None, data: bytes | None) -> bool:
    """Write the template; that of an article without messages is removed. Say whether that was a change."""
    name = plan.project.template(known.name)
    if data == before:
        return False
    return plan.store.remove(name) if data is None else plan.store.write(name, data)


def _catalog(plan: Plan, known: Known, locale: str, wanted: Catalog) -> Change | None:
    """Merge the catalog of one locale; None if it stays as it is. Raises `InputError`."""
    name = plan.project.catalog(plan.moved.get(known.name, known.name), locale)
    while True:  # an editor may save it meanwhile: what it wrote is merged then, never replaced
        before = plan.store.read_if_there(name)
        if before is None and not wanted.units:
            return None
        data, change = _merged(plan, locale, before, wanted, name)
        if data == before:
            return None
        if plan.store.replace(name, before, data):
            return change


def _merged(plan: Plan, locale: str, before: bytes | None, wanted: Catalog, shown: str) -> tuple[bytes, Change]:
    project, personal = plan.project, plan.project.privacy.translators
    old = Catalog(plan.fresh[locale]) if before is None else codec.parse(before, shown)
    merged = merge.merge(old, wanted)
    header = plan.fresh[locale]
    if before is not None:
        header = headers.complete(old.headers, project.name, locale, project.source_locale, personal, plan.now)
    # Where the messages are the same, the date of the template is no news, even if the template was made anew.
    template = wanted.headers if _messages(old) != _messages(wanted) else old.headers
    header = headers.dated(header, old.units, merged.catalog.units, personal, plan.now, template)
    comments = headers.clean_comments(old.comments, personal)
    change = Change(locale, merged.added, merged.changed, merged.obsolete, merged.revived)
    return codec.serialize(replace(merged.catalog, headers=header, comments=comments)), change


def _messages(catalog: Catalog) -> list[Key]:
    return [unit.key for unit in catalog.units if not unit.obsolete]
