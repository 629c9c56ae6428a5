"""At which address, with which key and by which requests is a server of the OpenAI protocol asked?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from i18n.draft.engines.llm.accepted import is_about_roles
from i18n.draft.engines.llm.reply import Reply, parse
from i18n.draft.engines.members import items, member, text
from i18n.draft.engines.transport import Page, Patience, Transport, TransportError

KEY = "I18N_LLM_API_KEY"
_KEYS_OF_HOSTS = {"api.openai.com": "OPENAI_API_KEY"}
"""Keys that other programs use too: sent only to their own host."""
_CHAT = "/chat/completions"
_TAGS = "/api/tags"
_FAILED = 500
"""The status with which llama.cpp passes on what a chat template complains of."""
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
            judge=_judge,
        )

    def chat(self, body: Mapping[str, object]) -> Reply:
        """Ask for a completion. Raises RefusedError and TransportError."""
        try:
            page = self.transport.post(self._at(_CHAT), json=body)
        except TransportError as error:
            if error.page is not None and (error.status in (400, 422) or _lacks_roles(error.page)):
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

    def provider(self, model: str) -> str:
        """Name the host by which the server has a model answered, as Ollama lists it; empty if it says nothing of that.

        Asked of `/api/tags`, whose models have a `remote_host` or a `remote_model` where Ollama's service runs them,
        whatever a copy of theirs is called. Raises TransportError if there is no answer at all.
        """
        parts = urlsplit(self.url)
        try:
            data = self.transport.get(urlunsplit((parts.scheme, parts.netloc, _TAGS, "", ""))).json()
        except TransportError as error:
            if not error.status:
                raise
            return ""
        except ValueError:
            return ""
        for row in items(member(data, "models"))[:_LISTED]:
            if is_same(model, text(member(row, "name"))) and (
                member(row, "remote_host") or member(row, "remote_model")
            ):
                return urlsplit(text(member(row, "remote_host"))).hostname or "its provider"
        return ""

    def _at(self, path: str) -> str:
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(path=parts.path + path))


def _judge(page: Page) -> None:
    """Raise TransportError for an answer that would be the same another time, though its status says otherwise."""
    if _lacks_roles(page):
        raise TransportError("its server does not take the request", page=page)


def _lacks_roles(page: Page) -> bool:
    return page.status_code == _FAILED and is_about_roles(page.text)


def completed(url: str) -> str:
    """Complete a user's address: `http://localhost:11434` and `…/v1/chat/completions` both become `…/v1`."""
    parts = urlsplit(url.strip())
    path = parts.path.rstrip("/").removesuffix(_CHAT).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, path or "/v1", parts.query, ""))


def is_same(model: str, listed: str) -> bool:
    """Tell whether a server's name for a model is the one that is configured: `qwen3` is Ollama's `qwen3:latest`."""
    return listed in (model, f"{model}:latest", f"models/{model}")


def key_for(url: str, environment: Mapping[str, str]) -> str:
    """The key for an address: our own variable for any address, another program's for its own host only."""
    own = environment.get(KEY, "").strip()
    host = (urlsplit(url).hostname or "").lower()
    return own or environment.get(_KEYS_OF_HOSTS.get(host, ""), "").strip()
