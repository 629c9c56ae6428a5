"""What is known of Zensical?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from i18n.sites import mkdocs
from i18n.sites.configured import Configured, Folder
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import table
from i18n.sites.site import Sign, Site

CONFIGURATIONS = ("zensical.toml",)


def _configured(folder: Folder) -> Configured:
    """Its settings are those of MkDocs, in a table of their own."""
    file = configuration.first(folder.read, CONFIGURATIONS)
    said = mkdocs.said_by(file, table(file.table.get("project")))
    return replace(said, key=said.key and f"project.{said.key}", layout="zensical", tree="", unread=(file.problem,))


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """By those settings; without extensions of its own it has those that its makers chose, lists of attributes too."""
    file = configuration.first(read, CONFIGURATIONS)
    told = table(file.table.get("project"))
    if not file.name:
        return None
    if "markdown_extensions" not in told:
        return mkdocs.IDS
    written = (read(file.name) or b"").decode(errors="replace")
    return mkdocs.ids_by({"markdown_extensions": _named(table(told["markdown_extensions"]))}, written)


def _named(extensions: Mapping[str, object]) -> dict[str, object]:
    """The extensions of PyMdown by their whole names: TOML has a table of tables in place of a dot."""
    return dict(extensions) | {f"pymdownx.{name}": each for name, each in table(extensions.get("pymdownx")).items()}


ZENSICAL = Site(
    "Zensical",
    "mkdocs",
    "docs",
    tuple(map(Sign, CONFIGURATIONS)),
    ids=mkdocs.IDS,
    configured=_configured,
    configured_ids=_ids,
)
