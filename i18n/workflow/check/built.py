"""Do the links of what lies in `dist/`, or in the generator's tree, lead somewhere?"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from i18n import sites
from i18n.check import units as check_units
from i18n.check.settings import Settings
from i18n.compile import places, reached
from i18n.compile.reached import Page, Reach
from i18n.compile.relinking import path_of
from i18n.errors import FileError, InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.markdown.links import Form, links
from i18n.model import Finding, Key, Severity, Unit
from i18n.project import Known, Project
from i18n.sites.ids import Ids
from i18n.store import Store
from i18n.workflow import reading
from i18n.workflow.catalogs import live_units
from i18n.workflow.check.check import Checked
from i18n.workflow.publish import linking
from i18n.workflow.publish.bundle import read_manifest
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.severities import settings_of
from i18n.workflow.withheld import withheld_of


class Link(NamedTuple):
    """A link of a page."""

    address: str
    """As it is written."""
    path: str
    """Percent-decoded; empty for a place of its own page."""
    fragment: str
    """Percent-decoded."""
    form: Form


@dataclass(frozen=True, slots=True)
class Read:
    """What a page, or an article, has."""

    links: tuple[Link, ...] = ()
    places: frozenset[str] = frozenset()
    """What its own fragments and those of other pages may name."""


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    project: Project
    rules: Rules
    ids: Ids
    names: Mapping[str, tuple[tuple[str, str], ...]]
    """By the path of an article, locale and name of its pages."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """An article and its pages, read."""

    path: str
    read: Mapping[str, Read] = field(default_factory=dict)
    """By locale; that of the article itself is empty."""
    findings: tuple[Finding, ...] = ()


def check_built(session: Session, project: Project, selection: Selection) -> Checked:
    """Follow the links of the pages that the last build made of the selected articles.

    Private ones are looked at if they were named. Raises `ConfigurationError` where nothing is built, and `InputError`.
    """
    store, hidden = session.store, withheld_of(session, project, selection)
    made = [
        (Page(entry.source, locale.tag), project.built(entry.output, locale.tag), entry.private)
        for locale in read_manifest(store, project).locales
        for entry in locale.articles
    ]
    there = [(page, name) for page, name, _ in made if store.is_file(name)]
    kept_back = ({page.path for page, _, private in made if private} | hidden.paths) - selection.named
    articles = [known for known in selection.articles if known.path not in kept_back]
    found = linking.all_neighbours(session, project, selection, hidden.paths - selection.named)
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    for page, name in there:
        names[page.path] = (*names.get(page.path, ()), (page.locale, name))
    plan = _Plan(store, project, reading.rules(session, project), reading.ids(session, project), names)
    reach = reached.reach(project, found, there, lambda name: store.is_file(name) or store.is_folder(name))
    pages = list(
        session.map("Following links", _read, plan, [each for each in articles if each.path in found.articles])
    )
    walk = _Walk(plan, reach, {known.path: known for known in selection.found.articles}, pages)
    settings = settings_of(project)
    said = (walk.findings(each, locale, settings) for each in pages for locale in selection.locales)
    findings = (*(one for each in pages for one in each.findings), *(one for each in said for one in each))
    return Checked(tuple(dict.fromkeys(findings)), len(articles), hidden.paths, (), {})


def _read(plan: _Plan, known: Known) -> _Pages:
    """Read an article and its pages."""
    read: dict[str, Read] = {}
    findings: list[Finding] = []
    for locale, name in (("", known.reference), *plan.names.get(known.path, ())):
        try:
            read[locale] = _page(plan, known, name)
        except FileError as error:
            error.path = error.path or name
            findings.append(reading.failure(error, known.path, locale or None))
    return _Pages(known.path, read, tuple(findings))


def _page(plan: _Plan, known: Known, name: str) -> Read:
    page = reading.source_of(known, plan.store.read(name), plan.rules)
    ids = plan.ids if page.dialect.name == plan.rules.dialect else sites.ids_of(page.dialect.name)
    return Read(tuple(dict.fromkeys(_links(page))), places.places(page, ids))


def _links(page: Source) -> Iterator[Link]:
    for span, form in links(page.parts):
        address = span.of(page.parts.data).decode(errors="replace")
        if any(code in address for code in ("{{", "{%", "${")):
            continue
        if address.startswith("#"):
            yield Link(address, "", unquote(html.unescape(address[1:])), form)
        elif path := path_of(address, form):
            yield Link(address, path.text, unquote(html.unescape(path.rest).partition("#")[2]), form)


class _Walk:
    """Follows links from page to page."""

    def __init__(self, plan: _Plan, reach: Reach, known: Mapping[str, Known], pages: Sequence[_Pages]) -> None:
        self._plan = plan
        self._reach = reach
        self._known = known
        self._read = {Page(each.path, locale): read for each in pages for locale, read in each.read.items()}

    def findings(self, pages: _Pages, locale: str, settings: Settings) -> tuple[Finding, ...]:
        """Say which links of a page lead nowhere, and at which line of the catalog or the article."""
        page = Page(pages.path, locale)
        if page not in self._read:
            return ()
        broken = [(link, wrong) for link in self._read[page].links if (wrong := self._wrong(page, link))]
        units = self._units(page) if broken else {}
        found = [each for link, wrong in broken if (each := self._finding(page, link, wrong, units))]
        return check_units.adjusted(found, {}, settings)

    def _wrong(self, page: Page, link: Link) -> str:
        """What is wrong with a link, as the end of a sentence; empty if it leads somewhere."""
        to = self._reach.reached(page, link.path, link.form)
        if to is None:
            return "leads to no page and no file"
        if link.fragment and isinstance(to, Page) and not places.is_there(link.fragment, self._places(to)):
            return f"leads to a page without a place “#{link.fragment}”"
        return ""

    def _places(self, page: Page) -> frozenset[str]:
        if page not in self._read:
            try:
                self._read[page] = _page(self._plan, self._known[page.path], self._reach.pages[page])
            except FileError:
                return frozenset()
        return self._read[page].places

    def _finding(self, page: Page, link: Link, wrong: str, units: Mapping[Key, Unit]) -> Finding | None:
        article = self._known[page.path]
        own = Page(page.path, "")
        source = (
            next((each for each in self._read[own].links if _is_same(each, link)), None) if own in self._read else None
        )
        leads = source is not None and not self._wrong(own, source)
        if not leads and link.form is Form.PLAIN:
            return None  # it may be anything
        if source is not None and not leads:
            text = f"The link “{source.address}” {self._wrong(own, source)}, in the article too."
            line = self._line(article, [source.address])
            return Finding("built-link", Severity.WARNING, text, article.reference, line, article=article.path)
        text = f"On the page in {page.locale} the link “{link.address}” {wrong}."
        place = self._place(page, units, [each.address for each in (link, source) if each])
        return Finding("built-link", Severity.ERROR, text, *place[:2], page.locale, article.path, *place[2:])

    def _catalog(self, page: Page) -> str:
        project = self._plan.project
        return project.catalog(self._known[page.path].name, page.locale) if page.locale in project.folders else ""

    def _units(self, page: Page) -> Mapping[Key, Unit]:
        """The messages of the article in the language; none where they cannot be read."""
        name = self._catalog(page)
        try:
            return live_units(self._plan.store.read_if_there(name) if name else None, name)
        except InputError:
            return {}

    def _place(self, page: Page, units: Mapping[Key, Unit], wanted: Sequence[str]) -> tuple[str, int, str | None, str]:
        """The message that has one of some addresses, by file and line; the article's line without one."""
        article = self._known[page.path]
        for unit in units.values():
            if any(address in unit.msgstr for address in wanted):
                return self._catalog(page), unit.line, unit.msgctxt, unit.msgid
        return article.reference, self._line(article, wanted), None, ""

    def _line(self, article: Known, wanted: Sequence[str]) -> int:
        """The line of an article that has one of some addresses; 0 where none is found."""
        try:
            data = self._plan.store.read(article.reference)
        except FileError:
            return 0
        at = next((at for address in wanted if (at := data.find(address.encode())) >= 0), -1)
        return 1 + data.count(b"\n", 0, at) if at >= 0 else 0


def _is_same(one: Link, other: Link) -> bool:
    """Whether a link of an article is that of its page, whose way may have changed and not its end."""
    ends = (one.path.rstrip("/").rpartition("/")[2], other.path.rstrip("/").rpartition("/")[2])
    return one.address == other.address or (one.fragment == other.fragment and ends[0] == ends[1])
