"""What does a request give? An answer, or the reason why there is no answer."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait and how much to read; times in seconds."""

    total: float = 30.0
    """Deadline of a call with all its retries."""
    connect: float = 5.0
    read: float = 15.0
    """Deadline of each read."""
    retries: int = 3
    backoff: float = 0.5
    """Longest pause before the first retry, and twice the shortest; doubled for each further one."""
    longest_wait: float = 20.0
    """Longest pause that a server may ask for by `Retry-After`."""
    size: int = 2_000_000
    """Most bytes of an answer, decompressed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: as much of `requests.Response` as deep-translator uses, and more."""

    status_code: int
    content: bytes
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        """The body as text; bytes that its encoding cannot have are replaced."""
        try:
            return self.content.decode(self.encoding, "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self) -> object:
        """The body as JSON. Raises ValueError."""
        try:
            return json.loads(self.content)
        except RecursionError:
            raise ValueError("too deep") from None

    def parsed(self) -> object:
        """The body as JSON. Raises TransportError."""
        try:
            return self.json()
        except ValueError:
            raise TransportError(UNUSABLE, page=self) from None

    def close(self) -> None:
        """Do nothing: the answer was read to its end."""


LATE = "it did not answer in time"
UNUSABLE = "its answer is not what it should be"


class TransportError(Exception):
    """A request got no usable answer; the message names neither text nor query nor key."""

    def __init__(self, reason: str = "", *, final: bool = False, page: Page | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final
        """Asking this server anything else now is useless."""
        self.page = page
        """The answer of the server, if there was one. May repeat texts and keys: for reading, never for showing."""

    @property
    def is_late(self) -> bool:
        """Whether its time was up: less work might be done in time."""
        return self.reason == LATE

    @property
    def status(self) -> int:
        """The status of the answer; 0 without an answer."""
        return self.page.status_code if self.page else 0
