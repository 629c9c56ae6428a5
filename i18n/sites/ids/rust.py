"""How do mdBook and Zola make ids?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from i18n.sites.ids.letters import alphanumeric
from i18n.sites.ids.numbered import free, probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_DASHES = re.compile("-{2,}")
_BLANK = re.compile(r"\s")
_TEXT = ("Text", "Entity", "Code", "Break")
_NO_ASCII_ID = re.compile("[^a-z0-9]+")
_ASCII_BLANK = re.compile("[\t\n\f\r ]")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "œ": "oe", "Œ": "oe", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l"}
    | dict.fromkeys("‘’“”‚„‹›«»–—…¿¡· ", "-")
)
"""What is no letter of ASCII with a mark, and is written as one all the same."""


def mdbook(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Letters and numbers, hyphens for blanks, two hyphens as the dash that is shown; own ids are not reserved."""
    del ids
    return probed(titles, _mdbook)


def _mdbook(title: Title) -> str | None:
    text = said(title, *_TEXT, without=_DASHES).strip()
    if title.is_expanded or "{{" in text or any(what == "Footnote" for what, _ in title.parts):
        return None
    return alphanumeric(_BLANK.sub("-", text.lower()), r"_\-")


def zola(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`on`: ASCII alone. Letters of other scripts are written in it by a table of the generator: unknown here."""
    del ids
    return _zola(titles, _transliterated)


def zola_kept(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`safe` and `off`: as it is written, an underscore for each blank."""
    del ids
    return _zola(titles, lambda text: _ASCII_BLANK.sub("_", text))


def _zola(titles: Sequence[Title], slug: Callable[[str], str | None]) -> list[str]:
    """What the page gives is taken from the start."""
    taken = {title.own for title in titles if title.own}
    found = []
    for title in titles:
        made = title.own or (None if title.is_expanded else slug(said(title, "Text", "Entity", "Code", "Description")))
        found.append(title.own or (free(made, taken) if made else ""))
    return found


def _transliterated(text: str) -> str | None:
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
    plain = "".join(one for one in plain if unicodedata.category(one) != "Mn")
    return _NO_ASCII_ID.sub("-", plain.lower()).strip("-") if plain.isascii() else None
