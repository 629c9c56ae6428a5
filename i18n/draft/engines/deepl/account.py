"""How is DeepL asked? By its own package, over our transport. The only importer of deepl."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from i18n.draft.engines.transport import Page, Patience, Transport, TransportError

KEY = "DEEPL_AUTH_KEY"
"""The variable of the environment that holds the key."""
_FREE, _PRO = "https://api-free.deepl.com", "https://api.deepl.com"
_UNUSABLE = "its answer is not what it should be"


def is_installed() -> bool:
    """Tell whether the package is there, without importing it."""
    return importlib.util.find_spec("deepl") is not None


def is_free(key: str) -> bool:
    """Tell whether a key is one of the free plan."""
    return key.endswith(":fx")


def server(url: str, key: str) -> str:
    """Where a key is used: at the address that is configured, or at that of its plan. Ends in a slash."""
    return f"{(url or (_FREE if is_free(key) else _PRO)).rstrip('/')}/"


@dataclass(frozen=True, slots=True)
class Said:
    """A translation as DeepL gave it."""

    text: str
    billed: int | None
    """Characters."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How texts of one request are to be translated."""

    source: str
    target: str
    """DeepL's codes."""
    context: str = ""
    glossary: str = ""
    """Id of a glossary."""
    formality: str = "default"


class Account:
    """DeepL's client for one key, with our deadlines, limits and retries. Raises TransportError for all that fails."""

    def __init__(self, url: str, key: str, patience: Patience) -> None:
        self.transport = Transport("", patience, secrets=[key] if key else [], judge=_judge)
        self._url, self._key = url, key
        self._client: Any = None

    def translations(self, texts: Sequence[str], wish: Wish) -> list[Said]:
        """Translate texts with tags of XML; as many answers as DeepL gave."""
        try:
            results = self._deepl().translate_text(
                list(texts),
                source_lang=wish.source,
                target_lang=wish.target,
                context=wish.context or None,
                formality=None if wish.formality == "default" else wish.formality,
                glossary=wish.glossary or None,
                tag_handling="xml",
                tag_handling_version="v2",
                outline_detection=False,  # no tag of ours ends a sentence
                preserve_formatting=True,
            )
            return [Said(str(result.text), _count(result.billed_characters)) for result in results]
        except TransportError:
            raise
        except Exception:  # noqa: BLE001  # the package trusts answers: any error, with any text in it
            failure = TransportError(_UNUSABLE, page=Page(200, b""))
        raise failure

    def languages(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes of the languages that it translates from, and of those it translates into."""
        try:
            client = self._deepl()
            sources = tuple(str(each.code) for each in client.get_source_languages())
            # English and Portuguese without a region are refused as targets.
            targets = (str(each.code) for each in client.get_target_languages())
            return sources, tuple(code for code in targets if code.upper() not in ("EN", "PT"))
        except TransportError:
            raise
        except Exception:  # noqa: BLE001
            failure = TransportError(_UNUSABLE)
        raise failure

    def make_glossary(self, source: str, target: str, entries: Mapping[str, str]) -> str:
        """Make a glossary with one dictionary; its id."""
        return str(self._with_glossary("create_multilingual_glossary", "Manytongues", source, target, entries))

    def extend_glossary(self, glossary: str, source: str, target: str, entries: Mapping[str, str]) -> None:
        """Add entries to the dictionary of a pair, which is made where there is none."""
        self._with_glossary("update_multilingual_glossary_dictionary", glossary, source, target, entries)

    def _with_glossary(self, method: str, which: str, source: str, target: str, entries: Mapping[str, str]) -> object:
        try:
            from deepl.api_data import MultilingualGlossaryDictionaryEntries

            dictionary: Any = MultilingualGlossaryDictionaryEntries(source, target, dict(entries))
            given = [dictionary] if method.startswith("create") else dictionary
            return getattr(self._deepl(), method)(which, given).glossary_id
        except TransportError:
            raise
        except Exception:  # noqa: BLE001
            failure = TransportError(_UNUSABLE)
        raise failure

    def delete_glossary(self, glossary: str) -> None:
        """Delete a glossary."""
        self._deepl().delete_multilingual_glossary(glossary)

    def _deepl(self) -> Any:
        if self._client is None:
            import logging

            import deepl

            # At these levels the package tells texts.
            logging.getLogger("deepl").addFilter(lambda record: record.levelno > logging.INFO)
            client: Any = deepl.DeepLClient(self._key, server_url=self._url)
            client._client = _Wire(self.transport)  # noqa: SLF001  # the package has no way to give it one
            self._client = client
        return self._client


class _Wire:
    """Stands in the place of the package's HTTP client."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def request_with_backoff(
        self,
        method: str,
        url: str,
        data: Mapping[str, str] | None,
        json: object,
        headers: Mapping[str, str],
        **more: object,
    ) -> tuple[int, str]:
        del more
        params = data if method == "GET" and data else None
        page = self._transport.request(method, url, params=params, json=json, headers=headers)
        return page.status_code, page.text

    def close(self) -> None:
        """Do nothing: the engine closes the transport."""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _judge(page: Page) -> None:
    if page.status_code in (401, 403):
        raise TransportError(f"its server refuses the key: see {KEY}", final=True, page=page)
    if page.status_code == 456:
        raise TransportError("its quota is spent", final=True, page=page)
