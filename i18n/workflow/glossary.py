"""Which terms has the project settled on?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from i18n.errors import InputError
from i18n.project import Project
from i18n.store import Store

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary


def read_glossaries(store: Store, project: Project) -> Mapping[str, Glossary]:
    """Read the glossary of the project, locale by locale; nothing where it has none. Raises `InputError`."""
    name = project.memory.glossary
    if not name:
        return {}
    from i18n.memory.glossary import parse  # most projects have none, and workers start often

    return parse(store.read(store.inside(name)), name, project.source_locale, project.locales)


def readable_glossaries(store: Store, project: Project) -> Mapping[str, Glossary]:
    """Read them where they can be read: `check` says what is wrong with the others."""
    try:
        return read_glossaries(store, project)
    except InputError:
        return {}
