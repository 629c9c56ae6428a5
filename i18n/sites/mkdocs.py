"""What is known of MkDocs?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from i18n.extract.drafts import DraftRules
from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, joined, others
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, table, tables, text
from i18n.sites.site import Files, Sign, Site

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml")
_ADMONITIONS = {"admonition", "markdown.extensions.admonition"}
_NAV = "titles in nav are not read; static-i18n takes those of a language from its nav_translations there."
_NEVER = (".*", "/templates/")


def _drafts(rules: DraftRules, files: Files) -> DraftRules:
    """Take in `draft_docs` and `exclude_docs`; what `not_in_nav` lists is published."""
    told = configured(files.read).table
    return replace(rules, patterns=_lines(told.get("draft_docs")), excluded=_NEVER + _lines(told.get("exclude_docs")))


def _lines(value: object) -> tuple[str, ...]:
    return tuple(value.splitlines()) if isinstance(value, str) else ()


def _configured(folder: Folder) -> Configured:
    file = configured(folder.read)
    return said_by(file, file.table)


def configured(read: Callable[[str], bytes | None]) -> configuration.Configuration:
    """What the configuration of a folder says, with what it inherits."""
    file = configuration.first(read, CONFIGURATIONS)
    base = joined(text(file.table.get("inherit")))
    above = configuration.first(read, (base,) if base.endswith((".yml", ".yaml")) else ())
    return replace(file, table={**above.table, **file.table}, problem=file.problem or above.problem)


def said_by(file: configuration.Configuration, told: Mapping[str, object]) -> Configured:
    """What the settings of MkDocs, which Zensical has too, say of languages and folders."""
    docs = joined(text(told.get("docs_dir")) or "docs")
    own, key = _language(told)
    plugin = static_i18n(told) or {}
    languages = [*_languages(plugin), *(text(each.get("lang")) for each in tables(at(told, "extra", "alternate")))]
    translations = others(filter(None, languages), own)
    apart = text(at(plugin, "docs_structure")) == "folder"
    return Configured(
        file=file.name,
        language=own,
        key=key,
        locales=translations,
        folders=(posixpath.join(docs, own) if apart and own else docs,),
        translated=tuple((each, posixpath.join(docs, each)) for each in translations) if apart else (),
        layout="mkdocs-folder" if apart else "mkdocs",
        tree=docs,
        outputs=(joined(text(told.get("site_dir")) or "site"),),
        unread=(file.problem, f"{file.name}: {_NAV}" if tables(told.get("nav")) else ""),
    )


def _language(told: Mapping[str, object]) -> tuple[str, str]:
    """The language of the articles, and where it is said."""
    plugin = static_i18n(told) or {}
    default = (text(each.get("locale")) for each in tables(plugin.get("languages")) if each.get("default") == "true")
    theme = table(told.get("theme"))
    places = {
        "plugins.i18n": next(default, "") or text(plugin.get("default_language")),
        "theme.language": text(theme.get("language")),
        "theme.locale": text(theme.get("locale")),
    }
    return next(((own, key) for key, own in places.items() if own), ("", ""))


def static_i18n(told: Mapping[str, object]) -> Mapping[str, object] | None:
    """The settings of the plugin static-i18n, which MkDocs knows as `i18n`; None where it is not there."""
    plugins = told.get("plugins")
    for each in plugins if isinstance(plugins, list) else [plugins]:
        if each == "i18n":
            return {}
        if isinstance(each, Mapping) and "i18n" in each:
            return table(each["i18n"])
    return None


def _languages(plugin: Mapping[str, object]) -> list[str]:
    """Every language of the plugin; its old versions have a table of them."""
    languages = plugin.get("languages")
    if isinstance(languages, Mapping):
        return [name for name in languages if name != "default"]
    return [text(each.get("locale")) for each in tables(languages) if each.get("build") != "false"]


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    file = configuration.first(read, CONFIGURATIONS)
    return ids_by(file.table, (read(file.name) or b"").decode(errors="replace")) if file.name else None


def _notice(read: Callable[[str], bytes | None]) -> notices.NoticeForm | None:
    """An admonition where that extension is on, as far as one file tells."""
    told = configuration.first(read, CONFIGURATIONS).table
    if not told or "inherit" in told:
        return None
    extensions = _extensions(told.get("markdown_extensions"))
    return notices.admonition if _ADMONITIONS & extensions.keys() else notices.quote


def ids_by(told: Mapping[str, object], written: str) -> Ids:
    """What `markdown_extensions` says of the table of contents, of lists of attributes and of emoji."""
    extensions = _extensions(told.get("markdown_extensions"))
    toc = next((table(extensions[name]) for name in ("toc", "markdown.extensions.toc") if name in extensions), {})
    return Ids(
        rule=_rule(written),
        form="spaced" if _ATTRIBUTES & extensions.keys() else "anchor",
        separator=text(toc.get("separator")) or "-",
        emoji="pymdownx.emoji" in extensions,
    )


def _extensions(told: object) -> Mapping[str, object]:
    """Each extension with its options, written as a list of names and tables, or as a table."""
    given = told if isinstance(told, list) else [told]
    found: dict[str, object] = {}
    for each in given:
        found |= each if isinstance(each, Mapping) else {text(each): None}
    return found


def _rule(written: str) -> str:
    """The rule that `slugify` names: a function of Python, of which only the name is read."""
    slugify = _SLUGIFY.search(written)
    if slugify is None:
        return "python-markdown"
    name = _NAME.search(slugify["what"])
    if name is None or not name[0].startswith("pymdownx."):
        return _FUNCTIONS.get(name[0] if name else "", "none")
    case = _CASE.search(slugify["what"])
    return _OF_PYMDOWNX.get(case[1] if case else "", "pymdownx-lower" if "uslugify" in name[0] else "pymdownx")


_FUNCTIONS = {
    "markdown.extensions.toc.slugify": "python-markdown",
    "markdown.extensions.toc.slugify_unicode": "python-markdown-unicode",
}
_ATTRIBUTES = frozenset({"attr_list", "markdown.extensions.attr_list", "extra", "markdown.extensions.extra"})
"""Extensions that read lists of attributes."""
_SLUGIFY = re.compile(
    r"""(?m)^[^#\r\n]*?\bslugify["']?[ \t]*[:=\]][ \t]*(?P<what>[^\r\n]*(?:\r?\n[ \t]*\w+[ \t]*[:=][^\r\n]*)*)"""
)
_NAME = re.compile(r"[\w.]*slugify\w*")
_CASE = re.compile(r"""\bcase[ \t]*[:=][ \t]*["']?([\w-]+)""")
_OF_PYMDOWNX = {"lower": "pymdownx-lower", "lower-ascii": "pymdownx-lower-ascii", "fold": "pymdownx-fold"}
IDS = Ids(rule="python-markdown", form="spaced")
"""Most sites read lists of attributes."""
MKDOCS = Site(
    "MkDocs",
    "mkdocs",
    "docs",
    tuple(map(Sign, CONFIGURATIONS)),
    ids=IDS,
    drafts=_drafts,
    configured=_configured,
    configured_ids=_ids,
    notice=notices.admonition,
    configured_notice=_notice,
)
