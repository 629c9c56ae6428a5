"""At which address, with which key and by which requests is a server of the OpenAI protocol asked?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from i18n.draft.engines.llm.reply import Reply, parse
from i18n.draft.engines.members import member, text
from i18n.draft.engines.transport import Patience, Transport, TransportError

KEY = "I18N_LLM_API_KEY"
_KEYS_OF_HOSTS = {"api.openai.com": "OPENAI_API_KEY"}
"""Keys that other programs use too: sent only to their own host."""
_CHAT = "/chat/completions"
_LISTED = 500
"""Most models that are read of a server's list."""


class RefusedError(Exception):
    """A server refused a request; the message is the server's, and not for showing."""


class Endpoint:
    """A server's address, its key, and the two requests that are sent to it."""

    def __init__(self, url: str, seconds: float, environment: Mapping[str, str] = os.environ) -> None:
        """`seconds` is the deadline of one request with all retries; the key is one of the environment."""
        self.url = completed(url)
        self.key = key_for(self.url, environment)
        self.transport = Transport(
            "",
            Patience(total=seconds, read=seconds),
            headers={"Authorization": f"Bearer {self.key}"} if self.key else {},
            secrets=(self.key,),
        )

    def chat(self, body: Mapping[str, object]) -> Reply:
        """Ask for a completion. Raises RefusedError and TransportError."""
        try:
            page = self.transport.post(self._at(_CHAT), json=body)
        except TransportError as error:
            if error.status in (400, 422) and error.page is not None:
                raise RefusedError(error.page.text) from None
            if error.status == 404:
                raise TransportError("its server has no such model, or nothing at its address", final=True) from None
            raise
        return parse(page.parsed())

    def models(self) -> tuple[str, ...] | None:
        """The names of the models that the server has; None if it does not say. Raises TransportError."""
        try:
            data = self.transport.get(self._at("/models")).json()
        except TransportError as error:
            if error.status in (400, 404, 405, 501):
                return None
            raise
        except ValueError:
            return None
        rows = member(data, "data")
        if not isinstance(rows, list):
            return None
        return tuple(filter(None, (text(member(row, "id")) for row in rows[:_LISTED])))

    def _at(self, path: str) -> str:
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(path=parts.path + path))


def completed(url: str) -> str:
    """Complete a user's address: `http://localhost:11434` and `…/v1/chat/completions` both become `…/v1`."""
    parts = urlsplit(url.strip())
    path = parts.path.rstrip("/").removesuffix(_CHAT).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, path or "/v1", parts.query, ""))


def key_for(url: str, environment: Mapping[str, str]) -> str:
    """The key for an address: our own variable for any address, another program's for its own host only."""
    own = environment.get(KEY, "").strip()
    host = (urlsplit(url).hostname or "").lower()
    return own or environment.get(_KEYS_OF_HOSTS.get(host, ""), "").strip()
