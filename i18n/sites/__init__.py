"""Which site generators are known? One file a generator."""

from __future__ import annotations

from collections.abc import Callable

from i18n.sites import docusaurus, hugo, jekyll, mdbook, myst, sphinx
from i18n.sites.eleventy import ELEVENTY
from i18n.sites.mkdocs import MKDOCS
from i18n.sites.site import Files, Sign, Site
from i18n.sites.starlight import ASTRO, STARLIGHT
from i18n.sites.vitepress import VITEPRESS
from i18n.sites.zensical import ZENSICAL
from i18n.sites.zola import ZOLA

SITES = (
    ZOLA, hugo.HUGO, MKDOCS, ZENSICAL, docusaurus.DOCUSAURUS, STARLIGHT, ASTRO, VITEPRESS, ELEVENTY, mdbook.MDBOOK,
    myst.MYST, jekyll.JEKYLL, sphinx.SPHINX,
)  # fmt: skip
"""Every generator, in the order in which a folder is compared with them: a `config.toml` may hold signs of two, and
Jekyll's configuration lies in many a folder that another generator publishes."""
PLAIN = Site("Markdown", "gfm", "source", ())
"""No generator: what is done for a dialect that belongs to none."""

__all__ = ["PLAIN", "SITES", "Files", "Sign", "Site", "of_dialect", "recognized"]


def recognized(has: Callable[[Sign], bool]) -> Site | None:
    """The generator whose sign a folder has; a sign that depends on a file's content counts after all others."""
    plain = ((site, sign) for site in SITES for sign in site.signs if not sign.content)
    telling = ((site, sign) for site in SITES for sign in site.signs if sign.content)
    return next((site for site, sign in (*plain, *telling) if has(sign)), None)


def of_dialect(name: str) -> Site:
    """The generator that a dialect belongs to; `PLAIN` for one that belongs to none."""
    return next((site for site in (PLAIN, *SITES) if site.dialect == name), PLAIN)
