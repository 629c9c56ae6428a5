"""What becomes of one article in each of its languages? The part of `check` and of `build` that is spread."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from i18n.check import units as check_units
from i18n.compile import withheld
from i18n.compile.routing import NO_LEADS, Leads, Neighbours
from i18n.errors import FileError
from i18n.extract.article import Rules
from i18n.extract.drafts import depends_on_day
from i18n.extract.source import Source
from i18n.manifest.manifest import Built
from i18n.model import Coverage, Finding, Severity
from i18n.project import Known, Project
from i18n.project.localized import Own
from i18n.store import Store
from i18n.workflow import reading, rereading, status
from i18n.workflow.pages import Page, PageContext, make_page
from i18n.workflow.publish import linking
from i18n.workflow.publish.copying import Copied, copy_all, within
from i18n.workflow.publish.linked import Linked, linked_files
from i18n.workflow.publish.linking import Relinking
from i18n.workflow.publish.owning import Owned
from i18n.workflow.publish.verdict import Verdict, judge


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    rules: Rules
    pages: PageContext
    withheld: frozenset[str] = frozenset()
    """Locales that are not published."""
    neighbours: Neighbours | None = None
    """The articles that links may lead to; None where links are published as they are, and where nothing is."""
    own: Own = field(default_factory=dict)
    """Files for readers of one language."""
    owned: Owned = field(default_factory=Owned)
    """What earlier builds wrote."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article, and what is to be done with its pages."""

    known: Known
    data: bytes | None = None
    """Its bytes, if somebody has read them already."""
    builds: bool = False
    """Its pages are published."""
    required: frozenset[str] = frozenset()
    """Locales that are published only with this article: with any, its pages are brought along, and not written yet."""
    before: Mapping[str, Built] = field(default_factory=dict)
    """Its entries in the manifest of the last build, by locale."""
    found: bytes | None = None
    """What was found in the article before, if that is remembered."""

    @property
    def size(self) -> int:
        """Bytes of the article."""
        return self.known.size

    @property
    def reference(self) -> str:
        """The article's path."""
        return self.known.reference


@dataclass(frozen=True, slots=True)
class Localized:
    """What came of an article in one locale."""

    locale: str
    checked: tuple[Finding, ...] = ()
    """What `check` says."""
    built: tuple[Finding, ...] = ()
    """What `build` says."""
    coverage: Coverage | None = None
    """None: its catalog, or the article, could not be read."""
    unchanged: bool = False
    """The last build's page stays, as a file could not be read or written."""
    entry: Built | None = None
    """None: nothing is published."""
    left_out: str = ""
    """Why nothing is published."""
    missing: str = ""
    """Why a language without this article would not be published, if it is required."""
    page: bytes | None = None
    """What is to be written yet."""
    written: int = 0
    """Files that changed."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one article."""

    path: str
    private: bool
    digest: str = ""
    """SHA-256 of its bytes, in hexadecimal; empty if it could not be read."""
    findings: tuple[Finding, ...] = ()
    """About the article itself."""
    linked: tuple[Finding, ...] = ()
    """About files that it uses and that are not published."""
    files: tuple[Linked, ...] = ()
    copies: tuple[Copied, ...] = ()
    """The files as they are published; empty until they are."""
    images: tuple[Finding, ...] = ()
    """About what stays in these, and in pictures that the article holds itself."""
    has_messages: bool = False
    locales: tuple[Localized, ...] = ()
    by_day: bool = False
    """Another day may make something else of it."""
    leads: Leads = NO_LEADS
    """Which articles its pages lead to."""

    @property
    def written(self) -> int:
        """Files that changed."""
        return sum(part.written for part in self.locales) + sum(file.written for file in self.copies)

    @property
    def row(self) -> status.Row | None:
        """How far it is in each locale; None if it has no messages."""
        counts = tuple((part.locale, part.coverage) for part in self.locales if part.coverage)
        return status.Row(self.path, self.private, counts) if self.has_messages else None

    @property
    def checked(self) -> tuple[Finding, ...]:
        """What `check` says, each thing once."""
        said = (*self.findings, *self.images, *(each for part in self.locales for each in part.checked))
        return tuple(dict.fromkeys(said))

    @property
    def built(self) -> tuple[Finding, ...]:
        """What `build` says, each thing once."""
        said = (*self.findings, *self.linked, *self.images, *(each for part in self.locales for each in part.built))
        return tuple(dict.fromkeys(said))


