"""What do deep-translator's modules send by, in the place of `requests`?"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from i18n.draft.engines.transport import Page, Transport

requests: Any = importlib.import_module("requests")
"""Where it is not typed, it cannot be imported otherwise."""


class StandIn:
    """Sends by the transport of the thread's own service; leaves others in this process that use it alone."""

    def __init__(self) -> None:
        self._current = threading.local()

    @contextmanager
    def by(self, transport: Transport, languages: Page | None) -> Iterator[None]:
        """Send by a transport in this block; `languages` is what a service answers that is asked for them."""
        self._current.transport, self._current.languages = transport, languages
        try:
            yield
        finally:
            self._current.transport = self._current.languages = None

    def get(self, url: str, params: Mapping[str, str] | None = None, **named: Any) -> Any:
        """Send a GET request, or answer it with the languages that are known already."""
        transport = self._transport
        if transport is None:
            return requests.get(url, params=params, timeout=None, **named)  # as it asked for
        return self._current.languages or transport.get(url, params)

    def post(self, url: str, **named: Any) -> Any:
        """Send a POST request: JSON with its parameters in the address, or all of them as a form."""
        transport = self._transport
        if transport is None:
            return requests.post(url, timeout=None, **named)
        params, value = named.get("params") or {}, named.get("json")
        # A form says its own type, whatever it is spelled like.
        headers = {key: text for key, text in (named.get("headers") or {}).items() if key.lower() != "content-type"}
        if value is None:  # texts have no place in an address, where logs keep them
            return transport.post(url, form={key: str(text) for key, text in params.items()}, headers=headers)
        return transport.request("POST", url, params=params, json=value, headers=headers)

    @property
    def _transport(self) -> Transport | None:
        transport: Transport | None = getattr(self._current, "transport", None)
        return transport

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)


STAND_IN = StandIn()
"""One for all modules: there is one `requests`."""
