"""What becomes of one article in each of its languages? The part of a build that is spread over processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from i18n.check import units as check_units
from i18n.check.settings import Settings
from i18n.compile.article import Compiled, Options, compile_article
from i18n.compile.pseudo import pseudo_units
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.manifest.manifest import Built
from i18n.model import Finding, Key, Severity, Unit
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow.catalogs import read_units
from i18n.workflow.check.check import live, where_of
from i18n.workflow.publish.linked import Linked, linked_files
from i18n.workflow.publish.verdict import judge
from i18n.workflow.reading import read_known, unreadable

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Left:
    """An article that is not published in a locale."""

    article: str
    locale: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    options: Mapping[str, Options]
    severities: Settings
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By locale; needed only where machine drafts are published."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article to build, and what the last build made of it."""

    known: Known
    before: tuple[tuple[str, Built], ...]
    """Locale and entry."""

    @property
    def size(self) -> int:
        """Bytes of the article."""
        return self.known.size

    @property
    def reference(self) -> str:
        """The article's path."""
        return self.known.reference


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one article."""

    path: str
    entries: tuple[tuple[str, Built], ...] = ()
    """Locale and entry."""
    files: tuple[Linked, ...] = ()
    left_out: tuple[Left, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Locales in which the last build's output stays, as an input could not be read."""
    written: int = 0
    findings: tuple[Finding, ...] = ()


def build_one(plan: Plan, item: Item) -> Result:
    """Compile one article in every language that is to be built, and write what is published."""
    known, store = item.known, plan.store
    source = read_known(store, plan.rules, known)
    if isinstance(source, Finding):
        return Result(known.path, unchanged=tuple(plan.options), findings=(source,))
    files, findings = linked_files(store, plan.project, known, source.extraction.files)
    before = {tag: entry for tag, entry in item.before if store.is_file(plan.project.output(entry.output, tag))}
    found = dict.fromkeys((*check_units.adjusted(source.extraction.findings, {}, plan.severities), *findings))
    pages, unchanged = [], []
    for locale in plan.options:
        try:
            units = units_for(plan, source, locale)
        except InputError as error:
            found[unreadable(error, known.path, locale)] = None
            unchanged.append(locale)
            continue
        pages.append(_page(plan, source, locale, units, files, before.get(locale)))
        found |= dict.fromkeys(pages[-1].findings)
    return Result(
        known.path,
        tuple((page.locale, page.entry) for page in pages if page.entry),
        files,
        tuple(Left(known.path, page.locale, page.reason) for page in pages if not page.entry),
        tuple(unchanged),
        sum(_publish(plan, page, files) for page in pages),
        tuple(found),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What an article is in one locale."""

    locale: str
    entry: Built | None
    """Its entry of the manifest; None if it is not published."""
    data: bytes | None
    """Bytes to write; None if nothing is published or an earlier output stays."""
    reason: str
    """Why it is not published, or falls back."""
    findings: tuple[Finding, ...]


def _page(
    plan: Plan,
    source: Source,
    locale: str,
    units: Mapping[Key, Unit],
    files: tuple[Linked, ...],
    before: Built | None,
) -> _Page:
    """Make the page of one locale; `before` is its entry in the manifest, if its output is still there."""
    compiled, findings = compiled_for(plan, source, locale, units)
    verdict = judge(compiled, before, plan.project.build)
    if not verdict.published:
        return _Page(locale, None, None, verdict.reason, findings)
    digest = hashlib.sha256(source.article.data).hexdigest()
    if verdict.keeps_earlier and before:
        kept = replace(before, source_sha256=digest, fallback="last-good", reason=verdict.reason)
        return _Page(locale, kept, None, verdict.reason, findings)
    entry = Built(
        source.article.path,
        digest,
        compiled.path,
        hashlib.sha256(compiled.data).hexdigest(),
        compiled.coverage,
        verdict.fallback,
        verdict.reason,
        files=tuple(file.path for file in files),
        private=source.is_private,
        errors=sum(finding.severity is Severity.ERROR for finding in findings),
    )
    return _Page(locale, entry, compiled.data, verdict.reason, findings)


def units_for(plan: Plan, source: Source, locale: str) -> Mapping[Key, Unit]:
    """Read the catalog of a locale; one that the project does not have is a pseudo-locale. Raises `InputError`."""
    if locale not in plan.project.folders:
        return pseudo_units(source, locale)
    return read_units(plan.store, plan.project, source.article.name, locale)


def compiled_for(
    plan: Plan, source: Source, locale: str, units: Mapping[Key, Unit]
) -> tuple[Compiled, tuple[Finding, ...]]:
    """Compile for one locale; its findings have the severities of the project."""
    if locale not in plan.project.folders:
        return compile_article(source, units, plan.options[locale]), ()
    where = where_of(plan.project, source, locale, plan.glossaries.get(locale))
    compiled = compile_article(source, units, plan.options[locale], where.path)
    findings = check_units.adjusted(compiled.findings, units, plan.severities)
    if compiled.drafts:  # `check` may not know that machine drafts are published this time
        findings += check_units.findings(live(source, units), where, plan.severities)
    return compiled, findings


def _publish(plan: Plan, page: _Page, files: Iterable[Linked]) -> int:
    """Write a page and what lies next to it; say how many files changed."""
    store, project = plan.store, plan.project
    if page.entry is None or page.data is None:
        return 0
    written = store.write(project.output(page.entry.output, page.locale), page.data)
    return written + sum(
        store.link(project.original(file.path), project.output(file.path, page.locale)) for file in files
    )
