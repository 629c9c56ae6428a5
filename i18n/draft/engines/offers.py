"""What does a server offer? Asked once, by whichever thread comes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from i18n.draft.engines.transport import TransportError

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
