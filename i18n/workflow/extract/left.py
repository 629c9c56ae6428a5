"""Which catalogs stay although their article or their language is gone, and what puts them away? Each is named once."""

from __future__ import annotations

import contextlib
import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from i18n.errors import FileError
from i18n.locales import gettext_form
from i18n.project import Project
from i18n.store import PRIVATE, Store
from i18n.workflow.session import Session

_FILE = "left"
"""In `.i18n/`: a JSON list of what was named. Deleted, it is named again."""
_ARCHIVE = "_archive"
"""Where things go; site generators leave out folders whose name begins so."""

Files = Mapping[str, Mapping[str, str]]
"""The template and the catalogs of each article's name, by folder."""


@dataclass(frozen=True, slots=True)
class Left:
    """Catalogs that stay although nothing uses them."""

    article: str
    """Name of the article that is gone; empty where a language is."""
    folder: str
    """Folder of the language that the configuration does not have any more; empty where an article is gone."""
    command: str
    """What archives them, typed into a shell in the project's folder."""


def left(store: Store, project: Project, files: Files, gone: Iterable[str]) -> tuple[Left, ...]:
    """What is left of articles that are gone, and of languages in which others have catalogs."""
    names = sorted(gone)
    articles = [Left(name, "", _archived(files[name].values(), name)) for name in names]
    return (*articles, *_languages(store, project, {name: files[name] for name in files.keys() - set(names)}))


def news(session: Session, found: tuple[Left, ...]) -> tuple[Left, ...]:
    """Those that were not named before; from now on they were."""
    store, there = session.store, [[each.article, each.folder] for each in found]
    known = _known(store)
    if there != known and not store.pretend:
        with contextlib.suppress(FileError):  # then they are named once more
            store.write(store.private(_FILE), json.dumps(there).encode())
    return tuple(each for each in found if [each.article, each.folder] not in known)


def _known(store: Store) -> list[object]:
    data = store.read_if_there(f"{PRIVATE}/{_FILE}")
    try:
        known = json.loads(data or b"[]")
    except ValueError:
        return []
    return known if isinstance(known, list) else []


def _languages(store: Store, project: Project, files: Files) -> Iterator[Left]:
    ours = {"", *project.folders.values(), gettext_form(project.source_locale)}
    for folder in sorted({folder for places in files.values() for folder in places} - ours):
        paths = sorted(places[folder] for places in files.values() if folder in places)
        top, _, rest = project.catalogs.path.partition("{locale}")
        whole = f"{top}{folder}"
        alone = top.endswith("/") and rest.startswith("/") and set(store.files(whole).names) <= set(paths)
        moved = f"mkdir -p {_ARCHIVE} && mv {shlex.join([whole, f'{_ARCHIVE}/{folder}'])}"
        yield Left("", folder, moved if alone else _archived(paths, folder))


def _archived(paths: Iterable[str], name: str) -> str:
    """The command that puts files into an archive, and only then removes them."""
    target = shlex.quote(f"{_ARCHIVE}/{name.replace('/', '-')}.tar")
    return f'(set -- {shlex.join(paths)}; mkdir -p {_ARCHIVE} && tar -cf {target} "$@" && rm "$@")'
