"""How do deep-translator's modules send, without `requests`?"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from i18n.draft.engines.transport import Page, Transport

requests = importlib.import_module("requests")
"""Has no types, and could not be imported otherwise."""


class StandIn:
    """Sends by the transport of the thread's own service; others in this process who use it get `requests`."""

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

    def get(self, url: str, params: Mapping[str, str] | None = None, **named: object) -> object:
        """Send a GET request, or answer it with the languages that are known already."""
        transport = self._transport
        if transport is None:
            return requests.get(url, params=params, timeout=None, **named)  # as it asked for
        return self._current.languages or transport.get(url, params)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        json: object = None,
        **named: object,
    ) -> object:
        """Send a POST request: JSON with its parameters in the address, or all of them as a form."""
        transport = self._transport
        if transport is None:
            return requests.post(url, params=params, headers=headers, json=json, timeout=None, **named)
        # A form says its own type, whatever it is spelled like.
        others = {key: text for key, text in (headers or {}).items() if key.lower() != "content-type"}
        if json is None:  # texts have no place in an address, where logs keep them
            return transport.post(url, form={key: str(text) for key, text in (params or {}).items()}, headers=others)
        return transport.request("POST", url, params=params, json=json, headers=others)

    @property
    def _transport(self) -> Transport | None:
        transport: Transport | None = getattr(self._current, "transport", None)
        return transport

    def __getattr__(self, name: str) -> object:
        found: object = getattr(requests, name)
        return found


STAND_IN = StandIn()
"""One for all modules: there is one `requests`."""
