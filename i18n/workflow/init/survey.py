"""Which site lies in a folder, and what does its configuration say?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n import sites
from i18n.errors import FileError
from i18n.project.globs import literal, matches
from i18n.project.placement import below
from i18n.sites import Sign, Site
from i18n.sites.configured import Configured, Folder
from i18n.store import LocalStore, git

_USUAL = ("website", "site", "docs", "doc", "documentation", "web", "www", "book", "guide", "blog", "apps", "packages")
"""Folders that a repository is likely to have its site in, the likeliest first."""
_NO_SITES = re.compile(
    r"(?:.*/)?(?:archetypes|config|examples?|exampleSite|__tests__|tests?|e2e|fixtures|themes|templates?)(?:/.*)?"
)
"""Folders in which signs of a site are no sign of this one."""
_MOST = 200
"""Folders in which a site is looked for."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in the root of a project to be. Paths are relative to it."""

    names: tuple[str, ...]
    """All files but hidden ones, those that others wrote, and those that git ignores."""
    site: Site | None = None
    folder: str = ""
    """Where the site lies; the root has no name."""
    configured: Configured = field(default_factory=Configured)
    """What it says; paths are relative to the project's root."""
    others: tuple[tuple[str, str], ...] = ()
    """More sites: the generator's name, and the folder."""


def survey(store: LocalStore) -> Survey:
    """Look at a folder; what cannot be read says nothing."""
    names = _names(store)
    found = _sites(store, names)
    first = next(found, None)
    if first is None:
        return Survey(names)
    site, folder = first
    unreadable: list[str] = []

    def read(name: str) -> bytes | None:
        try:
            return store.read_if_there(below(folder, name))
        except FileError as error:
            unreadable.append(f"{error}.")
            return None

    start = below(folder, "")
    inner = tuple(name.removeprefix(start) for name in names if name.startswith(start))
    configured = site.configured(Folder(read, inner))
    unread = tuple(dict.fromkeys(filter(None, (*configured.unread, *unreadable))))
    configured = _from_root(replace(configured, unread=unread), folder)
    others = tuple((each.name, place) for each, place in found)
    return Survey(names, site, folder, configured, tuple(each for each in others if each[1] != folder))


def _site_in(store: LocalStore, folder: str, listed: Mapping[str, Sequence[str]]) -> Site | None:
    """The site generator that a folder belongs to, recognized by its files; `listed` are all but hidden ones."""

    def named(sign: Sign) -> Iterable[str]:
        above, glob = posixpath.split(sign.glob)
        if above.startswith(".") or glob.startswith("."):
            return store.find(below(literal(folder), sign.glob))
        there = listed.get(posixpath.normpath(below(folder, above or ".")), ())
        return (name for name in there if matches(posixpath.basename(name), [glob]))

    return sites.recognized(lambda sign: any(re.search(sign.content, _content(store, name)) for name in named(sign)))


def _content(store: LocalStore, name: str) -> bytes:
    try:
        return store.read(name)
    except FileError:
        return b""


def _names(store: LocalStore) -> tuple[str, ...]:
    names = store.files("").names
    ignored = git.ignored(store.root, (".",), names)
    return tuple(sorted(name for name in names if name.isprintable() and name not in ignored))


def _sites(store: LocalStore, names: tuple[str, ...]) -> Iterator[tuple[Site, str]]:
    """Every site: that of the root first, then by where sites usually lie."""
    there = dict.fromkeys(folder for depth in (1, 2) for name in names if (folder := _upper(name, depth)))
    folders = sorted(there, key=lambda folder: (folder.count("/"), _rank(folder), folder))
    listed: dict[str, list[str]] = {}
    for name in names:
        listed.setdefault(posixpath.dirname(name) or ".", []).append(name)
    for folder in ("", *[each for each in folders if not _NO_SITES.fullmatch(each)][:_MOST]):
        site = _site_in(store, folder, listed)
        if site:
            yield site, folder


def _upper(name: str, depth: int) -> str:
    """The first folders of a path; empty where it has fewer."""
    parts = name.split("/")
    return "/".join(parts[:depth]) if len(parts) > depth else ""


def _rank(folder: str) -> int:
    ranks = [_USUAL.index(part) for part in folder.split("/") if part in _USUAL]
    return min(ranks, default=len(_USUAL))


def _from_root(configured: Configured, folder: str) -> Configured:
    """The same with paths that are relative to the project's root."""

    def moved(path: str) -> str:
        found = posixpath.normpath(posixpath.join(folder, path))
        return "" if found.startswith("..") else found

    def all_moved(paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(filter(None, (moved(each) for each in paths if each)))

    return replace(
        configured,
        file=configured.file and moved(configured.file),
        unread=tuple(
            below(folder, each) if each.startswith(configured.file or "\0") else each for each in configured.unread
        ),
        key=below(folder, configured.key) if ": " in configured.key else configured.key,
        folders=all_moved(configured.folders),
        translated=tuple((lang, path) for lang, each in configured.translated if each and (path := moved(each))),
        tree=configured.tree and moved(configured.tree),
        outputs=tuple(each for each in all_moved(configured.outputs) if each != "."),
        exclude=tuple(below(literal(folder), each) for each in configured.exclude if each),
        unpublished="" if folder else configured.unpublished,
    )
