"""Which names must not leave this machine? Read from a file that only its owner has."""

from __future__ import annotations

import posixpath

from i18n.errors import ConfigurationError, InputError
from i18n.privacy.redaction import Name, parse
from i18n.project import Project
from i18n.store import git, places


def redacted_names(project: Project) -> tuple[Name, ...]:
    """Read the file of `[draft] redact`; no names without such a file. Raises `ConfigurationError`.

    A file that cannot be read, or that version control would give to others, is an error, and nothing is sent.
    No message says what stands in the key: it might be a name.
    """
    if not project.draft.redact:
        return ()
    path = places.located(project.root, project.draft.redact)
    where = f"{project.file}: draft.redact"
    if not places.is_file(path):
        raise ConfigurationError(
            f"{where}: there is no such file.", "Name a file outside version control with one name a line."
        )
    if _is_shared(path):
        raise ConfigurationError(
            f"{where}: the file is not outside version control.",
            "Move it out of the repository, or have it ignored (and `git rm --cached` it), so that no clone holds it.",
        )
    try:
        return parse(places.read(path), "the file of draft.redact")
    except InputError as error:
        raise ConfigurationError(f"{where}: {error.message} (line {error.line}).", error.hint) from None


def _is_shared(path: str) -> bool:
    """Tell whether git knows the file, or would add it; without git, or outside a work tree, nobody shares it."""
    folder, name = posixpath.split(places.real(path))
    return git.shared(folder, [name]) != frozenset()
