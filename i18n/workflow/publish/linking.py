"""Where do the links of pages lead, by what a project has and by what the last build left out?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from i18n.compile import neighbours
from i18n.compile.neighbours import Leads, Neighbours
from i18n.compile.relinking import Relinker
from i18n.compile.routing import Router
from i18n.extract.source import Source
from i18n.manifest.manifest import Manifest
from i18n.project import Project
from i18n.sites.linking import linking
from i18n.store import Store
from i18n.workflow.addresses import own_addresses
from i18n.workflow.publish.linked import Linked
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


def all_neighbours(session: Session, project: Project, selection: Selection, hidden: Collection[str]) -> Neighbours:
    """Say which articles links may lead to, as if each had its pages."""
    articles = [known for known in selection.found.articles if not project.is_data(known.path)]
    public = [known for known in articles if known.path not in hidden]
    own = own_addresses(session, project, public)
    return neighbours.neighbours(project, (known.path for known in public), own)


def neighbours_of(
    session: Session, project: Project, selection: Selection, hidden: Collection[str], before: Manifest | None
) -> Neighbours | None:
    """Say which articles links may lead to, and which of them have no page, as far as the last build tells.

    None where links are published as they are.
    """
    if project.build.links == "keep":
        return None
    found = all_neighbours(session, project, selection, hidden)
    if found.are_served:
        return found
    known = {locale: frozenset(paths) & found.articles for locale, paths in (before.left_out if before else ())}
    locales = {*project.locales, *selection.locales}
    return replace(found, left_out={locale: paths for locale, paths in known.items() if locale in locales and paths})


def relinking(
    store: Store,
    project: Project,
    neighbours: Neighbours,
    source: Source,
    files: Iterable[Linked],
    locales: Collection[str],
) -> Relinking:
    """What writes the links of an article's pages in some languages, next to which some files lie."""
    placed = {(locale, file.path): _placed(project, file, locale) for file in files for locale in locales}
    path = source.article.path
    router = Router(project, neighbours, path, lambda name: store.is_file(name) or store.is_folder(name), placed)
    return Relinking(router, Relinker(source, project.source_locale))


def _placed(project: Project, file: Linked, locale: str) -> str:
    """Where a file lies that readers of a language see: where it is not copied they may have one of their own."""
    name, own = project.built(project.placement.file(file.path, locale), locale), dict(file.own).get(locale)
    if own is None or name != project.original(file.path):
        return name
    return name if linking(project).picks_files else project.original(own)


@dataclass(frozen=True, slots=True)
class Relinking:
    """Writes the links of one article's pages."""

    router: Router
    relinker: Relinker

    def leads(self, locales: Iterable[str]) -> Leads:
        """Say which articles the article leads to."""
        return self.router.leads(self.relinker.named, locales)

    def relinked(self, data: bytes, locale: str) -> bytes:
        """A page with its links as they must be where it lies."""
        if self.router.is_idle and not self.router.neighbours.left_out.get(locale):
            return data
        return self.relinker.relinked(data, lambda written, form: self.router.lead(written, form, locale))
