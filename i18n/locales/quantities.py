"""Which words does a language write next to numbers: months, halves of the day, units? And its decimal mark?"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from i18n.locales.cldr import digits, english, nearest, with_unit
from i18n.locales.subtags import script

if TYPE_CHECKING:
    from i18n.locales.cldr import Locale

_HALVES = {"am": "am", "morning1": "am", "morning2": "am", "pm": "pm", "afternoon1": "pm", "afternoon2": "pm"}
_UNITS = (
    "length-kilometer length-meter length-centimeter length-millimeter length-mile length-yard length-foot length-inch "
    "mass-kilogram mass-gram mass-milligram mass-ton mass-pound mass-ounce duration-year duration-month duration-week "
    "duration-day duration-hour duration-minute duration-second duration-millisecond temperature-celsius "
    "temperature-fahrenheit volume-liter volume-milliliter volume-gallon area-hectare area-acre area-square-kilometer "
    "area-square-meter area-square-mile speed-kilometer-per-hour speed-mile-per-hour digital-byte digital-kilobyte "
    "digital-megabyte digital-gigabyte digital-terabyte concentr-percent"
).split()
_ALSO_SPELLED = {"en": "en-GB", "en-GB": "en", "en-US": "en-GB"}
"""Whose spelling writers of a language follow as well: litres, liters."""
_COUNTS = (1, 2, 5, 1.5)
"""Of each, at least one has every form that a language counts with."""
_WIDTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
_WITH_LATIN_UNITS = frozenset({"Latn", "Hans", "Hant", "Jpan", "Kore", "Thai", "Grek"})
_SHORTEST = 3
"""Letters of a name; of the shorter ones, many are words of their own: `in`, `d`."""
_SHORT = frozenset("km cm mm m kg mg g ml l L oz lb ft yd mi °C °F %".split())


@functools.cache
def months(tag: str) -> Mapping[str, int]:
    """The number of each month by its names, folded and without dots; names that are numbers are left out."""
    locale = nearest(tag)
    found = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names = locale.months[use][width] if locale is not None else {}
            for number, name in names.items():
                if not any(map(str.isdigit, name)):
                    found[name.rstrip(".").casefold()] = int(number)
    return found


@functools.cache
def weekdays(tag: str) -> Mapping[str, int]:
    """The number of each weekday by its names, from Monday as 0, folded and without dots."""
    locale = nearest(tag)
    found = {}
    for width in ("wide", "abbreviated"):
        for number, name in (locale.days["format"][width] if locale is not None else {}).items():
            found[name.rstrip(".").casefold()] = int(number)
    return found


@functools.cache
def halves_of_day(tag: str) -> Mapping[str, str]:
    """`am` or `pm` by the words that say so in a script other than Latin."""
    locale = nearest(tag)
    periods = locale.day_periods["format"] if locale is not None else {}
    named = ((half, names.get(key)) for names in periods.values() for key, half in _HALVES.items())
    return {name: half for half, name in named if name and not name[0].isascii()}


@functools.cache
def parts_of_day(tag: str) -> re.Pattern[str]:
    """A pattern for what says which part of the day a time is of: `abends`, `de la noche`, `p. m.`."""
    locale = nearest(tag)
    uses = locale.day_periods.values() if locale is not None else ()
    names = {
        name.casefold().split()[-1].rstrip(".") for use in uses for names in use.values() for name in names.values()
    }
    whole = rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names)))})(?!\w)"
    return re.compile(rf"\b[ap]\.?[ \u00a0\u202f]?m\b|{whole}", re.IGNORECASE)


@functools.cache
def units(tag: str) -> Mapping[str, frozenset[str]]:
    """The units, as CLDR names them, that each word after a number may mean: `miles` is `length-mile`."""
    found: dict[str, set[str]] = defaultdict(set)
    for locale in filter(None, map(nearest, dict.fromkeys((tag, _ALSO_SPELLED.get(tag, tag))))):
        for unit in _UNITS:
            for name in _names(unit, locale):
                found[name].add(unit)
    return {name: frozenset(meant) for name, meant in found.items()}


def _names(unit: str, locale: Locale) -> Iterator[str]:
    """What follows a number that counts it, in every form that the language has for one."""
    for count in _COUNTS:
        for width in _WIDTHS:
            written = with_unit(count, unit, width, locale)
            name = written.lstrip("0123456789.,\u066b").strip()
            if name == unit:
                continue  # CLDR has no word for it
            if len(name) >= _SHORTEST or not name.isascii() or name in _SHORT:
                yield name.rstrip(".").casefold()


def writes_units_alike(tag: str, other: str) -> bool:
    """Whether two languages write `km` and `°C` alike: in one script, or in Latin letters amid East Asian ones."""
    one, two = script(tag), script(other)
    return one == two or {one, two} <= _WITH_LATIN_UNITS


@functools.cache
def decimal_mark(tag: str) -> str:
    """What stands before the fraction of a number in Western digits."""
    locale = nearest(tag)
    symbols = locale.number_symbols if locale is not None else {}
    return str(symbols.get("latn", symbols).get("decimal", "."))


class Separators(NamedTuple):
    """What a locale writes within numbers and around them, in Western digits."""

    decimal: str
    """Before the fraction."""
    group: str
    """Between thousands."""
    least: int
    """How many digits the first group has before thousands are marked: Spanish writes 1240 and 12.400."""
    size: int
    """Digits of a group beyond the first thousand: two in Hindi, three elsewhere."""
    percent: str
    """A share, with `0` for the number: `0 %`."""
    currency: str
    """A price, with `0` for the number and `¤` for the sign."""


_LEAST_TWO = frozenset("be bg es et hu hy it ka lv pl pt-PT sl sq".split())
"""Where CLDR 48 has two as the minimum of grouping digits, with the countries that write their numbers alike."""
_AROUND_ZERO = re.compile(r"[#0.,]+")


@functools.cache
def separators(tag: str, *, own: bool = False) -> Separators:
    """How a canonical tag writes numbers; as English does where CLDR does not know it.

    `own`: between its default digits, which may be other ones than between Western digits.
    """
    locale = nearest(tag) or english()
    system = locale.default_numbering_system if own else "latn"
    symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
    percent, currency = (
        _AROUND_ZERO.sub("0", formats.pattern.partition(";")[0]).replace("\u200f", "").replace("\u200e", "")
        for formats in (locale.percent_formats[None], locale.currency_formats["standard"])
    )
    decimal, group = symbols["decimal"], symbols["group"]
    is_two = tag in _LEAST_TWO or (tag.partition("-")[0] in _LEAST_TWO and decimal == ",")
    size = locale.decimal_formats[None].grouping[1]
    percent = percent.replace("%", symbols["percentSign"].strip("\u061c\u200e\u200f"))
    return Separators(decimal, group, 2 if is_two else 1, size, percent, currency)


def own_digits(text: str, tag: str) -> str:
    """A text with Western digits in those that a locale writes by default."""
    return text.translate(str.maketrans("0123456789", digits(tag)))
