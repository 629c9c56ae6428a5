"""Where does Hugo look for the pages of a language, by name or by folder?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from i18n.project.placement import SUFFIX, TREE, Placement, Setting, below
from i18n.sites.hugo import CONFIGURATIONS, ENDINGS
from i18n.sites.layouts.lines import Lines, Table, missing, written
from i18n.sites.layouts.wanted import Wanted, base_of, differing, rules
from i18n.sites.reading import values
from i18n.sites.reading.configuration import Configuration

_NAMES = tuple(f"{stem}.{ending}" for stem in CONFIGURATIONS for ending in ENDINGS)
_LANGUAGES = tuple(f"config/_default/languages.{ending}" for ending in ENDINGS)
_SETTINGS = (
    Setting("url", "/{prefix}/{bare}", only="/"),
    *(Setting(key, "/../{prefix}/{bare}", only="/") for key in ("aliases", "aliases[]")),
)
"""Addresses that begin with a slash would be the same in every language.

Hugo puts old addresses below that of the language from 0.155 on, and did not before: from one folder up it is the same.
"""


def by_name(wanted: Wanted) -> Placement:
    """`a.de.md` next to `a.md`, the language in lower case."""
    keys = _keys(wanted)
    spelled = differing({locale: keys.get(locale, locale.lower()) for locale in wanted.locales})
    top = wanted.content(content(wanted))
    own = keys.get(wanted.source_locale, wanted.source_locale.lower())
    placed = rules(wanted, top, SUFFIX, "{path}", _SETTINGS)
    return Placement(placed, spelled, divided=False, source=own, base=_base(wanted))


def by_folder(wanted: Wanted) -> Placement:
    """`de/a.md` in the folder that `contentDir` of the language names."""
    keys, (site, said) = _keys(wanted), wanted.site(*_NAMES)
    languages = _languages(wanted)[1]
    top = wanted.content(content(wanted))
    folders = {}
    for locale in wanted.languages:
        folder = values.text(values.at(languages, keys.get(locale, locale.lower()), "contentdir"))
        if not folder and locale == wanted.source_locale:
            folder = values.text(said.table.get("contentdir"))
        inside = below(site, folder).startswith(below(top, "")) if folder else False
        folders[locale] = below(site, folder).removeprefix(below(top, "")) if inside else locale
    prefixes = {locale: keys.get(locale, locale.lower()) for locale in wanted.locales}
    placed = rules(wanted, top, TREE, settings=_SETTINGS, own=folders.pop(wanted.source_locale))
    return Placement(placed, differing(folders), divided=False, prefixes=prefixes, base=_base(wanted))


def _base(wanted: Wanted) -> str:
    return base_of(wanted.site(*_NAMES)[1].table.get("baseurl"))


def content(wanted: Wanted) -> str:
    """The folder that Hugo reads pages of all languages in."""
    site, said = wanted.site(*_NAMES)
    return below(site, values.text(said.table.get("contentdir")) or "content")


def content_of_folders(wanted: Wanted) -> str | None:
    """The one that holds the folders of languages that the configuration names already; None if it names none."""
    site, table = wanted.site(*_NAMES)[0], values.table(_languages(wanted)[1])
    keys = _keys(wanted)
    named = [values.text(values.at(table, keys.get(locale, ""), "contentdir")) for locale in wanted.locales]
    folders = [below(site, folder) for folder in named if folder]
    if not folders or all(folder.startswith(below(wanted.out, "")) for folder in folders):
        return None
    return posixpath.dirname(folders[0])


def _languages(wanted: Wanted) -> tuple[Configuration, object]:
    """The file that names languages, and what it says of them."""
    said = wanted.site(*_NAMES)[1]
    if "languages" in said.table:
        return said, said.table["languages"]
    other = wanted.site(*_LANGUAGES)[1]
    return (other, other.table) if other.name else (said, {})


def _keys(wanted: Wanted) -> dict[str, str]:
    """How the configuration calls the languages."""
    found = []
    for key, each in values.table(_languages(wanted)[1]).items():
        told = values.text(values.at(each, "locale")) or values.text(values.at(each, "languagecode"))
        found += [(told, key), (key, key)]
    return wanted.spelled(found)


def lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages, and what templates say of them."""
    site, said = wanted.site(*_NAMES)
    file = _languages(wanted)[0].name or "hugo.toml"
    ending = posixpath.splitext(file)[1].removeprefix(".")
    keys = _keys(wanted)
    own = {locale: keys.get(locale, locale.lower()) for locale in wanted.languages}
    default = "defaultcontentlanguage" in said.table
    text = "" if default else written(ending, {"defaultContentLanguage": own[wanted.source_locale]})
    name = below(site, said.name or "hugo.toml")
    yield Lines(name, ending, text, "The language of pages whose names bear none.", "top", there=default)
    lacking = missing(wanted, keys)
    for versions, names in _KEYS:
        tables: dict[str, Table] = {}
        for each in lacking:
            told = dict(zip(names, (each.name, each.tag, each.direction), strict=True))
            folder = {"contentDir": _folder(wanted, placement, each.tag)} if wanted.layout == "hugo-folder" else {}
            tables[own[each.tag]] = {**told, "weight": wanted.languages.index(each.tag) + 1, **folder}
        table: Table = dict(tables) if file in _LANGUAGES else {"languages": dict(tables)}
        why = "Hugo builds the languages that it knows; their names, tags and directions are for templates."
        text = written(ending, table) if tables else ""
        yield Lines(below(site, file), ending, text, why, "end", versions, there=not tables)
    yield from _of_templates(site)


def _of_templates(site: str) -> Iterator[Lines]:
    file = below(site, "layouts/partials/languages.html")
    yield Lines(file, "html", _ALTERNATES, "Where <head> calls this partial, pages name their other languages.")
    for versions, attribute in (("before 0.158", "LanguageDirection"), ("0.158 and later", "Direction")):
        text = f'<html lang="{{{{ .Site.Language.Lang }}}}" dir="{{{{ or .Site.Language.{attribute} "ltr" }}}}">\n'
        why = "Browsers and screen readers need the language and direction of a page, if the theme does not say them."
        yield Lines(below(site, "layouts/_default/baseof.html"), "html", text, why, "inside", versions)


def _folder(wanted: Wanted, placement: Placement, locale: str) -> str:
    site = wanted.site(*_NAMES)[0]
    if locale == wanted.source_locale:
        folder = wanted.base or wanted.folders[0]
    else:
        folder = below(wanted.out, placement.spelling(locale))
    return folder.removeprefix(below(site, ""))


_KEYS = (
    ("before 0.158", ("languageName", "languageCode", "languageDirection")),
    ("0.158 and later", ("label", "locale", "direction")),
)
_ALTERNATES = """\
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}"""
