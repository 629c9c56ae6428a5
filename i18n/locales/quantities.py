"""Which words does a language write next to numbers: months, halves of the day, units? And its decimal mark?"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from i18n.locales.cldr import nearest, with_unit
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
_COUNTS = (1, 2, 5, 1.5)
"""Of each, at least one has every form that a language counts with."""
_WIDTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
_WITH_LATIN_UNITS = frozenset({"Latn", "Hans", "Hant", "Jpan", "Kore", "Thai", "Grek"})
_SHORTEST = 3
"""Letters of a name; of the shorter ones, many are words of their own: `in`, `d`."""
_SHORT = frozenset({"km", "cm", "mm", "kg", "mg", "ml", "°C", "°F", "%"})


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
def halves_of_day(tag: str) -> Mapping[str, str]:
    """`am` or `pm` by the words that say so in a script other than Latin."""
    locale = nearest(tag)
    periods = locale.day_periods["format"] if locale is not None else {}
    named = ((half, names.get(key)) for names in periods.values() for key, half in _HALVES.items())
    return {name: half for half, name in named if name and not name[0].isascii()}


@functools.cache
def units(tag: str) -> Mapping[str, frozenset[str]]:
    """The units, as CLDR names them, that each word after a number may mean: `miles` is `length-mile`."""
    locale = nearest(tag)
    found: dict[str, set[str]] = defaultdict(set)
    if locale is not None:
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
