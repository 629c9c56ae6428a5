"""How does github-slugger make ids, and what do GitHub, Docusaurus and Astro give it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n.sites.ids.letters import words
from i18n.sites.ids.numbered import probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import EMOJI, Title, said

_TEXT = ("Text", "Entity", "Code", "Break")
_DIRECTIVE = re.compile(r"(?<!:):[^\W\d_](?:[\w-]*\w)?(?![\w:-])")
"""A directive within a text, whose name Docusaurus leaves out of the id; it writes it back later."""
_OF_FRONT_MATTER = re.compile(r"\{\s*frontmatter[.\[]")
"""An expression of MDX that Astro looks up; of others it takes the code for text."""
_DASHES = re.compile(r"(?<!-)--(?!-)")
"""What Astro shows as a dash."""
_SIGNS = re.compile(r"---?|\.\.\.")
"""What it shows as dashes and points from version 7 on."""


def github(titles: Sequence[Title], ids: Ids) -> list[str]:
    """As GitHub's table of contents does: `What's new?` is `whats-new`."""
    del ids
    return probed(titles, lambda title: _known(title) and _slug(said(title, *_TEXT, without=EMOJI).strip()))


def docusaurus(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Descriptions of images count, short names of emoji are text yet; an id of the page's own is not reserved."""
    del ids
    return probed(titles, _docusaurus)


def astro(titles: Sequence[Title], ids: Ids) -> list[str]:
    """As it is shown, dashes among it; a last hyphen goes after numbers were given."""
    del ids
    found = probed(titles, lambda title: _known(title) and _slug(said(title, *_TEXT, without=_DASHES)))
    return [slug if title.own else slug.removesuffix("-") for title, slug in zip(titles, found, strict=True)]


def astro_7(titles: Sequence[Title], ids: Ids) -> list[str]:
    """As it is shown, dashes among it."""
    del ids
    return probed(titles, lambda title: _known(title) and _slug(said(title, *_TEXT, without=_SIGNS)))


def _docusaurus(title: Title) -> str | None:
    return None if title.is_expanded else _slug(said(title, *_TEXT, "Description", without=_DIRECTIVE))


def _known(title: Title) -> str | None:
    """None where the generator adds what no page says: a number of a footnote, what a template or expression makes."""
    says = title.is_expanded or _OF_FRONT_MATTER.search(said(title, "Text"))
    return None if says or title.has_footnotes else "known"


def _slug(text: str) -> str:
    return words(text.lower()).replace(" ", "-")
