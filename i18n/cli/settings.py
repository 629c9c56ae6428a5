"""What did the options before the command say, and which project does it work on?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from i18n.project import Project
    from i18n.workflow.selection import Selection


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the group."""

    folder: Path | None
    """`--project`."""
    wanted_jobs: int | None
    """`--jobs`."""
    verbose: bool = False
    quiet: bool = False

    @property
    def jobs(self) -> int:
        """How many processes to work with."""
        from i18n.workflow.spreading import processors

        return self.wanted_jobs or processors()

    def project(self) -> Project:
        """Load the project; raises `ConfigurationError`."""
        from i18n.cli.output import detail
        from i18n.workflow.opening import open_project

        project = open_project(Path.cwd(), self.folder)
        detail(self, f"Configured by {project.file}; working with {self.jobs} processes.")
        return project

    def select(self, project: Project, articles: tuple[str, ...], locales: tuple[str, ...]) -> Selection:
        """Narrow the project to what the command line names; raises `ConfigurationError`."""
        from i18n.workflow.selection import select

        return select(project, articles, locales, Path.cwd())
