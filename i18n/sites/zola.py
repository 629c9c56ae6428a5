"""What is known of Zola?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from i18n.sites.configured import Configured, Folder, joined, others
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, table, text
from i18n.sites.site import Sign, Site

CONFIGURATIONS = ("zola.toml", "config.toml")


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    own = text(file.table.get("default_language"))
    return Configured(
        file=file.name,
        language=own,
        key="default_language",
        locales=others(table(file.table.get("languages")), own),
        folders=("content",),
        layout="zola",
        tree="content",
        outputs=(joined(text(file.table.get("output_dir")) or "public"),),
        unread=(file.problem,),
    )


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """Its `slugify` says of anchors whether letters stay as they are."""
    file = configuration.first(read, CONFIGURATIONS)
    kept = text(at(file.table, "slugify", "anchors")) in ("safe", "off")
    return replace(_IDS, rule="zola-kept" if kept else "zola") if file.name else None


_IDS = Ids(rule="zola", form="braces")
ZOLA = Site(
    "Zola",
    "zola",
    "content",
    (Sign("zola.toml"), Sign("config.toml", rb"(?m)^base_url\s*="), Sign("config.toml", rb"\[markdown\]")),
    ids=_IDS,
    configured=_configured,
    configured_ids=_ids,
)
