"""What does the manifest list after a build: of what was there, and of what was made?"""

from __future__ import annotations

import functools
import hashlib
import posixpath
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from i18n import __version__, locales
from i18n.errors import InputError
from i18n.manifest import manifest
from i18n.manifest.manifest import Built, Manifest
from i18n.manifest.record import PRIVATE_RECORD, RECORD, may_be_ours
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.project.placement import below
from i18n.store import Store
from i18n.workflow.publish.results import Result
from i18n.workflow.publish.verdict import is_translated
from i18n.workflow.selection import Selection


def manifest_path(project: Project) -> str:
    """Name the manifest of the compiled articles."""
    return _next_to_outputs(project) if project.stages or tree_of(project) is None else RECORD


def _next_to_outputs(project: Project) -> str:
    return below(project.build.path, "manifest.json")


def tree_of(project: Project) -> str | None:
    """The folder that the languages share; None where each has one of its own, apart from the articles."""
    return project.build.path if project.shares_tree or not project.placement.divided else None


def write_manifest(store: Store, project: Project, made: Manifest) -> bool:
    """Write the manifest, unless there never was anything to list; say whether that was a change."""
    name = manifest_path(project)
    if name != RECORD:
        return _written(store, name, made)
    private = _written(store, PRIVATE_RECORD, _part(made, private=True))
    return _written(store, name, _part(made, private=False)) or private


def _written(store: Store, name: str, made: Manifest) -> bool:
    if not made.locales and not store.is_file(name):
        return False
    if name == PRIVATE_RECORD:
        store.private("")
    return store.write(name, manifest.serialize(made))


def _part(made: Manifest, *, private: bool) -> Manifest:
    """The part of a manifest that names private articles, or the other one."""
    found = []
    for locale in made.locales:
        entries = tuple(entry for entry in locale.articles if entry.private == private)
        used = {path for entry in entries for path in entry.files}
        files = tuple((path, digest) for path, digest in locale.files if path in used)
        found += [replace(locale, articles=entries, files=files)] if entries else []
    return replace(made, locales=tuple(found), left_out=() if private else made.left_out)


def _united(one: Manifest, other: Manifest) -> Manifest:
    """Both parts of a manifest."""
    locales = {locale.tag: locale for locale in one.locales}
    for locale in other.locales:
        there = locales.get(locale.tag, replace(locale, articles=(), files=()))
        entries = sorted((*there.articles, *locale.articles), key=lambda entry: entry.source)
        files = tuple(sorted({*there.files, *locale.files}))
        locales[locale.tag] = replace(there, articles=tuple(entries), files=files)
    return replace(one, locales=tuple(locales[tag] for tag in sorted(locales)))


class Recorded(NamedTuple):
    """What the manifests that are there say."""

    before: Manifest | None
    """That of the last build; None without one that can be read."""
    former: Mapping[str, Listed]
    """Files of builds whose `[build] layout` or `path` was another, as far as a record tells, and that record itself,
    by name."""
    findings: tuple[Finding, ...]


def recorded(store: Store, project: Project) -> Recorded:
    """Read each manifest once; a broken one counts as missing, with a finding that says so if it is the last build's.

    Raises `InputError` if that of the last build cannot be read: what it lists would never be removed. Any other may be
    anybody's file.
    """
    current, others = _names(project)
    parts: list[Manifest] = []
    former: dict[str, Listed] = {}
    findings: list[Finding] = []
    for name in (*current, *others):
        data = _data(store, name, needed=name == current[0])
        if data is None:
            continue
        try:
            made = manifest.parse(data, name)
        except InputError as error:
            findings += [_made_again(error)] if name == current[0] else []
            continue
        if name in current and made.tree == tree_of(project):
            parts.append(made)
        elif not project.stages:
            former |= listed(project, made)
            former |= {name: Listed(name, hashlib.sha256(data).hexdigest())} if name in others else {}
    before = functools.reduce(_united, parts) if parts and not findings else None
    return Recorded(before, former, tuple(findings))


def _data(store: Store, name: str, *, needed: bool) -> bytes | None:
    try:
        return store.read_if_there(name)
    except InputError:
        if needed:
            raise
        return None


