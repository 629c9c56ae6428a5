"""Which host does an address name, and how far does what is sent there travel?"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urljoin, urlsplit

from i18n.draft.engine import Traffic

_NEAR = (".local", ".lan", ".internal", ".home.arpa")
_NETWORKS = tuple(
    map(
        ipaddress.ip_network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"),
    )
)
"""RFC 1918, 3927, 4193, 4291. What Python calls private has more: documentation, benchmarks, reserved numbers."""

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
"""Programs drop such characters, or take a backslash for a slash: each then reads another host."""
_HOST = re.compile(
    r"(?:\[(?P<six>[0-9a-f:.]+)(?:%(?:25)?(?P<zone>[\w.~-]+))?\]|(?P<name>\w[\w-]*(?:\.\w[\w-]*)*\.?))(?::\d+)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d+|0x[\da-f]*)\.?", re.ASCII)
"""A last label that makes the whole host a number (WHATWG URL, "ends in a number checker")."""

_IP = ipaddress.IPv4Address | ipaddress.IPv6Address


def host(url: str) -> str:
    """The host of an address in small letters, without brackets and zone; empty unless all programs read the same one.

    No `%` but before the zone of a link-local number, no user, no letters beyond ASCII; a number of IPv4 is four
    decimal ones without a dot at the end. `0.0.0.0` and `[::]` are no hosts: a server listens there, and a request
    goes wherever the system pleases.
    """
    try:
        found = None if _UNSAFE.search(url) else _HOST.fullmatch(urlsplit(url).netloc)
    except ValueError:
        return ""
    if found is None:
        return ""
    if found["name"] and not _NUMBER.fullmatch(found["name"].lower().rstrip(".").rpartition(".")[2]):
        return found["name"].lower()
    number = _number(found["six"] or found["name"])
    if number is None or number.is_unspecified or (found["zone"] and not number.is_link_local):
        return ""
    return str(number)


def traffic(url: str) -> Traffic:
    """Tell how far texts travel to an address. No name is looked up: an unknown host is a third party."""
    name = host(url)
    number = _number(name)
    if number is None:
        name = name.removesuffix(".")
        near = Traffic.LAN if name.endswith(_NEAR) else Traffic.THIRD_PARTY
        return Traffic.LOOPBACK if name == "localhost" else near
    if number.is_loopback:
        return Traffic.LOOPBACK
    return Traffic.LAN if any(number in network for network in _NETWORKS) else Traffic.THIRD_PARTY


def _number(text: str) -> _IP | None:
    """The number that a host is; that of IPv4 where it is written as one of IPv6. None for a name."""
    try:
        number = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return mapped or number


def address(url: str) -> str:
    """Host and port of an address, for users: no name or password, no path, no query."""
    return urlsplit(url).netloc.rpartition("@")[2]


def redirected(url: str, location: str) -> str | None:
    """Where a redirect leads; None if that is another server or nowhere."""
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    same = (new.scheme, host(target), new.port) == (old.scheme, host(url), old.port)
    return target if location and same and host(url) else None
