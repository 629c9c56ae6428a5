"""Which places of a page can a link lead to?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from i18n.compile import anchors
from i18n.extract.source import Source
from i18n.sites.ids import Ids

_WRITTEN = re.compile(
    rb"""(?im)(?<![\w-])(?:id|name)\s*=\s*["']?(?P<attribute>[^"'\s<>{}]+)
    |\{[:/*.\w \t-]*\#(?P<braces>[^\s{}*]+)
    |^[ \t>]*\((?P<target>[^()\s]+)\)=
    |^[ \t>]*:(?:name|label):[ \t]*(?P<option>\S+)""",
    re.X,
)
_BY_GENERATOR = re.compile(r"(?i)(?:$|top$|fn|:~:|user-content-)")
"""Fragments of places that are on every page, or that generators make of footnotes."""


def places(page: Source, ids: Ids) -> frozenset[str]:
    """The ids of a page's headings, and those that stand in it."""
    from i18n.sites.ids.rules import RULES  # only where somebody looks at pages that are built

    titles = anchors.titles(page, ids)
    made = (slug for rule in RULES[ids.rule] for slug in rule(titles, ids))
    return frozenset(filter(None, (*made, *_written(page.parts.data))))


def _written(data: bytes) -> Iterator[str]:
    for match in _WRITTEN.finditer(data):
        yield html.unescape(match[match.lastgroup or 0].decode(errors="replace"))


def is_there(fragment: str, found: frozenset[str]) -> bool:
    """Tell whether a page has the place that a fragment names, percent-decoded."""
    return fragment in found or _BY_GENERATOR.match(fragment) is not None
