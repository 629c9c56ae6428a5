"""How does Eleventy make ids, with its plugin IdAttribute?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_NO_ID = re.compile("[^a-z0-9]+")
_CONTRACTION = re.compile(r"([a-z0-9])'([ts])(?![a-z0-9])")


def eleventy(titles: Sequence[Title], ids: Ids) -> list[str]:
    """ASCII alone; letters of other scripts are written in it by a table of the plugin: unknown here."""
    del ids
    seen: Counter[str] = Counter()
    found = []
    for title in titles:
        text = said(title, "Text", "Entity", "Code", "Break").replace("’", "'")
        slug = _slug(text) if text.isascii() and not title.is_expanded else ""
        made = title.own or slug
        seen[made] += 1
        found.append(f"{made}-{seen[made]}" if made and not title.own and seen[made] > 1 else made)
    return found


def _slug(text: str) -> str:
    text = _CONTRACTION.sub(r"\1\2", text.replace("&", " and ").lower())
    return _NO_ID.sub("-", text).strip("-")
