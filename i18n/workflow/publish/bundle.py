"""How does what was built become one archive a language, and what stays out of it?"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from i18n.bundle import packing
from i18n.bundle.archive import language_of, pack, with_manifest
from i18n.bundle.packing import Refusal
from i18n.errors import ConfigurationError, InputError
from i18n.manifest.manifest import Built, Locale, Manifest, parse
from i18n.model import Coverage, Finding
from i18n.project import Project
from i18n.store import Store
from i18n.workflow import exit_status
from i18n.workflow.publish import copying, manifest_builder
from i18n.workflow.session import Session

_AGAIN = "Run “i18n build” and bundle again."


@dataclass(frozen=True, slots=True)
class Bundle:
    """What became of the bundle of one locale."""

    locale: str
    path: str
    articles: int = 0
    files: int = 0
    """Images and other files next to the articles."""
    size: int = 0
    """Bytes of the archive."""
    counts: tuple[Coverage, ...] = ()
    """Those of its articles."""
    written: bool = False
    withheld: tuple[tuple[str, str], ...] = ()
    """Articles (by source path) that stay out, and why, as the end of a sentence."""
    refusals: tuple[Refusal, ...] = ()
    """Why there is no archive; empty when there is one."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """What `bundle` did, or would do."""

    bundles: tuple[Bundle, ...]
    removed: tuple[str, ...] = ()
    """Archives of earlier bundles whose language is published no more."""
    findings: tuple[Finding, ...] = ()
    """Empty: what was found is what `check` found."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""

    @property
    def writes(self) -> bool:
        """An archive was written or removed."""
        return bool(self.changed)

    @property
    def changed(self) -> tuple[str, ...]:
        """Archives that were written or removed."""
        return (*(bundle.path for bundle in self.bundles if bundle.written), *self.removed)

    @property
    def status(self) -> int:
        """1 if a locale has no archive because something was refused."""
        return exit_status.NO if any(bundle.refusals for bundle in self.bundles) else exit_status.DONE


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    source_date_epoch: int | None
    digests: Mapping[str, str]
    """SHA-256 of the articles that were just read, by path."""


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
    locales: Collection[str],
    errors: Collection[tuple[str, str]],
    digests: Mapping[str, str],
    private: Collection[str],
) -> Bundled:
    """Pack each of the locales that was built.

    `errors`: article path and locale of every pair that has a finding of severity error now; they stay out, like
    `private` articles, by their paths. What is not as the build left it, or was built of another source, is refused:
    then the locale's earlier archive stays. `digests`: SHA-256 of articles that were just read, by path; the others are
    read. Raises `ConfigurationError` when nothing was built, `InputError`, `StorageError`.
    """
    with session.writing_outputs(project):
        built = read_manifest(session.store, project)
        chosen = [_marked(locale, errors, private) for locale in built.locales if locale.tag in locales]
        items = [_Item(locale, _size(session.store, project, locale)) for locale in chosen]
        plan = _Plan(session.store, project, session.source_date_epoch, digests)
        made = tuple(session.map("Packing", _bundle_one, plan, items))
        stale = _stale(session.store, project, {locale.tag for locale in built.locales}, locales)
        removed = tuple(name for name in stale if session.store.remove(name))
        held = (entry.source for locale in chosen for entry in locale.articles if entry.private)
        return Bundled(made, removed, private=frozenset((*private, *held)))


def _stale(store: Store, project: Project, built: Collection[str], chosen: Collection[str]) -> list[str]:
    """Archives of ours in languages that were not built, save those that were not asked for this time."""
    found = []
    for name in store.files(project.bundle.path).names:
        locale = name.removeprefix(f"{project.bundle.path}/").removesuffix(".zip")
        asked = locale in chosen or locale not in project.locales
        if name == f"{project.bundle.path}/{locale}.zip" and locale not in built and asked:
            found += [name] if language_of(store.read(name)) == locale else []
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


def _bundle_one(plan: _Plan, item: _Item) -> Bundle:
    store, locale = plan.store, item.locale
    path = f"{plan.project.bundle.path}/{locale.tag}.zip"
    contents = packing.contents(locale)
    packed = [entry for entry in locale.articles if not entry.withheld]
    known = (*contents.refusals, *(refusal for entry in packed if (refusal := _outdated(plan, entry))))
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

    plan: _Plan
    locale: str
    digests: Mapping[str, str]
    """SHA-256 by path below the locale's folder, as they were built."""
    files: frozenset[str]
    """Those that are no articles."""
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        """Read a file; empty if it is missing."""
        project = self.plan.project
        data = self.plan.store.read_if_there(project.built(path, self.locale))
        found = packing.stale(path, self.digests[path], data)
        if found is None and path in self.files and not copying.is_clean(project, data or b""):
            found = Refusal(path, "The file says more than what it shows: the last build did not clean it.", _AGAIN)
        self.refusals.extend([found] if found else [])
        return data or b""


def _outdated(plan: _Plan, entry: Built) -> Refusal | None:
    try:
        digest = plan.digests.get(entry.source) or _digest(plan.store, plan.project.original(entry.source))
    except InputError as error:
        return Refusal(entry.output, f"Its article {error.message}.", _AGAIN)
    if not digest:
        return Refusal(entry.output, "Its article is gone.", _AGAIN)
    if digest != entry.source_sha256:
        return Refusal(entry.output, "Its article has changed since it was built.", _AGAIN)
    return None


def _digest(store: Store, name: str) -> str:
    """SHA-256 of a file; empty if there is none. Raises `InputError`."""
    data = store.read_if_there(name)
    return "" if data is None else hashlib.sha256(data).hexdigest()
