"""What is known of Starlight, and of Astro without it?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, joined, others, spelled
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration, javascript
from i18n.sites.reading.values import at, is_open, table, text
from i18n.sites.site import Sign, Site

CONFIGURATIONS = configuration.of_script("astro.config")
_CONTENT = ("content.config", "content/config")


def _starlight(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = file.script.given("starlight")
    docs = documents(file.table)
    languages, default = table(told.get("locales")), text(told.get("defaultLocale"))
    if not languages and table(file.table.get("i18n")):
        return _astro(folder)
    root = "root" if "root" in languages else default
    unread = f"{file.name} does not spell its locales out." if is_open(told, "locales") else ""
    return Configured(
        file=file.name,
        language=spelled(text(at(languages, root, "lang")), default if root != "root" else ""),
        key="defaultLocale",
        locales=others(languages, root),
        folders=(posixpath.join(docs, root) if root in languages and root != "root" else docs,),
        translated=tuple((each, posixpath.join(docs, each)) for each in others(languages, root)),
        layout="starlight",
        tree=docs,
        outputs=_outputs(file.table),
        unread=(file.problem, unread),
    )


def _astro(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = table(file.table.get("i18n"))
    own = text(told.get("defaultLocale"))
    entries = told.get("locales")
    paths = [text(each) or text(at(each, "path")) for each in (entries if isinstance(entries, list) else ())]
    source = _source(file.table)
    return Configured(
        file=file.name,
        language=own,
        key="i18n.defaultLocale",
        locales=others(filter(None, paths), own),
        folders=tuple(dict.fromkeys((*_collections(folder, source), f"{source}/content", f"{source}/pages"))),
        outputs=_outputs(file.table),
        unread=(file.problem, f"{file.name} does not spell i18n.locales out." if is_open(told, "locales") else ""),
    )


def _collections(folder: Folder, source: str) -> Iterator[str]:
    """The folders of collections whose pages lie elsewhere than where collections usually do."""
    names = (name for stem in _CONTENT for name in configuration.of_script(f"{source}/{stem}"))
    for call in configuration.first(folder.read, names).script.calls:
        base = joined(text(javascript.options(call).get("base"))) if call.name == "glob" else ""
        if base and not base.startswith(f"{source}/content/"):
            yield base


def documents(told: Mapping[str, object]) -> str:
    """The folder of Starlight's articles, below the site's."""
    return f"{_source(told)}/content/docs"


def _source(told: Mapping[str, object]) -> str:
    return joined(text(told.get("srcDir")) or "src") or "src"


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """From version 7 on another processor reads Markdown, unless the site asks for the old one."""
    package = configuration.first(read, ("package.json",)).table
    told = text(at(package, "dependencies", "astro")) or text(at(package, "devdependencies", "astro"))
    version = _VERSION.search(told)
    file = configuration.first(read, CONFIGURATIONS)
    is_new = version is not None and int(version[0]) >= _OTHER_SINCE
    is_new = is_new and not any(call.name == "unified" for call in file.script.calls)
    return Ids(rule="astro-7" if is_new else "astro") if file.name else None


def _notice(read: Callable[[str], bytes | None]) -> notices.NoticeForm | None:
    """A block quote without Starlight: Astro alone knows no directives."""
    file = configuration.first(read, CONFIGURATIONS)
    return notices.quote if file.name and b"starlight" not in (read(file.name) or b"") else None


def _outputs(told: Mapping[str, object]) -> tuple[str, ...]:
    return (joined(text(told.get("outDir")) or "dist"),)


_VERSION = re.compile(r"\d+")
_OTHER_SINCE = 7
STARLIGHT = Site(
    "Starlight",
    "starlight",
    "src/content/docs",
    (Sign("astro.config.*", rb"starlight"),),
    front_matter=(
        "sidebar.label", "sidebar.badge", "sidebar.badge.text", "hero.title", "hero.tagline", "hero.image.alt",
        "hero.actions[].text", "banner.content", "prev", "prev.label", "next", "next.label",
    ),
    data={"**/content/i18n/{own}.json": "*"},
    ids=Ids(rule="astro"),
    configured_ids=_ids,
    configured=_starlight,
    notice=notices.directive,
    configured_notice=_notice,
)  # fmt: skip
ASTRO = Site(
    "Astro",
    "starlight",
    "src/content",
    (Sign("astro.config.*", rb"\A"),),
    ids=Ids(rule="astro"),
    configured_ids=_ids,
    configured=_astro,
)
