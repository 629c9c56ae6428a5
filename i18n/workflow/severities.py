"""How bad is what the checks find, in this project?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from i18n.errors import ConfigurationError
from i18n.model import Finding
from i18n.project import Project

if TYPE_CHECKING:
    from i18n.check.settings import Settings


def adjusted(project: Project, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings about sources the severity that the project configures; drop what it turned off."""
    found = tuple(findings)
    if not found:
        return ()
    from i18n.check import units  # most often there is nothing to adjust, and all checks come with it

    return units.adjusted(found, {}, settings_of(project))


def settings_of(project: Project) -> Settings:
    """The severities that the project configures. Raises `ConfigurationError`, which names the file."""
    from i18n.check.settings import settings

    try:
        return settings(project.check, project.build, project.typography, project.scripture)
    except ConfigurationError as error:
        raise ConfigurationError(f"{project.file}: {error.message}", error.hint) from error
