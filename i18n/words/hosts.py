"""Which host would a browser ask for an address, and which addresses of a text would some generator link?"""

from __future__ import annotations

import re
import unicodedata
import urllib.parse
from collections.abc import Iterator

from i18n.words.addresses import FILLER

_WEB = re.compile(r"(https?://)((?:[^/?#@\s]*@)?)([^/?#\s]+)", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SLASHES = ("http", "https", "ws", "wss", "ftp")
"""Schemes after which any number of slashes and backslashes, or none, comes before the host (URL standard, 4.4)."""
_END = re.compile(r"[/\\?#]")
_PORT = re.compile(r":\d*\Z")
_DOTS = str.maketrans("。．｡", "...")
_BARE = re.compile(
    rf"(?:\b(?:https?|ftp):[/\\]|(?<![\w/\\:])//(?=[\w-]+\.[\w-]))[^\s<>\"'{FILLER}]+"
    rf"|(?<![\w.@/-])www\.[^\s<>\"'{FILLER}]+",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?<![\w.@/:-])(?:[\w-]+\.)+(?:[a-z]{2}|com|net|org|edu|gov|biz|info|pro|web|xxx|aero|asia|coop|museum|name|shop|рф)"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""The name of a host under a domain of a country, or one of the old ones: linkify-it's default."""
_WWW = re.compile(r"www\.", re.IGNORECASE)


def scheme(target: str) -> str:
    """The scheme that a target begins with, in lower case; empty for a relative one."""
    found = _SCHEME.match(_without_ignored(target))
    return found[1].lower() if found else ""


def host(target: str) -> str:
    """The host that a browser would ask for a target; empty for one of the same site, and where nobody is asked.

    In lower case and letters of its language. An e-mail address has a host too.
    """
    address, kind = _without_ignored(target), scheme(target)
    rest = address[len(kind) + 1 :] if kind else address
    if kind in _SLASHES:
        return _normal(rest.lstrip("/\\"))
    if kind == "mailto":
        return _normal(rest)
    if kind:
        return _normal(rest[2:]) if rest.startswith("//") else ""
    return _normal(rest.lstrip("/\\")) if rest[:2].replace("\\", "/") == "//" else ""


def needs_host(target: str) -> bool:
    """Whether a target has a scheme that always leads to a host."""
    return scheme(target) in _SLASHES


def linked(address: str) -> str:
    """A bare address as the target that a generator makes of it."""
    if _WWW.match(address):
        return f"//{address}"
    return f"mailto:{address}" if "@" in address and ":" not in address and "/" not in address else address


def bare(text: str, *, names: bool = False) -> Iterator[str]:
    """The addresses of a text in any letters and any case, with as many letters as could belong to them.

    With `names`, those that are no more than the name of a host too, as targets.
    """
    yield from (linked(found[0].rstrip(".,:;!?)*_~")) for found in _BARE.finditer(text))
    yield from (f"//{found[0]}" for found in (_NAME.finditer(text) if names else ()))


def _without_ignored(target: str) -> str:
    return _IGNORED.sub("", target.strip(_AROUND))


def _normal(rest: str) -> str:
    """The host that an address begins with, after its user and before its port."""
    written = _PORT.sub("", _END.split(rest, maxsplit=1)[0].rpartition("@")[2])
    letters = unicodedata.normalize("NFKC", urllib.parse.unquote(written).translate(_DOTS))
    return letters.casefold().rstrip(".")


def plain(address: str) -> str:
    """The address in one spelling: the letter case of its host says nothing, nor a slash with nothing after it."""
    found = _WEB.match(address)
    if found is None:
        return address
    rest = address[found.end() :]
    return f"{found[1].lower()}{found[2]}{found[3].lower()}{'' if rest == '/' else rest}"
