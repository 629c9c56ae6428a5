"""What is known of Hugo?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from i18n.extract.drafts import DraftRules, Inherited, held_back, is_draft, may_be_draft
from i18n.markdown import frontmatter
from i18n.project import placement
from i18n.project.tables import Layout
from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, joined, others, spelled
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration, values
from i18n.sites.reading.values import at, tables, text
from i18n.sites.site import Files, Sign, Site

ENDINGS = ("toml", "yaml", "yml", "json")
CONFIGURATIONS = tuple(f"{folder}{stem}" for folder in ("", "config/_default/") for stem in ("hugo", "config"))
_KEYS = rb"(?i)baseurl|languagecode|defaultcontentlanguage"
"""Any of them makes a configuration Hugo's, whose name others use too."""
_CASCADES = "config/_default/cascade"
_INDEX = re.compile(r"(?:.*/)?_?index\.\w+")
_TARGETS = ("target", "_target")


def _drafts(rules: DraftRules, files: Files) -> DraftRules:
    """Take in what is cascaded by the configuration and by pages, and pages that take others along.

    Hugo 0.111 keeps all pages back below a section that is a draft, and every version those of a bundle. A cascade
    concerns the page that says it too.
    """
    rules = _with(rules, _configuring(files))
    for path in _indices(files):
        data = files.read(placement.below(files.source, path)) or b""
        if b"cascade" not in data.lower() and not may_be_draft(data, path, rules):
            continue
        front = frontmatter.of_bytes(data, ("yaml", "toml", "json"))
        table = frontmatter.tree(front.kind, front.text) if front else {}
        rules = _with(rules, _cascades(table.get("cascade"), posixpath.dirname(path)))
        if "/" in path and is_draft(front, path, rules):
            below = re.compile(f"/{re.escape(posixpath.dirname(path))}/")
            rules = _with(rules, [Inherited(below, (("draft", "true"),), firm=True)])
    return rules


def _with(rules: DraftRules, inherited: Iterable[Inherited]) -> DraftRules:
    """The rules with more that pages inherit, as far as it may hold them back."""
    useful = ((each, held_back(dict(each.settings), rules)) for each in inherited)
    more = (replace(each, settings=told) for each, told in useful if told)
    return replace(rules, inherited=(*rules.inherited, *more))


def _indices(files: Files) -> Iterable[str]:
    """Pages that speak for others, those of the outer folders first."""
    return sorted(filter(_INDEX.fullmatch, files.articles()), key=lambda path: (path.count("/"), path))


def _configuring(files: Files) -> Iterator[Inherited]:
    for name in (*CONFIGURATIONS, _CASCADES):
        for ending in ENDINGS:
            data = files.read(f"{name}.{ending}")
            if data is not None and b"cascade" in f"{name}{data.decode(errors='replace')}".lower().encode():
                table = frontmatter.tree(ending, data.decode(errors="replace"))
                yield from _cascades(table.get("cascade", table if name == _CASCADES else None), "")


def _cascades(cascade: Any, folder: str) -> Iterator[Inherited]:
    """What one table, or each of a list, hands down to the pages below a folder."""
    for table in cascade if isinstance(cascade, list) else [cascade]:
        if not isinstance(table, Mapping):
            continue
        params = table.get("params")
        settings = {**_flat(table), **_flat(params if isinstance(params, Mapping) else {})}
        target: Mapping[str, Any] = next((table[key] for key in _TARGETS if isinstance(table.get(key), Mapping)), {})
        yield Inherited(re.compile(_pages(target, folder)), tuple(settings.items()))


def _flat(table: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping) and key not in (*_TARGETS, "params"):
            found |= _flat(value, f"{before}{key}.")
        elif isinstance(value, str):
            found[f"{before}{key}"] = value
    return found


def _pages(target: Mapping[str, Any], folder: str) -> str:
    """A pattern for the pages that a target means; `lang` and `environment` may mean all of them."""
    start = f"/{re.escape(folder)}/" if folder else "/"
    kind, path = target.get("kind"), target.get("path")
    section = r"(?:.*/)?_index\.\w+$"
    if kind in ("page", "section", "home"):
        start = f"(?{'!' if kind == 'page' else '='}/{section}){start}"
    if not isinstance(path, str):
        return start
    # Old versions compare the file's name with its ending, new ones without it; a language's folder may stand before.
    return rf"(?i)(?={start})(?:/[\w-]+)?{'/?' if path[:1] in '/{' else '/'}{_glob(path)}(?:/_?index)?(?:\.\w+)?$"


def _glob(path: str) -> str:
    """Hugo's globs: `**` for anything, `*` and `?` within a folder, `{a,b}` for either."""
    known = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
    out, depth = "", 0
    for piece in re.findall(r"\*\*|\[[^\]/]+\]|.", path, re.DOTALL):
        if piece in "{}," and (depth or piece == "{"):
            depth += {"{": 1, "}": -1, ",": 0}[piece]
            out += {"{": "(?:", "}": ")", ",": "|"}[piece]
        else:
            out += known.get(piece, "[^/]" if len(piece) > 1 else re.escape(piece))
    return out + ")" * depth


