"""Where does Jekyll look for the pages of a language, with the plugin Polyglot and without it?

Without it nothing but the addresses tells languages apart: each page needs one of its own. With it the pages of one
article share an address, to which Polyglot adds the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from i18n.locales import recognized
from i18n.project.placement import Placement, Rule, Setting, below
from i18n.sites.jekyll import CONFIGURATIONS
from i18n.sites.layouts.lines import Lines, Value, language, written
from i18n.sites.layouts.wanted import Wanted, base_of, differing, rule, whole
from i18n.sites.reading import values

_POLYGLOT = "jekyll-polyglot"
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Names of addresses that posts may have (Jekyll's documentation, Permalinks)."""


def place(wanted: Wanted) -> Placement:
    """Posts, drafts and collections stay in their folders, in one of the language; other pages move to `de/`."""
    said, top = wanted.site(*CONFIGURATIONS)[1], content(wanted)
    collections = below(top, values.text(said.table.get("collections_dir"))).rstrip("/")
    polyglot = _is_polyglot(said.table)
    placed: list[Rule] = []
    for name, template in _collections(said.table).items():
        folder = below(collections, f"_{name}").removeprefix("/")
        page = f"{_inside(wanted, folder, top)}{{locale}}/{{path}}"
        placed += rule(folder, wanted.base, page, settings=_of_documents(template, polyglot=polyglot))
    page = f"{_inside(wanted, top, top)}{{locale}}/{{path}}"
    placed += rule(top, wanted.base, page, settings=_of_pages(said.table, polyglot=polyglot))
    keys = wanted.spelled((key, key) for key in values.texts(said.table.get("languages")))
    at = base_of(said.table.get("baseurl"))
    return Placement(whole(placed, page), differing(keys), divided=False, base=at, serves_source=polyglot)


def content(wanted: Wanted) -> str:
    """The folder that Jekyll reads: `source`, or that of the site."""
    site, said = wanted.site(*CONFIGURATIONS)
    return below(site, values.text(said.table.get("source")) or "").rstrip("/.")


def _inside(wanted: Wanted, folder: str, top: str) -> str:
    """A folder with a slash at its end, as the outputs' own has it; as the site has it where that is another tree."""
    out = below(wanted.out, "")
    if out and f"{folder}/".startswith(out):
        return f"{folder}/".removeprefix(out)
    return below(folder, "").removeprefix(below(top, ""))


def _is_polyglot(table: Mapping[str, object]) -> bool:
    named = (name for key in ("plugins", "gems") for name in values.texts(table.get(key)))
    return _POLYGLOT in named or "languages" in table


def _collections(table: Mapping[str, object]) -> dict[str, str]:
    """The template of addresses in each collection, posts and drafts among them."""
    told = table.get("collections")
    known: dict[str, Any] = dict(values.table(told)) or {name: {} for name in values.texts(told)}
    style = values.text(table.get("permalink")) or "date"
    usual = f"/:collection/:path{_ending(style)}"
    found = {name: values.text(values.at(known, name, "permalink")) or usual for name in known}
    found["posts"] = values.text(values.at(known, "posts", "permalink")) or _STYLES.get(style, style)
    for each in values.tables(table.get("defaults")):
        kind, folder = (values.text(values.at(each, "scope", key)) for key in ("type", "path"))
        address = values.text(values.at(each, "values", "permalink"))
        if kind in found and address and not folder:
            found[kind] = address
    return {**found, "drafts": found["posts"]}


def _ending(style: str) -> str:
    """What the address of a page ends in."""
    if style == "pretty" or (style not in _STYLES and style.endswith("/")):
        return "/"
    return ":output_ext" if style in ("date", "ordinal", "none") or style.endswith(":output_ext") else ""


def _of_documents(template: str, *, polyglot: bool) -> tuple[Setting, ...]:
    address = f"/{template.lstrip('/')}".replace(":path", "{folder}{stem}")
    named = Setting("lang", "{locale}" if polyglot else "{tag}", missing="{locale}" if polyglot else "{tag}")
    if not polyglot:
        return named, Setting("permalink", "/{locale}/{bare}", missing=f"/{{locale}}{address}"), *_MOVED
    return (named, Setting("permalink", "{was}", missing=address)) if ":path" in template else (named,)


