"""What becomes of one article in each of its languages? The part of `check` and of `build` that is spread."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from i18n.check import units as check_units
from i18n.compile import withheld
from i18n.errors import FileError
from i18n.extract.drafts import depends_on_day
from i18n.extract.source import Source
from i18n.manifest.manifest import Built
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.workflow import reading, rereading
from i18n.workflow.pages import Page, make_page
from i18n.workflow.publish import linking
from i18n.workflow.publish.copying import within
from i18n.workflow.publish.linked import linked_files
from i18n.workflow.publish.linking import Relinking
from i18n.workflow.publish.results import Item, Localized, Plan, Result
from i18n.workflow.publish.verdict import Verdict, judge
from i18n.workflow.publish.writing import finished, placed


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
    if plan.neighbours:
        options = plan.pages.options
        relinking = linking.relinking(plan.store, plan.pages.project, plan.neighbours, source, files, options)
        result = replace(result, leads=relinking.leads(options))
    pages = tuple(_localized(plan, item, source, result, relinking, locale) for locale in plan.pages.options)
    result = replace(result, locales=pages)
    return result if item.required else finished(plan, result)


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
    part = Localized(
        locale, checked, noted=page.noted, names=page.names, coverage=page.compiled.coverage, missing=missing
    )
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
        files=placed(project, result.files, part.locale),
        private=result.private,
        errors=sum(each.severity is Severity.ERROR for each in page.built),
    )
    return replace(part, entry=entry, page=compiled.data)
