"""How is DeepL asked? The calls of its API that drafting needs, by their documentation (developers.deepl.com)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from i18n.draft.engines.members import count, items, member, text
from i18n.draft.engines.transport import UNUSABLE, Page, Patience, Transport, TransportError

KEY = "DEEPL_AUTH_KEY"
"""The variable of the environment that holds the key."""
_FREE, _PRO = "https://api-free.deepl.com", "https://api.deepl.com"
_NAME = "Manytongues"
"""What our glossaries are called in the user's account."""


def is_free(key: str) -> bool:
    """Tell whether a key is one of the free plan."""
    return key.endswith(":fx")


def server(url: str, key: str) -> str:
    """Where a key is used: at the address that is configured, or at that of its plan."""
    return (url or (_FREE if is_free(key) else _PRO)).rstrip("/")


@dataclass(frozen=True, slots=True)
class BilledText:
    """A translation as DeepL gave it."""

    text: str
    billed: int
    """Characters."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How the texts of one request are to be translated."""

    source: str
    target: str
    """DeepL's codes."""
    context: str = ""
    glossary: str = ""
    """The id of a glossary."""
    formality: str = "default"


class Client:
    """DeepL's API with one key. Raises TransportError for all that fails."""

    def __init__(self, url: str, key: str, patience: Patience) -> None:
        headers = {"Authorization": f"DeepL-Auth-Key {key}"}
        self.transport = Transport("", patience, headers=headers, secrets=[key] if key else [], judge=_judge)
        self._url = url

    def translations(self, texts: Sequence[str], wish: Wish) -> list[BilledText]:
        """Translate texts with tags of XML; as many answers as DeepL gave."""
        body = {
            "text": [*texts],
            "source_lang": wish.source,
            "target_lang": wish.target,
            **({"context": wish.context} if wish.context else {}),
            **({"glossary_id": wish.glossary} if wish.glossary else {}),
            **({"formality": wish.formality} if wish.formality != "default" else {}),
            "show_billed_characters": True,
            "preserve_formatting": True,
            "tag_handling": "xml",
            "tag_handling_version": "v2",
            "outline_detection": False,  # no tag of ours ends a sentence
        }
        page = self.transport.post(f"{self._url}/v2/translate", json=body)
        return [_billed(each, page) for each in items(member(page.parsed(), "translations"))]

    def languages(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes of the languages that it translates from, and of those it translates into."""
        sources, targets = self._codes("source"), self._codes("target")
        # English and Portuguese without a region are refused as targets.
        return sources, tuple(code for code in targets if code.upper() not in ("EN", "PT"))

    def _codes(self, kind: str) -> tuple[str, ...]:
        page = self.transport.get(f"{self._url}/v2/languages", {"type": kind})
        codes = tuple(text(member(each, "language")) for each in items(page.parsed()))
        if not codes or not all(codes):
            raise TransportError(UNUSABLE)
        return codes

    def make_glossary(self, source: str, target: str, entries: Mapping[str, str]) -> str:
        """Make a glossary with one dictionary; its id."""
        body = {"name": _NAME, "dictionaries": [_dictionary(source, target, entries)]}
        page = self.transport.post(f"{self._url}/v3/glossaries", json=body)
        found = text(member(page.parsed(), "glossary_id"))
        if not found:
            raise TransportError(UNUSABLE)
        return found

    def extend_glossary(self, glossary: str, source: str, target: str, entries: Mapping[str, str]) -> None:
        """Add entries to the dictionary of a pair, which is made if there is none."""
        body = {"dictionaries": [_dictionary(source, target, entries)]}
        self.transport.request("PATCH", f"{self._url}/v3/glossaries/{quote(glossary, '')}", json=body)

    def delete_glossary(self, glossary: str) -> None:
        """Delete a glossary."""
        self.transport.request("DELETE", f"{self._url}/v3/glossaries/{quote(glossary, '')}")


def _dictionary(source: str, target: str, entries: Mapping[str, str]) -> dict[str, str]:
    rows = "\n".join(f"{term}\t{meant}" for term, meant in entries.items())
    return {"source_lang": source, "target_lang": target, "entries": rows, "entries_format": "tsv"}


def _billed(value: object, page: Page) -> BilledText:
    said, billed = member(value, "text"), count(member(value, "billed_characters"))
    if not isinstance(said, str) or billed is None:
        raise TransportError(UNUSABLE, page=page)
    return BilledText(said, billed)


def _judge(page: Page) -> None:
    if page.status_code in (401, 403):
        raise TransportError(f"its server refuses the key: see {KEY}", final=True, page=page)
    if page.status_code == 456:
        raise TransportError("its quota is spent", final=True, page=page)
