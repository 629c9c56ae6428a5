"""What is known of Zola?"""

from __future__ import annotations

from i18n.sites.configured import Configured, Folder, inside, others
from i18n.sites.reading import configuration
from i18n.sites.reading.values import table, text
from i18n.sites.site import Sign, Site

_CONFIGURATIONS = ("zola.toml", "config.toml")


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, _CONFIGURATIONS)
    own = text(file.table.get("default_language"))
    return Configured(
        file=file.name,
        language=own,
        key="default_language",
        locales=others(table(file.table.get("languages")), own),
        folders=("content",),
        outputs=(inside(text(file.table.get("output_dir")) or "public"),),
        unread=(file.problem,),
    )


ZOLA = Site(
    "Zola",
    "zola",
    "content",
    (Sign("zola.toml"), Sign("config.toml", rb"(?m)^base_url\s*="), Sign("config.toml", rb"\[markdown\]")),
    configured=_configured,
)
