"""Which days and months does a text name in words?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from i18n.facts.dates.date import BETWEEN, Date, Days
from i18n.locales import language
from i18n.locales.quantities import months, weekdays
from i18n.numbers.digits import DIGIT, western
from i18n.numbers.months import ORDINAL
from i18n.span import Characters, Span, overlaps

_SPACE = "[ \u00a0\u202f]"
_DASH = rf"(?:{_SPACE}?[-–—~～至]{_SPACE}?)"
_YEAR = r"(?P<year>[12]\d{3})"
_NUMBER = r"[0-3]?\d"
_TH = f"(?:{ORDINAL})?"
_DAY = rf"(?P<day>{_NUMBER}){_TH}"
_ENDED = r"(?![\w]|[-–/]\d|[.,:]\d)"
_ALSO = rf"(?!{_SPACE}?,?{_SPACE}(?:and|or|&){_SPACE}\d{{1,2}}(?![\w:.,]))"
"""No second day follows that would lose its month: `May 3 and 7`."""
_STARTED = r"(?<![\w.,:/-])"
_NUMBERED_DATE = (
    rf"(?<!\d)(?P<lead>(?!))?(?P<weekday>(?!))?(?P<weekday_>(?!))?(?P<month_>(?!))?(?P<day_>(?!))?(?P<year_>(?!))?"
    rf"(?P<since>(?!))?"
    rf"(?:(?:{_YEAR}[년年]{_SPACE}?)?(?P<month>1[0-2]|0?[1-9])[월月]{_SPACE}?{_DAY}[일日号號]"
    rf"(?:(?P<to>{_DASH})(?P<until>{_NUMBER})[일日号號])?"
    rf"|{_YEAR.replace('year', 'year__')}[년年]{_SPACE}?(?P<month__>1[0-2]|0?[1-9])[월月](?!{_SPACE}?\d))"
)
_INSIDE = re.compile(rf"\w,?{_SPACE}?\Z")
"""Ends what stands before a date within a sentence."""
_GOES_ON = re.compile(rf",?{_SPACE}[a-z]")
_TO = re.compile(rf"{_DASH}|{_SPACE}(?:(?:through|thru|until|till){_SPACE})?")
_AND = f"{_SPACE}and{_SPACE}"
_NUMERIC = re.compile(
    r"(?<![\w.,:/-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\w/-]|[.,:]\d)"
)
_ORDERED = re.compile(r"\d{4}-\d\d-\d\d")
"""ISO 8601, which is read alike everywhere."""
_CAPITAL = frozenset("en de sw id ms af tr lb".split())
"""Languages that write months with a capital letter: `may` is a verb in English."""
_NUMBERED = frozenset({"ko", "ja", "zh", "yue"})
"""Languages that number their months: `2019년 2월 7일`."""
_LAST_DAY = 31


def dates(text: str, tag: str) -> Iterator[Date | Days]:
    """Days and months with their numbers in a text of a canonical tag, in order: `February 7, 2019`, `May 2019`.

    `May 3–7` and `between May 3 and June 7` are days from one to another. A month alone, and half of what goes on
    without its month (`May 3 and 7`), are none.
    """
    if DIGIT.search(text) is None or (pattern := _pattern(tag)) is None:
        return
    read = western(text)
    found = [one for match in pattern.finditer(read) if (one := _date(match, read, tag))]
    at = 0
    while at < len(found):
        one, joined = found[at], _joined(found[at : at + 2], read)
        yield joined or (_alone(one) if isinstance(one, Date) else one)
        at += 2 if joined else 1


def unsure(text: str, tag: str) -> Iterator[tuple[Span[Characters], bool]]:
    """What looks like a date that `dates` does not read, in order, and whether its digits must stay as they are.

    `12/05/2026` is a day in May or in December; `mid-May 2027` is for the sentence to say.
    """
    if DIGIT.search(text) is None:
        return
    known = [one.span for one in dates(text, tag)]
    found: list[tuple[Span[Characters], bool]] = [(Span(*one.span()), True) for one in _NUMERIC.finditer(text)]
    found += [(Span(*one.span()), False) for one in _near(tag).finditer(western(text))]
    for span, stays in sorted(found):
        if not overlaps(known, span):
            yield span, stays


def is_ordered(text: str) -> bool:
    """Tell whether digits are a date that all languages read alike: `2026-05-12`."""
    return _ORDERED.fullmatch(text) is not None


def _date(found: re.Match[str], text: str, tag: str) -> Date | Days | None:
    day, until = int(found["day"] or found["day_"] or 0), int(found["until"] or 0)
    begun = int(found["since"] or 0)
    is_none = (found["day"] or found["day_"] or "1").strip("0") == ""
    if is_none or max(day, until, begun) > _LAST_DAY or (until and until <= day) or (begun and begun >= day):
        return None
    lead = (found["lead"] or "").strip()
    named = weekdays(tag).get((found["weekday"] or found["weekday_"] or "").casefold(), -1)
    one = Date(
        Span(*found.span()),
        int(found["year"] or found["year_"] or found["year__"] or 0),
        _month(found, tag),
        day,
        named,
        lead.lower(),
        lead[:1].isupper() if lead else _begins(text, found.start()),
        _INSIDE.search(text, max(0, found.start() - 3), found.start()) is not None
        or _GOES_ON.match(text, found.end()) is not None,
    )
    if until and (found["to"].strip() == "and") != (one.lead == BETWEEN):
        return None
    if until:
        return _short(one, one._replace(day=until, span=_of(found, "until")), one.span)
    return _short(one._replace(day=begun, year=0), one._replace(lead=""), one.span) if begun else one


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there: nothing but brackets and quotation marks stands after the last one."""
    start = at
    while start and text[start - 1] in " \u00a0\"'“‘«([¿¡":
        start -= 1
    return not start or text[start - 1] in ".!?…:\n"


