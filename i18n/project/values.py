"""What is a project: what does its configuration say, and where do its things lie?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from i18n.project.tables import Build, Bundle, Catalogs, Check, DraftSettings, MemorySettings, Privacy, Source

if TYPE_CHECKING:
    from i18n.project.engines import EngineSettings


@dataclass(frozen=True, slots=True)
class Project:
    """Everything the configuration says, checked, and the names of its files: POSIX paths relative to its root."""

    root: str
    """The folder of the configuration; absolute."""
    file: str
    """The path of the configuration itself: `i18n.toml`, or a `pyproject.toml` with `[tool.i18n]`."""
    locales: tuple[str, ...]
    """BCP 47, as the configuration orders them; never the source's."""
    folders: Mapping[str, str]
    """Locale → its name under `locales/`, gettext's form (`pt-BR` → `pt_BR`)."""
    name: str = "articles"
    source_locale: str = "en"
    source: Source = field(default_factory=Source)
    catalogs: Catalogs = field(default_factory=Catalogs)
    memory: MemorySettings = field(default_factory=MemorySettings)
    draft: DraftSettings = field(default_factory=DraftSettings)
    engine: Mapping[str, EngineSettings] = field(default_factory=dict)
    """The `[engine.NAME]` tables that are there."""
    check: Check = field(default_factory=Check)
    build: Build = field(default_factory=Build)
    bundle: Bundle = field(default_factory=Bundle)
    privacy: Privacy = field(default_factory=Privacy)
    notices: Mapping[str, str] = field(default_factory=dict)
    """Locale → what a page with machine drafts says on top."""

    @property
    def catalog_folders(self) -> tuple[str, ...]:
        """Name the folders that hold all catalogs and all templates."""
        patterns = (self.catalogs.path, self.catalogs.template)
        return tuple(pattern.partition("{")[0].rpartition("/")[0] for pattern in patterns)

    def catalog(self, article: str, locale: str) -> str:
        """Name the catalog of an article (by its `{article}` name)."""
        return self.catalogs.path.replace("{locale}", self.folders[locale]).replace("{article}", article)

    def template(self, article: str) -> str:
        """Name the template of an article (by its `{article}` name)."""
        return self.catalogs.template.replace("{article}", article)

    def original(self, path: str) -> str:
        """Name an article or another file by its path below the source folder."""
        return f"{self.source.path}/{path}"

    def output(self, path: str, locale: str) -> str:
        """Name the compiled article, or a file it links to; `path` is below the source folder."""
        return f"{self.build.path}/{locale}/{path}"
