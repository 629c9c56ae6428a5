"""What is a project: what does its configuration say, and where do its things lie?"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from i18n.project.by_locale import NO_GLOBS, NO_PERCENT, PerLocale
from i18n.project.notices import NO_NOTICES, Notices
from i18n.project.placement import Placement, below, overlap
from i18n.project.tables import (
    Build,
    Bundle,
    Catalogs,
    Check,
    DraftSettings,
    MemorySettings,
    Privacy,
    Scripture,
    Source,
    Typography,
)

if TYPE_CHECKING:
    from i18n.project.engines import EngineSettings

DATA = "data"
"""The folder next to those of the languages with what is no article of theirs; no language has a name like that."""


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
    typography: Typography = field(default_factory=Typography)
    scripture: Scripture = field(default_factory=Scripture)
    notices: PerLocale[Notices] = NO_NOTICES
    """What pages say at their top."""
    placement: Placement = field(default_factory=Placement)
    """Where what is built lies below `[build] path`, by `[build] layout`."""

    stages: bool = False
    """What is built is for translators to look at."""

    def staged(self) -> Project:
        """The project as its second output asks for it: with all that there is, and pages that say so."""
        build = replace(
            self.build,
            path=self.build.staging,
            staging="",
            fallback="mixed",
            outdated="keep",
            minimum=NO_PERCENT,
            drop_below=NO_PERCENT,
            required=NO_GLOBS,
            require="translated",
            drafts=True,
        )
        return replace(self, build=build, notices=self.notices.changed(Notices.all_told), stages=True)

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

    @property
    def top(self) -> str:
        """What paths of articles begin in, for messages."""
        return f"{self.source.base}/" if self.source.base else "the project's root"

    def original(self, path: str) -> str:
        """Name an article or another file by its path below the source folder, a file of data by its own."""
        return path if self.is_data(path) else below(self.source.base, path)

    def path(self, name: str) -> str:
        """Give the path below the source folder of an article or another file."""
        return name.removeprefix(f"{self.source.base}/") if self.source.base else name

    def output(self, path: str, locale: str) -> str:
        """Name the compiled article; `path` is below the source folder."""
        return self.built(self.page(path, locale), locale)

    def page(self, path: str, locale: str) -> str:
        """Say where the compiled article lies, below the folder of its language; `path` is below the source folder.

        That of a file of data begins with `../` where it lies elsewhere, so that no generator takes it for content.
        """
        return self.data_page(path, locale) if self.is_data(path) else self.placement.page(path, locale)

    def data_page(self, path: str, locale: str) -> str:
        """Say the same of a path as that of a file of data."""
        named = self.placement.data(path, locale, self.source_locale)
        if self.placement.divided and not any(path.startswith(below(each, "")) for each in self.source.folders):
            return f"../{DATA}/{locale}/{named}"
        if self.shares_tree and not self.placement.divided:
            return posixpath.relpath(named, self.build.path)
        below_source = self.path(path).removeprefix(below(self.build.path, ""))
        return self.placement.data(below_source, locale, self.source_locale)

    def built(self, path: str, locale: str) -> str:
        """Name a page, or a file that one needs, by its path below the folder of its language."""
        name = below(self.build.path, below(self.placement.folder(locale), path))
        return posixpath.normpath(name) if path.startswith("../") else name

    def is_data(self, path: str) -> bool:
        """Tell whether a path is that of a file of data, relative to the root."""
        return any(each.concerns(path) for each in self.source.data)

    def is_output(self, name: str, *, is_data: bool = False) -> bool:
        """Tell whether a file lies where this program writes: such a file is never an article.

        Files of data may lie in a tree that the languages share, though no article does.
        """
        apart = (*self.catalog_folders, self.bundle.path, self.build.staging)
        if any(name.startswith(f"{folder}/") for folder in apart if folder):
            return True
        top = below(self.build.path, "")
        path = name.removeprefix(top)
        if not name.startswith(top):
            return False
        is_shared = self.shares_tree or (is_data and not self.placement.divided)
        return not is_shared or any(self.placement.holds(path, locale) for locale in self.locales)

    @property
    def shares_tree(self) -> bool:
        """What is built lies among the articles, or they lie among it."""
        if self.placement.divided:
            return self.build.path == "."
        return not self.stages and any(overlap(self.build.path, folder) for folder in self.source.path)
