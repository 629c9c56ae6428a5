"""Which words stand for placeholders where an engine reads words alone?"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import regex

from i18n.message.packed import letter
from i18n.message.runs import Mark, Role, Token

_PREFIXES = ("XQ", "QX", "ZQ", "XZ", "QZ", "ZX")


def prefix(tokens: Iterable[Token]) -> str:
    """Choose what the words begin with: letters that no text holds, whatever their case."""
    text = "".join(token for token in tokens if isinstance(token, str)).upper()
    return next((word for word in _PREFIXES if word not in text), "XQZ" + "Q" * len(text))


def sentinel(beginning: str, number: int) -> str:
    """The word for placeholder `number`, such as `XQ1S`: no dictionary has it, and engines tend to copy it."""
    return f"{beginning}{number}S"


@functools.lru_cache
def sought(beginning: str) -> regex.Pattern[str]:
    """Find such words in what came back, in either case; group 1 is the number."""
    return regex.compile(rf"{beginning}(\d+)S", regex.IGNORECASE)


def restored(text: str, beginning: str) -> str:
    """Put the marks (packed) in the place of the words."""
    return sought(beginning).sub(lambda word: letter(Mark(Role.HOLD, int(word[1]))), text)
