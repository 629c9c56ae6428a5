"""Which times of day does an English text give, and how does another language write them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.locales import language
from i18n.locales.cldr import time_text
from i18n.locales.quantities import own_digits
from i18n.span import Characters, Span

_SPACE = "[ \u00a0\u202f]?"
_TIME = re.compile(rf"(?<![\w.,:/-])(1[0-2]|0?[1-9])(?::([0-5]\d))?{_SPACE}([ap])(?:\.{_SPACE}m\.|m\b)", re.IGNORECASE)


class Time(NamedTuple):
    """A time of day."""

    span: Span[Characters]
    hour: int
    """0-23."""
    minute: int

    def same(self, other: Time) -> bool:
        """Tell whether another text gives the same time."""
        return (self.hour, self.minute) == (other.hour, other.minute)


def times(text: str, tag: str) -> Iterator[Time]:
    """Times with their half of the day, in an English text: `3:30 p.m.`."""
    for found in _TIME.finditer(text) if language(tag) == "en" else ():
        yield Time(Span(*found.span()), int(found[1]) % 12 + 12 * (found[3] in "pP"), int(found[2] or 0))


def written(time: Time, tag: str) -> str:
    """A time as CLDR's short form has it in a canonical tag, with its default digits: `15:30`, `오후 3:30`."""
    return own_digits(time_text(time.hour, time.minute, tag), tag)
