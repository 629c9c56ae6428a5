"""What is known of Jekyll?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from i18n.extract.drafts import DraftRules, Inherited, held_back
from i18n.markdown import frontmatter
from i18n.sites.site import Files, Sign, Site

_CONFIGURATIONS = ("_config.yml", "_config.yaml")
_HELD = (("published", "false"),)
_FOLDERS = {"post": "_posts", "draft": "_drafts", "posts": "_posts", "drafts": "_drafts"}


def _drafts(rules: DraftRules, files: Files) -> DraftRules:
    """Take in what `defaults` says of published articles, and what `exclude` leaves out of the site."""
    data = next((found for name in _CONFIGURATIONS if (found := files.read(name)) is not None), b"")
    told = frontmatter.tree("yaml", data.decode(errors="replace"))
    folder = posixpath.normpath(f"/{posixpath.relpath(files.source or '.', _text(told.get('source')) or '.')}").rstrip(
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
            scopes += [(_text(scope.get("path")).strip("/"), _text(scope.get("type")), told)] if told else []
    for path, kind, told in sorted(scopes, key=lambda scope: (len(scope[0]), bool(scope[1]))):
        yield Inherited(re.compile(f"/{_of_kind(kind)}{_glob(path)}"), told)


def _of_kind(kind: str) -> str:
    """A look ahead at a path of the site: which folder makes an article one of a kind?"""
    if kind in ("", "pages", "page"):
        return "" if not kind else r"(?!(?:.*/)?_)"
    return rf"(?=(?:.*/)?{re.escape(_FOLDERS.get(kind, f'_{kind}'))}/)"


def _excluded(patterns: list[Any], folder: str) -> Iterator[Inherited]:
    """Without those that leave out all articles: they are no pages of this site, but what its pages are made from."""
    for path in (_text(each).strip("/") for each in patterns):
        fits = re.compile(f"/{_glob(path)}")
        if path and not fits.match(f"{folder}/"):
            yield Inherited(fits, _HELD, firm=True)


def _glob(path: str) -> str:
    """A pattern for a file or folder, and what is below it; `*` stands for anything."""
    return ".*".join(map(re.escape, path.split("*"))) + ("(?:/|$)" if path else "")


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """Jekyll publishes whatever lies in its folder and does not begin with a dot or an underscore."""
    file = next((name for name in _CONFIGURATIONS if read(name) is not None), _CONFIGURATIONS[0])
    told = frontmatter.tree("yaml", (read(file) or b"").decode(errors="replace"))
    there = [_text(each) for each in _list(told.get("exclude"))]
    missing = [
        name for name in names if not any(re.match(_glob(each.strip("/")), f"{name}/") for each in there if each)
    ]
    if not missing or posixpath.normpath(_text(told.get("source")) or ".") != ".":
        return ""
    return f"{file}:  exclude: [{', '.join((*there, *missing))}]"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


JEKYLL = Site(
    "Jekyll",
    "jekyll",
    "_posts",
    tuple(map(Sign, _CONFIGURATIONS)),
    dates=("date",),  # its `future` is false unless somebody changed it
    dated_names=True,
    needs_front_matter=True,
    drafts=_drafts,
    unpublished=_unpublished,
)
