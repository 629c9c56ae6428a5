"""How bad is what the checks find, in this project?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.check import units as check_units
from i18n.check.settings import Settings, settings
from i18n.errors import ConfigurationError
from i18n.model import Finding
from i18n.project import Project


def adjusted(project: Project, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings about sources the severity that the project configures; drop what it turned off."""
    found = tuple(findings)
    return check_units.adjusted(found, {}, settings_of(project)) if found else ()


def settings_of(project: Project) -> Settings:
    """The severities that the project configures. Raises `ConfigurationError`, which names the file."""
    try:
        return settings(project.check, project.build)
    except ConfigurationError as error:
        raise ConfigurationError(f"{project.file}: {error.message}", error.hint) from error
