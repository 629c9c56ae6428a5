"""Where does each layout put the pages of a language, and what does the generator's configuration need for that?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from i18n.project.placement import Placement, below
from i18n.project.tables import Layout
from i18n.sites.layouts import folders, hugo, jekyll, mkdocs, scripts, zola
from i18n.sites.layouts.lines import Lines, written
from i18n.sites.layouts.wanted import Wanted

__all__ = ["LAYOUTS", "Lines", "Wanted", "content", "lines", "placement"]


class Rules(NamedTuple):
    """What is known of a layout."""

    place: Callable[[Wanted], Placement]
    lines: Callable[[Wanted, Placement], Iterator[Lines]]
    content: Callable[[Wanted], str | None] = lambda _: None
    """The folder that the generator reads pages of other languages in; None where it reads them anywhere."""


def _nothing(_wanted: Wanted, _placement: Placement) -> Iterator[Lines]:
    return iter(())


LAYOUTS: Mapping[Layout, Rules] = {
    "plain": Rules(lambda _: Placement(), _nothing),
    "hugo": Rules(hugo.by_name, hugo.lines, hugo.content),
    "hugo-folder": Rules(hugo.by_folder, hugo.lines, hugo.content_of_folders),
    "jekyll": Rules(jekyll.place, jekyll.lines, jekyll.content),
    "mkdocs": Rules(mkdocs.by_name, mkdocs.lines, mkdocs.content),
    "mkdocs-folder": Rules(mkdocs.by_folder, mkdocs.lines, mkdocs.content),
    "zensical": Rules(folders.place, folders.zensical_lines),
    "docusaurus": Rules(scripts.docusaurus, scripts.docusaurus_lines, scripts.docusaurus_content),
    "starlight": Rules(scripts.starlight, scripts.starlight_lines, scripts.starlight_content),
    "vitepress": Rules(scripts.vitepress, scripts.vitepress_lines, scripts.vitepress_content),
    "zola": Rules(zola.place, zola.lines, zola.content),
    "myst": Rules(folders.place, folders.myst_lines),
    "mdbook": Rules(folders.place, folders.mdbook_lines),
    "eleventy": Rules(folders.place, folders.eleventy_lines, folders.eleventy_content),
}
"""Every layout."""


def placement(wanted: Wanted) -> Placement:
    """The places of a layout in a project. Its configuration is read for that."""
    return LAYOUTS[wanted.layout].place(wanted)


def content(wanted: Wanted) -> str:
    """The folder that `[build] path` should name, where the generator does not find the outputs; else empty."""
    folder = LAYOUTS[wanted.layout].content(wanted)
    return "" if folder is None or wanted.reaches(folder) else folder or "."


def lines(wanted: Wanted) -> tuple[Lines, ...]:
    """What the project's and the generator's configurations need, and what of it is there."""
    rules = LAYOUTS[wanted.layout]
    folder = content(wanted)
    placed = wanted._replace(out="" if folder == "." else folder) if folder else wanted
    return (*_of_project(wanted, folder), *rules.lines(placed, rules.place(placed)))


def _of_project(wanted: Wanted, folder: str) -> Iterator[Lines]:
    if folder:
        table = "[tool.i18n.build]" if wanted.file == "pyproject.toml" else "[build]"
        why = f"The generator does not find pages in {below(wanted.out, '') or 'the root'}; the line goes into {table}."
        yield Lines(wanted.file, "toml", written("toml", {"path": folder}), why, "inside")
