"""Is what lies at the place of a page ours, as the last build left it? A person's file is never written over."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from i18n.errors import InputError, StorageError
from i18n.model import Finding, Severity
from i18n.project import Known, Project
from i18n.project.placement import below
from i18n.store import Store
from i18n.store.protocol import PRIVATE
from i18n.workflow.reading import UNWRITABLE

NOTES = f"{PRIVATE}/written"
"""Digests of names and what was written there, a line each, for a build that is killed or a record that is lost."""
_MANY, _TIMES = 10_000, 4
"""Notes that are kept in any case, and for each file that is listed."""


@dataclass(frozen=True, slots=True)
class Owned:
    """What earlier builds wrote."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each file in hexadecimal, by its name."""
    noted: frozenset[str] = frozenset()
    """Digests of what builds began to write, and where, whatever became of them and of their record."""
    adopt: bool = False
    """Files that are not ours are taken over too."""
    alone: str = ""
    """Where all files are ours, with a slash at its end: one that is listed and changed is made again there. Elsewhere
    that is somebody's work."""

    def make_way(self, store: Store, name: str, data: bytes) -> None:
        """Prepare for `data` to be written. Raises `StorageError` where a file lies that must not be written over.

        The digest is noted first, so that the next build knows the file whenever this one is killed.
        """
        if self.verify(store, name, data):
            with contextlib.suppress(StorageError):  # without a note all is well unless something is killed
                store.append(NOTES, f"{_note(name, hashlib.sha256(data).hexdigest())}\n".encode())

    def verify(self, store: Store, name: str, data: bytes | None) -> bool:
        """Tell whether there is something else than `data` (None: nothing), and may be changed for it.

        Through a symbolic link nothing is taken over: what it leads to may be anybody's. Raises `StorageError` where
        it must stay.
        """
        try:
            there = store.read_if_there(name)
        except InputError:
            return False  # whoever writes says what is wrong
        if there is None or there == data:
            return there != data
        if name in self.digests and self.alone and name.startswith(self.alone):
            return True
        digest = hashlib.sha256(there).hexdigest()
        if digest == self.digests.get(name) or _note(name, digest) in self.noted:
            return True
        if self.adopt and store.inside(name) == name:
            return True
        if name in self.digests:
            raise StorageError(
                "was changed by hand since it was built, and stays as it is",
                "Put the change into the article or its catalog; `i18n build --adopt` then takes the file over.",
                name,
            )
        raise StorageError(
            "lies where a page or a file of a language belongs, is none of this program's, and stays as it is",
            "Move it away if it is to be kept; `i18n build --adopt` takes it over.",
            name,
        )

    def remove(self, store: Store, project: Project, name: str) -> bool:
        """Delete a file of an earlier build and say whether it was there. Raises `StorageError` where it is changed.

        A picture that is one file with its original changes with that.
        """
        original = next((each for each in _originals(project, name) if store.is_file(each)), "")
        self.verify(store, name, store.read_if_there(original) if original else None)
        return store.remove(name)


def _originals(project: Project, name: str) -> list[str]:
    """Where the original of a file may lie that has its path below the folder of a language."""
    path = name.removeprefix(below(project.build.path, ""))
    folders = [below(project.placement.spelling(locale), "") for locale in project.locales]
    paths = [path, *(path.removeprefix(folder) for folder in folders if path.startswith(folder))]
    return [original for each in paths if (original := project.original(each)) != name]


def owned(store: Store, digests: Mapping[str, str], project: Project, *, adopt: bool) -> Owned:
    """What is ours, by the record of the last build and by what builds noted; notes that are too many are thinned."""
    store.private("written")
    noted = frozenset((store.read_if_there(NOTES) or b"").decode(errors="replace").split())
    if len(noted) > _MANY + _TIMES * len(digests):
        noted = frozenset(_note(name, digest) for name, digest in digests.items())
        store.write(NOTES, "".join(f"{digest}\n" for digest in sorted(noted)).encode())
    alone = "" if project.shares_tree else below(project.build.path, "")
    return Owned(digests, noted, adopt, alone)


def clashing(project: Project, articles: Iterable[Known]) -> Iterator[Finding]:
    """Say which articles are not built, as their pages would lie where those of others before them do."""
    if project.placement.divided:
        return
    first: dict[str, Known] = {}
    for known in articles:
        other = first.setdefault(project.output(known.path, project.locales[0]), known)
        if other is not known:
            named = "a private article" if other.private else other.path
            text = f"Its pages would lie where those of {named} do, and are not made: give one of them another name."
            yield Finding(UNWRITABLE, Severity.ERROR, text, known.reference, article=known.path)


def _note(name: str, digest: str) -> str:
    return hashlib.sha256(f"{digest} {name}".encode(errors="surrogatepass")).hexdigest()
