"""How do the pages of one article, and the files next to them, get to where readers look for them?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from i18n.check import units as check_units
from i18n.errors import FileError
from i18n.model import Severity
from i18n.project import Project
from i18n.workflow import reading
from i18n.workflow.publish.copying import Copied, copy_all
from i18n.workflow.publish.linked import Linked
from i18n.workflow.publish.results import Localized, Plan, Result


def placed(project: Project, files: Iterable[Linked | Copied], locale: str) -> tuple[str, ...]:
    """Where files lie for the page of a language, as the manifest has it; not those that already lie there."""
    found = {project.placement.file(file.path, locale): file.path for file in files}
    return tuple(sorted(at for at, path in found.items() if project.built(at, locale) != project.original(path)))


def released(plan: Plan, result: Result) -> Result:
    """Write the pages that had to wait until it was known which locales are withheld."""
    locales = tuple(_withheld(part) if part.locale in plan.withheld else part for part in result.locales)
    return finished(plan, replace(result, locales=locales))


def _withheld(part: Localized) -> Localized:
    """What is left of a page that is not published: what is said of it, and what of it could not be read."""
    return Localized(part.locale, part.checked, part.built if part.unchanged else (), part.coverage)


def finished(plan: Plan, result: Result) -> Result:
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
        files=placed(plan.pages.project, result.copies, part.locale),
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
