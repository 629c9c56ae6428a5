"""How does Hugo make ids?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from i18n.sites.ids.letters import is_letter, lower
from i18n.sites.ids.numbered import probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said
from i18n.words.addresses import FILLER, without_addresses

_DASHES = re.compile(r"---?|\.\.\.")
_NUMERIC = re.compile(r"&#")
_DOTTED = "İ"
"""The one letter that Go makes another of than Python."""


def current(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`github`: letters, digits, underscores and hyphens of what is shown; marks go."""
    return _made(titles, lambda title: _github(_shown(title, ids)), _address_alone)


def current_ascii(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`github-ascii`: without accents, and without what is not ASCII then."""
    return _made(titles, lambda title: _ascii(_shown(title, ids)), _address_alone)


def current_blackfriday(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`blackfriday`: a hyphen for whatever stands between letters and numbers."""
    return _made(titles, lambda title: _blackfriday(_shown(title, ids)), _address_alone)


def old(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`github`, of the line as it is written: targets of links and tags are in it."""
    del ids
    return _made(titles, lambda title: _github(title.written))


def old_ascii(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`github-ascii`, of the line as it is written."""
    del ids
    return _made(titles, lambda title: _ascii(title.written))


def old_blackfriday(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`blackfriday`, of the line as it is written."""
    del ids
    return _made(titles, lambda title: _blackfriday(title.written))


def _made(
    titles: Sequence[Title], slug: Callable[[Title], str], without: Callable[[Title], bool] = lambda _title: False
) -> list[str]:
    """Own ids are taken from their heading on; `without`: headings that get none."""

    def made(title: Title) -> str | None:
        return None if title.is_expanded or without(title) else slug(title) or "heading"

    return probed(titles, made, reserves=True)


def _address_alone(title: Title) -> bool:
    return without_addresses(said(title, "Text", "Code", "Description", "Entity").strip())[0] == FILLER


def _shown(title: Title, ids: Ids) -> str:
    """The last line as it is shown, without addresses that are links by themselves."""
    parts = title.parts
    last = max((at for at, (what, _) in enumerate(parts) if what == "Break"), default=-1)
    line = title._replace(parts=tuple((what, _text(what, text, ids)) for what, text in parts[last + 1 :]))
    return said(line, "Text", "Code", "Description", "Entity")


def _text(what: str, text: str, ids: Ids) -> str:
    if what == "Entity" and _NUMERIC.match(text):
        return text.replace("&", "")
    if what != "Text":
        return text
    text = "".join(without_addresses(text)[0].split(FILLER))
    return _DASHES.sub("", text) if ids.smart else text


def _github(text: str) -> str:
    return _lower("".join(one for one in text.strip().replace(" ", "-") if one in "-_" or is_letter(one)))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFD", text)
    plain = unicodedata.normalize("NFC", "".join(one for one in plain if unicodedata.category(one) != "Mn"))
    return _github("".join(filter(str.isascii, plain.strip().replace(" ", "-"))))


def _blackfriday(text: str) -> str:
    pieces = "".join(one if is_letter(one) or unicodedata.category(one)[0] == "N" else " " for one in text)
    return _lower("-".join(pieces.split()))


def _lower(text: str) -> str:
    return lower(text.replace(_DOTTED, "i"))
