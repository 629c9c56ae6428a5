"""Which words stand for placeholders if an engine reads nothing but words?"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import regex

from i18n.message import marks, packed

_PREFIXES = ("XQ", "QX", "ZQ", "XZ", "QZ", "ZX")


def prefix(tokens: Iterable[marks.Token]) -> str:
    """Choose the beginning of the words: letters that no text holds, whatever their case."""
    text = "".join(token for token in tokens if isinstance(token, str)).upper()
    return next((word for word in _PREFIXES if word not in text), "XQZ" + "Q" * len(text))


def sentinel(beginning: str, number: int) -> str:
    """The word for placeholder `number`, such as `XQ1S`: no dictionary has it, and engines tend to copy it."""
    return f"{beginning}{number}S"


@functools.lru_cache
def sought(beginning: str) -> regex.Pattern[str]:
    """Make the pattern of such words, in either case; group 1 is the number."""
    return regex.compile(rf"{beginning}(\d+)S", regex.IGNORECASE)


def restored(text: str, beginning: str) -> str:
    """Replace the words by the marks that they stand for, packed."""
    return sought(beginning).sub(lambda word: packed.letter(marks.Mark(marks.Role.HOLD, int(word[1]))), text)
