"""How does Eleventy make ids, with its plugin IdAttribute?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_NO_ID = re.compile("[^a-z0-9]+")
_CONTRACTION = re.compile(r"([a-z0-9])'([ts])(?=\s|$)")
_DIVIDING = frozenset(("Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Zs"))
"""Kinds of characters that the plugin has no letters for, whatever their script."""


def eleventy(titles: Sequence[Title], ids: Ids) -> list[str]:
    """ASCII alone; other letters and signs are written in it by a table of the plugin, which is unknown here."""
    del ids
    seen: Counter[str] = Counter()
    found = []
    for title in titles:
        text = "".join(map(_ascii, said(title, "Text", "Entity", "Code", "Break")))
        slug = _slug(text) if text.isascii() and not title.is_expanded else ""
        made = title.own or slug
        seen[made] += 1
        found.append(f"{made}-{seen[made]}" if made and not title.own and seen[made] > 1 else made)
    return found


def _ascii(letter: str) -> str:
    return "-" if not letter.isascii() and unicodedata.category(letter) in _DIVIDING else letter


def _slug(text: str) -> str:
    text = _CONTRACTION.sub(r"\1\2", text.replace("&", " and ").lower())
    return _NO_ID.sub("-", text).strip("-")
