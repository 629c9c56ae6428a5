"""Which files are articles, and what are their catalogs called?"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from i18n.errors import ConfigurationError
from i18n.project.globs import matches
from i18n.project.values import Project
from i18n.storage import inside, unreadable

LOOKALIKES = frozenset({".md", ".mdx", ".markdown", ".mkd", ".mdown", ".mkdn", ".mdwn", ".mdtxt", ".rmd", ".qmd"})
"""Extensions of files that are articles in other tools."""


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
    unnameable: tuple[str, ...] = ()
    """Relative to the root, with what is not text escaped: articles whose names no catalog could spell."""
    outside: tuple[str, ...] = ()
    """Relative to the root: symbolic links that leave the project; they are not followed."""


def find_articles(project: Project) -> Found:
    """Find every article of the project.

    Raises `ConfigurationError` where there is no source folder in the project, and `InputError` where one below it
    cannot be listed: articles must not be taken for gone because a folder is locked.
    """
    if not project.sources.is_dir():
        raise ConfigurationError(
            f'{project.file}: source.path: there is no folder "{project.source.path}" in {project.root}.',
            "Make it and put articles there, or name the folder that holds them.",
        )
    inside(project.sources, project.root)
    found: dict[str, int] = {}
    lookalikes: list[str] = []
    unnameable: list[str] = []
    outside: list[str] = []
    for path, size in _files(project, os.path.realpath(project.root), outside):
        if is_article(project, path):
            if _is_nameable(path):
                found[path] = size
            else:
                unnameable.append(path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
        elif PurePosixPath(path).suffix.lower() in LOOKALIKES and not matches(path, project.source.exclude):
            lookalikes.append(path)
    names = names_of(list(found))
    prefix = project.source.path
    articles = tuple(
        Known(path, names[path], f"{prefix}/{path}", size, matches(path, project.source.private))
        for path, size in sorted(found.items())
    )
    for glob in project.source.private:
        # A name with a slip in it would publish what must not leave the machine.
        if not any(matches(path, [glob]) for path in found):
            raise ConfigurationError(
                f'{project.file}: source.private: "{glob}" matches no article.',
                f'Globs are relative to {prefix}/, as in "people/*.md" or "people/**"; take out what is gone.',
            )
    rest = [tuple(f"{prefix}/{path}" for path in sorted(paths)) for paths in (lookalikes, unnameable, outside)]
    return Found(articles, *rest)


def names_of(paths: list[str]) -> dict[str, str]:
    """What `{article}` stands for, for each path: without its extension, with it where two would be the same.

    No two names are equal, letter case and composition of letters aside, unless the paths are.
    """
    names = {path: str(PurePosixPath(path).with_suffix("")) for path in paths}
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
    return matches(path, project.source.include) and not matches(path, project.source.exclude)


def _is_nameable(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in path)


def _files(project: Project, root: str, outside: list[str]) -> Iterator[tuple[str, int]]:
    """Every source file with its size: no hidden ones, no links that leave the project or go in circles."""
    top = os.path.realpath(project.sources)
    pending: list[tuple[str, str, tuple[str, ...]]] = [(str(project.sources), "", (top,))]
    while pending:
        place, prefix, above = pending.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    path = prefix + entry.name
                    if entry.name.startswith("."):
                        continue
                    real = os.path.realpath(entry.path) if entry.is_symlink() else ""
                    if real and not real.startswith(root.rstrip(os.sep) + os.sep):
                        outside.append(path)
                    elif entry.is_dir():
                        real = real or f"{above[-1]}{os.sep}{entry.name}"
                        if real not in above:
                            pending.append((entry.path, path + "/", (*above, real)))
                    elif entry.is_file():
                        yield path, entry.stat().st_size
        except OSError as error:
            raise unreadable(Path(place), project.root, error) from error
