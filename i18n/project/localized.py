"""Which files are there in a language of their own, such as `figure.de.png` next to `figure.png`?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from i18n.project.globs import means
from i18n.project.values import Project


class Localized(NamedTuple):
    """A file that readers of one language see in the place of another one."""

    path: str
    """Path of the other file, below the source folder, as articles name it."""
    locale: str
    own: str
    """Path of the file itself."""


Own = Mapping[str, tuple[tuple[str, str], ...]]
"""By the path of a file, locale and path of those that readers of some languages see in its place."""


def own_files(there: Iterable[Localized]) -> Own:
    """Sort the files for readers of one language by what they are shown in the place of."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for path, locale, own in there:
        found[path] = (*found.get(path, ()), (locale, own))
    return found


def localized(project: Project, paths: Iterable[str], is_article: Callable[[str], bool]) -> tuple[Localized, ...]:
    """Find them among all paths below the source folder, in order; not those that are excluded or private.

    A language is spelled as in the configuration, as in catalogs' paths or as in pages', whatever its letter case.
    """
    tags = {spelled.casefold(): locale for locale in project.locales for spelled in _spellings(project, locale)}
    pattern = re.compile(rf"(?i)(.+)\.({'|'.join(map(re.escape, sorted(tags)))})(\.[^./]+)", re.DOTALL)
    there = frozenset(paths)
    kept_back = (*project.source.exclude, *project.source.private)
    found = []
    for path in there:
        match = pattern.fullmatch(path)
        if match and match[1] + match[3] in there and not is_article(path) and not means(path, kept_back):
            found.append(Localized(match[1] + match[3], tags[match[2].casefold()], path))
    return tuple(sorted(found))


def _spellings(project: Project, locale: str) -> tuple[str, ...]:
    return locale, project.folders.get(locale, locale), project.placement.spelling(locale)
