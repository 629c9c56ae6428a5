"""How does markup travel to an engine that knows text alone?"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from i18n.draft.packed import letter, unpack
from i18n.draft.runs import Mark, Role, Token

TAGS = "tags"
"""`<x1>words</x1>` and `<x2/>`, as in HTML and XLIFF."""
BRACKETS = "brackets"
"""`[[1]]words[[/1]]` and `[[2/]]`."""
WAYS = (TAGS, BRACKETS)

_READ = {
    # Engines add spaces, change case and use the brackets of other scripts; the numbers are what counts.
    TAGS: regex.compile(r"[<＜]\s*(?P<end>/?)\s*[xXхХ]\s*(?P<id>\d+)\s*(?P<hold>/?)\s*[>＞]"),
    BRACKETS: regex.compile(r"[\[［【]\s*[\[［]?\s*(?P<end>/?)\s*(?P<id>\d+)\s*(?P<hold>/?)\s*[\]］]?\s*[\]］】]"),
}
_WRITE = {
    TAGS: {Role.OPEN: "<x{}>", Role.CLOSE: "</x{}>", Role.HOLD: "<x{}/>"},
    BRACKETS: {Role.OPEN: "[[{}]]", Role.CLOSE: "[[/{}]]", Role.HOLD: "[[{}/]]"},
}


def encode(tokens: Sequence[Token], way: str) -> str:
    """Write tokens as text with markers."""
    return "".join(token if isinstance(token, str) else _WRITE[way][token.role].format(token.id) for token in tokens)


def decode(answer: str, way: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Read tokens from the answer to `tokens`. A number that is not theirs stays text, and so is noticed as such."""
    holds = {token.id for token in tokens if not isinstance(token, str) and token.role is Role.HOLD}
    pairs = {token.id for token in tokens if not isinstance(token, str) and token.role is Role.OPEN}

    def mark(found: regex.Match[str]) -> str:
        number = int(found["id"])
        if number in holds:
            return letter(Mark(Role.HOLD, number)) if not found["end"] else found[0]
        if number in pairs and not found["hold"]:
            return letter(Mark(Role.CLOSE if found["end"] else Role.OPEN, number))
        return found[0]

    return unpack(_READ[way].sub(mark, answer))


def has_markers(text: str, way: str) -> bool:
    """Tell whether a text holds what would be read as a marker."""
    return _READ[way].search(text) is not None
