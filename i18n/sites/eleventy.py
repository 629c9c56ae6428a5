"""What is known of Eleventy?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from i18n.locales import recognized
from i18n.sites import notices
from i18n.sites.configured import MENUS, Configured, Folder, is_below, joined, others
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.javascript import options
from i18n.sites.reading.values import at, table, text
from i18n.sites.site import Sign, Site

CONFIGURATIONS = (".eleventy.js", *configuration.of_script("eleventy.config"))
_DATA = ("metadata", "site", "meta")
"""Files of data that many sites name their language in."""
_IGNORE = ".eleventyignore"


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    top = content(file)
    languages = dict(_languages(folder, top))
    own, key = _language(folder, file, top)
    if not own and len(languages) == 1:
        own, key = next(iter(languages.values())), "lang"
    at_home = next((name for name, lang in languages.items() if own in (name, lang)), "")
    translations = tuple(name for name in languages if name != at_home)
    data = [joined(top, _told(file, kind) or f"_{kind}") for kind in ("includes", "layouts", "data")]
    pages = [name for name in folder.articles(top) if not any(each and is_below(name, each) for each in data)]
    return Configured(
        file=file.name,
        language=own,
        key=key,
        locales=others(translations, own),
        folders=(joined(top, at_home) if at_home and _all_in(pages, top, languages) else top,),
        translated=tuple((name, joined(top, name)) for name in translations),
        layout="eleventy",
        tree=top,
        outputs=(_folder(file, "output") or "_site",),
        exclude=(*(f"{each}/**" for each in data if each), *_ignored(folder)),
        unread=(file.problem if not file.script.calls else "",),
    )


def content(file: configuration.Configuration) -> str:
    """The folder that Eleventy reads, below the site's; `"."` is that."""
    return _folder(file, "input") or "."


def _folder(file: configuration.Configuration, kind: str) -> str:
    """A folder of the site that is configured."""
    return joined(_told(file, kind))


def _told(file: configuration.Configuration, kind: str) -> str:
    """What is said of a folder, in a table or by a call such as `setInputDirectory`."""
    calls = (call for call in file.script.calls if call.name.endswith(f".set{kind.title()}Directory"))
    called = next((text(call.arguments[0]) for call in calls if call.arguments), "")
    return called or text(at(settings(file).get("dir"), kind))


def settings(file: configuration.Configuration) -> Mapping[str, object]:
    """The settings that a configuration returns, and those that it exports by their name."""
    return {**table(file.script.constants.get("config")), **file.table}


def _language(folder: Folder, file: configuration.Configuration, top: str) -> tuple[str, str]:
    """The language of the articles, and where it is said: by its plugin, or in its data."""
    for call in file.script.calls:
        own = text(options(call).get("defaultLanguage"))
        if own:
            return own, "defaultLanguage"
    where = joined(top, _told(file, "data") or "_data")
    for stem in _DATA:
        data = configuration.first(folder.read, (f"{where}/{stem}.json", *configuration.of_script(f"{where}/{stem}")))
        for key in ("language", "lang", "locale"):
            if own := text(data.table.get(key)):
                return own, f"{data.name}: {key}"
    return "", ""


def _languages(folder: Folder, top: str) -> Iterator[tuple[str, str]]:
    """Folders whose data name a language, such as `de/de.json`, each with that language."""
    depth = 0 if top == "." else top.count("/") + 1
    firsts = {name.split("/")[depth] for name in folder.names if is_below(name, top) and name.count("/") > depth}
    for first in sorted(filter(recognized, firsts)):
        if lang := language_of(folder.read, posixpath.normpath(posixpath.join(top, first))):
            yield first, lang


def language_of(read: Callable[[str], bytes | None], folder: str) -> str:
    """The language that the data of a folder names, such as `de/de.json`; empty where it names none."""
    stem = f"{folder}/{posixpath.basename(folder)}"
    endings = (".json", ".11tydata.json", ".11tydata.js", ".11tydata.mjs", ".11tydata.cjs")
    return text(configuration.first(read, (f"{stem}{ending}" for ending in endings)).table.get("lang"))


def _all_in(pages: Sequence[str], top: str, languages: Iterable[str]) -> bool:
    """Whether every page lies in the folder of a language."""
    homes = tuple(f"{joined(top, name)}/" for name in languages)
    return all(name.startswith(homes) for name in pages)


def _ignored(folder: Folder) -> Iterator[str]:
    for line in (folder.read(_IGNORE) or b"").decode(errors="replace").splitlines():
        name = line.strip().removeprefix("/")
        if name and not name.startswith(("#", "!")):
            yield f"{name}**" if name.endswith("/") else name


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """Of what lies in its folder, Eleventy publishes Markdown, unless git ignores it or it is said here."""
    file = configuration.first(read, CONFIGURATIONS)
    if content(file) != ".":
        return ""
    there = (read(_IGNORE) or b"").decode(errors="replace").splitlines()
    missing = [f"{name}/" for name in names if "." not in name and f"{name}/" not in there]
    return f"{_IGNORE}:  {'  '.join(missing)}" if missing else ""


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """It makes ids by a plugin alone; what others make is not known."""
    file = configuration.first(read, CONFIGURATIONS)
    if not file.name:
        return None
    has_plugin = b"IdAttributePlugin" in (read(file.name) or b"")
    return Ids(rule="eleventy") if has_plugin else None


def _notice(read: Callable[[str], bytes | None]) -> notices.NoticeForm | None:
    """A block quote: of what GitHub shows as an alert, markdown-it shows the marks."""
    return notices.quote if configuration.first(read, CONFIGURATIONS).name else None


ELEVENTY = Site(
    "Eleventy",
    "gfm",
    ".",
    tuple(map(Sign, CONFIGURATIONS)),
    unpublished=_unpublished,
    data=MENUS | {"**/_data/metadata.json": "title, description"},
    front_matter=("eleventyNavigation.title", "eleventyNavigation.excerpt"),
    configured=_configured,
    configured_ids=_ids,
    configured_notice=_notice,
)
