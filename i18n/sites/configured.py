"""What does a site say of its languages and folders, by its own configuration?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from i18n.locales import recognized
from i18n.project.tables import Layout

MARKDOWN = frozenset({".md", ".mdx", ".markdown", ".mkd", ".mkdn", ".mdown"})
"""Endings of files that generators read as articles."""


_ABOUT = frozenset("README LICENSE LICENCE CHANGELOG CONTRIBUTING CODE_OF_CONDUCT SECURITY SUPPORT".split())


_MENUS = ("nav", "navigation", "menu", "menus", "header", "footer", "sidebar")
MENUS = {
    f"**/_data/{name}.{ending}": "**.title, **.name, **.label, **.text"
    for name in _MENUS
    for ending in ("yml", "yaml", "json")
}
"""Files of data that navigation usually lies in where a generator gives data to templates, with their key paths."""


class Folder(NamedTuple):
    """The folder of a site."""

    read: Callable[[str], bytes | None]
    """Gives a file by its path below the folder; None if there is none."""
    names: tuple[str, ...]
    """Paths of the files below it, without hidden ones and those that others wrote."""

    def articles(self, below: str = ".") -> list[str]:
        """Those files below one of its folders that are written in Markdown."""
        return [name for name in self.names if is_markdown(name) and is_below(name, below)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """What a site says. Paths are relative to its folder, which is `"."`."""

    file: str = ""
    """The configuration that was read; empty if the site has none."""
    language: str = ""
    """Of its articles, as it spells it; empty where it says nothing."""
    key: str = ""
    """Where it says so."""
    locales: tuple[str, ...] = ()
    """Languages of translations, as its paths spell them."""
    folders: tuple[str, ...] = ()
    """Those that may hold articles, the most likely one first."""
    translated: tuple[tuple[str, str], ...] = ()
    """Languages of translations, each with a folder or a file of it."""
    outputs: tuple[str, ...] = ()
    """What the generator writes."""
    exclude: tuple[str, ...] = ()
    """Globs of what is no article to it."""
    layout: Layout = "plain"
    """That of `[build]` which suits the generator."""
    tree: str = ""
    """The folder that the generator reads pages of other languages in by that layout; empty where it has none."""
    unpublished: str = ""
    """What the names of folders begin with that it does not publish, where it publishes most others."""
    unread: tuple[str, ...] = ()
    """What could not be found out, as sentences."""


def is_markdown(name: str) -> bool:
    """Tell whether a file is written in Markdown, by its name."""
    return posixpath.splitext(name)[1].lower() in MARKDOWN


def is_of_repository(name: str) -> bool:
    """Tell whether a file, by its name, is one that speaks of the repository: a read-me, a license."""
    return is_markdown(name) and posixpath.splitext(name)[0].upper() in _ABOUT


def not_excluded(names: Iterable[str], exclude: Iterable[str]) -> list[str]:
    """Say which of some names are those of folders that no glob of a list begins with; files have a dot."""
    there = {each.partition("/")[0] for each in exclude}
    return [name for name in names if "." not in name and name not in there]


def is_below(name: str, folder: str) -> bool:
    """Tell whether a path lies below a folder."""
    return folder == "." or name.startswith(f"{folder}/")


def joined(*parts: str) -> str:
    """Join parts of a path as a configuration gives them; empty for what cannot be one. It may begin with `..`."""
    given = [part.strip().replace("\\", "/") for part in parts if part.strip()]
    path = posixpath.normpath(posixpath.join(*given)) if given else ""
    return "" if path.startswith("/") or not path.isprintable() else path


def spelled(*candidates: str) -> str:
    """The first candidate that names a language, or the first that there is."""
    given = [each for each in candidates if each]
    return next((each for each in given if recognized(each)), given[0] if given else "")


def others(candidates: Iterable[str], own: str) -> tuple[str, ...]:
    """The languages of a list without the one of the articles, and none twice."""
    return tuple(dict.fromkeys(each for each in candidates if each.isprintable() and each.lower() != own.lower()))
