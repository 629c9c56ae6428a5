"""Which site generators are known? One file a generator."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from i18n.sites import docusaurus, hugo, jekyll, mdbook, myst, notices, sphinx
from i18n.sites.eleventy import ELEVENTY
from i18n.sites.ids import Ids
from i18n.sites.mkdocs import MKDOCS
from i18n.sites.notices import NoticeForm
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
PLAIN = Site("Markdown", "gfm", "source", (), notice=notices.alert)
"""No generator: what is done for a dialect that belongs to none."""

__all__ = ["PLAIN", "SITES", "Files", "Sign", "Site", "ids_of", "notice_form", "of_dialect", "recognized"]


def recognized(has: Callable[[Sign], bool]) -> Site | None:
    """The generator whose sign a folder has; a sign that depends on a file's content counts after all others."""
    plain = ((site, sign) for site in SITES for sign in site.signs if not sign.content)
    telling = ((site, sign) for site in SITES for sign in site.signs if sign.content)
    return next((site for site, sign in (*plain, *telling) if has(sign)), None)


def ids_of(dialect: str, reads: Iterable[Callable[[str], bytes | None]] = ()) -> Ids:
    """How ids of headings are made by the generator that reads a dialect.

    `reads` gives for each folder that may be a site's what reads a file of it; the first with a configuration counts.
    """
    found = (site.configured_ids(read) for read in reads for site in _all_of_dialect(dialect))
    return next((ids for ids in found if ids is not None), of_dialect(dialect).ids)


def of_dialect(name: str) -> Site:
    """The generator that a dialect belongs to; `PLAIN` for one that belongs to none."""
    return next(iter(_all_of_dialect(name)), PLAIN)


def _all_of_dialect(name: str) -> list[Site]:
    return [site for site in (PLAIN, *SITES) if site.dialect == name]


def notice_form(dialect: str, reads: Iterable[Callable[[str], bytes | None]] = ()) -> NoticeForm:
    """How pages of a dialect show a notice; `reads` as for `ids_of`. Who reads plain CommonMark is not known."""
    found = (site.configured_notice(read) for read in reads for site in _all_of_dialect(dialect))
    own = notices.quote if dialect == "commonmark" else of_dialect(dialect).notice
    return next((form for form in found if form is not None), own)
