"""Where do the links of pages lead, by what a project has and by what the last build left out?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from i18n.compile import relinking, routing
from i18n.compile.routing import Leads, Neighbours, Router
from i18n.extract.source import Source
from i18n.manifest.manifest import Manifest
from i18n.markdown.links import Form
from i18n.project import Project
from i18n.sites import linking
from i18n.store import Store
from i18n.workflow.publish.linked import Linked
from i18n.workflow.selection import Selection


def neighbours_of(
    project: Project, selection: Selection, hidden: Collection[str], before: Manifest | None
) -> Neighbours | None:
    """Say which articles links may lead to, and which of them have no page, as far as the last build tells.

    None where links are published as they are.
    """
    if project.build.links == "keep":
        return None
    pages = (known.path for known in selection.found.articles if not project.is_data(known.path))
    found = routing.neighbours(project, (path for path in pages if path not in hidden))
    if found.are_served:
        return found
    known = {locale: frozenset(paths) & found.articles for locale, paths in (before.left_out if before else ())}
    locales = {*project.locales, *selection.locales}
    return replace(found, left_out={locale: paths for locale, paths in known.items() if locale in locales and paths})


def router(
    store: Store,
    project: Project,
    neighbours: Neighbours,
    path: str,
    files: Iterable[Linked],
    locales: Collection[str],
) -> Router:
    """What finds where the links of an article lead on its pages in some languages, next to which some files lie."""
    placed = {(locale, file.path): _placed(project, file, locale) for file in files for locale in locales}
    return Router(project, neighbours, path, lambda name: store.is_file(name) or store.is_folder(name), placed)


def _placed(project: Project, file: Linked, locale: str) -> str:
    """Where a file lies that readers of a language see: where it is not copied they may have one of their own."""
    name, own = project.built(project.placement.file(file.path, locale), locale), dict(file.own).get(locale)
    if own is None or name != project.original(file.path):
        return name
    picks = linking.LINKING[project.build.layout].picks_files
    return name if picks else project.original(own)


def leads(found: Router, source: Source, locales: Iterable[str]) -> Leads:
    """Which articles an article leads to."""
    return found.leads(relinking.named(source), locales)


def relinked(data: bytes, source: Source, found: Router, locale: str) -> bytes:
    """A page with its links as they must be where it lies."""
    if found.is_idle and not found.neighbours.left_out.get(locale):
        return data
    known: dict[tuple[str, Form], str | None] = {}

    def lead(written: str, form: Form) -> str | None:
        key = written, form
        if key not in known:
            known[key] = found.lead(written, form, locale)
        return known[key]

    return relinking.relinked(data, source, lead, found.project.source_locale)