def _of_pages(table: Mapping[str, object], *, polyglot: bool) -> tuple[Setting, ...]:
    if not polyglot:
        return Setting("lang", "{tag}", missing="{tag}"), Setting("permalink", "/{locale}/{bare}"), *_MOVED
    ending = _ending(values.text(table.get("permalink")) or "date").replace(":output_ext", ".html")
    address = Setting("permalink", "{was}", missing=f"/{{folder}}{{stem}}{ending}", of_index="/{folder}")
    return Setting("lang", "{locale}", missing="{locale}"), address


_MOVED = (Setting("redirect_from", "/{locale}/{bare}", only="/"), Setting("redirect_from[]", "/{locale}/{bare}"))
"""Old addresses of a page, which would be the same in every language."""


def lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages, and what templates say of them."""
    site, said = wanted.site(*CONFIGURATIONS)
    name = below(site, said.name or CONFIGURATIONS[0])
    keys = [placement.spelling(locale) for locale in wanted.languages]
    listed = values.texts(said.table.get("languages"))
    every = list(dict.fromkeys((keys[0], *listed, *keys)))
    rtl = [key for key in every if (tag := recognized(key)) and language(tag).direction == "rtl"]
    if _is_polyglot(said.table):
        told: dict[str, Value] = {"languages": every, "default_lang": keys[0], "parallel_localization": False}
        known = wanted.spelled((key, key) for key in listed)
        there = set(wanted.languages) <= set(known)
        text = "" if there else written("yaml", told)
        yield Lines(name, "yaml", text, "Polyglot builds a site for each language.", "end", there=there)
        why = "Pages name those of their languages that are really translated; the line goes into <head>."
        yield Lines(below(site, "_layouts/default.html"), "html", "{% I18n_Headers %}\n", why, "inside")
    else:
        why = "Templates know the languages from this list."
        there = "locales" in said.table
        text = "" if there else written("yaml", {"lang": keys[0], "locales": keys})
        yield Lines(name, "yaml", text, why, "end", there=there)
        why = "Where <head> includes this file, pages name their other languages."
        yield Lines(below(site, "_includes/languages.html"), "html", _ALTERNATES, why)
        why = "A list of posts shows those of the page's language alone when it goes through this one."
        yield Lines(below(site, "index.html"), "html", _POSTS, why, "inside")
    spoken = "site.active_lang" if _is_polyglot(said.table) else "page.lang | default: site.lang"
    text = (
        f'{{% assign spoken = {spoken} %}}{{% assign rtl = "{",".join(rtl)}" | split: "," %}}\n'
        '<html lang="{{ spoken }}" dir="{% if rtl contains spoken %}rtl{% else %}ltr{% endif %}">\n'
    )
    why = "Browsers and screen readers need the language and direction of a page."
    yield Lines(below(site, "_layouts/default.html"), "html", text, why, "inside")


_POSTS = """\
{% assign spoken = page.lang | default: site.lang %}
{% assign posts = site.posts | where_exp: "post", "post.lang == spoken or post.lang == nil and spoken == site.lang" %}
"""
_ALTERNATES = """\
{% assign spoken = page.lang | default: site.lang %}{% assign before = "/" | append: spoken | append: "/" %}
{% assign path = page.url %}
{% if spoken != site.lang %}{% assign path = page.url | replace_first: before, "/" %}{% endif %}
{% assign pages = site.pages | concat: site.documents %}
{% for tag in site.locales %}{% assign url = path %}
{% if tag != site.lang %}{% assign url = "/" | append: tag | append: path %}{% endif %}
{% assign found = pages | where: "url", url %}
{% if found.size > 0 %}<link rel="alternate" hreflang="{{ tag }}" href="{{ url | absolute_url }}">{% endif %}
{% endfor %}
"""
