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
from i18n.model import Finding, Severity
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
    known = item.known
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return Result(known.path, unchanged=tuple(plan.options), findings=(source,))
    files, findings = linked_files(plan.store, plan.project, known, source.extraction.files)
    digest = hashlib.sha256(source.article.data).hexdigest()
    before = {
        locale: entry for locale, entry in item.before if plan.store.is_file(plan.project.output(entry.output, locale))
    }
    entries, left_out, unchanged, written = [], [], [], 0
    adjusted = check_units.adjusted(source.extraction.findings, {}, plan.severities)
    found = dict.fromkeys((*adjusted, *findings))
    for locale in plan.options:
        try:
            compiled, remarks = compiled_for(plan, source, locale)
        except InputError as error:
            found[unreadable(error, known.path, locale)] = None
            unchanged.append(locale)
            continue
        found |= dict.fromkeys(remarks)
        verdict = judge(compiled, before.get(locale), plan.project.build)
        if not verdict.published:
            left_out.append(Left(known.path, locale, verdict.reason))
            continue
        if verdict.keeps_earlier:
            kept = replace(before[locale], source_sha256=digest, fallback="last-good", reason=verdict.reason)
            entries.append((locale, kept))
            continue
        written += _publish(plan, locale, compiled, files)
        entries.append(
            (
                locale,
                Built(
                    known.path,
                    digest,
                    compiled.path,
                    hashlib.sha256(compiled.data).hexdigest(),
                    compiled.coverage,
                    verdict.fallback,
                    verdict.reason,
                    files=tuple(file.path for file in files),
                    private=source.is_private,
                    errors=sum(remark.severity is Severity.ERROR for remark in remarks),
                ),
            )
        )
    return Result(known.path, tuple(entries), files, tuple(left_out), tuple(unchanged), written, tuple(found))


def compiled_for(plan: Plan, source: Source, locale: str) -> tuple[Compiled, tuple[Finding, ...]]:
    """Compile for one locale; its findings have the severities of the project. Raises `InputError`.

    A locale that the project does not have is a pseudo-locale.
    """
    if locale not in plan.project.folders:
        return compile_article(source, pseudo_units(source, locale), plan.options[locale]), ()
    shown = plan.project.catalog(source.article.name, locale)
    units = read_units(plan.store, plan.project, source.article.name, locale)
    compiled = compile_article(source, units, plan.options[locale], shown)
    remarks = check_units.adjusted(compiled.findings, units, plan.severities)
    if compiled.drafts:  # `check` may not know that machine drafts are published this time
        where = where_of(plan.project, source, locale, plan.glossaries.get(locale))
        remarks += check_units.findings(live(source, units), where, plan.severities)
    return compiled, remarks


def _publish(plan: Plan, locale: str, compiled: Compiled, files: Iterable[Linked]) -> int:
    """Write the page and what lies next to it; say how many files changed."""
    store, project = plan.store, plan.project
    written = store.write(project.output(compiled.path, locale), compiled.data)
    return written + sum(store.link(project.original(file.path), project.output(file.path, locale)) for file in files)
