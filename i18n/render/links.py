"""Where may a page lead, and what may it show? Nothing that runs and nothing from elsewhere, whatever is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from i18n.words.hosts import host, scheme

Use: TypeAlias = Literal["link", "image"]
Resolve: TypeAlias = Callable[[str, Use], str | None]
"""From a target of the article to that of the page; None where there is nothing to lead to or to show."""

_LINKS = frozenset({"", "http", "https", "mailto", "tel", "xmpp", "sms", "geo", "irc", "news", "ftp"})
"""Schemes that a link may have: none of them runs anything."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]*={0,2}")
_DROPPED = re.compile("[\x00-\x20\x7f\u2028\u2029]")
"""What browsers drop from a target before they look at it, or some do."""


class Remark(NamedTuple):
    """What readers do not get as the article has it."""

    rule: Literal["remote-picture", "missing-picture", "dropped-link", "unknown-construct"]
    said: str
    """The target, or the name of what it is."""
    start: int
    """The byte of the article where it stands."""


def as_it_is(target: str, use: Use) -> str | None:
    """Leave a target as the article has it, but for pictures from elsewhere."""
    return None if use == "image" and is_remote(target) else target


def is_remote(target: str) -> bool:
    """Whether a browser would ask another machine for it."""
    return bool(host(target)) or scheme(target) not in ("", "data")


def remark(target: str, use: Use, start: int) -> Remark:
    """Say that a target is not on the page."""
    if use == "link":
        return Remark("dropped-link", target, start)
    return Remark("remote-picture" if is_remote(target) else "missing-picture", target, start)


def resolved(target: str, use: Use, resolve: Resolve) -> str | None:
    """Ask the caller, and refuse what no page may have; written as an address is."""
    answer = resolve(target, use)
    if answer is None:
        return None
    kind = scheme(_DROPPED.sub("", answer))
    if use == "link":
        return _written(answer) if kind in _LINKS else None
    if _PICTURE.fullmatch(answer):
        return answer
    return None if kind or is_remote(answer) or is_remote(_DROPPED.sub("", answer)) else _written(answer)


def _written(target: str) -> str:
    """An address as CommonMark's renderers write it: what is none of its characters as numbers."""
    return quote(target, safe="!#$%&'()*+,-./:;=?@_~")
