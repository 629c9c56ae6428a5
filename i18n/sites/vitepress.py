"""What is known of VitePress?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, joined, others, spelled
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, is_open, table, text, texts
from i18n.sites.site import Sign, Site

CONFIGURATIONS = (
    *configuration.of_script(".vitepress/config"),
    *configuration.of_script(".vitepress/config/index"),
)


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """With its configuration in the root, VitePress publishes all Markdown below it."""
    file = configuration.first(read, CONFIGURATIONS)
    there = [each.partition("/")[0] for each in texts(file.table.get("srcExclude"))]
    missing = [f"'{name}/**'" for name in names if "." not in name and name not in there]
    if not file.name or not missing or (joined(text(file.table.get("srcDir"))) or ".") != ".":
        return ""
    return f"{file.name}:  srcExclude: [{', '.join(missing)}]"


def _is_elsewhere(language: object) -> bool:
    """Whether a language is a link to another site."""
    return text(at(language, "link")).partition(":")[0] in ("http", "https")


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = file.table
    top = joined(text(told.get("srcDir")) or ".") or "."
    languages = {name: each for name, each in table(told.get("locales")).items() if not _is_elsewhere(each)}
    root = "root" if "root" in languages or not languages else next(iter(languages))
    own = spelled(text(at(languages, root, "lang")), text(told.get("lang")), root if root != "root" else "")
    unread = f"{file.name} does not spell its locales out." if is_open(told, "locales") else ""
    return Configured(
        file=file.name,
        language=own,
        key="lang",
        locales=others(languages, root),
        folders=(posixpath.normpath(posixpath.join(top, "" if root == "root" else root)),),
        translated=tuple((each, posixpath.normpath(posixpath.join(top, each))) for each in others(languages, root)),
        layout="vitepress",
        tree=top,
        outputs=(joined(text(told.get("outDir")) or ".vitepress/dist"),),
        exclude=tuple(posixpath.normpath(posixpath.join(top, each)) for each in texts(told.get("srcExclude"))),
        unread=(file.problem, unread),
    )


VITEPRESS = Site(
    "VitePress",
    "vitepress",
    "docs",
    (Sign(".vitepress/config.*"), Sign(".vitepress/config/index.*")),
    unpublished=_unpublished,
    front_matter=(
        "titleTemplate", "hero.name", "hero.text", "hero.tagline", "hero.image.alt", "hero.actions[].text",
        "features[].title", "features[].details", "features[].linkText", "features[].icon.alt", "prev", "prev.text",
        "next", "next.text",
    ),
    ids=Ids(rule="vitepress", form="braces"),
    configured=_configured,
    notice=notices.container,
)  # fmt: skip
