"""Does a translation give a measure of its source in another unit, as feet in metres?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from i18n.locales import language
from i18n.locales.quantities import units
from i18n.numbers.digits import western
from i18n.numbers.given import Given
from i18n.numbers.measured import Quantity, quantities
from i18n.numbers.numerals import numbers_in
from i18n.numbers.spelled import says, says_half
from i18n.words.scripts import WITHOUT_SENTENCE_SPACES

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
_SECONDS = {
    "duration-minute": 60, "duration-hour": 3600, "duration-day": 86400, "duration-week": 604800,
    "duration-month": 2629746, "duration-year": 31556952,
}  # fmt: skip
_CENTURY = re.compile("jahrhundert|siglo|século|siècle|secol|eeuw|век|قرن|قرون|세기|世纪|世紀|शताब्दी", re.IGNORECASE)
_LEAP = 0.02
"""What months of other lengths change, of a span of time."""
_MOST_SPANS, _SMALL = 200, 12
_KITCHEN = {"cup": 0.2366, "cups": 0.2366, "tablespoon": 0.0148, "tablespoons": 0.0148, "teaspoon": 0.0049}
"""What English recipes measure with, in litres; others weigh."""
_DENSITY = (0.4, 1.5)
"""Kilograms in a litre, from flour to honey."""
_AREA = re.compile(r"²|\bsquare\b|\bsq\b|cuadrad|quadrad|quadrat|carr[ée]|مربع|제곱|평방|平方|кв")
_FEET_AND_INCHES = re.compile(r"(\d+)\s?(?:['’′]|ft\.?|feet|foot)\s?(\d+)\s?(?:[\"”″]|in\b|inch)")
_MINUS = re.compile(r"(?<![^\s(])[-−–](?=\d)")
_HAN_NUMBER = re.compile(r"[一二三四五六七八九十百千万两半]+([^\W一二三四五六七八九十百千万两半]{1,4})")
_NEAR = 0.1
"""What rounding may change, of the amount."""
_DEGREE = 1.0
_FREEZING = 32
_WORD = re.compile(r"[^\W\d_]+|°[CFمف]")


def without_converted(
    missing: list[str], added: list[str], source: Given, target: Given
) -> tuple[list[str], list[str]]:
    """Numbers of both texts, as written, that no conversion explains.

    A number of one text may be in words in the other: then a unit of the same kind there is enough.
    """
    ours, theirs = list(_measured(source.text, source.locale)), list(_measured(target.text, target.locale))
    for feet in _FEET_AND_INCHES.finditer(source.text):
        _take_height(feet, missing, added, theirs)
    for number in list(missing):
        if any(_is_span(one, added, target.text, target.locale) for one in _of(number, ours)):
            missing.remove(number)
    for number in list(missing):
        for one in _of(number, ours):
            same = (text for two in theirs if _is_same(one, two) for text in added if _is_of(text, two))
            if number in missing and (written := next(same, "")):
                missing.remove(number)
                added.remove(written)
    if not added:
        missing = [text for text in missing if not any(_names_another(target, one) for one in _of(text, ours))]
    elif not missing:
        added = [text for text in added if not any(_names_another(source, one) for one in _of(text, theirs))]
    return missing, added


def _of(number: str, measured: list[Quantity]) -> list[Quantity]:
    return [one for one in measured if _is_of(number, one)]


def _is_of(number: str, one: Quantity) -> bool:
    return "".join(filter(str.isdecimal, western(number))) == one.digits


def _measured(text: str, locale: str) -> Iterator[Quantity]:
    """Numbers with a unit; in `36 and 46 °F` both have it, and those below zero have a minus in their text."""
    below = {text[match.end() :].lstrip("0") for match in _MINUS.finditer(text)}
    found = [
        one._replace(text=f"-{one.text}") if any(rest.startswith(one.text) for rest in below) else one
        for one in quantities(_MINUS.sub("–", text), locale)
    ]
    yield from _areas(text, locale)
    for one, following in zip_longest(found, found[1:]):
        if one.units or one.unit in _KITCHEN:
            yield one
        elif following is not None and following.units and not one.unit.isupper():
            yield one._replace(units=following.units)


def _areas(text: str, locale: str) -> Iterator[Quantity]:
    """Areas whose unit is more than a word: square miles, km²."""
    if _AREA.search(text) is None:
        return
    known = {name: meant for name, meant in units(locale).items() if any(map(_is_area, meant))}
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    for found in re.finditer(rf"(\d[\d.,]*)[ \u00a0\u202f]?({names})(?!\w)", western(text), re.IGNORECASE):
        plain = "".join(filter(str.isdecimal, found[1]))
        yield Quantity(found[1], "", known[found[2].casefold()], found[2], scripted=False, digits=plain)


def _is_area(unit: str) -> bool:
    return unit.startswith("area-square")


def _is_same(one: Quantity, other: Quantity) -> bool:
    if one.unit in _KITCHEN:
        return _is_weighed(one, other)
    amounts = [
        (kind, _amounts(one, kind), _amounts(other, to)) for kind in one.units for to in _alike(kind, other.units)
    ]
    return any(_is_near(kind, first, second) for kind, here, there in amounts for first in here for second in there)


def _take_height(feet: re.Match[str], missing: list[str], added: list[str], theirs: list[Quantity]) -> None:
    """Take feet with inches out of what is missing where the translation has as many metres."""
    metres = int(feet[1]) * _FACTORS["length-foot"] + int(feet[2]) * _FACTORS["length-inch"]
    for text in list(added):
        lengths = (
            a for one in _of(text, theirs) for unit in one.units if _kind(unit) == "length" for a in _amounts(one, unit)
        )
        if any(_is_near("length", metres, length) for length in lengths):
            added.remove(text)
            missing[:] = [one for one in missing if one not in feet.groups() and not feet[0].startswith(one)]
            return


def _is_span(one: Quantity, added: list[str], target: str, locale: str) -> bool:
    """Whether a text gives a span of time in another unit, in words or in a number that it takes out of `added`."""
    for unit in one.units & _SECONDS.keys():
        amount = max(map(float, _values(one)), default=0.0) * _SECONDS[unit]
        if unit == "duration-year" and one.digits.endswith("00") and _CENTURY.search(target):
            return True
        known = units(locale)
        words = (form for word in map(str.casefold, _words(target, locale)) for form in (word, word.removesuffix("n")))
        named = {each for form in words for each in known.get(form, ())} - {unit}
        for other in named & _SECONDS.keys():
            count = amount / _SECONDS[other]
            whole = round(2 * count) / 2
            if not 0 < whole <= _MOST_SPANS or abs(count - whole) > _LEAP * whole:
                continue
            written = next((text for text in added if _is_number(text, whole)), "")
            if written:
                added.remove(written)
            if written or _is_worded(whole, target, locale):
                return True
    return False


def _is_number(text: str, value: float) -> bool:
    return any(float(each) == value for number in numbers_in(text) for each in number.values)


def _is_worded(value: float, text: str, locale: str) -> bool:
    """Whether a text may give a number of halves in words; small words are not told apart."""
    if value % 1:
        return says_half(text, locale)
    return value <= _SMALL or says(str(int(value)), text, locale)


def _is_weighed(one: Quantity, other: Quantity) -> bool:
    """Whether a weight, or a volume, may be that of as many cups or spoons."""
    litres = [float(value) * _KITCHEN[one.unit] for value in _values(one)]
    least, most = _DENSITY
    kilos = [
        amount for unit in other.units if unit.startswith(("mass-", "volume-")) for amount in _amounts(other, unit)
    ]
    return any(least * volume <= amount <= most * volume for volume in litres for amount in kilos)


def _is_near(kind: str, first: float, second: float) -> bool:
    least = _DEGREE if kind.startswith("temperature") else 0.0
    return abs(first - second) <= max(_NEAR * abs(first), least)


def _alike(kind: str, others: Iterable[str]) -> Iterator[str]:
    return (other for other in others if other != kind and _kind(other) == _kind(kind))


def _kind(unit: str) -> str:
    return unit.partition("-")[0] if unit in _FACTORS else ""


def _amounts(one: Quantity, unit: str) -> list[float]:
    shift = _FREEZING if unit.endswith("fahrenheit") else 0
    sign = -1 if one.text.startswith("-") else 1
    return [(sign * float(value) - shift) * _FACTORS[unit] for value in _values(one) if unit in _FACTORS]


def _values(one: Quantity) -> set[str]:
    return {value for number in numbers_in(one.text) for value in number.values}


def _names_another(there: Given, one: Quantity) -> bool:
    """Whether a text names another unit of the same kind, whose number it has in words."""
    known = units(there.locale)
    named = {unit for word in _words(there.text, there.locale) for unit in known.get(word.casefold(), ())}
    return any(_kind(unit) and any(_alike(unit, named)) for unit in one.units) and one.units.isdisjoint(named)


def _words(text: str, locale: str) -> Iterator[str]:
    """Words that may be units; where no spaces part them, all that may follow a number."""
    yield from _WORD.findall(text)
    if language(locale) in WITHOUT_SENTENCE_SPACES:
        for after in _HAN_NUMBER.findall(text):
            yield from (after[:end] for end in range(1, len(after) + 1))
