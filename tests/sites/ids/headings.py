"""Which headings show how a generator makes ids, and what does a reader of ours find in them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from i18n.compile.anchors import titles
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article
from i18n.sites.ids import Ids
from i18n.sites.ids.rules import RULES

Page: TypeAlias = tuple[str, ...]
"""Headings, as an article has them after the marks."""

_NO_ID = "∅"
_TABLES = Path(__file__).parents[2] / "data" / "ids"


def _blocks(name: str) -> list[list[str]]:
    text = (_TABLES / f"{name}.txt").read_text(encoding="utf-8")
    return [block.split("\n") for block in text.strip("\n").split("\n\n")[1:]]


_ALL: tuple[Page, ...] = tuple(map(tuple, _blocks("pages")))
PAGES = tuple(page for page in _ALL if not any("{#" in heading for heading in page))
OWN = tuple(page for page in _ALL if page not in PAGES)
"""With ids in braces; VitePress ends where one of them is there already."""
_REFERENCED = "[r]: https://r.example/\n\n[^1]: Note.\n"


def article(page: Page) -> str:
    """An article with these headings."""
    return "\n\n".join((*(f"## {heading}\n\nText." for heading in page), _REFERENCED))


def ours(page: Page, dialect: str, ids: Ids) -> list[str]:
    """The ids that our rule gives the headings of a page."""
    found = titles(read_source(Article("a.md", "a", "a.md", article(page).encode()), Rules(dialect)), ids)
    return RULES[ids.rule][0](found, ids)


def recorded(name: str) -> Iterator[tuple[Page, list[str]]]:
    """The pages of a table, with the ids that the generator gave; empty for a heading without one."""
    for block in _blocks(name):
        pairs = [line.rpartition(" ⇒ ") for line in block]
        yield tuple(heading for heading, _, _ in pairs), [slug.replace(_NO_ID, "") for _, _, slug in pairs]


def record(name: str, about: str, found: Mapping[Page, Sequence[str]]) -> None:
    """Write a table."""
    blocks = (
        "\n".join(f"{heading} ⇒ {slug or _NO_ID}" for heading, slug in zip(page, slugs, strict=True))
        for page, slugs in found.items()
    )
    (_TABLES / f"{name}.txt").write_text("\n\n".join((f"// {about}", *blocks)) + "\n", encoding="utf-8")
