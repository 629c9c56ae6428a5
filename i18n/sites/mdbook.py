"""What is known of mdBook?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from i18n.sites.configured import Configured, Folder, joined
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, text
from i18n.sites.site import Sign, Site

CONFIGURATIONS = ("book.toml",)


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """With its chapters in the root, mdBook copies all that lies next to them, and takes no list of exceptions."""
    told = configuration.first(read, CONFIGURATIONS).table
    if not names or joined(text(at(told, "book", "src")) or "src") != ".":
        return ""
    return 'book.toml:  [book] src = "src", and move the chapters there'


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
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
    "mdBook",
    "mdbook",
    "src",
    tuple(map(Sign, CONFIGURATIONS)),
    unpublished=_unpublished,
    ids=Ids(rule="mdbook", form="braces"),
    configured=_configured,
)
