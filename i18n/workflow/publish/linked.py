"""Which files does an article use, and may they lie beside its translations?"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from i18n import storage
from i18n.errors import InputError
from i18n.model import Finding, Severity
from i18n.project import Known, Project, is_article
from i18n.project.globs import matches


@dataclass(frozen=True, slots=True)
class Linked:
    """A file that an article uses."""

    path: str
    """Below the source folder, POSIX form."""
    sha256: str


def linked_files(
    project: Project, known: Known, targets: Iterable[str]
) -> tuple[tuple[Linked, ...], tuple[Finding, ...]]:
    """Find the files that relative targets name, each once, sorted; and say which of them may not be published.

    Other articles and folders are no such files, nor is what does not exist.
    """
    files: dict[str, Linked] = {}
    findings = []
    for target in targets:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(known.path), target))
        place = project.sources / path
        if is_article(project, path) or not _is_file(place):
            continue
        try:
            problem = _problem(project, path, place)
            if not problem and path not in files:
                files[path] = Linked(path, hashlib.sha256(storage.read(place, project.root)).hexdigest())
        except InputError as error:
            problem = error.message
        if problem:
            findings.append(_finding(known, target, problem))
    return tuple(files[path] for path in sorted(files)), tuple(findings)


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):  # a target may be any text: too long for a name, or with a NUL in it
        return False


def _problem(project: Project, path: str, place: Path) -> str:
    real, top = os.path.realpath(place), os.path.realpath(project.sources)
    if path.startswith("..") or not real.startswith(top + os.sep):
        return "lies outside the source folder"
    if any(part.startswith(".") for part in path.split("/")):
        return "is hidden"
    if matches(path, project.source.private):
        return "is private"
    if matches(path, project.source.exclude):
        return "is excluded"
    return ""


def _finding(known: Known, target: str, problem: str) -> Finding:
    return Finding(
        "linked-file",
        Severity.WARNING,
        f'"{target}" {problem}: it is not published with the article, and the link will be broken.',
        known.reference,
        article=known.path,
    )


def outputs(project: Project, files: Iterable[Linked], locale: str) -> Iterator[tuple[Path, Path]]:
    """Where each file lies, and where it lies for a locale."""
    for file in files:
        yield project.sources / file.path, project.output(file.path, locale)
