"""Where does Zola look for the pages of a language?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from i18n.project.placement import SUFFIX, Placement, Setting, below
from i18n.sites.layouts.lines import Lines, Table, missing, written
from i18n.sites.layouts.wanted import Wanted, base_of, differing, rules
from i18n.sites.reading import values
from i18n.sites.zola import CONFIGURATIONS

_SETTINGS = (Setting("path", "{locale}/{bare}"), Setting("aliases[]", "{locale}/{bare}"))
"""Addresses that would be the same in every language."""
_ALTERNATES = """\
{% if page %}{% for each in page.translations %}<link rel="alternate" hreflang="{{ each.lang }}" href="{{ each.permalink | safe }}">
{% endfor %}{% endif %}"""  # noqa: E501 - a line of a template


def place(wanted: Wanted) -> Placement:
    """`a.de.md` next to `a.md`, the language as the configuration writes it."""
    said = wanted.site(*CONFIGURATIONS)[1]
    known = wanted.spelled((key, key) for key in _languages(wanted))
    own = known.pop(wanted.source_locale, wanted.source_locale)
    placed = rules(wanted, wanted.content(content(wanted)), SUFFIX, "{path}", _SETTINGS)
    return Placement(placed, differing(known), divided=False, source=own, base=base_of(said.table.get("base_url")))


def content(wanted: Wanted) -> str:
    """The folder that Zola reads."""
    return below(wanted.site(*CONFIGURATIONS)[0], "content")


def _languages(wanted: Wanted) -> tuple[str, ...]:
    """The keys of languages, whose letter case counts."""
    site, said = wanted.site(*CONFIGURATIONS)
    try:
        data = wanted.read(below(site, said.name)) if said.name else None
        table = tomllib.loads((data or b"").decode(errors="replace"))
    except tomllib.TOMLDecodeError:
        return ()
    default = values.text(table.get("default_language"))
    return (*([default] if default else []), *values.table(table.get("languages")))


def lines(wanted: Wanted, placement: Placement) -> Iterator[Lines]:
    """The languages, and what templates say of them."""
    site, said = wanted.site(*CONFIGURATIONS)
    name = below(site, said.name or CONFIGURATIONS[0])
    default = bool(said.table.get("default_language"))
    text = "" if default else written("toml", {"default_language": wanted.source_locale})
    yield Lines(name, "toml", text, "The language of pages whose names bear none.", "top", there=default)
    known = wanted.spelled((key, key) for key in _languages(wanted))
    lacking = [each.tag for each in missing(wanted, known) if each.tag != wanted.source_locale]
    tables: Table = {placement.spelling(tag): {} for tag in lacking}
    text = written("toml", {"languages": tables}) if tables else ""
    why = "Zola refuses a page in a language that it does not know. Titles and feeds of a language go into its table."
    yield Lines(name, "toml", text, why, "end", there=not tables)
    file = below(site, "templates/languages.html")
    yield Lines(file, "html", _ALTERNATES, "Where <head> includes this file, pages name their other languages.")
