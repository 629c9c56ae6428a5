"""What is known of Zensical?"""

from __future__ import annotations

from i18n.sites import mkdocs
from i18n.sites.configured import Configured, Folder
from i18n.sites.reading import configuration
from i18n.sites.reading.values import table
from i18n.sites.site import Sign, Site


def _configured(folder: Folder) -> Configured:
    """Its settings are those of MkDocs, in a table of their own."""
    file = configuration.first(folder.read, ("zensical.toml",))
    return mkdocs.said_by(file, table(file.table.get("project")))


ZENSICAL = Site("Zensical", "mkdocs", "docs", (Sign("zensical.toml"),), configured=_configured)
