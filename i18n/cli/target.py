"""Which project, and which part of it, does a command work on?"""

from __future__ import annotations

from collections.abc import Sequence

from i18n.cli.output import detail
from i18n.cli.settings import Settings
from i18n.project import Project
from i18n.store import LocalStore, places
from i18n.workflow import opening, selection


def project_of(settings: Settings) -> Project:
    """Load the project; raises `ConfigurationError`."""
    project = opening.open_project(places.working_folder(), settings.folder)
    detail(settings, f"Configured by {project.file}; working with {settings.jobs} processes.")
    return project


def selection_of(
    project: Project, articles: tuple[str, ...], locales: tuple[str, ...], extra: Sequence[str] = ()
) -> selection.Selection:
    """Narrow the project to what the command line names; raises `ConfigurationError`, `InputError`."""
    return selection.select(LocalStore(project.root), project, articles, locales, places.working_folder(), extra)
