"""Which lines does git's list of what it ignores need?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from i18n.project import Project
from i18n.sites.configured import is_below
from i18n.store import Store
from i18n.store.protocol import PRIVATE
from i18n.workflow.sharing import lines

FILE = ".gitignore"


def missing(store: Store, project: Project) -> tuple[str, ...]:
    """Lines for what is made again, and for what is private, that are not there in one form or another."""
    there = set(map(_meant, (store.read_if_there(FILE) or b"").decode("utf-8", "replace").splitlines()))
    made = tuple(f"/{place}/" for place in _made(project))
    private = (line for line in lines(project) if not line.startswith(made))
    return tuple(line for line in dict.fromkeys((*made, *private)) if _meant(line) not in there)


def write(store: Store, new: Iterable[str]) -> bool:
    """Append lines with the line ends that the file has; whether its last line is ended stays as it is."""
    before = store.read_if_there(FILE) or b""
    end = b"\r\n" if b"\r\n" in before else b"\n"
    is_ended = not before or before.endswith(b"\n")
    added = end.join(line.encode() for line in new)
    if not added:
        return False
    return store.write(FILE, before + (added + end if is_ended else end + added), sync=True)


def _made(project: Project) -> Iterator[str]:
    if not _is_shared(project.build.path, project.source.path):
        yield project.build.path
    yield from filter(None, (project.build.staging, project.bundle.path, PRIVATE))


def _is_shared(top: str, folders: Iterable[str]) -> bool:
    """Whether files of others lie in the folder of the outputs: articles, or what Docusaurus has in its `i18n`."""
    return top == "." or posixpath.basename(top) == "i18n" or any(is_below(f"{folder}/", top) for folder in folders)


def _meant(line: str) -> str:
    """What a line ignores, however it is written."""
    return line.strip().removeprefix("/").removesuffix("/**").rstrip("/")
