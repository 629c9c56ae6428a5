"""How is markup written for an engine that reads plain text?"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from i18n.message.marks import Mark, Role, Token
from i18n.message.packed import MOST, letter, unpack

TAGS = "tags"
"""`<x1>words</x1>` and `<x2/>`, as in HTML and XLIFF."""
BRACKETS = "brackets"
"""`[[1]]words[[/1]]` and `[[2/]]`."""
ENCODINGS = (TAGS, BRACKETS)

_READ = {
    # Engines add spaces, change case and use the brackets of other scripts; the numbers are what counts.
    TAGS: regex.compile(r"(?:[<＜]|&lt;)\s*(?P<end>/?)\s*[xXхХ]\s*(?P<id>\d+)\s*(?P<hold>/?)\s*(?:[>＞]|&gt;)"),
    BRACKETS: regex.compile(r"[\[［【]\s*[\[［]?\s*(?P<end>/?)\s*(?P<id>\d+)\s*(?P<hold>/?)\s*[\]］]?\s*[\]］】]"),
}
_DIGITS = 9
_WRITE = {
    TAGS: {Role.OPEN: "<x{}>", Role.CLOSE: "</x{}>", Role.HOLD: "<x{}/>"},
    BRACKETS: {Role.OPEN: "[[{}]]", Role.CLOSE: "[[/{}]]", Role.HOLD: "[[{}/]]"},
}


def encode(tokens: Sequence[Token], encoding: str) -> str:
    """Write tokens as text with markers."""
    return "".join(
        token if isinstance(token, str) else _WRITE[encoding][token.role].format(token.id) for token in tokens
    )


def decode(answer: str, encoding: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Read tokens from the answer to `tokens`, also those that nobody sent, so that they are noticed.

    An empty pair is read as the placeholder that it was; entities instead of angle brackets are read.
    """
    holds = {token.id for token in tokens if not isinstance(token, str) and token.role is Role.HOLD}

    def mark(found: regex.Match[str]) -> str:
        number = int(found["id"][:_DIGITS])
        if not 0 < number <= MOST:
            return found[0]
        if found["end"]:
            return letter(Mark(Role.CLOSE, number))
        return letter(Mark(Role.HOLD if found["hold"] or number in holds else Role.OPEN, number))

    text = _READ[encoding].sub(mark, answer)
    for number in holds:
        text = regex.sub(rf"({letter(Mark(Role.HOLD, number))})\s*{letter(Mark(Role.CLOSE, number))}", r"\1", text)
    return unpack(text)


def has_markers(text: str, encoding: str) -> bool:
    """Tell whether a text holds something that would be read as a marker."""
    return _READ[encoding].search(text) is not None
