"""What is known of Jekyll?"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from i18n.extract.drafts import DraftRules, Inherited, held_back
from i18n.markdown import frontmatter
from i18n.sites import notices
from i18n.sites.configured import MENUS, Configured, Folder, is_of_repository, joined, others
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import table, text, texts
from i18n.sites.site import Files, Sign, Site

CONFIGURATIONS = ("_config.yml", "_config.yaml")
_HELD = (("published", "false"),)
_MACHINERY = ("_includes", "_layouts", "_data", "_sass", "_plugins")
_NOT_OF_HEXO = rb"(?ms)\A(?!.*^(?:source_dir|archive_dir|i18n_dir|new_post_name|post_asset_folder)\s*:)"
"""Hexo's configuration has the same name."""
_FOLDERS = {"post": "_posts", "draft": "_drafts", "posts": "_posts", "drafts": "_drafts"}


def _drafts(rules: DraftRules, files: Files) -> DraftRules:
    """Take in what `defaults` says of published articles, and what `exclude` leaves out of the site."""
    told = configuration.first(files.read, CONFIGURATIONS).table
    folder = posixpath.normpath(f"/{posixpath.relpath(files.source or '.', text(told.get('source')) or '.')}").rstrip(
        "/"
    )
    inherited = (*_defaults(_list(told.get("defaults")), rules), *_excluded(_list(told.get("exclude")), folder))
    return replace(rules, inherited=tuple(replace(each, folder=folder) for each in inherited))


def _defaults(defaults: list[Any], rules: DraftRules) -> Iterator[Inherited]:
    """From the shortest path to the longest, which goes before it."""
    scopes = []
    for each in defaults:
        scope, values = (each.get("scope"), each.get("values")) if isinstance(each, dict) else (None, None)
        if isinstance(scope, dict) and isinstance(values, dict):
            told = held_back({key: value for key, value in values.items() if isinstance(value, str)}, rules)
            scopes += [(text(scope.get("path")).strip("/"), text(scope.get("type")), told)] if told else []
    for path, kind, told in sorted(scopes, key=lambda scope: (len(scope[0]), bool(scope[1]))):
        yield Inherited(re.compile(f"/{_of_kind(kind)}{_glob(path)}"), told)


def _of_kind(kind: str) -> str:
    """A look ahead at a path of the site: which folder makes an article one of a kind?"""
    if kind in ("", "pages", "page"):
        return "" if not kind else r"(?!(?:.*/)?_)"
    return rf"(?=(?:.*/)?{re.escape(_FOLDERS.get(kind, f'_{kind}'))}/)"


def _excluded(patterns: list[Any], folder: str) -> Iterator[Inherited]:
    """Without those that leave out all articles: they are no pages of this site, but what its pages are made from."""
    for path in (text(each).strip("/") for each in patterns):
        fits = re.compile(f"/{_glob(path)}")
        if path and not fits.match(f"{folder}/"):
            yield Inherited(fits, _HELD, firm=True)


def _glob(path: str) -> str:
    """A pattern for a file or folder, and what is below it; `*` stands for anything."""
    return ".*".join(map(re.escape, path.split("*"))) + ("(?:/|$)" if path else "")


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """Jekyll publishes whatever lies in its folder and does not begin with a dot or an underscore."""
    file = configuration.first(read, CONFIGURATIONS)
    told = file.table
    there = [text(each) for each in _list(told.get("exclude"))]
    missing = [
        name for name in names if not any(re.match(_glob(each.strip("/")), f"{name}/") for each in there if each)
    ]
    if not missing or posixpath.normpath(text(told.get("source")) or ".") != ".":
        return ""
    return f"{file.name or CONFIGURATIONS[0]}:  exclude: [{', '.join((*there, *missing))}]"


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = file.table
    top = joined(text(told.get("source"))) or "."
    key = next((key for key in ("default_lang", "lang", "locale", "language") if text(told.get(key))), "")
    own = text(told.get(key))
    langs = {name: lang for name in folder.articles(top) if (lang := _lang(folder, name))}
    if not own:
        own, key = _usual(langs, len(folder.articles(top)))
    collections = told.get("collections")
    named = (*texts(list(collections) if isinstance(collections, dict) else collections), "posts", "drafts")
    within = joined(top, text(told.get("collections_dir"))) or top
    return Configured(
        file=file.name,
        language=own,
        key=key,
        locales=others(texts(told.get("languages")), own),
        folders=(_home(folder, top, within, named),),
        translated=tuple((lang, name) for name, lang in langs.items() if lang.lower() != (own or "en").lower()),
        layout="jekyll",
        tree=top,
        outputs=(joined(text(told.get("destination")) or "_site"),),
        exclude=(
            *(f"{joined(top, name)}/**" for name in _MACHINERY),
            *_left_out(told, top),
            *_of_repository(folder, top),
        ),
        unpublished="_" if top == "." else "",
        unread=(file.problem,),
    )


