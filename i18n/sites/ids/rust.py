"""How do mdBook and Zola make ids?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from i18n.sites.ids import transliteration
from i18n.sites.ids.letters import alphanumeric
from i18n.sites.ids.numbered import free, probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_DASHES = re.compile("-{2,}")
_BLANK = re.compile(r"\s")
_TEXT = ("Text", "Entity", "Code", "Break")
_NO_ASCII_ID = re.compile("[^a-z0-9]+")
_ASCII_BLANK = re.compile("[\t\n\f\r ]")


def mdbook(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Letters and numbers, hyphens for blanks, two hyphens as the dash that is shown; own ids are not reserved."""
    del ids
    return probed(titles, _mdbook)


def _mdbook(title: Title) -> str | None:
    text = said(title, *_TEXT, without=_DASHES).strip()
    if title.is_expanded or "{{#" in text or title.has_footnotes:
        return None
    return alphanumeric(_BLANK.sub("-", text.lower()), r"_\-")


def zola(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`on`: ASCII alone."""
    del ids
    return _zola(titles, _ascii)


def zola_kept(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`safe` and `off`: as it is written, an underscore for each blank."""
    del ids
    return _zola(titles, lambda text: _ASCII_BLANK.sub("_", text))


def _zola(titles: Sequence[Title], slug: Callable[[str], str | None]) -> list[str]:
    """What the page gives is taken from the start."""
    taken = {title.own for title in titles if title.own}
    found = []
    for title in titles:
        made = None if title.is_expanded else slug(said(title, "Text", "Entity", "Code", "Description"))
        found.append(title.own or ("" if made is None else free(made, taken)))
    return found


def _ascii(text: str) -> str | None:
    written = transliteration.zola(text)
    return None if written is None else _NO_ASCII_ID.sub("-", written.lower()).strip("-")
