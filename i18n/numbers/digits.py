"""How is a number written in digits, of any script and with any separators?"""

from __future__ import annotations

import re
import unicodedata

SEPARATORS = ".,'’\u00b7\u066b\u066c"
CLOSE_SPACES = "\u00a0\u202f"
"""Spaces at which no line breaks; others stand between two numbers as well."""
NUMBER = rf"\d+(?:[{SEPARATORS}{CLOSE_SPACES}]\d+)*"
"""A number with its separators, for a pattern that has more in it."""
DIGIT = re.compile(r"\d")
_OTHER = re.compile(r"(?![0-9])\d")
CLOCK = re.compile(rf"\d+(?:[:{SEPARATORS}{CLOSE_SPACES}]\d+)*")
"""A number, a date or a time as one: `10:30`, `7.2.2019`."""
_NUMBER = re.compile(NUMBER)


def western(text: str) -> str:
    """The text with its decimal digits in those of ASCII."""
    if text.isascii() or _OTHER.search(text) is None:
        return text
    return _OTHER.sub(lambda found: str(unicodedata.decimal(found[0])), text)


def without_separators(text: str) -> list[str]:
    """The digits of each number of a text, in order: what two languages that write `1,234` and `1.234` have alike."""
    return ["".join(filter(str.isdecimal, western(number))) for number in _NUMBER.findall(text)]
