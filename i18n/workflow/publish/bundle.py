"""How does what was built become one archive a language, and what stays out of it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from i18n.bundle import archive, epub, packing
from i18n.bundle.archive import pack, with_manifest
from i18n.bundle.packing import Refusal
from i18n.errors import ConfigurationError
from i18n.manifest.manifest import Built, Locale, Manifest, parse
from i18n.model import Finding
from i18n.project import Project
from i18n.project.tables import BundleFormat
from i18n.store import Store
from i18n.workflow.publish import manifest_builder
from i18n.workflow.publish.bundles import Bundle, Bundled, Plan, built_file, outdated
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

_LANGUAGE_OF = {"zip": archive.language_of, "epub": epub.language_of}


@dataclass(frozen=True, slots=True)
class _Item:
    """A locale to pack."""

    locale: Locale
    size: int

    @property
    def reference(self) -> str:
        """The locale's tag."""
        return self.locale.tag


def bundle_all(
    session: Session,
    project: Project,
    selection: Selection,
    errors: Collection[tuple[str, str]],
    digests: Mapping[str, str],
    private: Collection[str],
    formats: Collection[BundleFormat],
) -> Bundled:
    """Pack each of the locales that was built, in some formats.

    `errors`: article path and locale of every pair that has a finding of severity error now; they stay out, like
    `private` articles, by their paths. What is not as the build left it, or was built of another source, is refused:
    then the locale's earlier archive stays. `digests`: SHA-256 of articles that were just read, by path; the others are
    read. Raises `ConfigurationError` when nothing was built, `InputError`, `StorageError`.
    """
    with session.writing_outputs(project):
        built = read_manifest(session.store, project)
        chosen = [_marked(locale, errors, private) for locale in built.locales if locale.tag in selection.locales]
        plan = Plan(session.store, project, session.source_date_epoch, digests)
        made: list[Bundle] = []
        findings: tuple[Finding, ...] = ()
        if "zip" in formats:
            items = [_Item(locale, _size(session.store, project, locale)) for locale in chosen]
            made += session.map("Packing", _bundle_one, plan, items)
        if rendered := [form for form in formats if form != "zip"]:
            from i18n.workflow.publish import books

            more, findings = books.bind(session, selection, plan, chosen, private, rendered)
            made += more
        stale = _stale(session.store, project, {locale.tag for locale in built.locales}, selection.locales)
        removed = tuple(name for name in stale if session.store.remove(name))
        held = (entry.source for locale in chosen for entry in locale.articles if entry.private)
        return Bundled(tuple(made), removed, findings, frozenset((*private, *held)))


def _stale(store: Store, project: Project, built: Collection[str], chosen: Collection[str]) -> list[str]:
    """Archives of ours in languages that were not built, save those that were not asked for this time."""
    found = []
    for name in store.files(project.bundle.path).names:
        locale, _, kind = name.removeprefix(f"{project.bundle.path}/").rpartition(".")
        asked = locale in chosen or locale not in project.locales
        if kind in _LANGUAGE_OF and "/" not in locale and locale not in built and asked:
            found += [name] if _LANGUAGE_OF[kind](store.read(name)) == locale else []
    return found


def read_manifest(store: Store, project: Project) -> Manifest:
    """Read what the last build says it made. Raises `ConfigurationError` where there was none, and `InputError`."""
    name = manifest_builder.manifest_path(project)
    data = store.read_if_there(name)
    if data is None:
        place = f"in {project.build.path}/" if project.build.path != "." else "in the project's root"
        raise ConfigurationError(f"Nothing is built yet {place}.", "Run `i18n build` first.")
    return parse(data, name)


def _marked(locale: Locale, errors: Collection[tuple[str, str]], private: Collection[str]) -> Locale:
    """Note in the entries for readers what was found, or configured, since they were built."""

    def marked(entry: Built) -> Built:
        found = (entry.source, locale.tag) in errors
        return replace(entry, private=entry.private or entry.source in private, errors=max(entry.errors, int(found)))

    return replace(locale, articles=tuple(marked(each) for each in locale.articles if not each.is_for_generator))


def _size(store: Store, project: Project, locale: Locale) -> int:
    names = [project.built(entry.output, locale.tag) for entry in locale.articles]
    return sum(map(store.size, filter(store.is_file, names)))


def _bundle_one(plan: Plan, item: _Item) -> Bundle:
    store, locale = plan.store, item.locale
    path = f"{plan.project.bundle.path}/{locale.tag}.zip"
    contents = packing.contents(locale)
    packed = [entry for entry in locale.articles if not entry.withheld]
    known = (*contents.refusals, *(refusal for entry in packed if (refusal := outdated(plan, entry))))
    withheld = tuple((entry.source, entry.withheld) for entry in contents.withheld)
    if not contents.members and not known:
        return Bundle(locale.tag, path, written=store.remove(path), withheld=withheld)
    reading = _Reading(plan, locale.tag, dict(contents.members), frozenset(name for name, _ in locale.files))

    def write(file: BinaryIO) -> bool:
        if known:
            for name in reading.digests:
                reading.read(name)
        else:
            members = with_manifest(reading.digests, reading.read, locale.tag, locale.direction)
            pack(file, members, plan.source_date_epoch)
        return not (known or reading.refusals)

    filled = store.fill(path, write)
    if filled is None:
        return Bundle(locale.tag, path, withheld=withheld, refusals=(*known, *reading.refusals))
    counts = tuple(entry.coverage for entry in packed)
    files = len(contents.members) - len(packed)
    return Bundle(locale.tag, path, len(packed), files, filled.size, counts, filled.changed, withheld)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The files of a locale's bundle, one by one, and which of them are not what they should be."""

    plan: Plan
    locale: str
    digests: Mapping[str, str]
    """SHA-256 by path below the locale's folder, as they were built."""
    files: frozenset[str]
    """Those that are no articles."""
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        """Read a file; empty if it is missing."""
        data, found = built_file(self.plan, self.locale, path, self.digests[path], cleaned=path in self.files)
        self.refusals.extend([found] if found else [])
        return data
