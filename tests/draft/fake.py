"""Engines that answer as they are told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Self

from i18n.draft.engine import Answer, Capability, Limits, Query, Readiness, Traffic, Translation
from i18n.message.marks import Token

Reply = Callable[[Query, str], Answer]


_VOWELS = str.maketrans("AEIU", "OOOO")


def shout(text: str) -> str:
    """A language of capitals that knows one vowel: `a red house` is `O ROD HOOSO`."""
    return text.upper().translate(_VOWELS)


def shouted(query: Query, encoding: str) -> Translation:
    """The text in that language, with every mark in its place."""
    del encoding
    return Translation(tuple(shout(token) if isinstance(token, str) else token for token in query.tokens))


@dataclass
class Fake:
    """An engine that keeps what it was asked."""

    reply: Reply = shouted
    name: str = "fake"
    version: str = "1"
    traffic: Traffic = Traffic.NONE
    address: str = ""
    notice: str = ""
    capabilities: frozenset[Capability] = frozenset()
    limits: Limits = field(default_factory=lambda: Limits(characters=10_000, batch=4))
    encodings: tuple[str, ...] = ("first", "second")
    ready: Readiness = field(default_factory=lambda: Readiness(ready=True))
    asked: list[tuple[str, tuple[Token, ...]]] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        return self.ready

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        with self.lock:
            self.batches.append(len(queries))
            self.asked.extend((encoding, query.tokens) for query in queries)
        return tuple(self.reply(query, encoding) for query in queries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        pass

    @property
    def texts(self) -> list[str]:
        """What it was given, marks left out."""
        return ["".join(token for token in tokens if isinstance(token, str)) for _, tokens in self.asked]
