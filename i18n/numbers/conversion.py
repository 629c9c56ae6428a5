"""Does a translation give a measure of its source in another unit, as feet in metres?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from i18n.locales.quantities import units
from i18n.numbers.digits import western
from i18n.numbers.measures import Quantity, quantities
from i18n.numbers.numerals import numbers_in

_FACTORS = {
    "length-kilometer": 1000, "length-meter": 1, "length-centimeter": 0.01, "length-millimeter": 0.001,
    "length-mile": 1609.344, "length-yard": 0.9144, "length-foot": 0.3048, "length-inch": 0.0254,
    "mass-kilogram": 1, "mass-gram": 0.001, "mass-milligram": 1e-6, "mass-ton": 1000, "mass-pound": 0.45359237,
    "mass-ounce": 0.0283495, "temperature-celsius": 1, "temperature-fahrenheit": 5 / 9,
    "volume-liter": 1, "volume-milliliter": 0.001, "volume-gallon": 3.785412,
    "area-hectare": 1e4, "area-acre": 4046.856, "area-square-kilometer": 1e6, "area-square-meter": 1,
    "area-square-mile": 2589988.0, "speed-kilometer-per-hour": 1, "speed-mile-per-hour": 1.609344,
}  # fmt: skip
"""By CLDR's names (unitConversion), each in one unit of its kind."""
_NEAR = 0.1
"""What rounding may change, of the amount."""
_DEGREE = 1.0
_FREEZING = 32
_WORD = re.compile(r"[^\W\d_]+|°[CF]")


def without_converted(
    missing: list[str], added: list[str], source: str, target: str, source_locale: str, target_locale: str
) -> tuple[list[str], list[str]]:
    """Numbers of both texts, as written, that no conversion explains.

    A number of one text may be in words in the other: then a unit of the same kind there is enough.
    """
    ours, theirs = list(_measured(source, source_locale)), list(_measured(target, target_locale))
    for number in list(missing):
        for one in _of(number, ours):
            same = (text for two in theirs if _is_same(one, two) for text in added if _is_of(text, two))
            if number in missing and (written := next(same, "")):
                missing.remove(number)
                added.remove(written)
    if not added:
        missing = [
            text for text in missing if not any(_names_another(target, one, target_locale) for one in _of(text, ours))
        ]
    elif not missing:
        added = [
            text for text in added if not any(_names_another(source, one, source_locale) for one in _of(text, theirs))
        ]
    return missing, added


def _of(number: str, measured: list[Quantity]) -> list[Quantity]:
    return [one for one in measured if _is_of(number, one)]


def _is_of(number: str, one: Quantity) -> bool:
    return "".join(filter(str.isdecimal, western(number))) == one.digits


def _measured(text: str, locale: str) -> Iterator[Quantity]:
    """Numbers with a unit; in `36 and 46 °F` both have it."""
    found = list(quantities(text, locale))
    for one, following in zip_longest(found, found[1:]):
        if one.units:
            yield one
        elif following is not None and following.units and not one.unit.isupper():
            yield one._replace(units=following.units)


def _is_same(one: Quantity, other: Quantity) -> bool:
    amounts = [
        (kind, _amounts(one, kind), _amounts(other, to)) for kind in one.units for to in _alike(kind, other.units)
    ]
    return any(_is_near(kind, first, second) for kind, here, there in amounts for first in here for second in there)


def _is_near(kind: str, first: float, second: float) -> bool:
    least = _DEGREE if kind.startswith("temperature") else 0.0
    return abs(first - second) <= max(_NEAR * abs(first), least)


def _alike(kind: str, others: Iterable[str]) -> Iterator[str]:
    return (other for other in others if other != kind and _kind(other) == _kind(kind))


def _kind(unit: str) -> str:
    return unit.partition("-")[0] if unit in _FACTORS else ""


def _amounts(one: Quantity, unit: str) -> list[float]:
    shift = _FREEZING if unit.endswith("fahrenheit") else 0
    values = {value for number in numbers_in(one.text) for value in number.values}
    return [(float(value) - shift) * _FACTORS[unit] for value in values if unit in _FACTORS]


def _names_another(text: str, one: Quantity, locale: str) -> bool:
    """Whether a text names another unit of the same kind, whose number it has in words."""
    known = units(locale)
    named = {unit for word in _WORD.findall(text) for unit in known.get(word.casefold(), ())}
    return any(_kind(unit) and any(_alike(unit, named)) for unit in one.units) and one.units.isdisjoint(named)
