"""What do all engines have in common that ask a server, and ask it first what it offers?"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, Self, TypeVar

from i18n.draft.engine import Answer, Failure, Query, Readiness
from i18n.draft.engines.transport import Transport, TransportError

T = TypeVar("T")


class Once(Generic[T]):
    """The answer to a question that is asked when the answer is first needed; a failure is kept too."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._answer: T | None = None
        self._failure: TransportError | None = None

    @property
    def known(self) -> T | None:
        """The answer, if there is one already."""
        return self._answer

    def __call__(self) -> T:
        """Ask, or give the answer of before. Raises TransportError."""
        with self._lock:
            if self._answer is None and self._failure is None:
                try:
                    self._answer = self._ask()
                except TransportError as error:
                    self._failure = error
            if self._answer is None:
                failure = self._failure or TransportError("its server was not asked")
                raise TransportError(failure.reason, final=failure.final, page=failure.page)
            return self._answer

    def forget_failure(self) -> None:
        """Ask again next time, if the last time failed."""
        with self._lock:
            self._failure = None


Offers = TypeVar("Offers")
"""What a server tells that it offers."""


class Noted(Protocol):
    """What must be known to ask for a pair of languages."""

    @property
    def note(self) -> str:
        """What a user should know of the pair: that it is not exactly the one asked for; may be empty."""


Pair = TypeVar("Pair", bound=Noted)


class ServedEngine(ABC, Generic[Offers, Pair]):
    """An engine whose server is asked once what it offers. Its methods may be called from several threads at once."""

    def __init__(self, ask: Callable[[], Offers], *transports: Transport, hint: str) -> None:
        """`ask` may raise TransportError; `hint` is what to do if it does."""
        self._offers = Once(ask)
        self._transports = transports
        self._hint = hint

    @abstractmethod
    def _lacking(self) -> Readiness | None:
        """What the settings or the environment lack; None if nothing."""

    @abstractmethod
    def _pair(self, offers: Offers, source: str, target: str) -> Pair | Readiness:
        """Find two locales (BCP 47) among what the server offers, or say that it does not offer them."""

    @abstractmethod
    def _translated(self, queries: Sequence[Query], pair: Pair, encoding: str) -> tuple[Answer, ...]:
        """Translate; as many answers as queries, in their order."""

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether it can translate between two locales, by what its server offers once that was asked."""
        if (without := self._lacking()) is not None:
            return without
        if not ask and self._offers.known is None:
            return Readiness(ready=True)
        try:
            offers = self._offers()
        except TransportError as error:
            return Readiness.lacking(error.reason, self._hint, broken=True)
        pair = self._pair(offers, source, target)
        return pair if isinstance(pair, Readiness) else Readiness(ready=True, missing=pair.note)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate, in as few requests as the server allows."""
        if (without := self._lacking()) is not None:
            return (Failure(without.missing, broken=True, final=True),) * len(queries)
        try:
            offers = self._offers()
        except TransportError as error:
            return (Failure(error.reason, broken=True, final=error.final),) * len(queries)
        pair = self._pair(offers, source, target)
        if isinstance(pair, Readiness):
            return (Failure(pair.missing, broken=True, final=True),) * len(queries)
        return self._translated(queries, pair, encoding)

    def __enter__(self) -> Self:
        for each in self._transports:
            each.open()
        self._offers.forget_failure()
        return self

    def __exit__(self, *raised: object) -> None:
        for each in self._transports:
            each.close()
