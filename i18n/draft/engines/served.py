"""What do all engines have in common that ask a server, and ask it first what it offers?"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from types import TracebackType
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
    def _pair(self, offers: Offers, source: str, target: str) -> Pair | None:
        """Find two locales (BCP 47) among what the server offers."""

    @abstractmethod
    def _not_offered(self, offers: Offers, source: str, target: str) -> Readiness:
        """Say that the server does not offer two locales."""

    @abstractmethod
    def _translated(self, queries: Sequence[Query], pair: Pair, encoding: str) -> tuple[Answer, ...]:
        """Translate; as many answers as queries, in their order."""

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether it can translate between two locales, by what its server offers once that was asked."""
        lacking = self._lacking()
        if lacking is not None:
            return lacking
        if not ask and self._offers.known is None:
            return Readiness(ready=True)
        try:
            offers = self._offers()
        except TransportError as error:
            return Readiness(ready=False, missing=error.reason, broken=True, hint=self._hint)
        pair = self._pair(offers, source, target)
        if pair is None:
            return self._not_offered(offers, source, target)
        return Readiness(ready=True, missing=pair.note)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate, in as few requests as the server allows."""
        lacking = self._lacking()
        if lacking is not None:
            return (Failure(lacking.missing, broken=True, final=True),) * len(queries)
        try:
            offers = self._offers()
        except TransportError as error:
            return (Failure(error.reason, broken=True, final=error.final),) * len(queries)
        pair = self._pair(offers, source, target)
        if pair is None:
            missing = self._not_offered(offers, source, target).missing
            return (Failure(missing, broken=True, final=True),) * len(queries)
        return self._translated(queries, pair, encoding)

    def __enter__(self) -> Self:
        for each in self._transports:
            each.open()
        self._offers.forget_failure()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in self._transports:
            each.close()
