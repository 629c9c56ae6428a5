"""How is a request sent, tried again, and given up?"""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, urlencode, urlsplit

from i18n.draft.engine import Traffic
from i18n.draft.engines.transport import answers, watch
from i18n.draft.engines.transport.address import redirected, traffic
from i18n.draft.engines.transport.page import LATE, Page, Patience, TransportError

if TYPE_CHECKING:
    import urllib3


_SHORTEST = 4
"""A shorter key would be found in ordinary words."""


class Keys:
    """Keys that must not be shown anywhere, and are not shown by this either."""

    __slots__ = ("_spellings",)

    def __init__(self, keys: Iterable[str] = ()) -> None:
        found = {spelling for key in keys if len(key) >= _SHORTEST for spelling in _spellings(key)}
        self._spellings = sorted(found, key=lambda spelling: (-len(spelling), spelling))

    def __bool__(self) -> bool:
        return bool(self._spellings)

    def clean(self, text: str) -> str:
        """Take every key out of a text, also if it is quoted for an address, for JSON or in Base64."""
        for spelling in self._spellings:
            text = text.replace(spelling, "…")
        return text


def _spellings(secret: str) -> Iterator[str]:
    yield from (secret, quote(secret, ""), quote_plus(secret), json.dumps(secret)[1:-1], repr(secret)[1:-1])
    yield base64.b64encode(secret.encode("utf-8", "replace")).decode()


AGENT = "Manytongues/0.1"
_HEADERS = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAME_AGAIN = frozenset({307, 308})
"""Redirects that repeat a POST; other redirects would make a GET of it (RFC 9110 §15.4)."""
_MOST_REDIRECTS = 3
_CHUNK = 1 << 16


