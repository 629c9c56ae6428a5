"""How does a language write a day, a month of a year, or the days from one to another?"""

from __future__ import annotations

import datetime
import re

from i18n.facts.dates.date import BETWEEN, Date, Days
from i18n.facts.dates.forms import DECLINED, FORMS, Forms, melted, month_in
from i18n.locales import language
from i18n.locales.cldr import day_text, declines_months, month_text
from i18n.locales.quantities import own_digits

_IN, _ON = "in", "on"
_OTHER_CALENDAR = frozenset({"fa", "th", "am", "ti", "ne"})
"""Languages whose readers expect another calendar in prose: a person writes their dates."""
_FIRSTS = {"fr": "1er", "it": "1º", "pt": "1º", "pt-PT": ""}
"""The first of a month, where it has a sign of its own."""
_YEAR_SIGN = {"ru": ("\u202fг.", " года"), "uk": ("\u202fр.", " року")}
"""What CLDR puts after a year, and what prose has."""
_DASHES = {"ko": "~", "ja": "～", "zh": "至"}
_CLOSE = frozenset({"ja", "zh"})
_YEARS = range(2000, 2028)
"""Every day of the year has every weekday in one of them."""
_FEBRUARY, _OF_THIRTY = 2, frozenset({4, 6, 9, 11})


def written(date: Date, tag: str) -> str:
    """A date in the words of a canonical tag, with the preposition that it needs there; empty if a person must.

    A preposition of two dates (`between`) is not written here.
    """
    date = date.without_lead() if date.lead == BETWEEN else date
    tongue = language(tag)
    forms = FORMS.get(tongue)
    if (date.lead and forms is None) or not _exists(date):
        return ""
    if date.weekday >= 0 and (date.lead not in ("", _ON) or (_is_governed(date) and tongue in DECLINED)):
        return ""
    bare = _bare(date, tag)
    if bare and forms is not None:
        bare = melted(_formed(date, bare, forms, tongue), tongue)
    return _ended(bare, tag, capital=date.capital)


def days_written(days: Days, tag: str) -> str:
    """Days from one to another in the words of a canonical tag; empty if a person must write them."""
    tongue = language(tag)
    first, last = days.first, days.last
    forms = FORMS.get(tongue)
    if (days.lead and forms is None) or not (_exists(first) and _exists(last)) or first.weekday + last.weekday > -2:
        return ""
    is_short = first[1:3] == last[1:3] or (not first.year and first.month == last.month)
    text = _short(days, tag, forms) if is_short else _long(days, tag, forms)
    return _ended(melted(text, tongue), tag, capital=days.capital)


def lead_written(date: Date, tag: str) -> str:
    """What stands before a date in the place of its preposition, which markup parts from it; may be empty."""
    forms = FORMS.get(language(tag))
    around = "" if not forms or not date.lead else forms.between if date.lead == BETWEEN else _around(date, forms)
    before = around.partition("{}")[0].strip()
    return before[:1].upper() + before[1:] if date.capital else before


def _formed(date: Date, bare: str, forms: Forms, tongue: str) -> str:
    """A date with what stands around it in a sentence."""
    if date.lead == _IN and (name := month_in(date.month, tongue)):
        return forms.within.format(name + bare[bare.index(" ") :])
    if date.lead:
        return _around(date, forms).format(bare)
    if date.day and date.inside:
        return (forms.weekday if date.weekday >= 0 and forms.weekday == "{}" else forms.inside).format(bare)
    return bare


def _around(date: Date, forms: Forms) -> str:
    if date.lead == _ON and date.weekday >= 0 and forms.weekday:
        return forms.weekday
    return {_ON: forms.on, _IN: forms.within, "from": forms.since, "to": forms.until}[date.lead]


