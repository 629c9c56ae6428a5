"""What is known of mdBook?"""

from __future__ import annotations

from i18n.sites.configured import Configured, Folder, joined
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, text
from i18n.sites.site import Sign, Site


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, ("book.toml",))
    return Configured(
        file=file.name,
        language=text(at(file.table, "book", "language")),
        key="book.language",
        folders=(joined(text(at(file.table, "book", "src")) or "src"),),
        layout="mdbook",
        outputs=(joined(text(at(file.table, "build", "build-dir")) or "book"),),
        unread=(file.problem,),
    )


MDBOOK = Site(
    "mdBook", "mdbook", "src", (Sign("book.toml"),), ids=Ids(rule="mdbook", form="braces"), configured=_configured
)