def make_pages(plan: Plan, item: Item) -> Result:
    """Compile one article in every language, and write what is to be published at once."""
    known, digest = item.known, ""
    try:
        data = plan.store.read(known.reference) if item.data is None else item.data
        digest = hashlib.sha256(data).hexdigest()
        source = rereading.source_of(known, data, plan.rules, item.found)
    except FileError as error:
        unread = tuple(_unread(plan, item, locale, error) for locale in plan.pages.options)
        return Result(known.path, known.private, digest, (reading.failure(error, known.path),), locales=unread)
    files, linked = linked_files(plan.store, plan.pages.project, known, source.extraction.files, plan.own)
    found = (*source.extraction.findings, *_links(plan, source), *_remarks(source))
    result = Result(
        known.path,
        source.is_private,
        digest,
        check_units.adjusted(found, {}, plan.pages.severities),
        linked,
        files,
        images=within(plan.pages.project, known.path, data.decode()),
        has_messages=bool(source.template),
        by_day=depends_on_day(data, known.path, plan.rules.drafts),
    )
    relinking = None
    if plan.neighbours and not source.is_data:
        options = plan.pages.options
        relinking = linking.relinking(plan.store, plan.pages.project, plan.neighbours, source, files, options)
        result = replace(result, leads=relinking.leads(options))
    pages = tuple(_localized(plan, item, source, result, relinking, locale) for locale in plan.pages.options)
    result = replace(result, locales=pages)
    return result if item.required else _finished(plan, result)


def _links(plan: Plan, source: Source) -> Iterator[Finding]:
    """Say where an article for readers leads to what is not for them; not where to, as reports are for others too."""
    article = source.article
    for line in withheld.lines(article.data, source, plan.pages.hidden) if not source.is_private else ():
        yield Finding(
            "private-link",
            Severity.WARNING,
            "A link leads to an article or a file that is private, or that the site generator holds back: pages have"
            " “#” instead. Take it out, or publish what it leads to.",
            article.reference,
            line,
            article=article.path,
        )


def _remarks(source: Source) -> Iterator[Finding]:
    """Say where an article for readers has comments for people."""
    article = source.article
    for line in source.remarks if not source.is_private else ():
        yield Finding(
            "published-comment",
            Severity.WARNING,
            'This comment is published in every language. Take it out, write it as a note ("<!-- i18n:note: … -->"), or'
            ' set [build] comments = "drop".',
            article.reference,
            line,
            article=article.path,
        )


def _builds(plan: Plan, item: Item, locale: str) -> bool:
    return item.builds and locale not in plan.withheld


def _unread(plan: Plan, item: Item, locale: str, error: FileError) -> Localized:
    """What comes of a page whose article or catalog cannot be read: the one that is there stays."""
    missing = error.message if locale in item.required and locale not in item.before else ""
    return Localized(locale, unchanged=_builds(plan, item, locale), missing=missing)


def _localized(
    plan: Plan, item: Item, source: Source, result: Result, relinking: Relinking | None, locale: str
) -> Localized:
    project, builds = plan.pages.project, _builds(plan, item, locale)
    name = project.catalog(item.known.name, locale) if locale in project.folders else ""
    try:
        page = make_page(plan.pages, source, locale, plan.store.read_if_there(name) if name else None)
    except FileError as error:
        error.path = error.path or name
        found = (reading.failure(error, item.known.path, locale),)
        return replace(_unread(plan, item, locale, error), checked=found, built=found if builds else ())
    before = item.before.get(locale)
    verdict = judge(page.compiled, locale, before, project, may_stay=_may_stay(plan, source, page, locale, before))
    old = _old_page(plan, source, locale, verdict)
    checked = (*page.checked, *old) if plan.pages.checks else ()
    missing = verdict.lack(page.compiled) if locale in item.required else ""
    part = Localized(locale, checked, coverage=page.compiled.coverage, missing=missing)
    if not builds:
        return part
    if relinking and verdict.published:
        data = relinking.relinked(page.compiled.data, locale)
        page = replace(page, compiled=replace(page.compiled, data=data))
    return _published(project, before, result, page, verdict, replace(part, built=(*page.built, *old)))


