"""What can be told of a message without parsing it: where its links and addresses lead, and its prose?"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from i18n.markdown.dialects.common import CODE
from i18n.message.placeholders import FILLED, LIKELY
from i18n.words.addresses import LETTERS
from i18n.words.scripts import GLUING

if TYPE_CHECKING:
    import regex

_IN_PLACE = r"(?<=\]\()<[^<>\n]*>|(?<=\]\()[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*|\b(?:href|src)=(?:\"[^\"]*\"|'[^']*')"
"""Targets of links, images and elements of HTML."""
_SCHEME = r"(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*://|mailto:)"
_LONGEST_SCHEME, _LONGEST_TAG = 40, 5000
"""Letters after the first one, so that a text is not read to its end from each of its letters."""
_END = r"(?<![.,:;!?])"
_TARGET = re.compile(rf"{_IN_PLACE}|{_SCHEME}(?:(?!['\)])[{LETTERS}])+{_END}", re.IGNORECASE)


def targets(text: str) -> list[str]:
    """Every target of a link, an image or an element, and every bare address, as written, in order."""
    return [match[0] for match in _pattern(text).finditer(text)] if _may_have_targets(text) else []


def with_targets(text: str, written: Callable[[str], str]) -> str:
    """The text with each target as `written` has it."""
    return _pattern(text).sub(lambda match: written(match[0]), text) if _may_have_targets(text) else text


def prose(text: str, *, numbers: bool = False) -> str:
    """The text with a space for everything that is not prose: code, tags, targets, addresses, placeholders, numbers.

    `numbers`: they stay.
    """
    return _no_prose(numbers="(?!)" if numbers else r"\d+").sub(" ", text)


@functools.cache
def _no_prose(numbers: str) -> re.Pattern[str]:
    return re.compile(
        rf"{CODE}|<[^>]{{0,{_LONGEST_TAG}}}>|\]\([^)]{{0,{_LONGEST_TAG}}}\)|[a-z][a-z0-9+.-]{{0,{_LONGEST_SCHEME}}}://\S+"
        rf"|{FILLED}|{LIKELY}|{numbers}",
        re.IGNORECASE | re.DOTALL,
    )


def _pattern(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    return _TARGET if text.isascii() or "://" not in text else _in_letters()


@functools.cache
def _in_letters() -> regex.Pattern[str]:
    """For the few addresses with other letters than those of ASCII: it takes three times as long."""
    import regex  # as slow as a small command

    return regex.compile(
        rf"{_IN_PLACE}|{_SCHEME}(?:(?!['\)])[{LETTERS}[\w--[{GLUING}]]])+{_END}", regex.IGNORECASE | regex.VERSION1
    )


def _may_have_targets(text: str) -> bool:
    """Whether there could be one; most texts have none, and this look takes a tenth of the time."""
    return ":" in text or "](" in text or "=" in text
