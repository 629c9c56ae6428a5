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
_CLOCK = r"(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?"
_FIRST = _CLOCK.replace("hour", "first").replace("minute", "minutes")
_TO = rf"{_SPACE}[-–—]{_SPACE}|[ \u00a0\u202f](?:to|until|till)[ \u00a0\u202f]"
_AND = r"[ \u00a0\u202f](?:and|or)[ \u00a0\u202f]"
_TIME = re.compile(
    rf"(?<![\w.,:/-])(?<!\d–)(?:{_FIRST}(?:{_TO}|(?P<also>{_AND})))?"
    rf"{_CLOCK}{_SPACE}(?:(?P<half>[ap])(?:\.{_SPACE}m\.|m\b)|(?<=12[ \u00a0\u202f])(?P<named>noon|midnight)\b)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"\b(?:at|between|by|around)[ \u00a0\u202f]\Z", re.IGNORECASE)
"""Before two times of which the second alone names its half of the day."""
_NOON = 12
_SENTENCE = re.compile(
    r"[\"”’)]?[ \u00a0\u202f\n]+[\"“‘(]?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|[A-Z]{2,4}\b)[A-Z]"
)
"""A sentence that begins behind a time: then the dot of `p.m.` is also that which ends the one before."""


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
    """Times with their half of the day, in an English text: `3:30 p.m.`; both of `9–11 a.m.` and `11 to 1 p.m.`."""
    for found in _TIME.finditer(text) if language(tag) == "en" else ():
        is_late = found["half"] in tuple("pP") if found["half"] else found["named"].lower() == "noon"
        hour, minute = int(found["hour"]) % _NOON, int(found["minute"] or 0)
        if found["first"] and not (found["also"] and not _NAMING.search(text[: found.start()])):
            first, minutes = int(found["first"]) % _NOON, int(found["minutes"] or 0)
            if (first, minutes) == (hour, minute):
                continue
            is_other = (first, minutes) > (hour, minute)
            end = found.end("minutes") if found["minutes"] else found.end("first")
            yield Time(Span(found.start(), end), first + _NOON * (is_late != is_other), minutes)
        end = found.end() - (found[0].endswith(".") and _SENTENCE.match(text, found.end()) is not None)
        yield Time(Span(found.start("hour"), end), hour + _NOON * is_late, minute)


def written(time: Time, tag: str) -> str:
    """A time as CLDR's short form has it in a canonical tag, with its default digits: `15:30`, `오후 3:30`."""
    return own_digits(time_text(time.hour, time.minute, tag), tag)
