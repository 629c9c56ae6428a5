"""What does the manifest list after a build: of what was there, and of what was made?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from i18n import __version__, locales
from i18n.errors import InputError
from i18n.manifest import manifest
from i18n.manifest.manifest import Built, Manifest
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.project.placement import below
from i18n.project.sources import form_of
from i18n.store import Store
from i18n.workflow.publish.compiling import Result
from i18n.workflow.publish.verdict import is_translated
from i18n.workflow.selection import Selection


def manifest_path(project: Project) -> str:
    """Name the manifest of the compiled articles: hidden from the site generator where that reads the same tree."""
    return below(project.build.path, ".manifest.json" if project.shares_tree else "manifest.json")


def write_manifest(store: Store, project: Project, made: Manifest) -> bool:
    """Write the manifest, unless there never was anything to list; say whether that was a change."""
    name = manifest_path(project)
    if not made.locales and not store.is_file(name):
        return False
    return store.write(name, manifest.serialize(made))


def earlier(store: Store, project: Project) -> tuple[Manifest | None, list[Finding]]:
    """Read the manifest of the last build; a broken one counts as missing, with a finding that says so.

    Raises `InputError` for one that cannot be read: what it lists would never be removed.
    """
    name = manifest_path(project)
    data = store.read_if_there(name)
    try:
        return (manifest.parse(data, name, shares_tree=project.shares_tree) if data is not None else None), []
    except InputError as error:
        text = f"{error.message}. It is made again; outputs that it alone listed stay."
        return None, [Finding("manifest", Severity.WARNING, text, error.path, error.line)]


def entries_of(before: Manifest | None) -> defaultdict[str, dict[str, Built]]:
    """Source path → locale → entry."""
    entries: defaultdict[str, dict[str, Built]] = defaultdict(dict)
    for locale in before.locales if before else ():
        for entry in locale.articles:
            entries[entry.source][locale.tag] = entry
    return entries


class Book:
    """The entries of the manifest: those of the last build, and what replaces them."""

    def __init__(
        self,
        project: Project,
        selection: Selection,
        entries: Mapping[str, Mapping[str, Built]],
        before: Manifest | None,
        withheld: Collection[str],
        hidden: Collection[str],
    ) -> None:
        self._project = project
        self._selection = selection
        self._withheld = withheld
        self._hidden = hidden
        self._there = {known.path for known in selection.found.articles}
        self._chosen = {known.path for known in selection.articles}
        self._old = entries
        self._new: dict[str, dict[str, Built]] = {}
        self._before = before
        self.left_out = before.left_out if before else ()
        """By locale, public articles without a page."""
        self._digests = {
            (locale.tag, path): digest for locale in (before.locales if before else ()) for path, digest in locale.files
        }

    def enter(self, result: Result) -> None:
        """Take what one article became."""
        old, new = self._old.get(result.path, {}), self._new.setdefault(result.path, {})
        for part in result.locales:
            if part.unchanged and part.locale in old:
                new[part.locale] = old[part.locale]
            elif part.entry:
                new[part.locale] = part.entry
                files = (file for file in result.copies if part.locale in file.locales)
                placed = ((self._project.placement.file(file.path, part.locale), file) for file in files)
                self._digests |= {(part.locale, path): file.sha256 for path, file in placed if path in part.entry.files}

    def made(self, epoch: int | None, *, everything: bool = False) -> Manifest:
        """Make the manifest; `everything`: of a build that did not come to its end, nothing old is dropped."""
        articles = {path: self._article(path, everything=everything) for path in sorted({*self._old, *self._new})}
        tags = sorted({tag for entries in articles.values() for tag in entries})
        found = tuple(self._locale(tag, articles) for tag in tags)
        return Manifest(f"manytongues {__version__}", found, epoch, self.left_out)

    def gone(self, made: Manifest) -> dict[str, str]:
        """Files that the last build listed and this one does not, each with the path of an article that it was for."""
        before, now = _listed(self._project, self._before), _listed(self._project, made)
        return {name: before[name] for name in sorted(before.keys() - now.keys())}

    @property
    def private(self) -> frozenset[str]:
        """Paths of the articles that are gone and were private when they were built."""
        entries = (entry for path, each in self._old.items() if path not in self._there for entry in each.values())
        return frozenset(entry.source for entry in entries if entry.private)

    def _article(self, path: str, *, everything: bool) -> dict[str, Built]:
        old = self._old.get(path, {})
        kept = {tag: entry for tag, entry in old.items() if everything or self._stays(entry, tag)}
        entries = kept | self._new.get(path, {})
        build, known = self._project.build, self._project.locales
        translated = [tag for tag, entry in entries.items() if tag in known and is_translated(entry, tag, build)]
        return {
            tag: replace(entry, alternates=tuple(sorted(other for other in translated if other != tag)))
            for tag, entry in entries.items()
        }

    def _stays(self, entry: Built, tag: str) -> bool:
        """Tell whether an entry of the last build stays: its article is there, and was not asked for this time.

        That of an article that is private now and was not then goes, whatever was asked for.
        """
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


def _listed(project: Project, made: Manifest | None) -> dict[str, str]:
    """The path of an article that it is for, by the name of every file that a manifest lists.

    Whoever writes a manifest by hand has no file removed elsewhere than in `[build] path`, but for data of a language.
    """
    return {
        project.built(path, locale.tag): entry.source
        for locale in (made.locales if made else ())
        for entry in locale.articles
        for path in (entry.output, *entry.files)
        if not path.startswith("../") or (form_of(path) and path == project.data_page(entry.source, locale.tag))
    }
