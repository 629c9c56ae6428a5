"""How many words has a text? Counted as Unicode cuts words (UAX #29), so that a sentence without spaces is not one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_LETTER = "A-Za-zªµºÀ-ÖØ-öø-ɏ"
_PLAIN = re.compile(r"[\x00-\x7f\xa0-\xac\xae-\u024f–—‘’“”„…•‹›]*")
"""Text whose words the quick pattern finds; U+00AD is left out, as it does not end a word."""
_WORD = re.compile(
    rf"_*[{_LETTER}0-9][{_LETTER}0-9_]*"
    rf"(?:(?:(?<=[{_LETTER}])[.'‘’:·](?=[{_LETTER}])|(?<=[0-9])[.'‘’,;](?=[0-9]))[{_LETTER}0-9_]+)*"
)
_full: regex.Pattern[str] | None = None


def count(text: str) -> int:
    """Count the segments between word boundaries that hold a letter or a digit.

    Markup is text like any other: the caller takes it out if it should not count.
    """
    return len(_WORD.findall(text)) if _PLAIN.fullmatch(text) else len(_words_of_any_script().findall(text))


def _words_of_any_script() -> regex.Pattern[str]:
    global _full  # noqa: PLW0603  # compiled when first needed: the import alone takes as long as a command's help
    if _full is None:
        import regex

        _full = regex.compile(r"[\p{Alphabetic}\p{Nd}].*?\b", regex.WORD | regex.DOTALL)
    return _full
