"""Where does each layout put the pages of a language, and what does the generator's configuration need for that?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from i18n.project.placement import Placement
from i18n.project.tables import Layout
from i18n.sites.layouts import folders, hugo, jekyll, mkdocs, scripts, zola
from i18n.sites.layouts.lines import Lines
from i18n.sites.layouts.wanted import Wanted

__all__ = ["LAYOUTS", "Lines", "Wanted", "lines", "placement"]


class Rules(NamedTuple):
    """What is known of a layout."""

    place: Callable[[Wanted], Placement]
    lines: Callable[[Wanted, Placement], Iterator[Lines]]


def _nothing(_wanted: Wanted, _placement: Placement) -> Iterator[Lines]:
    return iter(())


LAYOUTS: Mapping[Layout, Rules] = {
    "plain": Rules(lambda _: Placement(), _nothing),
    "hugo": Rules(hugo.by_name, hugo.lines),
    "hugo-folder": Rules(hugo.by_folder, hugo.lines),
    "jekyll": Rules(jekyll.place, jekyll.lines),
    "mkdocs": Rules(mkdocs.by_name, mkdocs.lines),
    "mkdocs-folder": Rules(mkdocs.by_folder, mkdocs.lines),
    "zensical": Rules(folders.place, folders.zensical_lines),
    "docusaurus": Rules(scripts.docusaurus, scripts.docusaurus_lines),
    "starlight": Rules(scripts.starlight, scripts.starlight_lines),
    "vitepress": Rules(scripts.vitepress, scripts.vitepress_lines),
    "zola": Rules(zola.place, zola.lines),
    "myst": Rules(folders.place, folders.myst_lines),
    "mdbook": Rules(folders.place, folders.mdbook_lines),
    "eleventy": Rules(folders.place, folders.eleventy_lines),
}
"""Every layout."""


def placement(wanted: Wanted) -> Placement:
    """The places of a layout in a project. Its configuration is read for that."""
    return LAYOUTS[wanted.layout].place(wanted)


def lines(wanted: Wanted) -> tuple[Lines, ...]:
    """What the generator's configuration needs, and what of it is there."""
    rules = LAYOUTS[wanted.layout]
    return tuple(rules.lines(wanted, rules.place(wanted)))
