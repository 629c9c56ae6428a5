"""What can a project say of itself? The configuration as frozen values, each with its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Source:
    """`[source]`: where the articles are and how they are read."""

    path: str = "source"
    include: tuple[str, ...] = ("**/*.md", "**/*.mdx")
    exclude: tuple[str, ...] = ()
    dialect: str = "gfm"
    front_matter: tuple[str, ...] = ("title", "description", "summary")
    parameters: tuple[str, ...] = ()
    code: str = "skip"
    private: tuple[str, ...] = ()
    """Globs of articles that never leave the machine."""


@dataclass(frozen=True, slots=True)
class Catalogs:
    """`[catalogs]`: where the PO and POT files are."""

    path: str = "locales/{locale}/LC_MESSAGES/{article}.po"
    template: str = "locales/templates/{article}.pot"
    group: str = "article"
    references: Literal["file", "line", "none"] = "file"


@dataclass(frozen=True, slots=True)
class Memory:
    """`[memory]`: translations to draw on."""

    imports: tuple[str, ...] = ()
    """`import` in the configuration."""
    minimum: int = 75
    """Least score of a match, 0-100."""
    glossary: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """`[draft]`: which engines fill what is empty."""

    engines: tuple[str, ...] = ("memory", "apertium")
    max_characters: int = 0
    """0: no limit."""
    max_cost: float = 0.0
    """0: no limit."""
    redact: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """`[check]`: how severe each rule is."""

    error: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """`[build]`: what is published and how."""

    path: str = "dist"
    layout: str = "plain"
    fallback: str = "mixed"
    outdated: str = "source"
    minimum: int = 0
    """Percent of words, 0-100."""
    drop_below: int = 0
    """Percent of words, 0-100, at most `minimum`."""
    required: tuple[str, ...] = ()
    require: str = "translated"
    drafts: bool = False
    anchors: str = "pin"
    links: str = "localize"
    credits: str = "none"


@dataclass(frozen=True, slots=True)
class Bundle:
    """`[bundle]`: what is packed."""

    path: str = "bundles"
    formats: tuple[str, ...] = ("zip",)


@dataclass(frozen=True, slots=True)
class Privacy:
    """`[privacy]`: what must not leave."""

    translators: Literal["omit", "keep"] = "omit"
    remote: str = "named"
    deny: str = ""


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