def _of(found: re.Match[str], group: str) -> Span[Characters]:
    return Span(*found.span(group))


def _short(first: Date, last: Date, span: Span[Characters]) -> Days | None:
    """Days of one month; after `in`, or with a weekday, they are none."""
    if first.lead in ("in", "to") or first.weekday >= 0:
        return None
    lead = first.lead and (BETWEEN if first.lead == BETWEEN else "from")
    last = last._replace(lead="", capital=False, inside=False)
    return Days(span, first, last, lead, first.capital)


def _joined(pair: Sequence[Date | Days], text: str) -> Days | None:
    """Days from the first of two dates to the second, if what stands between them says so."""
    if len(pair) < len(("first", "last")):
        return None
    first, last = pair
    if not (isinstance(first, Date) and isinstance(last, Date) and first.day and last.day):
        return None
    between = text[first.span.end : last.span.start]
    if first.lead == BETWEEN:
        joins = re.fullmatch(_AND, between) and not last.lead
    else:
        joins = _TO.fullmatch(between) and (last.lead == "to") == (between.strip() == "")
    if not joins or first.lead in ("in", "to") or first.weekday >= 0 or last.weekday >= 0:
        return None
    is_said = first.lead or (between.strip().isalpha() or last.lead)
    lead = BETWEEN if first.lead == BETWEEN else "from" if is_said else ""
    return Days(Span(first.span.start, last.span.end), first, last, lead, first.capital)


def _alone(date: Date) -> Date:
    """A date whose preposition belongs to two."""
    return date.without_lead() if date.lead == BETWEEN else date


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
    name, days, of = _names(months(tag), tag), _names(weekdays(tag), tag), _of_month()
    before = rf"(?:(?P<weekday>{days}),?{_SPACE})?"
    to = rf"(?P<to>{_DASH}|{_SPACE}(?:to|through|and|until){_SPACE})" if language(tag) == "en" else f"(?P<to>{_DASH})"
    month_first = (
        rf"{before}(?P<month>{name})\.?{_SPACE}{_DAY}(?:{to}(?P<until>{_NUMBER}){_TH}(?![\w:]))?(?:,?{_SPACE}{_YEAR})?"
    )
    day_first = (
        rf"(?<!\d[-–])(?<!\d{_SPACE}[-–]{_SPACE}){before.replace('weekday', 'weekday_')}"
        rf"(?:(?P<since>{_NUMBER}){_TH}\.?{_DASH})?{_DAY.replace('day', 'day_')}\.?{of}(?P<month_>{name})\.?"
        rf"(?:,?{of}{_YEAR.replace('year', 'year_')})?"
    )
    month_only = rf"(?P<month__>{name})\.?{of}{_YEAR.replace('year', 'year__')}"
    lead = (
        rf"(?:(?P<lead>(?:[Oo]n|[Ii]n|[Ff]rom|[Tt]o|[Bb]etween)){_SPACE})?"
        if language(tag) == "en"
        else "(?P<lead>(?!))?"
    )
    return re.compile(rf"{_STARTED}{lead}(?:{month_first}|{day_first}|{month_only}){_ENDED}{_ALSO}")


@functools.cache
def _near(tag: str) -> re.Pattern[str]:
    """A month next to a number, whatever else stands there."""
    if not months(tag) or language(tag) in _NUMBERED:
        return re.compile("(?!)")
    name = _names(months(tag), tag)
    return re.compile(rf"\b(?:{name})\b\.?{_SPACE}\d+|\b\d+(?:st|nd|rd|th|\.)?{_SPACE}(?:of{_SPACE})?(?:{name})\b")


def _of_month() -> str:
    return rf"(?:{_SPACE}(?:of|de[l]?){_SPACE}|{_SPACE}|\.{_SPACE})"


def _names(names: Iterable[str], tag: str) -> str:
    return "|".join(map(re.escape, sorted(_spelled(names, tag), key=len, reverse=True)))


def _spelled(names: Iterable[str], tag: str) -> set[str]:
    """Names as the language writes them, and with a capital letter as sentences begin."""
    titles = {name.title() for name in names}
    return titles if language(tag) in _CAPITAL else titles | set(names)