def _names(project: Project) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The manifests of this layout, the one that everybody may see first, and those that others may have left."""
    name = manifest_path(project)
    shared, apart = (RECORD, PRIVATE_RECORD), (_next_to_outputs(project),)
    if name == RECORD:
        return shared, apart
    return (name,), () if project.stages else shared


def _made_again(error: InputError) -> Finding:
    text = f"{error.message}. It is made again; outputs that it alone listed stay."
    return Finding("manifest", Severity.WARNING, text, error.path, error.line)


def entries_of(before: Manifest | None) -> defaultdict[str, dict[str, Built]]:
    """Source path → locale → entry."""
    entries: defaultdict[str, dict[str, Built]] = defaultdict(dict)
    for locale in before.locales if before else ():
        for entry in locale.articles:
            entries[entry.source][locale.tag] = entry
    return entries


class ManifestBuilder:
    """The entries of the manifest: those of the last build, and what replaces them."""

    def __init__(
        self,
        project: Project,
        selection: Selection,
        entries: Mapping[str, Mapping[str, Built]],
        before: Manifest | None,
        former: Mapping[str, Listed],
        hidden: Collection[str],
    ) -> None:
        self._project = project
        self._selection = selection
        self._withheld: Collection[str] = ()
        self._hidden = hidden
        self._there = {known.path for known in selection.found.articles}
        self._chosen = {known.path for known in selection.articles}
        self._old = entries
        self._new: dict[str, dict[str, Built]] = {}
        self._listed = {**former, **listed(project, before)}
        self.left_out = before.left_out if before else ()
        """By locale, public articles without a page."""
        self._digests = {
            (locale.tag, path): digest for locale in (before.locales if before else ()) for path, digest in locale.files
        }

    def withhold(self, locales: Collection[str]) -> None:
        """Leave out languages that are not published."""
        self._withheld = locales

    def enter(self, result: Result) -> None:
        """Take what one article became."""
        old, new = self._old.get(result.path, {}), self._new.setdefault(result.path, {})
        for part in result.locales:
            entry = part.stands(old)
            if entry:
                new[part.locale] = entry
            if entry and entry is part.entry:
                files = (file for file in result.copies if part.locale in file.locales)
                placed = ((self._project.placement.file(file.path, part.locale), file) for file in files)
                self._digests |= {(part.locale, path): file.sha256 for path, file in placed if path in entry.files}

    def made(self, epoch: int | None, *, everything: bool = False, kept: Collection[str] = ()) -> Manifest:
        """Make the manifest; `everything`: of a build that did not come to its end, nothing old is dropped.

        Nor are articles dropped with files among `kept`, which could not be removed.
        """
        articles = {path: self._article(path, kept, everything=everything) for path in sorted({*self._old, *self._new})}
        tags = sorted({tag for entries in articles.values() for tag in entries})
        found = tuple(self._locale(tag, articles) for tag in tags)
        return Manifest(f"manytongues {__version__}", found, epoch, self.left_out, tree_of(self._project))

    def gone(self, made: Manifest) -> dict[str, str]:
        """Files that the last build listed and this one does not, each with the path of an article that it was for."""
        now = listed(self._project, made).keys() | {manifest_path(self._project)}
        return {name: self._listed[name].source for name in sorted(self._listed.keys() - now)}

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of all that earlier builds left, and of what this one has written until now, by name."""
        new = listed(self._project, self.made(None, everything=True)) if self._new else {}
        return {name: each.sha256 for name, each in {**self._listed, **new}.items()}

    @property
    def private(self) -> frozenset[str]:
        """Paths of the articles that are gone and were private when they were built."""
        entries = (entry for path, each in self._old.items() if path not in self._there for entry in each.values())
        return frozenset(entry.source for entry in entries if entry.private)

    def _article(self, path: str, kept: Collection[str], *, everything: bool) -> dict[str, Built]:
        old = self._old.get(path, {})
        stays = {tag: entry for tag, entry in old.items() if everything or self._stays(entry, tag, kept)}
        entries = stays | self._new.get(path, {})
        build, known = self._project.build, self._project.locales
        translated = [tag for tag, entry in entries.items() if tag in known and is_translated(entry, tag, build)]
        return {
            tag: replace(entry, alternates=tuple(sorted(other for other in translated if other != tag)))
            for tag, entry in entries.items()
        }

    def _stays(self, entry: Built, tag: str, kept: Collection[str]) -> bool:
        """Tell whether an entry of the last build stays: its article is there, and was not asked for this time.

        That of an article that is private now and was not then goes, whatever was asked for.
        """
        if kept and any(self._project.built(path, tag) in kept for path in (entry.output, *entry.files)):
            return True
        if tag in self._withheld or tag not in self._project.locales or entry.source not in self._there:
            return False
        if entry.source in self._hidden and not entry.private:
            return False
        return entry.source not in self._chosen or tag not in self._selection.locales

    def _locale(self, tag: str, articles: Mapping[str, Mapping[str, Built]]) -> manifest.Locale:
        entries = tuple(entries[tag] for entries in articles.values() if tag in entries)
        files = sorted({path for entry in entries for path in entry.files})
        return manifest.Locale(
            tag,
            locales.own_name(tag),
            locales.direction(tag),
            entries,
            tuple((path, self._digests[tag, path]) for path in files),
        )


class Listed(NamedTuple):
    """A file that a manifest lists."""

    source: str
    """Path of an article that it is for."""
    sha256: str


def listed(project: Project, made: Manifest | None) -> dict[str, Listed]:
    """Every file that a manifest lists, by name.

    Whoever writes a manifest by hand has no other files removed than those that may be of a language.
    """
    found = {}
    for locale in made.locales if made else ():
        tree = below(project.build.path, locale.tag) if made is None or made.tree is None else made.tree
        digests = dict(locale.files)
        for entry in locale.articles:
            pairs = [(entry.output, entry.output_sha256), *((path, digests[path]) for path in entry.files)]
            for path, digest in pairs:
                name = posixpath.normpath(below(tree, path))
                if may_be_ours(project, tree, name, locale.tag):
                    found[name] = Listed(entry.source, digest)
    return found
