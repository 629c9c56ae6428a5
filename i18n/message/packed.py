"""How can a text with marks be searched like any text? Each mark becomes one character of private use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from i18n.message.marks import Mark, Role, Token

_HOLD, _OPEN, _CLOSE, _END = 0xF0000, 0xF8000, 0x100000, 0x108000
_ROLES = ((_CLOSE, Role.CLOSE), (_OPEN, Role.OPEN), (_HOLD, Role.HOLD))
_STARTS = {role: start for start, role in _ROLES}
MOST = 0x7000
"""The highest id that can be packed."""

HOLD = f"[{chr(_HOLD)}-{chr(_OPEN - 1)}]"
OPEN = f"[{chr(_OPEN)}-{chr(_CLOSE - 1)}]"
CLOSE = f"[{chr(_CLOSE)}-{chr(_END - 1)}]"
ANY = f"[{chr(_HOLD)}-{chr(_END - 1)}]"
"""Character classes for regular expressions."""

_MARKS = re.compile(f"({ANY})")


def pack(tokens: Iterable[Token]) -> str:
    """Write tokens as one string. Law: `unpack(pack(tokens)) == tokens` but for neighbouring and empty texts."""
    return "".join(token if isinstance(token, str) else letter(token) for token in tokens)


def letter(mark: Mark) -> str:
    """The character that stands for a mark."""
    return chr(_STARTS[mark.role] + mark.id)


def mark(character: str) -> Mark | None:
    """The mark that a character stands for; None for text."""
    number = ord(character)
    if not _HOLD <= number < _END:
        return None
    return next(Mark(role, number - start) for start, role in _ROLES if number >= start)


def unpack(text: str) -> tuple[Token, ...]:
    """Read tokens from a string."""
    parts = enumerate(_MARKS.split(text))  # every second one is a mark
    return tuple((mark(part) or part) if at % 2 else part for at, part in parts if part)
