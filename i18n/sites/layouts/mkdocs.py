"""Where does MkDocs, with the plugin static-i18n, look for the pages of a language?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.project.placement import SUFFIX, TREE, Placement, below
from i18n.sites import mkdocs
from i18n.sites.layouts.lines import Lines, Value, missing, written
from i18n.sites.layouts.wanted import Wanted, base_of, differing, rules
from i18n.sites.reading import values
from i18n.sites.reading.configuration import Configuration


def by_name(wanted: Wanted) -> Placement:
    """`a.de.md` next to `a.md`."""
    spelled = _spelled(wanted)
    own = spelled.pop(wanted.source_locale, wanted.source_locale)
    placed = rules(wanted, wanted.content(content(wanted)), SUFFIX, "{path}")
    served, at = _serves(wanted), _base(wanted)
    return Placement(placed, differing(spelled), divided=False, source=own, base=at, serves_source=served)


def by_folder(wanted: Wanted) -> Placement:
    """`de/a.md` in `docs_dir`."""
    spelled = _spelled(wanted)
    own = spelled.pop(wanted.source_locale, wanted.source_locale)
    placed = rules(wanted, wanted.content(content(wanted)), TREE, own=own)
    return Placement(placed, differing(spelled), divided=False, base=_base(wanted), serves_source=_serves(wanted))


def _base(wanted: Wanted) -> str:
    return base_of(_site(wanted)[1].table.get("site_url"))


def _site(wanted: Wanted) -> tuple[str, Configuration]:
    """The folder of the site, and what it says with what it inherits."""
    site = wanted.site(*mkdocs.CONFIGURATIONS)[0]
    return site, mkdocs.configured(wanted.reader(site))


def content(wanted: Wanted) -> str:
    """`docs_dir`."""
    site, said = _site(wanted)
    return below(site, values.text(said.table.get("docs_dir")) or "docs")


def _spelled(wanted: Wanted) -> dict[str, str]:
    told = _site(wanted)[1].table
    languages = values.tables((mkdocs.static_i18n(told) or {}).get("languages"))
    tags = [values.text(each.get("locale")) for each in languages]
    return wanted.spelled((tag, tag) for tag in tags)


def _serves(wanted: Wanted) -> bool:
    plugin = mkdocs.static_i18n(_site(wanted)[1].table)
    return plugin is not None and plugin.get("fallback_to_default", "true") != "false"


def lines(wanted: Wanted, _: Placement) -> Iterator[Lines]:
    """The plugin and its languages."""
    site, said = _site(wanted)
    known = _spelled(wanted)
    languages: list[Value] = []
    for own in missing(wanted, known):
        default: dict[str, Value] = {"default": True} if own.tag == wanted.source_locale else {}
        languages.append({"locale": own.tag, "name": own.name, **default, "build": True})
    structure = "folder" if wanted.layout == "mkdocs-folder" else "suffix"
    told: dict[str, Value] = {} if known else {"docs_structure": structure}
    plugin: dict[str, Value] = {"i18n": {**told, "languages": languages}}
    listed = "plugins" in said.table
    text = written("yaml", {"plugins": [plugin] if listed else ["search", plugin]})
    why = "The plugin mkdocs-static-i18n builds a site for each language; it goes into the list of plugins."
    name = below(site, said.name or mkdocs.CONFIGURATIONS[0])
    yield Lines(name, "yaml", text if languages else "", why, "inside" if listed else "end", there=not languages)
