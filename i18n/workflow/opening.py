"""Can this version do what the project's configuration asks for?"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from i18n.errors import ConfigurationError
from i18n.project import Draft, Project, load

Asked: TypeAlias = Callable[[Project], Iterable[str]]

NOT_YET: tuple[tuple[str, Asked, tuple[str, ...]], ...] = (
    ("catalogs.group", lambda project: [project.catalogs.group], ("article",)),
    ("memory.import", lambda project: project.memory.imports, ()),
    ("build.layout", lambda project: [project.build.layout], ("plain",)),
    ("build.credits", lambda project: [project.build.credits], ("none",)),
    ("bundle.formats", lambda project: project.bundle.formats, ("zip",)),
    ("privacy.deny", lambda project: filter(None, [project.privacy.deny]), ()),
)
"""What the contract has and this version does not: the key, what a project asks of it, what there is."""


def open_project(start: Path, explicit: Path | None = None) -> Project:
    """Load a project's configuration and refuse what this version cannot do. Raises `ConfigurationError`."""
    project = load(start, explicit)
    _refuse_what_is_not_there(project)
    if project.source.code in ("comments", "strings") and importlib.util.find_spec("pygments") is None:
        raise ConfigurationError(
            f'{project.file}: source.code: "{project.source.code}" needs Pygments, which is not installed.',
            "pip install 'manytongues[code]'",
        )
    if (project.check.error, project.check.warn, project.check.off) != ((), (), ()):
        from i18n.workflow.severities import settings_of  # only where there is something to verify

        settings_of(project)
    if project.draft.engines != Draft().engines or project.engine:
        from i18n.workflow.draft.engines import verified

        verified(project)
    return project


def _refuse_what_is_not_there(project: Project) -> None:
    for key, asked, there in NOT_YET:
        for value in asked(project):
            if value not in there:
                hint = f"It has {', '.join(there)}." if there else "Leave the key out."
                raise ConfigurationError(f'{project.file}: {key}: "{value}" is not available in this version.', hint)