def _may_stay(plan: Plan, source: Source, page: Page, locale: str, before: Built | None) -> bool:
    """Whether the last build's page is wanted and there, and says nothing that is not, or was not then, for readers."""
    if before is None or page.compiled.fallback != "last-good" or source.is_private or before.private:
        return False
    old = plan.store.read_if_there(plan.pages.project.built(before.output, locale))
    return old is not None and not withheld.lines(old, source, plan.pages.hidden)


def _old_page(plan: Plan, source: Source, locale: str, verdict: Verdict) -> tuple[Finding, ...]:
    """Say that the page of an earlier build stays."""
    if not verdict.keeps_earlier:
        return ()
    text = (
        f"The page of {source.article.path} stays as it was when it was last complete, and may say what the article no "
        f"longer says. In a new one {verdict.reason}."
    )
    article, project = source.article, plan.pages.project
    name = project.catalog(article.name, locale) if locale in project.folders else article.reference
    found = Finding("old-page", Severity.WARNING, text, name, 0, locale, article.path)
    return check_units.adjusted((found,), {}, plan.pages.severities)


def _published(
    project: Project, before: Built | None, result: Result, page: Page, verdict: Verdict, part: Localized
) -> Localized:
    """What is published, as decided."""
    compiled = page.compiled
    if not verdict.published:
        return replace(part, left_out=verdict.reason)
    if verdict.keeps_earlier and before:
        kept = replace(before, source_sha256=result.digest, fallback="last-good", reason=verdict.reason)
        return replace(part, entry=kept)
    entry = Built(
        result.path,
        result.digest,
        project.page(compiled.path, part.locale),
        hashlib.sha256(compiled.data).hexdigest(),
        compiled.coverage,
        verdict.fallback,
        verdict.reason,
        files=_placed(project, result.files, part.locale),
        private=result.private,
        errors=sum(each.severity is Severity.ERROR for each in page.built),
    )
    return replace(part, entry=entry, page=compiled.data)


def _placed(project: Project, files: Iterable[Linked | Copied], locale: str) -> tuple[str, ...]:
    """Where files lie for the page of a language, as the manifest has it; not those that already lie there."""
    found = {project.placement.file(file.path, locale): file.path for file in files}
    return tuple(sorted(at for at, path in found.items() if project.built(at, locale) != project.original(path)))


def released(plan: Plan, result: Result) -> Result:
    """Write the pages that had to wait until it was known which locales are withheld."""
    locales = tuple(_withheld(part) if part.locale in plan.withheld else part for part in result.locales)
    return _finished(plan, replace(result, locales=locales))


def _withheld(part: Localized) -> Localized:
    """What is left of a page that is not published: what is said of it, and what of it could not be read."""
    return Localized(part.locale, part.checked, part.built if part.unchanged else (), part.coverage)


def _finished(plan: Plan, result: Result) -> Result:
    """Write the pages that are to be written, and put next to them the files that the article uses."""
    project = plan.pages.project

    def users(path: str) -> list[str]:
        return [
            part.locale
            for part in result.locales
            if part.entry and project.placement.file(path, part.locale) in part.entry.files
        ]

    copies, unread = copy_all(plan.store, project, result.path, result.files, users, plan.owned)
    said = (*result.images, *(each for file in copies for each in file.findings))
    images = check_units.adjusted(said, {}, plan.pages.severities)
    result = replace(result, linked=(*result.linked, *unread), copies=copies, images=images)
    return replace(result, locales=tuple(_written(plan, result, part) for part in result.locales))


def _written(plan: Plan, result: Result, part: Localized) -> Localized:
    """Write a page, if there is one to be written, next to which its files lie now."""
    failures = [error for file in result.copies for locale, error in file.failures if locale == part.locale]
    if failures:
        return _unwritten(part, result, failures[0])
    if part.page is None or part.entry is None:
        return part
    entry = replace(
        part.entry,
        files=_placed(plan.pages.project, result.copies, part.locale),
        errors=part.entry.errors + sum(finding.severity is Severity.ERROR for finding in result.images),
    )
    name = plan.pages.project.built(entry.output, part.locale)
    try:
        plan.owned.make_way(plan.store, name, part.page)
        changed = plan.store.write(name, part.page)
    except FileError as error:
        return _unwritten(part, result, error)
    return replace(part, entry=entry, page=None, written=changed)


def _unwritten(part: Localized, result: Result, error: FileError) -> Localized:
    """Leave what the last build published, as a page or a file of it cannot be written."""
    found = reading.failure(error, result.path, part.locale)
    return replace(part, entry=None, page=None, unchanged=True, built=(*part.built, found))
