"""How does emphasis render next to a letter without any tag? With the punctuation at its edges outside."""

from __future__ import annotations

import regex

from i18n.message.packed import CLOSE, OPEN

_EDGE_OPEN = regex.compile(rf"({OPEN})([\p{{P}}--[{{}}%]]+)", regex.VERSION1)
_EDGE_CLOSE = regex.compile(rf"([\p{{P}}--[{{}}%]]+)({CLOSE})", regex.VERSION1)


def without_punctuation(answer: str) -> str:
    """A packed text with the punctuation at the edges of pairs outside: `“**말**”은` renders, `**“말”**은` does not."""
    return _EDGE_CLOSE.sub(r"\2\1", _EDGE_OPEN.sub(r"\2\1", answer))
