"""How does Eleventy make ids, with its plugin IdAttribute?"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from i18n.markdown.blocks import Part
from i18n.sites.ids import transliteration
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_NO_ID = re.compile("[^a-z0-9]+")
_CONTRACTION = re.compile(r"([a-z0-9])'([ts])(?=\s|$)")


def eleventy(titles: Sequence[Title], ids: Ids) -> list[str]:
    """ASCII alone. A heading whose id something below it has in writing gets the next number."""
    del ids
    seen: Counter[str] = Counter()
    owners: dict[str, int] = {}
    found: list[str] = []
    for at, title in enumerate(titles):
        _give(title.above, seen, owners, found)
        found.append(title.own or _made(title.parts))
        if found[at] and not title.own:
            found[at] = _next(found[at], seen)
            owners[found[at]] = at
        _give((title.own, *title.below) if title.own else title.below, seen, owners, found)
    return found


@functools.lru_cache(1000)
def _made(parts: tuple[Part, ...]) -> str:
    """Comments are words to it; the numbers of footnotes are those of some other plugin."""
    shown = tuple(part for part in parts if part[0] != "Html" or part[1].startswith("<!--"))
    written = "".join(text for _, text in shown)
    if any(what in ("Template", "Footnote") for what, _ in parts) or "{{" in written or "{%" in written:
        return ""  # Liquid reads Markdown first; what it puts into a tag is no part of the id
    return _slug(said(Title(shown, ""), "Text", "Entity", "Code", "Break", "Html"))


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


def _slug(text: str) -> str:
    text = _CONTRACTION.sub(r"\1\2", transliteration.eleventy(text).lower())
    return _NO_ID.sub("-", text).strip("-")
