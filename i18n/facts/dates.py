"""Which days and months does a text name in words, and how does another language write them?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from i18n.locales import language
from i18n.locales.cldr import day_text, month_text
from i18n.locales.quantities import months, own_digits, weekdays
from i18n.numbers.digits import DIGIT, western
from i18n.span import Characters, Span

_SPACE = "[ \u00a0\u202f]"
_YEAR = r"(?P<year>[12]\d{3})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª)?"
_ENDED = r"(?![\w]|[-–/]\d|[.,:]\d)"
_STARTED = r"(?<![\w.,:/-])"
_INSIDE = re.compile(rf"\w{_SPACE}?\Z")
"""Ends what stands before a date within a sentence."""
_IN = "in"
_NUMBERED_DATE = (
    rf"(?<!\d)(?P<lead>(?!))?(?P<weekday>(?!))?(?P<weekday_>(?!))?(?P<month_>(?!))?(?P<day_>(?!))?(?P<year_>(?!))?"
    rf"(?:(?:{_YEAR}[년年]{_SPACE}?)?(?P<month>1[0-2]|0?[1-9])[월月]{_SPACE}?{_DAY}[일日号號]"
    rf"|{_YEAR.replace('year', 'year__')}[년年]{_SPACE}?(?P<month__>1[0-2]|0?[1-9])[월月](?!{_SPACE}?\d))"
)

_LEADS = {
    "ca": ("el {}", "el {}", "el {}", "del {}", "al {}"),
    "de": ("am {}", "im {}", "{}", "vom {}", "bis {}"),
    "es": ("el {}", "en {}", "el {}", "del {}", "al {}"),
    "fr": ("le {}", "en {}", "le {}", "du {}", "au {}"),
    "it": ("il {}", "nel {}", "il {}", "dal {}", "al {}"),
    "ja": ("{}に", "{}に", "{}", "{}から", "{}まで"),
    "ko": ("{}에", "{}에", "{}", "{}부터", "{}까지"),
    "nl": ("op {}", "in {}", "{}", "van {}", "tot {}"),
    "pt": ("em {}", "em {}", "{}", "de {}", "a {}"),
    "ar": ("في {}", "في {}", "{}", "من {}", "إلى {}"),
    "zh": ("{}", "{}", "{}", "从{}", "到{}"),
}
"""What stands around a day after `on`, around a month after `in`, around a day within a sentence, and around the first
and the last day, after `from` and `to`."""
_FORMS = {"on": 0, "in": 1, "from": 3, "to": 4}
_OTHER_CALENDAR = frozenset({"fa", "th", "am", "ti", "ne"})
"""Languages whose readers expect another calendar in prose: a person writes their dates."""


_CAPITAL = frozenset("en de sw id ms af tr lb".split())
"""Languages that write months with a capital letter: `may` is a verb in English."""
_NUMBERED = frozenset({"ko", "ja", "zh", "yue"})
"""Languages that number their months: `2019년 2월 7일`."""


class Date(NamedTuple):
    """A day or a month of a year, as a text names it."""

    span: Span[Characters]
    """Where it stands, with the preposition."""
    year: int
    """0 if it is not named."""
    month: int
    """1-12."""
    day: int
    """1-31; 0 for a month."""
    weekday: str = ""
    """As written; empty if it is not named."""
    lead: str = ""
    """`on`, `in`, `from` or `to`, in English."""
    capital: bool = False
    """The preposition begins a sentence."""
    inside: bool = False
    """Words of a sentence stand before it."""

    def without_lead(self) -> Date:
        """The date alone, whose preposition stays what the sentence makes of it."""
        return self._replace(span=Span(self.span.start + len(self.lead) + 1, self.span.end), lead="", inside=False)

    def same(self, other: Date) -> bool:
        """Tell whether another text names the same day or month."""
        return (self.year, self.month, self.day) == (other.year, other.month, other.day)


def dates(text: str, tag: str) -> Iterator[Date]:
    """Days and months with their numbers in a text of a canonical tag, in order: `February 7, 2019`, `May 2019`.

    Half of a range (`February 7–9`) and a month alone are none.
    """
    if DIGIT.search(text) is None or (pattern := _pattern(tag)) is None:
        return
    for found in pattern.finditer(western(text)):
        day = int(found["day"] or found["day_"] or 0)
        if day > 31 or (found["day"] or found["day_"]) == "0":
            continue
        lead = (found["lead"] or "").strip()
        yield Date(
            Span(*found.span()),
            int(found["year"] or found["year_"] or found["year__"] or 0),
            _month(found, tag),
            day,
            found["weekday"] or found["weekday_"] or "",
            lead.lower(),
            lead[:1].isupper(),
            _INSIDE.search(text, max(0, found.start() - 2), found.start()) is not None,
        )


def written(date: Date, tag: str) -> str:
    """A date in the words of a canonical tag, with the preposition that it needs there; empty if a person must.

    With a weekday it needs a year, from which CLDR's pattern is known.
    """
    tongue = language(tag)
    if tongue in _OTHER_CALENDAR or (date.weekday and not date.year) or not _exists(date):
        return ""
    forms = _LEADS.get(tongue)
    if date.lead and forms is None:
        return ""
    if date.day:
        bare = day_text(date.year, date.month, date.day, tag, weekday=bool(date.weekday))
    else:
        bare = month_text(date.year, date.month, tag)
    if forms is None:
        return own_digits(bare, tag)
    if date.lead:
        bare = forms[_FORMS[date.lead]].format(bare)
    elif date.day and date.inside:
        bare = forms[2].format(bare)
    return own_digits(bare[:1].upper() + bare[1:] if date.capital else bare, tag)


def lead_written(date: Date, tag: str) -> str:
    """What stands before a date in the place of its preposition, which markup parts from it; may be empty."""
    forms = _LEADS.get(language(tag))
    before = forms[_FORMS[date.lead]].partition("{}")[0].strip() if forms and date.lead else ""
    return before[:1].upper() + before[1:] if date.capital else before


def _exists(date: Date) -> bool:
    longest = 29 if date.month == 2 else 30 if date.month in (4, 6, 9, 11) else 31
    return date.day <= longest and (not date.lead or (date.lead == _IN) != bool(date.day))


def _month(found: re.Match[str], tag: str) -> int:
    name = next(found[group] for group in ("month", "month_", "month__") if found[group])
    return int(name) if name.isdecimal() else months(tag)[name.casefold()]


@functools.cache
def _pattern(tag: str) -> re.Pattern[str] | None:
    """Month first, as in English; day first, as in most others; month and year. Of the words, those of the language."""
    if language(tag) in _NUMBERED:
        return re.compile(_NUMBERED_DATE)
    if not months(tag):
        return None
    name = "|".join(map(re.escape, sorted(_spelled(months(tag), tag), key=len, reverse=True)))
    days = "|".join(map(re.escape, sorted(_spelled(weekdays(tag), tag), key=len, reverse=True)))
    of = rf"(?:{_SPACE}(?:of|de[l]?){_SPACE}|{_SPACE}|\.{_SPACE})"
    before = rf"(?:(?P<weekday>{days}),?{_SPACE})?"
    month_first = rf"{before}(?P<month>{name})\.?{_SPACE}{_DAY}(?:,?{_SPACE}{_YEAR})?"
    day_first = (
        rf"{before.replace('weekday', 'weekday_')}{_DAY.replace('day', 'day_')}\.?{of}(?P<month_>{name})\.?"
        rf"(?:,?{of}{_YEAR.replace('year', 'year_')})?"
    )
    month_only = rf"(?P<month__>{name})\.?{of}{_YEAR.replace('year', 'year__')}"
    lead = rf"(?:(?P<lead>[Oo]n|[Ii]n|[Ff]rom|[Tt]o){_SPACE})?" if language(tag) == "en" else "(?P<lead>(?!))?"
    return re.compile(rf"{_STARTED}{lead}(?:{month_first}|{day_first}|{month_only}){_ENDED}")


def _spelled(names: Iterable[str], tag: str) -> set[str]:
    """Names as the language writes them, and with a capital letter as sentences begin."""
    titles = {name.title() for name in names}
    return titles if language(tag) in _CAPITAL else titles | set(names)