def _bare(date: Date, tag: str) -> str:
    """The words of a date alone; empty where the sentence decides which form they have."""
    tongue = language(tag)
    if tongue in _OTHER_CALENDAR:
        return ""
    if not date.day:
        is_open = _is_governed(date) and (tongue in DECLINED or (tongue not in FORMS and declines_months(tag)))
        return "" if is_open else _prose(month_text(date.year, date.month, tag), tongue)
    text = day_text(date.year, date.month, date.day, tag)
    if date.weekday >= 0:
        text = _with_weekday(date, text, tag)
    return _first(_prose(text, tongue), date, tag)


def _is_governed(date: Date) -> bool:
    """Whether words of the sentence before a date may decide which form it has."""
    return date.inside and not date.lead and not date.capital


def _with_weekday(date: Date, text: str, tag: str) -> str:
    """A day with its weekday; empty if the year has another one on it, which a person must look at."""
    years = (date.year,) if date.year else _YEARS
    for year in years:
        if _weekday(year, date.month, date.day) == date.weekday:
            whole = day_text(year, date.month, date.day, tag, weekday=True)
            dated = day_text(year, date.month, date.day, tag)
            return whole if date.year else whole.replace(dated, text) if dated in whole else ""
    return ""


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:  # the 29th of February
        return -1


def _prose(text: str, tongue: str) -> str:
    short, long = _YEAR_SIGN.get(tongue, ("", ""))
    return text.replace(short, long) if short else text


def _first(text: str, date: Date, tag: str) -> str:
    sign = _FIRSTS.get(tag, _FIRSTS.get(language(tag), ""))
    return re.sub(r"(?<!\d)1(?!\d)", sign, text, count=1) if date.day == 1 and sign else text


def _short(days: Days, tag: str, forms: Forms | None) -> str:
    """Days of one month, which is named once: `del 3 al 7 de mayo`."""
    first, last = days.first, days.last
    whole = _bare(last, tag)
    found = re.search(rf"(?<!\d){last.day}(?!\d)(?:\.|일|日)?(?![월月])", whole)
    if found is None:
        return ""
    sign = found[0].removeprefix(str(last.day))
    one = (_FIRSTS.get(tag, _FIRSTS.get(language(tag), "")) if first.day == 1 else "") or str(first.day)
    said = _joined(days.lead, one + sign, found[0], forms, language(tag), ("", whole[found.end() :]))
    return whole[: found.start()] + said


def _long(days: Days, tag: str, forms: Forms | None) -> str:
    """Days of two months; a year that they share is named once, where the language has it."""
    first, last = days.first, days.last
    if not first.year and last.year and _bare(last, tag).startswith(str(last.year)):
        first, last = first._replace(year=last.year), last._replace(year=0)
    one, two = _bare(first, tag), _bare(last, tag)
    return _joined(days.lead, one, two, forms, language(tag), (" ", "")) if one and two else ""


def _joined(lead: str, one: str, two: str, forms: Forms | None, tongue: str, around: tuple[str, str]) -> str:
    """Two days with what stands around them; `around`: what parts a dash from them, and what follows the second."""
    space, after = around
    if forms is None or not lead or (tongue == "zh" and lead != BETWEEN):
        dash = _DASHES.get(tongue)
        return one + (dash or f"{space}–{space}") + two + after
    if lead == BETWEEN:
        before, middle, behind = forms.between.split("{}")
        return before + forms.inside.format(one) + middle + forms.inside.format(two) + after + behind
    before, _, behind = forms.until.partition("{}")
    return forms.since.format(one) + ("" if tongue in _CLOSE else " ") + before + two + after + behind


def _ended(text: str, tag: str, *, capital: bool) -> str:
    return own_digits(text[:1].upper() + text[1:] if capital else text, tag)


def _exists(date: Date) -> bool:
    longest = 29 if date.month == _FEBRUARY else 30 if date.month in _OF_THIRTY else 31
    return date.day <= longest and (not date.lead or (date.lead == _IN) != bool(date.day))