def _configured(folder: Folder) -> Configured:
    file = _read(folder, CONFIGURATIONS)
    told = file.table
    languages = values.table(told.get("languages")) or _read(folder, ("config/_default/languages",)).table
    default, code = text(told.get("defaultcontentlanguage")), text(told.get("languagecode")) or text(told.get("locale"))
    own = default or ("en" if "en" in languages else next(iter(languages), ""))
    translations = others(languages, own)
    mounts = [*_mounts(folder, told)]
    content = joined(text(told.get("contentdir")) or "content")
    homes = [joined(source) for lang, source in mounts if lang in ("", own.lower())]
    homes = homes or [joined(text(at(languages, own.lower(), "contentdir"))) or content]
    apart = [(each, path) for each in translations if (path := joined(text(at(languages, each, "contentdir"))))]
    mounted = ((lang, joined(source)) for lang, source in mounts if lang in translations)
    by_folder = bool(apart) or posixpath.basename(homes[0]).lower() == own.lower()
    return Configured(
        file=file.name,
        language=spelled(own, text(at(languages, own.lower(), "languagecode")), code) if default or languages else code,
        key="defaultContentLanguage" if default else "languages" if languages else "languageCode",
        locales=translations,
        folders=tuple(dict.fromkeys(filter(None, homes))),
        translated=tuple((lang, path) for lang, path in (*apart, *mounted) if path and path not in homes),
        layout=_layout(homes, [path for _, path in apart], by_folder=by_folder),
        tree=posixpath.dirname(homes[0]) or "." if by_folder else homes[0],
        outputs=(joined(text(told.get("publishdir")) or "public"), "resources"),
        unread=(file.problem,),
    )


def _layout(homes: Sequence[str], others: Sequence[str], *, by_folder: bool) -> Layout:
    """By name, or by folder where each language has one next to the others; neither fits mounted folders."""
    if len(homes) > 1 or len({posixpath.dirname(each) for each in (*homes, *others)}) > 1:
        return "plain"
    return "hugo-folder" if by_folder else "hugo"


def _read(folder: Folder, stems: Iterable[str]) -> configuration.Configuration:
    return configuration.first(folder.read, (f"{stem}.{ending}" for stem in stems for ending in ENDINGS))


def _mounts(folder: Folder, told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The folders that are mounted as that of the articles, each with the language that it is for."""
    module = values.table(told.get("module")) or _read(folder, ("config/_default/module",)).table
    for each in tables(module.get("mounts")):
        if text(each.get("target")).strip("/") == "content":
            yield text(each.get("lang")).lower(), text(each.get("source"))


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """Take in what `markup.goldmark` says of ids, of attributes and of dashes."""
    folder = Folder(read, ())
    file, own = _read(folder, CONFIGURATIONS), _read(folder, ("config/_default/markup",))
    goldmark = at(file.table, "markup", "goldmark") or own.table.get("goldmark")
    typographer = at(goldmark, "extensions", "typographer")
    kind = text(at(goldmark, "parser", "autoheadingidtype"))
    ids = Ids(
        rule={"github-ascii": "hugo-ascii", "blackfriday": "hugo-blackfriday"}.get(kind, "hugo"),
        form="anchor" if at(goldmark, "parser", "attribute", "title") == "false" else "braces",
        smart="true" not in (text(at(typographer, "disable")),) and typographer != "false",
    )
    if at(goldmark, "parser", "autoheadingid") == "false":
        ids = Ids(rule="none", form="none")
    return ids if file.name or own.name else None


HUGO = Site(
    "Hugo",
    "hugo",
    "content",
    (
        *(Sign(f"hugo.{ending}") for ending in ENDINGS),
        Sign("archetypes/default.md"),
        *(Sign(f"config/_default/hugo.{ending}") for ending in ENDINGS),
        *(Sign(f"config.{ending}", _KEYS) for ending in ENDINGS),
        Sign("config/_default/*.*", _KEYS),
    ),
    dates=("publishdate", "pubdate", "published", "date"),
    expiry="expirydate",
    drafts=_drafts,
    front_matter=("linkTitle", "keywords[]"),
    data={
        **{f"i18n/{{own}}.{each}": "*, *.one, *.other, [].translation, [].translation.*" for each in ENDINGS},
        **{f"config/_default/{stem}.{{own}}.{each}": "*[].name" for stem in ("menus", "menu") for each in ENDINGS},
    },
    ids=Ids(rule="hugo", form="braces"),
    configured=_configured,
    configured_ids=_ids,
    notice=notices.quote_without_html,
)
