"""Which numbers of a text count something, and what does it say next to them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.locales import language
from i18n.locales.quantities import units
from i18n.numbers.digits import western
from i18n.numbers.quantities import CURRENCY

_NUMBER = re.compile(
    # A single digit first, by which the engine jumps over what is none.
    r"(?P<digits>\d(?<![A-Za-zÀ-ɏ\d_.,:/-]\d)\d*(?:[.,\u066b\u066c]\d+)*)(?![^\W\d]*[:/-]?\d)"
    rf"(?:[ \u00a0\u202f]?(?P<after>{CURRENCY}))?"
)
_SIGN_BEFORE = re.compile(rf"(?P<sign>{CURRENCY})[ \u00a0\u202f]?\Z")
_LONGEST_SIGN = 4
_WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+(?:/[hсч]\b)?|[%٪％]|°[CFمف])")
_UNSPACED = frozenset({"ko", "ja", "zh", "yue", "th"})
"""Languages that write more letters close to a unit."""
_LONGEST_UNIT = 8
_PLURALS = ("ات", "ًا", "ان", "ين")
"""Endings of Arabic that CLDR does not have with every unit."""
_ANNIVERSARY = ("周年", "週年")
"""A word with that of a week in it."""
_ALSO = {"kilo": "mass-kilogram", "kilos": "mass-kilogram", "килo": "mass-kilogram", "킬로": "mass-kilogram"}
"""Short for units everywhere."""


class Quantity(NamedTuple):
    """A number with what stands next to it."""

    text: str
    """The number as written, in Western digits."""
    sign: str
    """Of a currency."""
    units: frozenset[str]
    unit: str
    """The word for it, as written."""
    scripted: bool
    """Written in digits other than Western ones."""
    digits: str
    """The number without its separators."""


def quantities(text: str, locale: str) -> Iterator[Quantity]:
    """The numbers of a text with their units, in order."""
    end = 0
    for match in _NUMBER.finditer(text):
        start = match.start()
        before = _SIGN_BEFORE.search(text, max(end, start - _LONGEST_SIGN), start)
        unit, meant = _unit(text, match.end("digits"), locale)
        digits, end = match["digits"], match.end()
        sign = (before["sign"] if before else match["after"]) or ""
        plain = digits if digits.isdecimal() else "".join(filter(str.isdigit, digits))
        yield Quantity(western(digits), sign, meant, unit, not digits.isascii(), western(plain))


def _unit(text: str, at: int, locale: str) -> tuple[str, frozenset[str]]:
    found = _WORD.match(text, at)
    if found is None:
        return "", frozenset()
    word, known = found[1].casefold(), units(locale)
    if word.startswith(_ANNIVERSARY):
        return "", frozenset()
    ends = range(min(len(word), _LONGEST_UNIT), 0, -1) if language(locale) in _UNSPACED else (len(word),)
    if word.endswith(_PLURALS) and word not in known:
        word = word[:-2]
    for name in (word[:end] for end in ends):
        if name in known or name in _ALSO:
            return found[1][: len(name)], known.get(name) or frozenset({_ALSO[name]})
    return found[1], frozenset()
