"""What do readers without a site see of the pages that were built?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit, urlunsplit

from i18n import sites
from i18n.bundle import packing
from i18n.bundle.packing import Refusal
from i18n.bundle.page import Page
from i18n.compile.reached import Page as Place
from i18n.compile.reached import Reach
from i18n.compile.relinking import path_of
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.markdown.links import Form
from i18n.model import Finding, Severity
from i18n.project import Known, Project
from i18n.render import Options, Remark, of_translation, render
from i18n.render.links import Use, is_remote
from i18n.sites.ids import Ids
from i18n.store import Store
from i18n.words.hosts import scheme

_SAID = {
    "remote-picture": "The picture {} lies on another machine: it is left out, as a bundle loads nothing from there.",
    "missing-picture": "The picture {} is not in the bundle: it is left out.",
    "dropped-link": "The link to {} leads to nothing in the bundle: its words stay.",
    "unknown-construct": "What {} shows on the site is not known here: readers of the bundle see it as a box.",
}


@dataclass(frozen=True, slots=True)
class There:
    """Tells of a file or a folder of the project."""

    store: Store

    def __call__(self, name: str) -> bool:
        """Tell whether there is one of that name."""
        return self.store.is_file(name) or self.store.is_folder(name)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    ids: Ids
    reach: Reach
    places: Mapping[Place, str]
    """Pages that are packed, each with its place below the folder of its language, without what it ends in."""
    files: Mapping[tuple[str, str], str]
    """Where files lie that are packed, from the folder of a language, by this and the name below the root."""
    suffix: str
    """How the names of pages end."""


@dataclass(frozen=True, slots=True)
class Item:
    """A page to render."""

    known: Known
    locale: str
    output: str
    """Below the locale's folder."""
    digest: str
    """SHA-256, as it was built."""

    @property
    def reference(self) -> str:
        """The article."""
        return self.known.reference

    @property
    def size(self) -> int:
        """As far as anybody knows."""
        return 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page that was rendered, or why that could not be."""

    page: Page | None
    refusal: Refusal | None = None
    findings: tuple[Finding, ...] = ()


def draw(plan: Plan, item: Item) -> Drawn:
    """Render a page as it was built."""
    name = plan.project.built(item.output, item.locale)
    data = plan.store.read_if_there(name)
    refusal = packing.stale(item.output, item.digest, data)
    if refusal or data is None:
        return Drawn(None, refusal)
    try:
        page = _source(plan, item.known, data)
        source = _source(plan, item.known, plan.store.read(item.known.reference))
    except InputError as error:
        return Drawn(None, Refusal(item.output, f"It cannot be read: {error.message}.", error.hint))
    options = Options(
        locale=item.locale,
        resolve=partial(_resolved, plan, Place(item.known.path, item.locale), posixpath.dirname(name)),
        ids=plan.ids if page.dialect.name == plan.rules.dialect else sites.ids_of(page.dialect.name),
        details=False,
    )
    # No reader asks for the others by their ids.
    foreign = [each for each in of_translation(source, page, plan.project.source_locale) if each.locale]
    drawn = render(page, foreign, options)
    title = drawn.title or posixpath.basename(item.known.name)
    place = plan.places[Place(item.known.path, item.locale)]
    made = Page(item.known.name, place, title, drawn.header, drawn.body)
    return Drawn(made, findings=tuple(_findings(drawn.remarks, page, name, item)))


def _source(plan: Plan, known: Known, data: bytes) -> Source:
    from i18n.workflow.reading import source_of

    return source_of(known, data, plan.rules)


def _resolved(plan: Plan, page: Place, folder: str, target: str, use: Use) -> str | None:
    """Where a target of a page lies in the bundle, from the page; None for what is not in it."""
    if target.startswith("data:" if use == "image" else "#"):
        return target
    if is_remote(target) or scheme(target):
        return _elsewhere(target) if use == "link" else None
    found = path_of(target, Form.MARKDOWN)
    if found is None:
        return None
    here = posixpath.dirname(plan.places[page])
    reached = plan.reach.reached(page, found.text, Form.MARKDOWN) if use == "link" else None
    if isinstance(reached, Place):
        there = plan.places.get(reached)
        fragment = found.rest[found.rest.index("#") :] if "#" in found.rest else ""
        return None if there is None else f"{posixpath.relpath(there, here or '.')}{plan.suffix}{fragment}"
    file = plan.files.get((page.locale, _named(plan, folder, found.text)))
    return None if file is None else posixpath.relpath(file, here or ".")


def _elsewhere(target: str) -> str | None:
    """An address of another machine as every program reads it; None where they would disagree which machine that is."""
    if scheme(target) and scheme(target) not in ("http", "https"):
        return target
    try:
        parts = urlsplit(target)
        name = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return None
    if not name or "@" in parts.netloc or not all(letter.isalnum() or letter in ".-" for letter in name):
        return None
    return urlunsplit(parts._replace(scheme=parts.scheme or "https", netloc=f"{name}{port}"))


def _named(plan: Plan, folder: str, written: str) -> str:
    """The name below the project's root of the file that a page's path means."""
    if written.startswith("/"):
        return posixpath.join(plan.project.source.base, written.lstrip("/"))
    return posixpath.normpath(posixpath.join(folder, written))


def _findings(remarks: Iterable[Remark], page: Source, name: str, item: Item) -> Iterator[Finding]:
    data = page.article.data
    for remark in dict.fromkeys(remarks):
        line = data.count(b"\n", 0, remark.start) + 1
        said = _SAID[remark.rule].format(f"“{remark.said}”")
        yield Finding(remark.rule, Severity.WARNING, said, name, line, item.locale, item.known.path)
