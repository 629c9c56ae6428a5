"""How are connections made, kept open and watched? The only importer of urllib3."""

from __future__ import annotations

import functools
import logging
import os
import socket
import ssl
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import certifi
import urllib3
from urllib3.util import make_headers

from i18n.draft.engine import Traffic
from i18n.draft.engines.transport import watch
from i18n.draft.engines.transport.address import traffic

_MOST = 64
"""Connections kept open to one server: more than are ever used at once."""

_HOSTS = 4
"""Servers with connections kept open."""

# At this level urllib3 logs addresses with their queries, and a query may be a text.
logging.getLogger("urllib3.connectionpool").addFilter(lambda record: record.levelno > logging.DEBUG)


class _Connection(urllib3.connection.HTTPConnection):
    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        watch.waits_for(made)
        return made

    def putrequest(self, method: str, url: str, *flags: bool, **named: bool) -> None:
        watch.waits_for(self.sock)
        super().putrequest(method, url, *flags, **named)


class _SecureConnection(urllib3.connection.HTTPSConnection):
    _bare: socket.socket | None = None
    """A second name of the connection, as TLS takes the first one over: for cutting a handshake."""

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self._bare = made.dup()
        watch.waits_for(self._bare)
        return made

    def connect(self) -> None:
        try:
            super().connect()
        finally:
            if self._bare is not None:
                self._bare.close()
        watch.waits_for(self.sock)

    def putrequest(self, method: str, url: str, *flags: bool, **named: bool) -> None:
        watch.waits_for(self.sock)
        super().putrequest(method, url, *flags, **named)


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def connections(url: str) -> urllib3.PoolManager:
    """Connections to a server, for all threads.

    A proxy and certificates of the environment are used, but not on the way to this machine, and never a password of
    `.netrc`. Raises ValueError for a proxy of an unknown kind.
    """
    certificates = _certificates() if urlsplit(url).scheme == "https" else None
    between = proxy(url)
    if between:
        user = urlsplit(between)
        login = make_headers(proxy_basic_auth=f"{user.username}:{user.password or ''}") if user.username else None
        manager: urllib3.PoolManager = urllib3.ProxyManager(
            between, proxy_headers=login, num_pools=_HOSTS, maxsize=_MOST, ssl_context=certificates
        )
    else:
        manager = urllib3.PoolManager(num_pools=_HOSTS, maxsize=_MOST, ssl_context=certificates)
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager


def proxy(url: str) -> str:
    """The proxy of the environment on the way to an address; empty if there is none, or none is used."""
    parts = urlsplit(url)
    if traffic(url) is Traffic.LOOPBACK or urllib.request.proxy_bypass(parts.netloc.rpartition("@")[2]):
        return ""
    proxies = urllib.request.getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all") or ""
    return found if not found or "://" in found else f"http://{found}"


@functools.cache
def _certificates() -> ssl.SSLContext:
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE")
    where = Path(named or certifi.where())
    if where.is_dir():
        return ssl.create_default_context(capath=str(where))
    return ssl.create_default_context(cafile=str(where))
