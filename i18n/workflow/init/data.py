"""Which files of data of a site hold text for readers?"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from i18n.errors import ConfigurationError, FileError
from i18n.extract.data import objection
from i18n.locales import gettext_form
from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter
from i18n.project import Project
from i18n.project.articles import find_data
from i18n.project.forms import Unexpected
from i18n.project.globs import has_wildcards, literal, matches
from i18n.project.placement import below
from i18n.project.sources import DataFiles, data_files, form_of
from i18n.store import Store
from i18n.workflow.init.survey import Survey
from i18n.workflow.opening import placed


class Data(NamedTuple):
    """What is proposed for `[source] data`."""

    entries: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    """Files where translations of others would be built: those others are not proposed."""


def data(store: Store, project: Project, survey: Survey) -> Data:
    """Look for the files that the site's generator keeps words in, as far as the project can translate them."""
    try:
        project = placed(project)
    except (ConfigurationError, FileError):
        return Data()
    found: list[str] = []
    there: list[str] = []
    for files in _candidates(survey, project.source_locale):
        given = replace(project, source=replace(project.source, data=(files,)))
        with contextlib.suppress(ConfigurationError):  # what the next command would refuse is not proposed
            paths = find_data(store, given)
            if keys := _keys(store, files, paths):
                places = (given.output(path, locale) for path in paths for locale in project.locales)
                taken = [place for place in places if store.is_file(place)]
                there += taken
                found += [] if taken else [f"{files.glob}: {', '.join(keys)}"]
    return Data(tuple(found), tuple(dict.fromkeys(there)))


def _candidates(survey: Survey, own: str) -> Iterator[DataFiles]:
    """The files of such names that this site has."""
    spelled = dict.fromkeys((own, own.lower(), gettext_form(own), own.partition("-")[0]))
    wanted = survey.site.data if survey.site else {}
    named = {glob.replace("{own}", name): keys for glob, keys in wanted.items() for name in spelled}
    for glob, keys in named.items():
        for each in _globs(below(literal(survey.folder), glob), survey):
            with contextlib.suppress(Unexpected):  # not every name can stand in a configuration
                yield from data_files().read([f"{each}: {keys}"])


def _globs(glob: str, survey: Survey) -> Iterator[str]:
    """A glob that means a file, or the files themselves that have one name in any folder."""
    found = [name for name in survey.names if matches(name, [glob])]
    yield from [glob][: len(found)] if has_wildcards(posixpath.basename(glob)) else map(literal, found)


def _keys(store: Store, files: DataFiles, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The key paths that mean a text in one of the files."""
    fronts = [front for path in paths if (front := _read(store, path))]
    return tuple(key for key in files.keys if any(_has_text(front, key) for front in fronts))


def _read(store: Store, path: str) -> FrontMatter | None:
    try:
        return frontmatter.whole(store.read(path).decode("utf-8-sig"), 0, f"{form_of(path)} file")
    except (FileError, UnicodeDecodeError):
        return None


def _has_text(front: FrontMatter, key: str) -> bool:
    return bool(frontmatter.scalars(front, [key])) and not objection(key, frontmatter.leaves(front), front)