class Transport:
    """Sends requests to one server, from any number of threads, by connections that are kept open."""

    def __init__(
        self,
        url: str = "",
        patience: Patience | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        secrets: Sequence[str] = (),
        judge: Callable[[Page], None] | None = None,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        """`headers` go with every request: the place for keys. `secrets` are taken out of every reason.

        If `url` is given, every request goes there, whatever address it names. `judge` sees each answer, whatever its
        status, before anything is tried again, and raises TransportError for one that must not be tried again.
        """
        self.url = url
        self.patience = patience or Patience()
        self._headers = {**_HEADERS, **(headers or {})}
        self._secrets = Keys(secrets)
        self._judge = judge
        self._ended = threading.Event()
        self._sleep = sleep or self._ended.wait
        self._lock = threading.Lock()
        self._pools: dict[tuple[str, str], urllib3.PoolManager] = {}
        self._watch = watch.Watch()

    def get(self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Page:
        """Send a GET request. Raises TransportError as `request` does."""
        return self.request("GET", url, params=params, headers=headers)

    def post(
        self,
        url: str,
        *,
        json: object = None,
        form: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Send a POST request with JSON or a form. Raises TransportError as `request` does."""
        return self.request("POST", url, json=json, form=form, headers=headers)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        json: object = None,
        form: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """Send a request until there is an answer with a status below 300.

        Raises TransportError for an answer that is late, too large, cut off, a redirect to another host or of another
        status, after the tries that may help. A request may arrive twice.
        """
        target = self.url or url
        if params:
            target += ("&" if "?" in target else "?") + urlencode(params)
        body, kind = _body(json, form)
        all_headers = {**self._headers, **({"Content-Type": kind} if kind else {}), **(headers or {})}
        problem = ""
        try:
            return self._persistent(method, target, body, all_headers)
        except TransportError as error:
            problem, final, page = self._secrets.clean(error.reason), error.final, error.page
        raise TransportError(problem, final=final, page=page)  # outside: it drags no other exception along

    def close(self) -> None:
        """Cut requests under way, which then fail at once, and close every connection; nothing is sent any more."""
        self._ended.set()
        self._watch.cut()
        with self._lock:
            pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.clear()

    def open(self) -> None:
        """Allow sending again after `close`."""
        self._ended.clear()

    def _persistent(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Page:
        if self._secrets and urlsplit(url).scheme != "https" and traffic(url) is Traffic.THIRD_PARTY:
            raise TransportError("its key would travel unencrypted: its address must begin with https", final=True)
        deadline = time.monotonic() + self.patience.total
        attempt = 0
        while True:
            busy, asked, page = False, None, None
            try:
                page, asked = self._once(method, url, body, headers, deadline)
                if self._judge is not None:
                    self._judge(page)
                if page.status_code not in answers.RETRIED:
                    return answers.accepted(page)
                busy, reason = page.status_code in answers.BUSY, answers.said(page)
            except answers.UnansweredError as error:
                reason = str(error)
            pause = self.patience.backoff * 2**attempt * random.uniform(0.5, 1) if asked is None else asked  # noqa: S311
            attempt += 1
            if asked is not None and asked > min(self.patience.longest_wait, deadline - time.monotonic()):
                raise TransportError(f"{reason}, and it asks to wait {asked:.0f} seconds", final=True, page=page)
            if attempt > self.patience.retries or time.monotonic() + pause >= deadline:
                raise TransportError(reason, final=busy, page=page)
            self._sleep(pause)

    def _once(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str], deadline: float
    ) -> tuple[Page, float | None]:
        """Send one request and follow redirects within its host; the answer, and how long the server asks to wait."""
        from urllib3.exceptions import HTTPError

        self._still_open()
        with self._watch.over(deadline) as call:
            self._still_open()  # again: it may have been closed just before the watch saw the call
            try:
                for _ in range(_MOST_REDIRECTS + 1):
                    page, location, asked = self._exchange(method, url, body, headers, call)
                    if page.status_code not in _REDIRECTS:
                        return page, asked
                    url = _followed(method, url, location, page)
            except (answers.UnansweredError, OSError, ValueError, http.client.HTTPException, HTTPError) as error:
                self._still_open()
                if call.is_cut:
                    raise answers.UnansweredError(LATE) from None
                raise answers.unanswered(error) from None
        raise TransportError("its server redirects in circles", final=True)

    def _still_open(self) -> None:
        if self._ended.is_set():
            raise TransportError("the run was ended", final=True)

    def _exchange(
        self, method: str, url: str, body: bytes | None, headers: Mapping[str, str], call: watch.Call
    ) -> tuple[Page, str, float | None]:
        from urllib3.util import Timeout

        left = max(0.05, call.deadline - time.monotonic())
        response = self._pool(url).urlopen(
            method,
            url,
            body=body,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(connect=min(self.patience.connect, left), read=min(self.patience.read, left)),
        )
        with contextlib.closing(response):  # its connection is kept only if it was read to its end
            page = Page(
                response.status, self._read(response), answers.charset(response.headers.get("Content-Type", ""))
            )
            response.release_conn()
        if call.is_cut:
            raise answers.UnansweredError(LATE)
        return page, response.headers.get("Location", ""), answers.wait(response.headers.get("Retry-After"))

    def _read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        body = bytearray()
        for chunk in response.stream(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > self.patience.size:
                raise TransportError(f"its answer is larger than {self.patience.size} bytes")
        return bytes(body)

    def _pool(self, url: str) -> urllib3.PoolManager:
        from i18n.draft.engines.transport.connections import connections

        parts = urlsplit(url)
        with self._lock:
            key = (parts.scheme, parts.netloc)
            if key not in self._pools:
                self._pools[key] = connections(url)
            return self._pools[key]


def _body(value: object, form: Mapping[str, str] | Sequence[tuple[str, str]] | None) -> tuple[bytes | None, str]:
    """The bytes to send and their type."""
    if form is not None:
        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    if value is None:
        return None, ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), "application/json"


def _followed(method: str, url: str, location: str, page: Page) -> str:
    target = redirected(url, location)
    if target is None:
        raise TransportError("its server redirects to another host", final=True)
    if method != "GET" and page.status_code not in _SAME_AGAIN:
        raise TransportError("its server redirects what may not be sent again", final=True)
    return target
