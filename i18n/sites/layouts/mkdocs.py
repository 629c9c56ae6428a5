"""Where does MkDocs, with the plugin static-i18n, look for the pages of a language?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from i18n.project.placement import SUFFIX, TREE, Placement, below
from i18n.sites.layouts.lines import Lines, Value, language, written
from i18n.sites.layouts.wanted import Wanted, differing, rules
from i18n.sites.mkdocs import CONFIGURATIONS
from i18n.sites.reading import values


def by_name(wanted: Wanted) -> Placement:
    """`a.de.md` next to `a.md`."""
    spelled = _spelled(wanted)
    own = spelled.pop(wanted.source_locale, wanted.source_locale)
    placed = rules(wanted, _content(wanted), SUFFIX, "{path}")
    return Placement(placed, differing(spelled), divided=False, source=own, serves_source=_serves(wanted))


def by_folder(wanted: Wanted) -> Placement:
    """`de/a.md` in `docs_dir`."""
    spelled = _spelled(wanted)
    own = spelled.pop(wanted.source_locale, wanted.source_locale)
    placed = rules(wanted, _content(wanted), TREE, own=own)
    return Placement(placed, differing(spelled), divided=False, serves_source=_serves(wanted))


def _content(wanted: Wanted) -> str:
    site, said = wanted.site(*CONFIGURATIONS)
    return wanted.content(below(site, values.text(said.table.get("docs_dir")) or "docs"))


def _plugin(wanted: Wanted) -> Mapping[str, object] | None:
    """What is said to static-i18n; None where it is not there."""
    plugins = wanted.site(*CONFIGURATIONS)[1].table.get("plugins")
    for each in plugins if isinstance(plugins, list) else [plugins]:
        if each == "i18n":
            return {}
        if isinstance(each, Mapping) and "i18n" in each:
            return values.table(each["i18n"])
    return None


def _spelled(wanted: Wanted) -> dict[str, str]:
    languages = values.tables((_plugin(wanted) or {}).get("languages"))
    tags = [values.text(each.get("locale")) for each in languages]
    return wanted.spelled((tag, tag) for tag in tags)


def _serves(wanted: Wanted) -> bool:
    plugin = _plugin(wanted)
    return plugin is not None and plugin.get("fallback_to_default", "true") != "false"


def lines(wanted: Wanted, _: Placement) -> Iterator[Lines]:
    """The plugin and its languages."""
    site, said = wanted.site(*CONFIGURATIONS)
    known = _spelled(wanted)
    there = set(wanted.languages) <= set(known)
    languages: list[Value] = []
    for locale in wanted.languages:
        own = language(locale)
        default: dict[str, Value] = {"default": True} if locale == wanted.source_locale else {}
        languages.append({"locale": known.get(locale, locale), "name": own.name, **default, "build": True})
    structure = "folder" if wanted.layout == "mkdocs-folder" else "suffix"
    plugin: dict[str, Value] = {"i18n": {"docs_structure": structure, "languages": languages}}
    listed = "plugins" in said.table
    text = written("yaml", {"plugins": [plugin] if listed else ["search", plugin]})
    why = "The plugin mkdocs-static-i18n builds a site for each language; it goes into the list of plugins."
    name = below(site, said.name or CONFIGURATIONS[0])
    yield Lines(name, "yaml", "" if there else text, why, "inside" if listed else "end", there=there)
