"""How does kramdown make ids, with GitHub's rules and with its own?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n.sites.ids import transliteration
from i18n.sites.ids.letters import lower, words
from i18n.sites.ids.numbered import counted
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_DASHES = re.compile(r"---?|\.\.\.")
_BEFORE_LETTERS = re.compile(r"^[^a-zA-Z]+", re.M)
_NO_ID = re.compile(r"[^a-zA-Z0-9 -]")


def gfm(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Jekyll's own: as GitHub's, of what is shown; what the page gives reserves nothing."""
    return _prefixed(titles, ids, counted(titles, _gfm))


def strict(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Ids of the lines as they are written, each from its first letter of ASCII; `section` for a line without one."""
    return _prefixed(titles, ids, counted(titles, _strict))


def transliterated(titles: Sequence[Title], ids: Ids) -> list[str]:
    """The same with letters of ASCII for others."""
    written = [title._replace(written=transliteration.kramdown(title.written)) for title in titles]
    return _prefixed(titles, ids, counted(written, _strict))


def _prefixed(titles: Sequence[Title], ids: Ids, found: Sequence[str]) -> list[str]:
    return [
        f"{ids.prefix}{slug}" if slug and not title.own else slug for title, slug in zip(titles, found, strict=True)
    ]


def _gfm(title: Title) -> str | None:
    if title.is_expanded or title.has_lines:
        return None
    text = said(title, "Text", "Entity", "Code", without=_DASHES)
    return words(lower(text), r"\- \t").replace(" ", "-").replace("\t", "-")


def _strict(title: Title) -> str | None:
    if title.is_expanded or title.has_lines:
        return None
    return _NO_ID.sub("", _BEFORE_LETTERS.sub("", title.written)).replace(" ", "-").lower() or "section"
