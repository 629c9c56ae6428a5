"""What do generators whose configuration is JavaScript say of languages, and where do their pages lie?"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter

from i18n.project.placement import TREE, Placement, Rule, Setting, below
from i18n.sites import docusaurus as docusaurus_site
from i18n.sites import starlight as starlight_site
from i18n.sites import vitepress as vitepress_site
from i18n.sites.layouts.lines import Lines, Value, missing, written
from i18n.sites.layouts.wanted import Wanted, base_of, differing, rule, rules, whole
from i18n.sites.reading import values

_PLUGIN = "docusaurus-plugin-content"


def docusaurus(wanted: Wanted) -> Placement:
    """`i18n/de/…`, with a folder for each plugin that holds articles."""
    site, said = wanted.site(*docusaurus_site.CONFIGURATIONS)
    top = _docusaurus_translations(wanted)
    tree = posixpath.relpath(f"/{top}", f"/{wanted.out}") if f"{top}/".startswith(below(wanted.out, "")) else "i18n"
    lead = "" if tree == "." else f"{tree}/"
    placed: list[Rule] = []
    for folder, name in _folders(said.table):
        origin = posixpath.normpath(below(site, folder))
        placed += rule(origin, wanted.base, f"{lead}{{locale}}/{name}/{{path}}")
    return Placement(
        whole(placed, f"{lead}{{locale}}/{{path}}"),
        differing(_docusaurus_folders(wanted)),
        divided=False,
        prefixes=_docusaurus_keys(wanted),
        base=base_of(said.table.get("baseUrl")),
        serves_source=True,
    )


def docusaurus_content(wanted: Wanted) -> str | None:
    """The folder of translations; None where the configuration lacks languages, which are printed with that folder."""
    tree = _docusaurus_translations(wanted)
    is_around = below(tree, "").startswith(below(wanted.out, ""))
    return None if is_around or missing(wanted, _docusaurus_keys(wanted)) else tree


def _docusaurus_translations(wanted: Wanted) -> str:
    site = wanted.site(*docusaurus_site.CONFIGURATIONS)[0]
    return below(site, values.text(_docusaurus_languages(wanted).get("path")) or "i18n")


def _docusaurus_folders(wanted: Wanted) -> dict[str, str]:
    told = _docusaurus_languages(wanted).get("localeConfigs")
    keys = _docusaurus_keys(wanted)
    return {locale: values.text(values.at(told, key, "path")) or key for locale, key in keys.items()}


def _docusaurus_keys(wanted: Wanted) -> dict[str, str]:
    """How the configuration, and so the address of a page, calls the languages."""
    settings = _docusaurus_languages(wanted)
    told = values.table(settings.get("localeConfigs"))
    keys = (*values.texts(settings.get("locales")), *told)
    named = [(values.text(values.at(told, key, "htmlLang")), key) for key in keys]
    return wanted.spelled([*named, *((key, key) for key in keys)])


def _docusaurus_languages(wanted: Wanted) -> Mapping[str, object]:
    return values.table(wanted.site(*docusaurus_site.CONFIGURATIONS)[1].table.get("i18n"))


def _folders(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The folders of articles, and what each is called below that of a language; those inside of others first."""
    found = []
    for plugin in filter(attrgetter("folder"), docusaurus_site.plugins(table)):
        place = f"{_PLUGIN}-{plugin.kind}{plugin.id and f'-{plugin.id}'}"
        found.append((plugin.folder, f"{place}/current" if plugin.kind == "docs" else place))
        if plugin.kind == "docs":
            found.append((f"{plugin.versions}ed_docs", place))
    yield from sorted(dict(found).items(), key=lambda each: -each[0].count("/"))


