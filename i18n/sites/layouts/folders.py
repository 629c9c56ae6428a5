"""Where do pages lie for generators that know nothing of languages: a folder, and often a site, for each?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from i18n.project.placement import TREE, Placement, Setting, below
from i18n.sites import eleventy, mdbook, mkdocs, myst, zensical
from i18n.sites.layouts.lines import Lines, Table, language, written
from i18n.sites.layouts.wanted import Wanted, base_of, rules
from i18n.sites.reading import values

_ELEVENTY = (Setting("permalink", "/{locale}/{bare}"), Setting("lang", "{tag}"))
"""What front matter says goes before the data of a folder."""
_PLUGIN = "EleventyI18nPlugin"


def place(wanted: Wanted) -> Placement:
    """`de/a.md`."""
    settings = _ELEVENTY if wanted.layout == "eleventy" else ()
    content = wanted.content(wanted.base)
    placed = rules(wanted, content, TREE, settings=settings, own=wanted.source_locale)
    return Placement(placed, divided=False, base=base_of(_address(wanted)))


def _address(wanted: Wanted) -> object:
    """What the site's configuration says of its address."""
    if wanted.layout == "mdbook":
        return values.at(wanted.site(*mdbook.CONFIGURATIONS)[1].table, "output", "html", "site-url")
    if wanted.layout == "eleventy":
        return eleventy.settings(wanted.site(*eleventy.CONFIGURATIONS)[1]).get("pathPrefix")
    if wanted.layout == "zensical":
        said = wanted.site(*zensical.CONFIGURATIONS, *mkdocs.CONFIGURATIONS)[1].table
        return values.table(said.get("project") or said).get("site_url")
    return None


def _tree(wanted: Wanted, placement: Placement, locale: str) -> str:
    return below(wanted.out, placement.spelling(locale)).removeprefix("./")


def mdbook_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """A book for each language."""
    site, said = wanted.site(*mdbook.CONFIGURATIONS)
    title = values.text(values.at(said.table, "book", "title"))
    for locale in wanted.locales:
        own = language(locale)
        folder = below(site, own.tag)
        source = posixpath.relpath(f"/{_tree(wanted, placement, locale)}", f"/{folder}")
        book: Table = {
            **({"title": title} if title else {}), "language": own.tag, "text-direction": own.direction, "src": source,
        }  # fmt: skip
        text = written("toml", {"book": book, "build": {"build-dir": f"../book/{own.tag}"}})
        name = f"{folder}/book.toml"
        why = "A book for each language, with these lines instead of those of book.toml."
        yield Lines(name, "toml", text, why, "inside")
        text = written("toml", {"site-url": f"{placement.base}/{own.tag}/"})
        why = "Where the book is, under [output.html]: for the page that is shown in place of a missing one."
        yield Lines(name, "toml", text, why, "inside")


def zensical_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """A project for each language, and the list by which readers change it."""
    links = [
        {"name": each.name, "link": "/" if each.tag == wanted.source_locale else f"/{each.tag}/", "lang": each.tag}
        for each in map(language, wanted.languages)
    ]
    text, why = written("yaml", {"extra": {"alternate": links}}), "The list by which readers change the language."
    yield Lines("mkdocs.yml", "yaml", text, why, "end")
    for locale in wanted.locales:
        tree = _tree(wanted, placement, locale)
        told: Table = {"docs_dir": tree, "site_dir": f"site/{locale}", "theme": {"language": locale}}
        why = "A project for each language: a copy of mkdocs.yml with these lines instead of its own."
        yield Lines(f"mkdocs.{locale}.yml", "yaml", written("yaml", told), why, "inside")


def myst_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """A project for each language."""
    for locale in wanted.locales:
        text = written("yaml", {"version": 1, "extends": [_above(wanted, placement, locale)], "project": {}})
        why = "A project for each language, which takes the rest from the source's own."
        yield Lines(f"{_tree(wanted, placement, locale)}/myst.yml", "yaml", text, why)


def _above(wanted: Wanted, placement: Placement, locale: str) -> str:
    site, said = wanted.site(*myst.CONFIGURATIONS)
    file = below(site, said.name or myst.CONFIGURATIONS[0])
    return posixpath.relpath(f"/{file}", f"/{_tree(wanted, placement, locale)}")


def eleventy_content(wanted: Wanted) -> str:
    """The folder that Eleventy reads."""
    site, said = wanted.site(*eleventy.CONFIGURATIONS)
    folder = posixpath.normpath(below(site, eleventy.content(said)))
    return "" if folder == "." else folder


def eleventy_lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The language of each folder, and the plugin that knows them."""
    for locale in wanted.locales:
        own = language(locale)
        tree = _tree(wanted, placement, locale)
        name = f"{tree}/{posixpath.basename(tree)}.json"
        text = written("json", {"lang": own.tag, "dir": own.direction})
        why = "Templates know the language of the pages in this folder."
        there = bool(eleventy.language_of(wanted.read, tree))
        yield Lines(name, "json", "" if there else text, why, there=there)
    site, said = wanted.site(*eleventy.CONFIGURATIONS)
    name = below(site, said.name or "eleventy.config.js")
    there = _PLUGIN.encode() in (wanted.read(name) or b"")
    script = f'eleventyConfig.addPlugin({_PLUGIN}, {{ defaultLanguage: "{wanted.source_locale}" }});\n'
    imported = f'import {{ {_PLUGIN} }} from "@11ty/eleventy";\n'
    why = "The plugin that links the languages of a page."
    yield Lines(name, "js", "" if there else imported, why, "top", there=there)
    if not there:
        yield Lines(name, "js", script, "The same, in the function that the file exports.", "inside")
