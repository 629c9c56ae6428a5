"""What of a file that an article uses is put next to its pages, and what is to be said of it?"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from i18n.errors import InputError, StorageError
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.store import Store
from i18n.workflow.publish.linked import Linked, not_published
from i18n.workflow.publish.owning import Owned

if TYPE_CHECKING:
    from i18n import media


@dataclass(frozen=True, slots=True)
class Copied:
    """A file as it is published."""

    path: str
    """Below the source folder, as the article names it, which decides where it lies for each language."""
    locales: tuple[str, ...]
    """Languages whose readers see it."""
    sha256: str
    """Of the published bytes, in hexadecimal."""
    findings: tuple[Finding, ...] = ()
    written: int = 0
    """Languages in which that was a change."""
    failures: tuple[tuple[str, StorageError], ...] = ()
    """Languages in which it could not be written, and why."""


def copy_all(
    store: Store,
    project: Project,
    article: str,
    files: Iterable[Linked],
    users: Callable[[str], Sequence[str]],
    owned: Owned,
) -> tuple[tuple[Copied, ...], tuple[Finding, ...]]:
    """Publish the files of an article, and say which could not be read.

    `users` gives the languages whose page needs a file, by its path.
    """
    made: list[Copied] = []
    unread: list[Finding] = []
    for file in files:
        for one, locales in _for_readers(file, users(file.path)):
            try:
                made.append(_copied(store, project, article, one, locales, owned))
            except InputError as error:
                unread.append(not_published(project, article, one.target, error.message))
    return tuple(made), tuple(unread)


def _for_readers(file: Linked, locales: Sequence[str]) -> Iterator[tuple[_File, list[str]]]:
    """A file, and each one that readers of some languages see in its place; with the languages of each."""
    own = dict(file.own)
    yield _File(file.path, file.path, file.target), [locale for locale in locales if locale not in own]
    for path in dict.fromkeys(own.values()):
        readers = [locale for locale in locales if own.get(locale) == path]
        if readers:
            yield _File(path, file.path, posixpath.basename(path)), readers


def within(project: Project, article: str, text: str) -> tuple[Finding, ...]:
    """Say what pictures tell that an article holds itself, in `data:` addresses; its text is published as it is."""
    if "data:" not in text.lower():
        return ()
    from i18n import media  # many articles come without files, and every format comes with it

    files = media.embedded(text, media.clean)
    more = (f"holds a picture that says more than it shows ({', '.join(files.gone)})",) if files.gone else ()
    reasons = dict.fromkeys(reason.partition(":")[0] for reason in (*more, *files.stays))
    return tuple(_finding(project, article, f"The text {reason}: it is published as written") for reason in reasons)


def is_clean(project: Project, data: bytes) -> bool:
    """Tell whether a published file is as this configuration publishes it."""
    from i18n import media

    return project.build.images == "keep" or not media.clean(data).gone


class _File(NamedTuple):
    """What is copied."""

    path: str
    place: str
    """Path of the file that the article names."""
    target: str
    """What it is called in findings."""


def _copied(store: Store, project: Project, article: str, file: _File, locales: Sequence[str], owned: Owned) -> Copied:
    """Publish a file in some languages, or in none: then it is only looked at.

    What can be cleaned is never a hard link to its original, through which a later change would reach readers as it
    is; but the languages share one clean file. Raises `InputError`.
    """
    from i18n import media

    original = project.original(file.path)
    data = store.read(original)
    outcome = media.clean(data)
    keeps = project.build.images == "keep"
    linked = "" if outcome.copied and not keeps else original
    data = data if linked else outcome.data
    written, failures = 0, []
    for locale in locales:
        output = project.built(project.placement.file(file.place, locale), locale)
        try:
            owned.make_way(store, output, data)
            written += store.link(linked, output) if linked else store.write(output, data)
        except StorageError as error:
            failures.append((locale, error))
        else:
            # A store that pretends has written nothing to link to.
            linked = linked or ("" if store.pretend else output)
    findings = (_finding(project, article, f'"{file.target}" {reason}') for reason in _reasons(outcome, keeps=keeps))
    return Copied(
        file.place, tuple(locales), hashlib.sha256(data).hexdigest(), tuple(findings), written, tuple(failures)
    )


def _reasons(outcome: media.Clean, *, keeps: bool) -> Iterator[str]:
    if keeps and outcome.gone:
        yield f'is published with what it says besides ({", ".join(outcome.gone)}), as [build] images is "keep"'
    yield from outcome.stays


def _finding(project: Project, article: str, text: str) -> Finding:
    return Finding("image-metadata", Severity.WARNING, f"{text}.", project.original(article), article=article)
