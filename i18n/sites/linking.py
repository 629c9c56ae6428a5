"""How do links between pages have to be written in each layout?"""

from __future__ import annotations

import functools
import posixpath
import re
import unicodedata
from dataclasses import dataclass, replace

from i18n.project import Project
from i18n.project.tables import Layout

ENDING = re.compile(r"(?i)\.(?:md|mdx|markdown|mkd|html?|txt)$")
"""How the name of an article ends, and that of its page."""
_INDEX = re.compile(r"(?i)(?:^|/)(?:_?index|readme)$")


@dataclass(frozen=True, slots=True)
class Linking:
    """What a generator does about links by itself, and what is left to do."""

    prefixed: bool = False
    """Links from the site's root must name the language; otherwise the generator adds it, or nobody can."""
    prefixes_paths: bool = False
    """The generator adds the language to links from the root, but not behind the path of the site's address."""
    finds_articles: bool = False
    """Where the site's address has a path, a link without it in Markdown names an article of the page's language."""
    names_files: bool = False
    """A link from the root may name the file of an article, below the folder of the source's language."""
    by_name: bool = False
    """A link to a file names the article, and the generator finds the page of the language."""
    by_address: bool = False
    """Links to a page of another language need its address, as files are looked for in one language alone."""
    apart: bool = False
    """Each language is a site of its own, one folder below that of the source."""
    in_place: bool = False
    """What is built is read where it lies, and the files that it includes from there."""
    slashed: bool = False
    """The address of a page ends in a slash, so that links between addresses begin below it."""
    exact: bool = False
    """A link to a file needs that file, even where the generator serves what is missing in a language."""
    leaves_html: bool = False
    """Addresses in HTML are those of the generated site, in which all languages share the files of the source's."""
    own: tuple[str, ...] = ()
    """Keys of front matter with the address of a page, whole or in place of its name; the first one there counts."""
    picks_files: bool = False
    """Of `figure.png` and `figure.de.png` next to it, the generator takes the one of the language."""
    templates: tuple[str, ...] = ()
    """How names of files end that become pages too: none of them is a file that a page needs."""


PLAIN = Linking()
_ELEVENTY_TEMPLATES = tuple(".njk .liquid .webc .11ty.js .11ty.cjs .11ty.mjs .11ty.ts .hbs .ejs .html".split())
_HUGO = Linking(own=("url", "slug"), prefixed=True, finds_articles=True, by_address=True, slashed=True)
_LINKING: dict[Layout, Linking] = {
    "plain": PLAIN,
    "hugo": replace(_HUGO, by_name=True),
    "hugo-folder": _HUGO,
    "jekyll": Linking(own=("permalink",), prefixed=True, names_files=True, exact=True),
    "mkdocs": Linking(prefixed=True, by_name=True, slashed=True, leaves_html=True, picks_files=True),
    "mkdocs-folder": Linking(prefixed=True, slashed=True, leaves_html=True),
    "zensical": Linking(prefixed=True, by_address=True, slashed=True),
    "docusaurus": Linking(prefixes_paths=True),
    "starlight": Linking(own=("slug",), prefixed=True, slashed=True),
    "vitepress": Linking(prefixed=True, names_files=True),
    "zola": Linking(own=("path", "slug"), prefixed=True, by_name=True, slashed=True),
    "myst": Linking(by_name=True, in_place=True),
    "mdbook": Linking(prefixed=True, names_files=True, apart=True, in_place=True),
    "eleventy": Linking(
        own=("permalink",), prefixed=True, names_files=True, slashed=True, templates=_ELEVENTY_TEMPLATES
    ),
}
"""Every layout. Of mdBook and MyST each language is a site of its own."""


def linking(project: Project) -> Linking:
    """Say how links are written in a project. Polyglot, which serves Jekyll's pages, adds the language by itself."""
    layout = project.build.layout
    found = _LINKING[layout]
    return replace(found, prefixed=False) if layout == "jekyll" and project.placement.serves_source else found


@functools.lru_cache(maxsize=4096)
def address(path: str) -> str:
    """Say under which address, from the site's root, a generator publishes an article: no slashes at its ends.

    The same of a path in a link: without the ending of its name, without `index`, whatever its letter case.
    """
    return bare(posixpath.normpath(f"/{path}"))


def bare(path: str) -> str:
    """A path without the ending of its name, `index`, slashes at its ends and letter case."""
    return unicodedata.normalize("NFC", _INDEX.sub("", ENDING.sub("", path.strip("/")))).casefold()


def addressed(inner: str, own: str, layout: Layout) -> str:
    """Say the address of an article whose front matter says one; of `inner` without."""
    if not own:
        return address(inner)
    whole = "/" in own or layout not in ("hugo", "hugo-folder", "zola")
    folder, name = posixpath.split(inner)
    above = posixpath.dirname(folder) if _INDEX.search(posixpath.splitext(name)[0]) else folder
    return address(own if whole else posixpath.join(above, own))
