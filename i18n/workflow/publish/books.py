"""How do the pages that were built become bundles for readers without a site?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeAlias

from i18n.bundle import epub, packing, web
from i18n.bundle.archive import Member, pack
from i18n.bundle.packing import Refusal
from i18n.bundle.page import Page, ordered
from i18n.compile import reached
from i18n.compile.reached import Page as Place
from i18n.manifest.manifest import Built, Locale
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.project.tables import BundleFormat
from i18n.store.environment import text_of
from i18n.workflow import reading
from i18n.workflow.publish import linking, rendering
from i18n.workflow.publish.bundles import Bundle, Plan, built_file, outdated
from i18n.workflow.publish.rendering import Drawn, Item
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

Read: TypeAlias = Callable[[str], bytes]
"""Reads a file by its place in the bundle."""


@dataclass(frozen=True, slots=True)
class _Volume:
    """What a bundle takes of a language."""

    locale: Locale
    entries: tuple[Built, ...]
    """Articles that are packed, as readers meet them."""
    names: Mapping[str, str]
    """Of their pages, by the path of the article."""
    files: Mapping[str, str]
    """SHA-256 of the files next to them, by path below the locale's folder."""
    withheld: tuple[tuple[str, str], ...]
    refusals: tuple[Refusal, ...]


def bind(
    session: Session,
    selection: Selection,
    plan: Plan,
    locales: Sequence[Locale],
    private: Collection[str],
    formats: Collection[BundleFormat],
) -> tuple[list[Bundle], tuple[Finding, ...]]:
    """Render the pages of some languages and pack them: a book a language, and one archive of HTML for all of them."""
    known = {each.path: each for each in selection.found.articles}
    volumes = [_volume(plan, locale, known) for locale in locales]
    binder = _Binder(session, selection, plan, known, private)
    made: list[Bundle] = []
    if "epub" in formats:
        made += [binder.book(volume) for volume in volumes]
    if "html" in formats and volumes:
        made.append(binder.site(volumes))
    return made, tuple(dict.fromkeys(binder.findings))


def _volume(plan: Plan, locale: Locale, known: Mapping[str, Known]) -> _Volume:
    contents = packing.contents(locale)
    packed = {
        entry.source: entry
        for entry in locale.articles
        if not entry.withheld and not plan.project.is_data(entry.source) and entry.source in known
    }
    names = {path: known[path].name for path in packed}
    by_name = {name: path for path, name in names.items()}
    used = {path for entry in packed.values() for path in entry.files}
    return _Volume(
        locale,
        tuple(packed[by_name[name]] for name in ordered(by_name)),
        names,
        {path: digest for path, digest in locale.files if path in used},
        tuple((entry.source, entry.withheld) for entry in contents.withheld),
        (*contents.refusals, *(each for entry in packed.values() if (each := outdated(plan, entry)))),
    )


