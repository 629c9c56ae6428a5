"""Which site generators are known? One file a generator."""

from __future__ import annotations

from collections.abc import Callable

from i18n.sites import docusaurus, hugo, jekyll, mdbook, myst
from i18n.sites.mkdocs import MKDOCS
from i18n.sites.site import Files, Sign, Site
from i18n.sites.starlight import STARLIGHT
from i18n.sites.vitepress import VITEPRESS
from i18n.sites.zola import ZOLA

SITES = (ZOLA, hugo.HUGO, jekyll.JEKYLL, MKDOCS, docusaurus.DOCUSAURUS, STARLIGHT, mdbook.MDBOOK, VITEPRESS, myst.MYST)
"""Every generator, in the order in which a folder is compared with them: a `config.toml` may hold signs of two."""
PLAIN = Site("Markdown", "gfm", "source", ())
"""No generator: what is done for a dialect that belongs to none."""

__all__ = ["PLAIN", "SITES", "Files", "Sign", "Site", "of_dialect", "recognized"]


def recognized(has: Callable[[Sign], bool]) -> Site | None:
    """The generator whose sign a folder has; a sign that depends on a file's content counts after all others."""
    plain = ((site, sign) for site in SITES for sign in site.signs if not sign.content)
    telling = ((site, sign) for site in SITES for sign in site.signs if sign.content)
    return next((site for site, sign in (*plain, *telling) if has(sign)), None)


def of_dialect(name: str) -> Site:
    """The generator that reads a dialect; `PLAIN` for one that no generator alone reads."""
    return next((site for site in SITES if site.dialect == name), PLAIN)
