"""Which characters does an id keep?"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_ASCII = re.compile(r"[^\w\- ]")
_LETTERS = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"


def words(text: str, also: str = r"\- ") -> str:
    """Letters with their marks, digits, connecting punctuation, and the characters of `also`."""
    return _ASCII.sub("", text) if text.isascii() and also == r"\- " else _pattern(f"[^{_LETTERS}{also}]").sub("", text)


def alphanumeric(text: str, also: str) -> str:
    """What Rust takes for letters and numbers, and the characters of `also`."""
    return _pattern(rf"[^\p{{Alphabetic}}\p{{N}}{also}]").sub("", text)


@functools.cache
def _pattern(text: str) -> regex.Pattern[str]:
    import regex  # a page that is translated asks for it first

    return regex.compile(text)


def lower(text: str) -> str:
    """Lower case letter by letter, as Go and Ruby have it: no letter looks at its neighbours."""
    return "".join(map(str.lower, text))


def is_letter(character: str) -> bool:
    """Whether Go calls it a letter or a decimal digit: marks and other numbers are none."""
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Nd"
