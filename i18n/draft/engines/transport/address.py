"""Which host does an address name, and how far does what is sent there travel?"""

from __future__ import annotations

import ipaddress
from urllib.parse import urljoin, urlsplit

from i18n.draft.engine import Traffic

_NEAR = (".local", ".lan", ".internal", ".home.arpa")


def traffic(url: str) -> Traffic:
    """Tell how far texts travel to an address. No name is looked up: an unknown host is a third party."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    if host == "localhost":
        return Traffic.LOOPBACK
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return Traffic.LAN if host.endswith(_NEAR) else Traffic.THIRD_PARTY
    number = getattr(number, "ipv4_mapped", None) or number
    if number.is_loopback:
        return Traffic.LOOPBACK
    return Traffic.LAN if number.is_private or number.is_link_local else Traffic.THIRD_PARTY


def address(url: str) -> str:
    """Host and port of an address, for users: no name or password, no path, no query."""
    return urlsplit(url).netloc.rpartition("@")[2]


def redirected(url: str, location: str) -> str | None:
    """Where a redirect leads; None if that is another server or nowhere."""
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    same = (new.scheme, new.hostname, new.port) == (old.scheme, old.hostname, old.port)
    return target if location and same else None