def docusaurus_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages."""
    site, said = wanted.site(*docusaurus_site.CONFIGURATIONS)
    known = _docusaurus_keys(wanted)
    lacking = missing(wanted, known)
    configs: dict[str, Value] = {
        own.tag: {"label": own.name, "direction": own.direction, "htmlLang": own.tag} for own in lacking
    }
    default = known.get(wanted.source_locale, wanted.source_locale)
    keys = dict.fromkeys((default, *values.texts(_docusaurus_languages(wanted).get("locales")), *configs))
    told: dict[str, Value] = {"defaultLocale": default, "locales": list(keys), "localeConfigs": configs}
    tree = placement.rules[0].page.partition("{locale}")[0].rstrip("/")
    folder = posixpath.relpath(f"/{below(wanted.out, tree)}", f"/{site}")
    told |= {"path": folder} if folder != "i18n" else {}
    text = written("js", {"i18n": told}) if lacking else ""
    name = below(site, said.name or docusaurus_site.CONFIGURATIONS[0])
    why = "Docusaurus builds the languages that it knows; the lines go into the table that the file exports."
    yield Lines(name, "js", text, why, "inside", there=not lacking)


def starlight(wanted: Wanted) -> Placement:
    """`de/a.md` next to the pages of the default language; Starlight shows these where one is missing."""
    said = wanted.site(*starlight_site.CONFIGURATIONS)[1]
    known = _keys(wanted, _starlight(wanted))
    own = known.pop(wanted.source_locale, wanted.source_locale.lower())
    spelled = differing({locale: known.get(locale, locale.lower()) for locale in wanted.locales})
    content = wanted.content(starlight_content(wanted))
    moved = (Setting("slug", "{locale}/{bare}"),)
    placed = rules(wanted, content, TREE, settings=moved, own="" if own == "root" else own)
    return Placement(placed, spelled, divided=False, base=base_of(said.table.get("base")), serves_source=True)


def starlight_content(wanted: Wanted) -> str:
    """The folder of Starlight's documents."""
    site, said = wanted.site(*starlight_site.CONFIGURATIONS)
    return below(site, starlight_site.documents(said.table))


def _starlight(wanted: Wanted) -> object:
    return wanted.site(*starlight_site.CONFIGURATIONS)[1].script.given("starlight").get("locales")


def _keys(wanted: Wanted, locales: object) -> dict[str, str]:
    """How a table calls the languages, by what each says of itself, or by its key."""
    told = values.table(locales)
    said = [(values.text(values.at(told, key, "lang")), key) for key in told]
    return wanted.spelled([*((key, key) for key in told), *said])


def starlight_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages."""
    site, said = wanted.site(*starlight_site.CONFIGURATIONS)
    known = _keys(wanted, _starlight(wanted))
    table = dict(_tables(wanted, placement, known))
    default: dict[str, Value] = {} if wanted.source_locale in known else {"defaultLocale": next(iter(table), "root")}
    text = written("js", {**default, "locales": table}) if table else ""
    name = below(site, said.name or starlight_site.CONFIGURATIONS[0])
    why = "Starlight builds the languages that it knows; the lines go into what starlight({ … }) is given."
    yield Lines(name, "js", text, why, "inside", there=not table)


def _tables(wanted: Wanted, placement: Placement, known: Collection[str]) -> Iterable[tuple[str, Value]]:
    """A table for each language that lacks, by its folder; the source's is the root where articles have no folder."""
    for own in missing(wanted, known):
        spelled = placement.spelling(own.tag)
        key = spelled if own.tag != wanted.source_locale else _own(wanted, spelled)
        table: dict[str, Value] = {"label": own.name, "lang": own.tag, "dir": own.direction}
        yield key, table


def _own(wanted: Wanted, spelled: str) -> str:
    """The key of the source's language: a folder's name, or `root`."""
    return spelled if all(posixpath.basename(folder) == spelled for folder in wanted.folders) else "root"


def vitepress(wanted: Wanted) -> Placement:
    """`de/a.md` next to the pages of the root's language."""
    said = wanted.site(*vitepress_site.CONFIGURATIONS)[1]
    known = _keys(wanted, said.table.get("locales"))
    own = known.pop(wanted.source_locale, wanted.source_locale)
    content = wanted.content(vitepress_content(wanted) or ".")
    placed = rules(wanted, content, TREE, own="" if own == "root" else own)
    return Placement(placed, differing(known), divided=False, base=base_of(said.table.get("base")))


def vitepress_content(wanted: Wanted) -> str:
    """`srcDir`."""
    site, said = wanted.site(*vitepress_site.CONFIGURATIONS)
    folder = posixpath.normpath(below(site, values.text(said.table.get("srcDir")) or "."))
    return "" if folder == "." else folder


def vitepress_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages."""
    site, said = wanted.site(*vitepress_site.CONFIGURATIONS)
    table = dict(_tables(wanted, placement, _keys(wanted, said.table.get("locales"))))
    text = written("js", {"locales": table}) if table else ""
    name = below(site, said.name or vitepress_site.CONFIGURATIONS[0])
    why = "VitePress takes folders for languages that it knows; the lines go into the table that the file exports."
    yield Lines(name, "js", text, why, "inside", there=not table)
