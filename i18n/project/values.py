"""What is a project: what does its configuration say, and where do its things lie?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from i18n.project.tables import Build, Bundle, Catalogs, Check, Draft, Memory, Privacy, Source


@dataclass(frozen=True, slots=True)
class Project:
    """Everything the configuration says, checked, and where things lie."""

    root: Path
    """The folder of the configuration; absolute."""
    file: Path
    """The configuration itself: `i18n.toml`, or a `pyproject.toml` with `[tool.i18n]`."""
    locales: tuple[str, ...]
    """BCP 47, as the configuration orders them; never the source's."""
    folders: Mapping[str, str]
    """Locale → its name under `locales/`, gettext's form (`pt-BR` → `pt_BR`)."""
    name: str = "articles"
    source_locale: str = "en"
    source: Source = field(default_factory=Source)
    catalogs: Catalogs = field(default_factory=Catalogs)
    memory: Memory = field(default_factory=Memory)
    draft: Draft = field(default_factory=Draft)
    engine: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """`[engine.NAME]` tables, as they stand."""
    check: Check = field(default_factory=Check)
    build: Build = field(default_factory=Build)
    bundle: Bundle = field(default_factory=Bundle)
    privacy: Privacy = field(default_factory=Privacy)
    notices: Mapping[str, str] = field(default_factory=dict)
    """Locale → what a page with machine drafts says on top."""

    @property
    def sources(self) -> Path:
        """The folder of the articles."""
        return self.root / self.source.path

    @property
    def dist(self) -> Path:
        """The folder of the compiled articles."""
        return self.root / self.build.path

    @property
    def bundles(self) -> Path:
        """The folder of the bundles."""
        return self.root / self.bundle.path

    def catalog(self, article: str, locale: str) -> Path:
        """Where the catalog of an article (by its `{article}` name) lies."""
        return self.root / self.catalogs.path.replace("{locale}", self.folders[locale]).replace("{article}", article)

    def template(self, article: str) -> Path:
        """Where the template of an article (by its `{article}` name) lies."""
        return self.root / self.catalogs.template.replace("{article}", article)

    def output(self, path: str, locale: str) -> Path:
        """Where the compiled article, or a file it links to, lies; `path` is below the source folder."""
        return self.dist / locale / path

    def relative(self, path: Path) -> str:
        """What messages call a path: below the root in POSIX form where it can be."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
