"""Which files does an article use, and may they lie next to its translations?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from i18n.errors import StorageError
from i18n.model import Finding, Severity
from i18n.project import Known, Project, globs, is_article, names
from i18n.project.localized import Own
from i18n.project.placement import below
from i18n.sites.linking import linking
from i18n.store import Store


@dataclass(frozen=True, slots=True)
class Linked:
    """A file that an article uses."""

    path: str
    """Below the source folder, POSIX form."""
    target: str
    """As the article writes it, the first time."""
    own: tuple[tuple[str, str], ...] = ()
    """Locale and path of the files that readers of some languages see in its place."""


def linked_files(
    store: Store, project: Project, known: Known, targets: Iterable[str], own: Own
) -> tuple[tuple[Linked, ...], tuple[Finding, ...]]:
    """Find the files that relative targets name, each once, sorted; and say which of them may not be published.

    `own` are the files for readers of one language. Other articles and folders are no such files, nor is what does not
    exist; nor are private ones, of which nothing is said here.
    """
    files: dict[str, Linked] = {}
    findings = []
    by = linking(project)
    is_reached = by.in_place or (project.shares_tree and project.build.layout != "plain")
    for target in targets:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(known.path), target))
        name = project.original(path)
        if is_article(project, path) or project.is_data(name) or project.is_output(name) or not store.is_file(name):
            continue
        if path.endswith(by.templates) or (is_reached and path.startswith("../")):
            continue
        if globs.means(path, project.source.private):
            continue  # "private-link" says so, without its name
        if problem := _problem(store, project, path):
            findings.append(not_published(project, known.path, target, problem))
        else:
            files.setdefault(path, Linked(path, target, own.get(path, ())))
    return tuple(files[path] for path in sorted(files)), tuple(findings)


def _problem(store: Store, project: Project, path: str) -> str:
    if path.startswith("..") or not _is_below(store, project, path):
        return "lies outside the source folder"
    if any(part.startswith(".") for part in path.split("/")):
        return "is hidden"
    if globs.means(path, project.source.exclude):
        return "is excluded"
    return names.objection(path)


def _is_below(store: Store, project: Project, path: str) -> bool:
    """Whether a file really lies below a source folder, symbolic links followed."""
    try:
        place = store.inside(project.original(path))
        return any(place.startswith(below(store.inside(folder), "")) for folder in project.source.folders)
    except StorageError:
        return False


def not_published(project: Project, article: str, target: str, problem: str) -> Finding:
    """Say that a file stays away from the pages of an article, by its path, that links to it."""
    return Finding(
        "linked-file",
        Severity.WARNING,
        f'"{target}" {problem}: it is not published with the article, and the link will be broken.',
        project.original(article),
        article=article,
    )