class _Binder:
    """Renders and packs."""

    def __init__(
        self, session: Session, selection: Selection, plan: Plan, known: Mapping[str, Known], private: Collection[str]
    ) -> None:
        self._session, self._plan, self._known = session, plan, known
        self._project: Project = plan.project
        self._neighbours = linking.all_neighbours(session, self._project, selection, private)
        self.findings: list[Finding] = []

    def book(self, volume: _Volume) -> Bundle:
        """Pack a language as a book."""
        tag, direction = volume.locale.tag, volume.locale.direction
        pictures = sorted(path for path in volume.files if _ending(path) in epub.MEDIA)
        files = {(tag, path): f"f{at}{_ending(path)}" for at, path in enumerate(pictures, 1)}
        places = {(entry.source, tag): f"p{at}" for at, entry in enumerate(volume.entries, 1)}
        digests = {place: volume.files[path] for (_, path), place in files.items()}
        style, epoch = text_of("i18n.bundle", "reading.css"), self._plan.source_date_epoch

        def members(pages: Mapping[str, Sequence[Page]], read: Read) -> Iterator[Member]:
            return epub.members(self._project.name, tag, direction, pages[tag], digests, read, style, epoch)

        return self._packed(Bundle(tag, self._path(f"{tag}.epub")), [volume], places, files, epub.SUFFIX, members)

    def site(self, volumes: Sequence[_Volume]) -> Bundle:
        """Pack all languages as pages that lead to each other."""
        files = web.places({volume.locale.tag: volume.files for volume in volumes})
        style = text_of("i18n.bundle", "reading.css") + text_of("i18n.bundle", "web.css")
        languages = [web.Language(each.locale.tag, each.locale.name, each.locale.direction) for each in volumes]
        others = {
            (volume.locale.tag, volume.names[entry.source]): entry.alternates
            for volume in volumes
            for entry in volume.entries
        }

        def members(pages: Mapping[str, Sequence[Page]], read: Read) -> Iterator[Member]:
            placed = sorted({posixpath.normpath(f"{tag}/{place}") for (tag, _), place in files.items()})
            return web.members(self._project.name, languages, pages, others, placed, read, style)

        places = {(path, each.locale.tag): name for each in volumes for path, name in each.names.items()}
        whole = len(volumes) == len(self._project.locales)
        name = "html" if whole else f"html-{'-'.join(volume.locale.tag for volume in volumes)}"
        return self._packed(Bundle("", self._path(f"{name}.zip")), volumes, places, files, web.SUFFIX, members)

    def _path(self, name: str) -> str:
        return f"{self._project.bundle.path}/{name}"

    def _packed(
        self,
        made: Bundle,
        volumes: Sequence[_Volume],
        places: Mapping[tuple[str, str], str],
        files: Mapping[tuple[str, str], str],
        suffix: str,
        members: Callable[[Mapping[str, Sequence[Page]], Read], Iterator[Member]],
    ) -> Bundle:
        """Pack the pages of languages.

        Places begin in the folder of a language: of pages by article and language, of `files` by language and path.
        """
        drawn = self._drawn(volumes, places, files, suffix)
        refusals = [each for volume in volumes for each in volume.refusals]
        refusals += [each.refusal for held in drawn.values() for each in held if each.refusal]
        pages = {tag: [each.page for each in held if each.page] for tag, held in drawn.items()}
        inside = {tag: f"{tag}/" if len(volumes) > 1 or suffix == web.SUFFIX else "" for tag in pages}
        originals = {posixpath.normpath(f"{inside[tag]}{place}"): (tag, path) for (tag, path), place in files.items()}
        digests = {volume.locale.tag: volume.files for volume in volumes}

        def read(place: str) -> bytes:
            tag, path = originals[place]
            data, found = built_file(self._plan, tag, path, digests[tag][path], cleaned=True)
            refusals.extend([found] if found else [])
            return data

        def write(file: BinaryIO) -> bool:
            if not refusals and any(pages.values()):
                pack(file, members(pages, read), self._plan.source_date_epoch)
            return not refusals and any(pages.values())

        made = replace(made, withheld=tuple(dict.fromkeys(each for volume in volumes for each in volume.withheld)))
        filled = self._plan.store.fill(made.path, write)
        if filled is None:
            written = not refusals and self._plan.store.remove(made.path)
            return replace(made, refusals=tuple(dict.fromkeys(refusals)), written=written)
        counts = tuple(entry.coverage for volume in volumes for entry in volume.entries)
        return replace(
            made,
            articles=sum(map(len, pages.values())),
            files=len(originals),
            size=filled.size,
            counts=counts,
            written=filled.changed,
        )

    def _drawn(
        self,
        volumes: Sequence[_Volume],
        places: Mapping[tuple[str, str], str],
        files: Mapping[tuple[str, str], str],
        suffix: str,
    ) -> dict[str, list[Drawn]]:
        """Render the pages of languages, in their order."""
        session, project = self._session, self._project
        there = [
            (Place(entry.source, each.locale.tag), project.built(entry.output, each.locale.tag))
            for each in volumes
            for entry in each.entries
        ]
        reach = reached.reach(project, self._neighbours, there, rendering.There(session.store))
        plan = rendering.Plan(
            session.store,
            project,
            reading.rules(session, project),
            reading.ids(session, project),
            reach,
            {Place(*each): place for each, place in places.items()},
            {(tag, project.built(path, tag)): place for (tag, path), place in files.items()},
            suffix,
        )
        items = [
            Item(self._known[entry.source], each.locale.tag, entry.output, entry.output_sha256)
            for each in volumes
            for entry in each.entries
        ]
        held: dict[str, list[Drawn]] = {each.locale.tag: [] for each in volumes}
        for item, drawn in zip(items, session.map("Rendering", rendering.draw, plan, items), strict=True):
            held[item.locale].append(drawn)
            self.findings += drawn.findings
        return held


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].lower()
