"""How are requests sent so that no server can hold them, flood them or lead them elsewhere?

`requests` alone has a timeout for each read only: a server that sends a byte now and then holds a call for ever.
"""

from __future__ import annotations

import contextlib
import email.utils
import ipaddress
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from i18n.draft.engine import Traffic

if TYPE_CHECKING:
    import requests

_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_BUSY = 429
_FINAL = frozenset({401, 402, 403, 407, 451, 456})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 3
_CHUNK = 1 << 14
AGENT = "Manytongues/0.1"


class TransportError(Exception):
    """A request got no usable answer; the message names neither text nor query."""

    def __init__(self, reason: str = "", *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final
        """It is of no use to ask this server anything else now."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: as much of `requests.Response` as deep-translator uses."""

    status_code: int
    content: bytes
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        """The body as text; what is not of its encoding is replaced."""
        try:
            return self.content.decode(self.encoding, "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON. Raises ValueError."""
        return json.loads(self.content)

    def close(self) -> None:
        """Do nothing: it was read to its end."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how much; times in seconds."""

    total: float = 30.0
    """Deadline of a call with all its retries."""
    connect: float = 5.0
    read: float = 15.0
    """For each read."""
    retries: int = 3
    backoff: float = 0.5
    """Before the first retry; doubled for each further one."""
    longest_wait: float = 20.0
    """More than this a server may not ask for by `Retry-After`."""
    size: int = 2_000_000
    """Bytes of an answer, decompressed."""


@dataclass(frozen=True, slots=True)
class Transport:
    """Sends GET requests to one server."""

    url: str = ""
    """Where every request goes, whatever address it names; empty: as it names."""
    patience: Patience = Patience()
    sleep: Callable[[float], None] = time.sleep

    def get(self, url: str, params: Mapping[str, str] | None = None, proxies: object = None) -> Page:
        """Send a request, as `requests.get` would.

        Raises TransportError for an answer that is late, too large, cut off, a redirect to another host or of a
        status of 300 and more, once what can be tried again has been.
        """
        del proxies
        deadline = time.monotonic() + self.patience.total
        attempt = 0
        while True:
            busy, wait = False, None
            try:
                page, wait = self._once(self.url or url, params, deadline)
                if page.status_code not in _RETRIED:
                    return _accepted(page)
                busy, reason = page.status_code == _BUSY, f"its server answered {page.status_code}"
            except _UnansweredError as error:
                reason = error.reason
            pause = self.patience.backoff * 2**attempt if wait is None else wait
            attempt += 1
            if wait is not None and wait > min(self.patience.longest_wait, deadline - time.monotonic()):
                raise TransportError(f"{reason} and asks to wait {wait:.0f} seconds", final=True)
            if attempt > self.patience.retries or time.monotonic() + pause >= deadline:
                raise TransportError(reason, final=busy)
            self.sleep(pause)

    def _once(self, url: str, params: Mapping[str, str] | None, deadline: float) -> tuple[Page, float | None]:
        """One request and the redirects within its host; the answer and how long the server asks to wait."""
        import requests

        with _session(url) as session, _watched(session, deadline) as is_late:
            try:
                for _ in range(_MOST_REDIRECTS + 1):
                    with session.get(
                        url,
                        params=params,
                        timeout=(
                            self.patience.connect,
                            min(self.patience.read, max(0.05, deadline - time.monotonic())),
                        ),
                        allow_redirects=False,
                        stream=True,
                    ) as response:
                        if response.status_code not in _REDIRECTS:
                            page = Page(response.status_code, self._body(response, deadline), _encoding(response))
                            if is_late():  # cut by ourselves: an answer without a length looks whole
                                raise _UnansweredError("it did not answer in time")
                            return page, _wait(response.headers.get("Retry-After"))
                        url, params = _redirected(url, response.headers.get("Location", "")), None
            except requests.RequestException as error:
                late = is_late() or isinstance(error, requests.Timeout)
                raise _UnansweredError("it did not answer in time" if late else _unanswered(error)) from None
        raise TransportError("its server redirects in circles", final=True)

    def _body(self, response: requests.Response, deadline: float) -> bytes:
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > self.patience.size:
                raise TransportError(f"its answer is larger than {self.patience.size} bytes")
            if time.monotonic() > deadline:
                raise _UnansweredError("it did not answer in time")
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and "Content-Encoding" not in response.headers and len(body) < int(announced):
            raise _UnansweredError("its answer was cut off")
        return bytes(body)


class _UnansweredError(Exception):
    """No answer; another try may get one."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def traffic(url: str) -> Traffic:
    """Tell how far what is sent to an address travels. No name is looked up: an unknown one is a third party's."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    if host == "localhost":
        return Traffic.LOOPBACK
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return Traffic.LAN if host.endswith((".local", ".lan", ".internal", ".home.arpa")) else Traffic.THIRD_PARTY
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    if address.is_loopback:
        return Traffic.LOOPBACK
    return Traffic.LAN if address.is_private or address.is_link_local else Traffic.THIRD_PARTY


def _accepted(page: Page) -> Page:
    if page.status_code >= 300:
        raise TransportError(f"its server answered {page.status_code}", final=page.status_code in _FINAL)
    return page


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    if not location or new.hostname != old.hostname or new.port != old.port or new.scheme != old.scheme:
        raise TransportError("its server redirects to another host", final=True)
    return target


def _wait(header: str | None) -> float | None:
    """Seconds a server asks to wait: `Retry-After` as a number or as a date (RFC 9110 §10.2.3)."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        until = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, until.timestamp() - time.time())


def _encoding(response: requests.Response) -> str:
    kind = response.headers.get("Content-Type", "")
    return (response.encoding or "utf-8") if "charset" in kind.lower() else "utf-8"


def _unanswered(error: Exception) -> str:
    import requests

    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate cannot be trusted"
    if isinstance(error, (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)):
        return "its answer was cut off"
    return "its server cannot be reached" if isinstance(error, requests.ConnectionError) else "its answer is unusable"


def _session(url: str) -> requests.Session:
    """A session that takes proxies and certificates from the environment, but no passwords from `.netrc`."""
    import requests

    session = requests.Session()
    session.trust_env = False
    session.headers.clear()
    session.headers.update({"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"})
    if traffic(url) is not Traffic.LOOPBACK:
        session.proxies.update(requests.utils.get_environ_proxies(url))
        session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True
    return session


@contextlib.contextmanager
def _watched(session: requests.Session, deadline: float) -> Iterator[Callable[[], bool]]:
    """Cut the session's connections at the deadline, whatever they are waiting for: headers can trickle, too."""
    sockets: list[socket.socket] = []
    late = threading.Event()

    def cut() -> None:
        late.set()
        for connection in tuple(sockets):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    for scheme in ("http://", "https://"):
        session.mount(scheme, _adapter(sockets))
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield late.is_set
    finally:
        timer.cancel()


def _adapter(sockets: list[socket.socket]) -> requests.adapters.HTTPAdapter:
    """An adapter that notes every socket it opens."""
    import requests
    import urllib3

    class Connection(urllib3.connection.HTTPConnection):
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    class SecureConnection(urllib3.connection.HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    class Pool(urllib3.HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = SecureConnection

    class Adapter(requests.adapters.HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
            super().init_poolmanager(*arguments, **named)
            self.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": SecurePool}

    return Adapter()
