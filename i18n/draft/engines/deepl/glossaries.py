"""How do approved terms reach DeepL? By glossaries on its side, which live as long as the run."""

from __future__ import annotations

import contextlib
import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from i18n.draft.engines.deepl.client import Client
from i18n.draft.engines.transport import TransportError

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 1024
"""Bytes of a term."""

Pair = tuple[str, str]


@dataclass(slots=True)
class _Glossary:
    id: str
    entries: dict[Pair, dict[str, str]] = field(default_factory=dict)


class Glossaries:
    """Holds exactly the terms that occurred in what was sent: one glossary, and more for contradicting terms."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._made: list[_Glossary] = []
        self._refused: set[Pair] = set()

    def holding(self, pair: Pair, terms: Sequence[tuple[str, str]]) -> str:
        """The id of a glossary with these terms; empty without terms, or if DeepL takes no glossary for the pair."""
        wanted = _fit(terms)
        if not wanted:
            return ""
        with self._lock:
            if pair in self._refused:
                return ""
            with contextlib.suppress(TransportError):  # if it cannot be extended, a new one may still be made
                if held := self._extended(pair, wanted):
                    return held
            try:
                return self._new(pair, wanted)
            except TransportError:
                # A plan with no glossaries, or a pair: the text is worth translating all the same.
                self._refused.add(pair)
                return ""

    def _extended(self, pair: Pair, wanted: Mapping[str, str]) -> str:
        for glossary in self._made:
            held = glossary.entries.get(pair, {})
            if all(held.get(term, meant) == meant for term, meant in wanted.items()):
                fresh = {term: meant for term, meant in wanted.items() if term not in held}
                if fresh:
                    self._client.extend_glossary(glossary.id, *pair, fresh)
                    glossary.entries[pair] = {**held, **fresh}
                return glossary.id
        return ""

    def _new(self, pair: Pair, wanted: Mapping[str, str]) -> str:
        made = _Glossary(self._client.make_glossary(*pair, wanted), {pair: dict(wanted)})
        self._made.append(made)
        return made.id

    def delete(self, client: Client, seconds: float) -> None:
        """Delete what was made, by a client that is still open; what takes longer stays on DeepL's side."""
        with self._lock:
            made, self._made = self._made, []
            self._refused.clear()
        until = time.monotonic() + seconds
        for glossary in made:
            if time.monotonic() > until:
                break
            try:
                client.delete_glossary(glossary.id)
            except TransportError:
                continue


def _fit(terms: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Terms that a glossary can hold; of two for one, the first."""
    fit: dict[str, str] = {}
    for term, meant in ((one.strip(), other.strip()) for one, other in terms):
        usable = all(part and len(part.encode()) <= _LONGEST and not _UNFIT.search(part) for part in (term, meant))
        if usable:
            fit.setdefault(term, meant)
    return fit
