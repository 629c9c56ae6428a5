"""What does a link of a page reach where the page lies: a page, a file, or nothing?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from i18n.compile.neighbours import Neighbours
from i18n.compile.routing import Router
from i18n.markdown.links import Form
from i18n.project import Project
from i18n.sites.linking import Linking, address, linking


class Page(NamedTuple):
    """A page that is there."""

    path: str
    """Of its article, below the source folder."""
    locale: str
    """Empty for the source's own."""


class Elsewhere(NamedTuple):
    """Something that is there, or of which nobody can tell."""


ELSEWHERE = Elsewhere()


@dataclass(frozen=True, slots=True)
class Reach:
    """Finds what links reach in what is built."""

    project: Project
    neighbours: Neighbours
    pages: Mapping[Page, str]
    """Name of every page that is there, relative to the project's root, those of the source among them."""
    places: Mapping[str, Page]
    """The page by the name of its file, or of the one that it would have."""
    is_there: Callable[[str], bool]
    """Tells of a file or a folder, by its name relative to the project's root."""

    def reached(self, page: Page, written: str, form: Form) -> Page | Elsewhere | None:
        """What a path reaches from a page; None for nothing."""
        if not written:
            return page
        router = Router(self.project, self.neighbours, page.path, self.is_there)
        if form is Form.REFERENCE:
            return self._page(router.article(written, form), page.locale)
        if form in (Form.FILE, Form.POST):
            there = (self._file(name, page.locale) for name in router.looked_up(written, form))
            return next((each for each in there if each is not None), None)
        if written.startswith("@/"):
            return self._file(posixpath.normpath(posixpath.join(self.project.source.base, written[2:])), "")
        if written.startswith("/"):
            return self._from_root(written, page.locale)
        return self._relative(page, written, router.address(page.path))

    def _page(self, path: str, locale: str) -> Page | None:
        """The page of an article in a language, or the one that its generator shows there."""
        if path not in self.neighbours.articles:
            return None
        if Page(path, locale) in self.pages:
            return Page(path, locale)
        return Page(path, "") if self.project.placement.serves_source else None

    def _file(self, name: str, locale: str) -> Page | Elsewhere | None:
        """A page or a file by its name."""
        found = self.places.get(name)
        if found is None:
            return ELSEWHERE if self.is_there(name) else None
        if found in self.pages and not (locale and not found.locale and self._by.by_name):
            return found
        if found.locale or self._by.by_address:
            return self._page(found.path, found.locale or locale)
        return self._page(found.path, locale) or found  # the file itself is in the same tree

    def _from_root(self, written: str, locale: str) -> Page | Elsewhere | None:
        """A page by its address; what nobody knows may be made by the generator."""
        placement = self.project.placement
        rooted = self.neighbours.rooted(written, self.project)
        at = address(rooted.path)
        first, _, rest = at.partition("/")
        for other in self.project.locales:
            if first == placement.prefix(other).casefold() and rest in self.neighbours.addresses:
                return self._page(self.neighbours.addresses[rest], other)
        path = self.neighbours.addresses.get(at, "")
        if not path:
            return ELSEWHERE
        is_found = not self._by.prefixed or (self._by.finds_articles and placement.base != rooted.base)
        return (self._page(path, locale) if is_found else None) or Page(path, "")

    def _relative(self, page: Page, written: str, here: str) -> Page | Elsewhere | None:
        """What a path reaches from a page whose article's address is `here`."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(self.pages[page]), written))
        found = self._file(name, page.locale)
        if found is not None or name in self.places:
            return found
        # By the address of the page, with a slash at its end and without.
        prefix = f"/{self.project.placement.prefix(page.locale)}" if page.locale else ""
        for base in (here, posixpath.dirname(here)):
            at = posixpath.normpath(f"{prefix}/{base}/{written}")
            reached = self._from_root(at, page.locale)
            if reached is not ELSEWHERE:
                return reached
        return None

    @property
    def _by(self) -> Linking:
        return linking(self.project)


def reach(
    project: Project, neighbours: Neighbours, built: Iterable[tuple[Page, str]], is_there: Callable[[str], bool]
) -> Reach:
    """What finds what links reach, by the pages that are built, each with the name of its file."""
    pages = {Page(path, ""): project.original(path) for path in neighbours.articles} | dict(built)
    would_be = {
        project.output(path, locale): Page(path, locale) for path in neighbours.articles for locale in project.locales
    }
    return Reach(project, neighbours, pages, would_be | {name: page for page, name in pages.items()}, is_there)
