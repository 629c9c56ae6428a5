"""What of a file that an article uses is put next to its pages, and what is to be said of it?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from i18n.errors import InputError, StorageError
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.store import Store
from i18n.workflow.publish.linked import Linked, not_published

if TYPE_CHECKING:
    from i18n import media


@dataclass(frozen=True, slots=True)
class Copied:
    """A file as it is published."""

    path: str
    """Below the source folder, and below the folder of each language."""
    sha256: str
    """Of the published bytes, in hexadecimal."""
    findings: tuple[Finding, ...] = ()
    written: int = 0
    """Languages in which that was a change."""
    failures: tuple[tuple[str, StorageError], ...] = ()
    """Languages in which it could not be written, and why."""


def copy_all(
    store: Store, project: Project, article: str, files: Iterable[Linked], users: Callable[[str], Sequence[str]]
) -> tuple[tuple[Copied, ...], tuple[Finding, ...]]:
    """Publish the files of an article, and say which could not be read.

    `users` gives the languages whose page needs a file, by its path.
    """
    made: list[Copied] = []
    unread: list[Finding] = []
    for file in files:
        try:
            made.append(_copied(store, project, article, file, users(file.path)))
        except InputError as error:
            unread.append(not_published(project, article, file.target, error.message))
    return tuple(made), tuple(unread)


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


def _copied(store: Store, project: Project, article: str, file: Linked, locales: Sequence[str]) -> Copied:
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
        output = project.built(project.placement.file(file.path, locale), locale)
        try:
            written += store.link(linked, output) if linked else store.write(output, data)
        except StorageError as error:
            failures.append((locale, error))
        else:
            # A store that pretends has written nothing to link to.
            linked = linked or ("" if store.pretend else output)
    findings = (_finding(project, article, f'"{file.target}" {reason}') for reason in _reasons(outcome, keeps=keeps))
    return Copied(file.path, hashlib.sha256(data).hexdigest(), tuple(findings), written, tuple(failures))


def _reasons(outcome: media.Clean, *, keeps: bool) -> Iterator[str]:
    if keeps and outcome.gone:
        yield f'is published with what it says besides ({", ".join(outcome.gone)}), as [build] images is "keep"'
    yield from outcome.stays


def _finding(project: Project, article: str, text: str) -> Finding:
    return Finding("image-metadata", Severity.WARNING, f"{text}.", project.original(article), article=article)
