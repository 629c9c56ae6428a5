"""Which articles are there for links to lead to, and to which of them does an article lead?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from i18n.project import Project
from i18n.project.placement import upwards
from i18n.sites.linking import address, addressed, linking


@dataclass(frozen=True, slots=True)
class Leads:
    """Which articles an article leads to."""

    there: tuple[str, ...] = ()
    """Paths, sorted."""
    absent: tuple[str, ...] = ()
    """Of articles that are not there: paths, or addresses with a slash before them."""
    left: tuple[tuple[str, str], ...] = ()
    """Those that have no page, each with the locale."""


NO_LEADS = Leads()


class Rooted(NamedTuple):
    """An address from the root of a server, as it is written."""

    base: str
    """The path of the site's address, if it begins with that."""
    path: str
    """The rest, with a slash before it, and without the language of the source."""


NOTHING_OWN: Mapping[str, str] = MappingProxyType({})
"""No article says its address itself."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles that links may lead to."""

    articles: frozenset[str]
    """Paths below the source folder; private ones are not among them."""
    addresses: Mapping[str, str]
    """Path by address, as `sites.linking` says it."""
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By locale, paths of those that have no page in it."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Address by path, of those that say it themselves."""
    are_served: bool = False
    """The generator shows the source's page wherever one is missing, so that nothing hangs on that."""
    folders: frozenset[str] = frozenset()
    """Paths of the folders that hold articles, at any depth."""

    @property
    def listed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Those that are left out, by locale, in order."""
        return tuple((locale, tuple(sorted(paths))) for locale, paths in sorted(self.left_out.items()))

    def left(self, path: str, locale: str) -> bool:
        """Tell whether an article has no page in a language."""
        return path in self.left_out.get(locale, ())

    def rooted(self, written: str, project: Project) -> Rooted:
        """Take an address from the root of a server apart; what is an article's address as it stands is that."""
        base, language = project.placement.base, project.source_locale
        found = Rooted("", written)
        if base and f"{written}/".startswith(f"{base}/") and address(written) not in self.addresses:
            found = Rooted(base, written.removeprefix(base) or "/")
        at = address(found.path)
        if at not in self.addresses and at.partition("/")[0] == language.casefold():
            found = found._replace(path="/" + found.path.lstrip("/").partition("/")[2])
        return found

    def stands(self, leads: Leads, locales: Iterable[str]) -> bool:
        """Tell whether an article would be found to lead where it was found to lead."""
        if any((each[1:] in self.addresses) if each[:1] == "/" else each in self.articles for each in leads.absent):
            return False
        return self.articles.issuperset(leads.there) and self.away(leads.there, locales) == leads.left

    def away(self, paths: Iterable[str], locales: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Name the articles among some that have no page, each with the locale."""
        locales = [locale for locale in locales if self.left_out.get(locale)]
        return tuple((locale, path) for locale in locales for path in paths if self.left(path, locale))


def neighbours(project: Project, articles: Iterable[str], own: Mapping[str, str] = NOTHING_OWN) -> Neighbours:
    """The articles of a project, none of which is left out; `own` are addresses that some say themselves, by path."""
    placement = project.placement
    paths = sorted(articles)
    at = {path: addressed(placement.inner(path), own[path], project.build.layout) for path in paths if path in own}
    by_address: dict[str, str] = {}
    for path in paths:
        by_address.setdefault(at.get(path) or address(placement.inner(path)), path)
    served = placement.serves_source and not linking(project).exact
    folders = frozenset(above for path in paths for above in upwards(posixpath.dirname(path)))
    return Neighbours(frozenset(paths), by_address, own=at, are_served=served, folders=folders)
