"""What is known of Docusaurus?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from i18n.markdown import frontmatter
from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, is_below, joined, others
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, is_open, table, text, texts
from i18n.sites.site import Sign, Site

_KINDS = {"docs": "docs", "blog": "blog", "pages": "src/pages"}
"""What has articles, each with the folder that it has unless it names one."""


class Plugin(NamedTuple):
    """A plugin that holds articles, in a preset or by itself."""

    kind: str
    """`docs`, `blog` or `pages`."""
    options: Mapping[str, object]

    @property
    def id(self) -> str:
        """Its name where there are several of a kind; empty for the usual one."""
        name = text(self.options.get("id"))
        return name if name != "default" else ""

    @property
    def folder(self) -> str:
        """Where its articles are, relative to the site; empty for a place that cannot be."""
        return joined(text(self.options.get("path")) or _KINDS[self.kind])

    @property
    def versions(self) -> str:
        """What names of files and folders of its earlier versions begin with."""
        return f"{self.id}_version" if self.id else "version"


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = table(file.table.get("i18n"))
    own = text(told.get("defaultLocale"))
    translations = others(texts(told.get("locales")), own)
    top = joined(text(told.get("path")) or "i18n")
    places = {each: text(at(told, "localeConfigs", each, "path")) or each for each in translations}
    return Configured(
        file=file.name,
        language=own,
        key="i18n.defaultLocale",
        locales=translations,
        folders=tuple(dict.fromkeys(filter(None, _folders(folder, file.table)))),
        translated=tuple((each, posixpath.join(top, place)) for each, place in places.items()),
        layout="docusaurus",
        tree=top,
        outputs=("build",),
        unread=(file.problem, *_unread(file), _unwritten(folder, posixpath.join(top, own or "en"), own or "en")),
    )


def _folders(folder: Folder, told: Mapping[str, object]) -> Iterator[str]:
    """The folders of documents, posts and pages; of documents in versions also that of the version shown by itself."""
    for plugin in plugins(told):
        shown = _shown_version(folder.read, plugin) if plugin.kind == "docs" else ""
        if not shown or plugin.options.get("includeCurrentVersion") != "false":
            yield plugin.folder
        yield shown and joined(f"{plugin.versions}ed_docs/version-{shown}")


def _shown_version(read: Callable[[str], bytes | None], plugin: Plugin) -> str:
    """The version of documents at the address that names none; empty for the one that is being written."""
    is_off = plugin.options.get("disableVersioning") == "true"
    written = b"" if is_off else read(f"{plugin.versions}s.json") or b""
    versions = texts(frontmatter.tree("json", f'{{"all": {written.decode(errors="replace")}}}').get("all"))
    last = text(plugin.options.get("lastVersion")) or next(iter(versions), "")
    return last if last in versions else ""


def plugins(told: Mapping[str, object]) -> Iterator[Plugin]:
    """The plugins that hold articles, those of presets first; without a preset that can be read, the usual ones."""
    presets = [settings for name, settings in _entries(told.get("presets")) if "classic" in name]
    for settings in presets or [{}]:
        for kind in _KINDS:
            if settings.get(kind) != "false":
                yield Plugin(kind, table(settings.get(kind)))
    for name, settings in _entries(told.get("plugins")):
        kind = name.rpartition("-")[2]
        if "content-" in name and kind in _KINDS:
            yield Plugin(kind, settings)


def _entries(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Presets or plugins: a name, and its settings if there are any."""
    for each in value if isinstance(value, list) else ():
        name, *settings = each if isinstance(each, list) and each else (each,)
        yield text(name), table(settings[0] if settings else None)


def _unwritten(folder: Folder, words: str, own: str) -> str:
    """Say how menus and words of the theme get into files; empty where they are in some."""
    if any(name.endswith(".json") and is_below(name, words) for name in folder.names):
        return ""
    run = f"docusaurus write-translations --locale {own}"
    return f"What menus and the theme say lies in no file yet: `{run}` makes some, and [source] data may name them."


def _unread(file: configuration.Configuration) -> Iterator[str]:
    if any(is_open(file.table, "i18n", key) for key in ("defaultLocale", "locales")):
        yield f"{file.name} does not spell its i18n.defaultLocale and i18n.locales out."
    if any(is_open(file.table, key) for key in ("presets", "plugins")):
        yield f"{file.name} does not spell all of its presets and plugins out: they may have more folders."


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """What its configuration says of Markdown, and its version, decide how an article gives a heading an id."""
    file = configuration.first(read, CONFIGURATIONS)
    told = table(file.table.get("markdown"))
    package = configuration.first(read, ("package.json",)).table
    version = _VERSION.match(text(at(package, "dependencies", "@docusaurus/core")))
    is_old = version is not None and (int(version[1]), int(version[2] or 99)) < _COMMENTS_SINCE
    form, compatible = text(told.get("format")), text(at(told, "mdx1Compat", "headingIds"))
    v4 = at(file.table, "future", "v4")
    is_new = compatible == "false" or (not compatible and "true" in (text(v4), text(at(v4, _NO_BRACES))))
    braces = is_old or compatible == "true" or form == "md"
    detects = not braces and (form == "detect" or not is_new)
    ids = replace(_IDS, form="braces" if braces else "expression", detects=detects)
    return ids if file.name else None


CONFIGURATIONS = configuration.of_script("docusaurus.config")
_VERSION = re.compile(r"[^\d]*(\d+)(?:\.(\d+))?")
_COMMENTS_SINCE = (3, 10)
"""The version from which a comment of MDX may give a heading its id."""
_NO_BRACES = "mdx1CompatDisabledByDefault"
"""What makes Docusaurus 3 read MDX as its next version will; otherwise it knows ids in braces too."""
_IDS = Ids(rule="docusaurus", form="expression", follows=True, detects=True)
DOCUSAURUS = Site(
    "Docusaurus",
    "docusaurus",
    "docs",
    (Sign("docusaurus.config.*"),),
    data={"i18n/{own}/**/*.json": "*.message"},
    front_matter=("sidebar_label", "pagination_label", "title_meta", "keywords[]"),
    ids=_IDS,
    configured=_configured,
    configured_ids=_ids,
    notice=notices.directive,
)