def _home(folder: Folder, top: str, within: str, named: Sequence[str]) -> str:
    """The folder of pages if there are some, or else that of posts or another collection, if there is only one."""
    collections = dict.fromkeys((*(joined(within, f"_{name}") for name in named), joined(top, "_posts")))
    written = [each for each in collections if folder.articles(each)]
    inside = tuple(f"{each}/" for each in written)
    outside = [name for name in folder.articles(top) if not name.startswith(inside)]
    pages = [name for name in outside if "/_" not in f"/{posixpath.relpath(name, top)}"]
    return top if len(written) != 1 or any(_has_front_matter(folder, name) for name in pages) else written[0]


def _of_repository(folder: Folder, top: str) -> Iterator[str]:
    """Files about the repository, which no Jekyll makes pages of; without an index GitHub shows one of them."""
    here = [name for name in folder.names if posixpath.dirname(name) == ("" if top == "." else top)]
    if any(posixpath.basename(name).startswith("index.") for name in here):
        yield from (
            name for name in here if is_of_repository(posixpath.basename(name)) and not _has_front_matter(folder, name)
        )


def _has_front_matter(folder: Folder, name: str) -> bool:
    return (folder.read(name) or b"").removeprefix(b"\xef\xbb\xbf").startswith(b"---")


def _lang(folder: Folder, name: str) -> str:
    """The language that an article says it is written in."""
    data = folder.read(name) or b""
    if b"lang" not in data:
        return ""
    front = frontmatter.of_bytes(data)
    return text(frontmatter.setting(front, "lang"))


def _usual(langs: Mapping[str, str], number: int) -> tuple[str, str]:
    """The language that most articles say, or English where some do, with one that says it."""
    counts = Counter(langs.values())
    own = "en" if "en" in counts else next((lang for lang, times in counts.items() if times * 2 > number), "")
    return own, f"{next(name for name, lang in langs.items() if lang == own)}: lang" if own else ""


def _left_out(told: Mapping[str, object], top: str) -> Iterator[str]:
    for name in texts(told.get("exclude")):
        path = joined(top, name)
        yield path if "*" in path else f"{path}/**"
        yield path


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """Take in what `kramdown` says of ids; those of another reader of Markdown are not known."""
    file = configuration.first(read, CONFIGURATIONS)
    told = table(file.table.get("kramdown"))
    if text(file.table.get("markdown")).lower() not in ("", "kramdown") or told.get("auto_ids") == "false":
        return Ids(rule="none", form="none")
    rule = "kramdown"
    if text(told.get("input")).lower() == "kramdown":
        rule = "kramdown-transliterated" if told.get("transliterated_header_ids") == "true" else "kramdown-strict"
    return Ids(rule=rule, form="kramdown", prefix=text(told.get("auto_id_prefix"))) if file.name else None


JEKYLL = Site(
    "Jekyll",
    "jekyll",
    "_posts",
    tuple(Sign(name, _NOT_OF_HEXO) for name in CONFIGURATIONS),
    dates=("date",),  # its `future` is false unless somebody changed it
    dated_names=True,
    needs_front_matter=True,
    drafts=_drafts,
    unpublished=_unpublished,
    front_matter=("excerpt",),
    data=MENUS | {f"_data/{{own}}/**/*.{ending}": "**" for ending in ("yml", "yaml", "json")},
    ids=Ids(rule="kramdown", form="kramdown"),
    configured=_configured,
    configured_ids=_ids,
    notice=notices.kramdown,
)
