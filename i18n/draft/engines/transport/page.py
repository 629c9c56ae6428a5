"""What comes of a request: an answer, or the reason why there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how much; times in seconds."""

    total: float = 30.0
    """Deadline of a call with all its retries."""
    connect: float = 5.0
    read: float = 15.0
    """For each read."""
    retries: int = 3
    backoff: float = 0.5
    """At most this before the first retry, and at least half of it; doubled for each further one."""
    longest_wait: float = 20.0
    """More than this a server may not ask for by `Retry-After`."""
    size: int = 2_000_000
    """Bytes of an answer, decompressed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: as much of `requests.Response` as deep-translator uses, and more."""

    status_code: int
    content: bytes
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        """The body as text; what is not of its encoding is replaced."""
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
        """Do nothing: it was read to its end."""


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
        """Whether its time was up: less work may be done in time."""
        return self.reason == LATE

    @property
    def status(self) -> int:
        """The status of the answer; 0 where there was none."""
        return self.page.status_code if self.page else 0
