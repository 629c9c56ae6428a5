"""Which files are articles, and what are their catalogs called?"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from i18n import words
from i18n.errors import ConfigurationError, FileError, InputError
from i18n.project import forms, globs
from i18n.project.globs import matches, means
from i18n.project.localized import Localized, localized
from i18n.project.names import objection
from i18n.project.placement import below
from i18n.project.sources import DataFiles, form_of
from i18n.project.values import Project
from i18n.store import Store, git
from i18n.store.protocol import Listing

LOOKALIKES = frozenset({".md", ".mdx", ".markdown", ".mkd", ".mdown", ".mkdn", ".mdwn", ".mdtxt", ".rmd", ".qmd"})
"""Extensions of files that are articles in other tools."""
_FOR_PROGRAMS = re.compile(
    r"(?i:(?:robots|humans|ads|app-ads|security|llms|license|licence|copying|notice|authors|cmakelists)\b"
    r"|[\w.-]*(?:requirements|constraints)[\w.-]*)"
)
_LONGEST = 1_000_000
"""Bytes of a text file that may be an article."""
_SENTENCE = re.compile(r"[.!?。！？।؟።…][\"'”’»)\]]*$")
_SENTENCES = 8
"""Words from which on a paragraph is one of prose."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there; not read yet."""

    path: str
    """Below the source folder, POSIX form, as on disk."""
    name: str
    """What `{article}` stands for."""
    reference: str
    """Relative to the project's root, POSIX form."""
    size: int
    """Bytes."""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the source folder."""

    articles: tuple[Known, ...]
    """Ordered by path."""
    lookalikes: tuple[str, ...] = ()
    """Relative to the root: files that look like articles and match no `include`."""
    texts: tuple[str, ...] = ()
    """Relative to the root: text files that match no `include`, be they articles or not."""
    unnameable: tuple[tuple[str, str], ...] = ()
    """Relative to the root, with what is not text escaped: articles whose names no catalog or archive could spell,
    each with the reason as the end of a sentence."""
    outside: tuple[str, ...] = ()
    """Relative to the root: symbolic links that leave the project; they are not followed."""
    ignored: tuple[str, ...] = ()
    """Relative to the root: files that would be articles if git did not ignore them, and that are not private."""
    localized: tuple[Localized, ...] = ()
    """Files for readers of one language, in order."""


def find_articles(store: Store, project: Project, built: Collection[str] = ()) -> Found:
    """Find every article of the project; `built` are names of files that this program wrote.

    Raises `ConfigurationError` where there is no source folder in the project, and `InputError` where one below it
    cannot be listed: articles must not be taken for gone because a folder is locked.
    """
    there = _listed(store, project)
    if there.closed:
        raise _closed(project, there.closed[0])
    mixed = project.shares_tree or "." in project.source.path
    names = [name for name in there.names if not (mixed and project.is_output(name)) and name not in built]
    ignored = _ignored(project, names)
    paths = [project.path(name) for name in names if name not in ignored]
    data = find_data(store, project)
    candidates = sorted((*(path for path in paths if is_article(project, path)), *data))
    objections = {path: reason for path in candidates if (reason := objection(path))}
    found = [path for path in candidates if path not in objections]
    called = names_of(found, data)
    for glob in project.source.private:
        # A name with a slip in it would publish what must not leave the machine.
        if not any(means(path, [glob]) for path in found):
            raise matches_none(project, "source.private", glob, found)
    return Found(
        tuple(_known(store, project, path, called[path]) for path in found),
        lookalikes=tuple(project.original(path) for path in sorted(paths) if _is_lookalike(project, path, LOOKALIKES)),
        texts=tuple(project.original(path) for path in sorted(paths) if _is_lookalike(project, path, {".txt"})),
        unnameable=tuple((_spelled(project.original(path)), reason) for path, reason in objections.items()),
        outside=tuple(sorted(there.outside)),
        ignored=tuple(sorted(name for name in ignored if is_article(project, project.path(name)))),
        localized=localized(project, map(project.path, there.names), partial(is_article, project)),
    )


def _ignored(project: Project, names: Iterable[str]) -> frozenset[str]:
    """Those of some files that git ignores and that are not private: git is to ignore these."""
    found = git.ignored(project.root, project.source.path, names)
    return frozenset(name for name in found if not means(project.path(name), project.source.private))


def find_data(store: Store, project: Project) -> tuple[str, ...]:
    """Find the files of data, relative to the root, in order. Raises `ConfigurationError` for what cannot be one."""
    found: set[str] = set()
    for entry in project.source.data:
        found |= _meant(store, project, entry)
    outputs: dict[str, str] = {}
    for path in sorted(found):
        if wrong := _wrong_as_data(store, project, path):
            raise ConfigurationError(f'{project.file}: source.data: "{path}" {wrong}.', _DATA_HINT)
        for locale in project.locales:
            other = outputs.setdefault(project.output(path, locale), path)
            if other != path:
                raise ConfigurationError(
                    f'{project.file}: source.data: "{path}" and "{other}" would be built as one file.',
                    "Rename one of them, or take one out.",
                )
    return tuple(sorted(found))


_DATA_HINT = "Files of data hold nothing but texts and settings for the site generator: name such a one."


def _meant(store: Store, project: Project, entry: DataFiles) -> set[str]:
    """The files that an entry of `[source] data` means: not those of other languages, or in folders of programs."""
    folder = globs.folder(entry.glob)
    if not entry.has_wildcards and store.is_file(entry.glob):
        return {entry.glob}
    names = store.files(folder).names if not folder or store.is_folder(folder) else ()
    there = [name for name in names if form_of(name) and not project.is_output(name, is_data=True)]
    matching = {name for name in there if entry.has_wildcards and entry.concerns(name)}
    matching = {name for name in matching if not means(project.path(name), project.source.exclude)}
    ours = {
        place
        for name in matching
        for locale in project.locales
        for place in (project.placement.data(name, locale, project.source_locale), project.output(name, locale))
        if place != name
    }
    if matching - ours:
        return matching - ours
    public = (name for name in there if not means(name, project.source.private))
    raise ConfigurationError(
        f'{project.file}: source.data: there is no file "{entry.glob}"{forms.suggestion(entry.glob, public)}.',
        "Paths are relative to the project's root. Name a file that is there, or take the entry out.",
    )


def _wrong_as_data(store: Store, project: Project, path: str) -> str:
    """Why a file cannot be one of data, as the end of a sentence."""
    if path == posixpath.relpath(project.file, project.root):
        return "is the configuration of this program"
    if is_article(project, project.path(path)) and any(
        path.startswith(below(each, "")) for each in project.source.folders
    ):
        return "is an article too, by [source] include"
    if project.is_output(path, is_data=True):
        return "lies where this program writes"
    store.inside(path)
    return ""


def _listed(store: Store, project: Project) -> Listing:
    """List what lies in the source folders. Raises `ConfigurationError` where one is not there."""
    found = []
    for folder in project.source.folders:
        if not store.is_folder(folder):
            raise ConfigurationError(
                f'{project.file}: source.path: there is no folder "{folder}" in {project.root}.',
                "Make it and put articles there, or name the folder that holds them.",
            )
        store.inside(folder)
        found.append(store.files(folder))
    return Listing(
        tuple(name for each in found for name in each.names),
        tuple(name for each in found for name in each.outside),
        tuple(error for each in found for error in each.closed),
    )


def matches_none(project: Project, key: str, glob: str, paths: Iterable[str]) -> ConfigurationError:
    """The error for a glob of articles in the configuration that matches none of their paths."""
    known = list(dict.fromkeys(name for path in paths for name in (path, posixpath.splitext(path)[0], *_folders(path))))
    meant = project.path(glob)
    return ConfigurationError(
        f'{project.file}: {key}: "{glob}" matches no article{forms.suggestion(meant, known)}.',
        f'Name an article or a folder as it lies below {project.top}, or write a glob such as "people/*.md" or'
        ' "people/**"; take out what is gone.',
    )


def _folders(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path


def _closed(project: Project, error: InputError) -> InputError:
    """The error without the name of a folder of private articles."""
    below = project.path(error.path)
    if error.path in project.source.folders or not means(f"{below}/any.md", project.source.private):
        return error
    return InputError(f"A private folder {error.message}", error.hint, project.source.base)


def _known(store: Store, project: Project, path: str, name: str) -> Known:
    reference = project.original(path)
    return Known(path, name, reference, store.size(reference), means(path, project.source.private))


def names_of(paths: list[str], data: Collection[str] = ()) -> dict[str, str]:
    """What `{article}` stands for, for each path: without its extension, with it where two would be the same.

    No two names are equal, letter case and composition of letters aside, unless the paths are. Those that are `data`
    keep theirs.
    """
    names = {path: path if path in data else path.removesuffix(_extension(path)) for path in paths}
    while True:
        times = Counter(_folded(name) for name in names.values())
        shared = [path for path, name in names.items() if times[_folded(name)] > 1 and name != path]
        if not shared:
            return names
        names |= {path: path for path in shared}


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def is_article(project: Project, path: str) -> bool:
    """Tell whether a file at that path below the source folder is an article, by `include` and `exclude`."""
    return matches(path, project.source.include) and not means(path, project.source.exclude)


def _spelled(path: str) -> str:
    """Spell a name so that it can be printed whatever bytes it has."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _is_lookalike(project: Project, path: str, endings: Collection[str]) -> bool:
    return (
        _extension(path).lower() in endings
        and not is_article(project, path)
        and not means(path, project.source.exclude)
    )


def is_prose(store: Store, name: str) -> bool:
    """Tell whether a text file holds a paragraph of sentences, and is none of those that come with every site."""
    if _FOR_PROGRAMS.match(posixpath.basename(name)):
        return False
    try:
        data = store.read(name) if 0 < store.size(name) <= _LONGEST else b""
    except FileError:
        return False  # nobody needs it
    text = data.decode(errors="ignore")
    paragraphs = (each.strip() for each in text.replace("\r", "").split("\n\n"))
    return any(_SENTENCE.search(each) and words.count(each) >= _SENTENCES for each in paragraphs)


def _extension(path: str) -> str:
    """The last extension with its dot; a dot at the very end begins none."""
    extension = posixpath.splitext(path)[1]
    return extension if extension != "." else ""
