"""What does CLDR say? The only importer of Babel, and a late one."""

from __future__ import annotations

import datetime
import functools
import re
from typing import TYPE_CHECKING, Any, Literal

from i18n.store.environment import files_of

if TYPE_CHECKING:
    from babel import Locale as Locale  # for the annotations of others


_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "rohg": "\U00010d30",
    "tibt": "\u0f20",
}
"""The zero of each numbering system that a locale has by default; the other digits follow it in Unicode."""


_LEAP_YEAR = 2000
_NOON = 12
_FIELD = re.compile(r"[aB]+|h+|H+|m+")


@functools.cache
def nearest(tag: str) -> Locale | None:
    """CLDR's data for a tag, or for the longest beginning of it that has any."""
    from babel import Locale

    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        name = "_".join(parts[:length])
        if has_data(name):
            return Locale.parse(name)
    return None


def has_data(name: str) -> bool:
    """Tell whether CLDR describes a locale, named as Babel does: `pt_BR`."""
    from babel import localedata

    return localedata.exists(name)


def with_unit(count: float, unit: str, width: Literal["long", "short"], locale: Locale) -> str:
    """A number with a unit as CLDR names it, such as `length-mile`."""
    from babel.units import format_unit

    return format_unit(count, unit, width, locale=locale, numbering_system="latn")


@functools.cache
def digits(tag: str) -> str:
    """The ten digits that a locale writes by default, from zero: Latin ones for `ar`, Arabic ones for `ar-EG`."""
    locale = nearest(tag)
    zero = _ZEROS.get(locale.default_numbering_system, "0") if locale is not None else "0"
    return "".join(chr(ord(zero) + digit) for digit in range(10))


def day_text(year: int, month: int, day: int, tag: str, *, weekday: bool = False) -> str:
    """A day in words, in Western digits; without its year where that is 0. With the weekday it needs a year."""
    from babel.dates import format_date, format_skeleton

    locale = nearest(tag) or english()
    named = datetime.date(year or _LEAP_YEAR, month, day)
    if not year:
        return format_skeleton("MMMMd", named, locale=locale)
    return format_date(named, "full" if weekday else "long", locale)


def month_text(year: int, month: int, tag: str) -> str:
    """A month of a year in words, in Western digits."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=nearest(tag) or english())


def declines_months(tag: str) -> bool:
    """Tell whether months have another form in a date than alone: their form in a sentence depends on its grammar."""
    months = (nearest(tag) or english()).months
    return bool(months["format"]["wide"] != months["stand-alone"]["wide"])


def time_text(hour: int, minute: int, tag: str) -> str:
    """A time of day in CLDR's short form, in Western digits; its half of the day in the words that prose has."""
    locale = nearest(tag) or english()
    pattern = locale.time_formats["short"].pattern
    key, names = "am" if hour < _NOON else "pm", locale.day_periods["format"]
    half = names["wide"].get(key) or names["abbreviated"].get(key, key.upper())
    parts = {
        "a": half,
        "B": half,
        "h": str(hour % _NOON or _NOON),
        "mm": f"{minute:02}",
        "H": str(hour),
        "HH": f"{hour:02}",
    }
    return _FIELD.sub(lambda field: parts.get(field[0], parts.get(field[0][0], "")), pattern)


@functools.cache
def english() -> Locale:
    """English, which names every language, script and region that CLDR knows."""
    from babel import Locale

    return Locale("en")


def shared(key: Any) -> Any:
    """A table that is about no single locale: `likely_subtags`, `language_aliases`, `parent_exceptions`."""
    from babel.core import get_global

    return get_global(key)


def identifiers() -> list[str]:
    """Names of all locales that CLDR has data for, as Babel writes them."""
    from babel import localedata

    return localedata.locale_identifiers()


@functools.cache
def named() -> tuple[frozenset[str], frozenset[str]]:
    """Languages that have data of their own, and the scripts and regions in names of locales that have some.

    Read from names of files: Babel takes longer to import than a command may take that finds nothing to do.
    """
    locales = [name.removesuffix(".dat").split("_") for name in files_of("babel", "locale-data")]
    languages = frozenset(first for first, *rest in locales if not rest)
    return languages, frozenset(part for _, *rest in locales for part in rest)
