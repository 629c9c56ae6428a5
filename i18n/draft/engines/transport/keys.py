"""How is a key kept out of what people read?"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus

_SHORTEST = 4
"""A shorter key would be found in ordinary words."""


class Keys:
    """Keys that must not be shown anywhere, and are not shown by this either."""

    __slots__ = ("_spellings",)

    def __init__(self, keys: Iterable[str] = ()) -> None:
        found = {spelling for key in keys if len(key) >= _SHORTEST for spelling in _spellings(key)}
        self._spellings = sorted(found, key=lambda spelling: (-len(spelling), spelling))

    def __bool__(self) -> bool:
        return bool(self._spellings)

    def clean(self, text: str) -> str:
        """Take every key out of a text, also if it is quoted for an address, for JSON or in Base64."""
        for spelling in self._spellings:
            text = text.replace(spelling, "…")
        return text


def _spellings(secret: str) -> Iterator[str]:
    yield from (secret, quote(secret, ""), quote_plus(secret), json.dumps(secret)[1:-1], repr(secret)[1:-1])
    yield base64.b64encode(secret.encode("utf-8", "replace")).decode()
