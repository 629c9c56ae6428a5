"""How does a large file come from a server, by https alone and from no host that nobody agreed to?"""

from __future__ import annotations

import contextlib
import http.client
import re
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from i18n.draft.engines.transport import answers, watch
from i18n.draft.engines.transport.address import host
from i18n.draft.engines.transport.page import Page, TransportError
from i18n.draft.engines.transport.sender import AGENT

if TYPE_CHECKING:
    import urllib3

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes (?P<start>\d{1,18})-\d{1,18}/(?P<total>\d{1,18}|\*)", re.ASCII)
_PARTIAL = 206


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for a file; times in seconds."""

    connect: float = 10.0
    read: float = 30.0
    """Deadline of each read."""
    window: float = 60.0
    """Deadline of the answer's beginning, and of each `least` bytes after it."""
    least: int = 1 << 20
    tries: int = 4
    """Tries in a row that brought nothing new, after which it is given up."""
    pause: float = 1.0
    """Before the second try; doubled for each further one."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is on its way."""

    start: int
    """The place of its first byte: where it was to go on, or 0."""
    total: int | None
    """Bytes of the whole file; None if the server does not say."""
    validator: str
    """The strong `ETag` of the file; may be empty."""
    chunks: Iterator[bytes]
    """The rest of it, as it comes. Raises TransportError."""


def usable(url: str) -> bool:
    """Tell whether a file may be fetched from an address: https, one host for every program, no user."""
    parts = urlsplit(url)
    return parts.scheme == "https" and bool(host(url)) and parts.username is None


@contextlib.contextmanager
def arriving(url: str, hosts: Collection[str], pace: Pace, offset: int = 0, validator: str = "") -> Iterator[Arrival]:
    """Ask for a file, or for what of it follows `offset`, if it still is the one of the `validator`.

    Only the host of the address and `hosts` are asked, whatever redirects say. Nothing is decompressed, no cookie is
    kept. Raises TransportError. Law: at most `window` seconds pass without `least` bytes.
    """
    headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
    if offset and validator:
        headers["If-Range"] = validator
    watched = watch.Watch()
    try:
        with watched.over(time.monotonic() + pace.window) as call, contextlib.ExitStack() as open_things:
            response = _answered(url, {host(url), *hosts}, headers, pace, call, open_things)
            yield _arrival(response, offset, _chunks(response, pace, call))
    finally:
        watched.cut()


def _answered(
    url: str,
    hosts: Collection[str],
    headers: dict[str, str],
    pace: Pace,
    call: watch.Call,
    open_things: contextlib.ExitStack,
) -> urllib3.BaseHTTPResponse:
    """The answer at the end of all redirects."""
    for _ in range(_MOST_REDIRECTS + 1):
        response = _asked(url, headers, pace, call, open_things)
        if response.status not in _REDIRECTS:
            return response
        url = _followed(url, response.headers.get("Location", ""), hosts)
    raise TransportError("its server redirects in circles", final=True)


def _asked(
    url: str, headers: dict[str, str], pace: Pace, call: watch.Call, open_things: contextlib.ExitStack
) -> urllib3.BaseHTTPResponse:
    from urllib3.exceptions import HTTPError
    from urllib3.util import Timeout

    from i18n.draft.engines.transport.connections import connections

    try:
        pool = connections(url)
        open_things.callback(pool.clear)
        response = pool.urlopen(
            "GET",
            url,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(connect=pace.connect, read=pace.read),
        )
    except (OSError, ValueError, http.client.HTTPException, HTTPError) as error:
        raise _unanswered(error, call) from None
    open_things.callback(response.close)
    return response


def _followed(url: str, location: str, hosts: Collection[str]) -> str:
    """Where a redirect leads. Raises TransportError if nobody agreed to that place."""
    target = urljoin(url, location)
    if not location or not usable(target):
        raise TransportError("its server redirects to what is no https address", final=True)
    if host(target) not in hosts:
        raise TransportError(
            f"its server redirects to another host, {host(target)}: --host {host(target)} allows that", final=True
        )
    return target


def _arrival(response: urllib3.BaseHTTPResponse, offset: int, chunks: Iterator[bytes]) -> Arrival:
    answers.accepted(Page(response.status, b""))
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise TransportError("its server compresses what it was asked to send as it is", final=True)
    tag = response.headers.get("ETag", "").strip()
    validator = tag if tag.startswith('"') and tag.isascii() and tag.isprintable() else ""
    length = response.headers.get("Content-Length", "")
    if response.status != _PARTIAL:
        return Arrival(0, int(length) if length.isascii() and length.isdigit() else None, validator, chunks)
    found = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    if found is None or int(found["start"]) != offset:
        raise TransportError("its server sends another part of the file than it was asked for", final=True)
    return Arrival(offset, None if found["total"] == "*" else int(found["total"]), validator, chunks)


def _chunks(response: urllib3.BaseHTTPResponse, pace: Pace, call: watch.Call) -> Iterator[bytes]:
    from urllib3.exceptions import HTTPError

    arrived = 0
    chunks = response.stream(_CHUNK, decode_content=False)
    while True:
        try:
            chunk = next(chunks, b"")
        except (OSError, ValueError, http.client.HTTPException, HTTPError) as error:
            raise _unanswered(error, call) from None
        if call.is_cut:
            raise TransportError("it did not answer in time")
        if not chunk:
            return
        arrived += len(chunk)
        if arrived >= pace.least:
            arrived, call.deadline = 0, time.monotonic() + pace.window
        yield chunk


def _unanswered(error: Exception, call: watch.Call) -> TransportError:
    if call.is_cut:
        return TransportError("it did not answer in time")
    reason = answers.unanswered(error)
    return reason if isinstance(reason, TransportError) else TransportError(str(reason))
