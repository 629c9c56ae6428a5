"""How does Eleventy make ids, with its plugin IdAttribute?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_NO_ID = re.compile("[^a-z0-9]+")
_CONTRACTION = re.compile(r"([a-z0-9])'([ts])(?=\s|$)")
_DIVIDING = frozenset(("Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Zs"))
"""Kinds of characters that the plugin has no letters for, whatever their script."""


def eleventy(titles: Sequence[Title], ids: Ids) -> list[str]:
    """ASCII alone; other letters and signs are written in it by a table of the plugin, which is unknown here.

    A heading whose id something below it has in writing gets the next number.
    """
    del ids
    seen: Counter[str] = Counter()
    owners: dict[str, int] = {}
    found: list[str] = []
    for at, title in enumerate(titles):
        _give(title.above, seen, owners, found)
        found.append(title.own or _made(title))
        if found[at] and not title.own:
            found[at] = _next(found[at], seen)
            owners[found[at]] = at
        _give((title.own, *title.below) if title.own else title.below, seen, owners, found)
    return found


def _made(title: Title) -> str:
    text = "".join(map(_ascii, said(title, "Text", "Entity", "Code", "Break")))
    return _slug(text) if text.isascii() and not title.is_expanded else ""


def _next(slug: str, seen: Counter[str]) -> str:
    """The id, with how many gave it if another did before."""
    seen[slug] += 1
    return f"{slug}-{seen[slug]}" if seen[slug] > 1 else slug


def _give(written: Iterable[str], seen: Counter[str], owners: dict[str, int], found: list[str]) -> None:
    """Ids in writing: a heading above that has one of them gives way."""
    for each in written:
        renamed = _next(each, seen)
        if each in owners:
            owners[renamed] = owners.pop(each)
            found[owners[renamed]] = renamed


def _ascii(letter: str) -> str:
    return "-" if not letter.isascii() and unicodedata.category(letter) in _DIVIDING else letter


def _slug(text: str) -> str:
    text = _CONTRACTION.sub(r"\1\2", text.replace("&", " and ").lower())
    return _NO_ID.sub("-", text).strip("-")
