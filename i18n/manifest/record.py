"""Which files among the articles did builds write? Asked before anything is taken for an article."""

from __future__ import annotations

import json
import posixpath
import re

from i18n.project import Project
from i18n.project.placement import below, even, overlap

RECORD = ".i18n-manifest.json"
"""The manifest where languages share a tree: in the root, as some generators publish whatever lies among articles."""

PRIVATE_RECORD = ".i18n/outputs.json"
"""The same of private articles, whose names are not for everybody who may see the record."""
_PARTS = re.compile(r"[/.]")


def names(data: bytes | None, project: Project) -> frozenset[str]:
    """Name the pages that a record lists, relative to the root; none of one that cannot be read.

    They are no articles even if their language, or the layout that put them there, is configured no more.
    """
    if data is None:
        return frozenset()
    try:
        told = json.loads(data)
        tree, locales = str(told["tree"]), told["locales"].items()
        listed = [(tag, str(page["output"])) for tag, locale in locales for page in locale["articles"].values()]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return frozenset()
    pages = ((tag, posixpath.normpath(below(tree, output))) for tag, output in listed)
    return frozenset(name for tag, name in pages if may_be_ours(project, tree, name, tag))


def may_be_ours(project: Project, tree: str, name: str, locale: str) -> bool:
    """Tell whether a file that a record lists can be one of a language: a record may be anybody's work.

    In a folder that holds no articles anything can; elsewhere a file bears the language in its path.
    """
    if name.startswith(below(tree, "")) and not any(overlap(tree, folder) for folder in project.source.path):
        return True
    wanted = {even(locale), *(even(part) for part in project.placement.spelling(locale).split("/"))}
    return any(even(part) in wanted for part in _PARTS.split(name))
