"""Which numbers with separators, shares and prices does a text give, and how does another language write them?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.locales.quantities import Separators, own_digits, separators, units
from i18n.numbers.digits import DIGIT, western
from i18n.numbers.figures import stands_alone
from i18n.numbers.quantities import CURRENCY, GAP, UNIT
from i18n.span import Characters, Span

_SCALES = frozenset("million millions billion trillion thousand percent per times".split())
_SCALE = re.compile(r"[ \u00a0\u202f-](?:thousand|million|billion|trillion)s?\b")
_WORD = re.compile(r"[ \u00a0\u202f-]([^\W\d_]+)")
_NAMING = re.compile(r"(?:\b(?:v|version|release|section|chapter|figure|table|no|page|python|node)\.?|[§#])\s?\Z", re.I)
"""What names a number rather than counts: `version 4.5`."""


_DECIMAL, _GROUP = 0x66B, 0x66C
"""Separators between Arabic digits."""


class Amount(NamedTuple):
    """A number as a text gives it, with its sign or unit."""

    span: Span[Characters]
    """Where it stands, with sign and unit."""
    whole: str
    """Digits before the decimal mark, Western and without separators."""
    fraction: str
    """Digits after it; may be empty."""
    grouped: bool
    """Thousands are marked."""
    sign: str = ""
    """Of a currency, or for per cent or per mille."""
    unit: str = ""
    """Abbreviated, as written, with the space before it."""
    minus: str = ""
    """As written."""
    scaled: bool = False
    """A word such as `million` follows: the sign stays where it is."""

    def same(self, other: Amount) -> bool:
        """Tell whether another text gives the same number of the same unit."""
        return (self.value, self.sign, _bare(self.unit)) == (other.value, other.sign, _bare(other.unit))

    @property
    def value(self) -> str:
        """The number, with a point before its fraction."""
        whole, fraction = self.whole.lstrip("0") or "0", self.fraction.rstrip("0")
        return f"{whole}.{fraction}" if fraction else whole


def amounts(text: str, tag: str, *, whole: bool = False) -> Iterator[Amount]:
    """Amounts that languages write otherwise, in a text of a canonical tag: `1,240`, `4.5 kg`, `50%`, `$2,300`.

    A number without separators, sign and unit is none, nor one that names something: `version 4.5`, `2.3.1`. `whole`:
    the text is all that its message says; `3.5` is one where it says nothing else.
    """
    if DIGIT.search(text) is None:
        return
    known = separators(tag)
    text = western(text).translate({_DECIMAL: known.decimal, _GROUP: known.group})
    for found in _pattern(tag).finditer(text):
        amount = _amount(found, known)
        if found["before"] and _SCALE.match(text, amount.span.end):
            amount = amount._replace(scaled=True)
        if (
            amount.sign
            or amount.unit
            or _counts(text, amount, tag)
            or (whole and amount.fraction and stands_alone(text))
        ):
            yield amount


def written(amount: Amount, tag: str) -> str:
    """An amount in the writing of a canonical tag, with its default digits."""
    known = separators(tag, own=True)
    whole = _grouped(amount.whole, known) if amount.grouped else amount.whole
    number = amount.minus + whole + (known.decimal + amount.fraction if amount.fraction else "")
    number = own_digits(number, tag)
    if amount.sign == "%":
        return known.percent.replace("0", number)
    if amount.sign == "‰":
        return known.percent.replace("0", number).replace("%", "‰").replace("٪", "‰")
    if amount.sign and amount.scaled:
        return amount.sign + number
    if amount.sign:
        return known.currency.replace("0", number).replace("¤", amount.sign)
    return number + amount.unit


def _amount(found: re.Match[str], known: Separators) -> Amount:
    whole, _, fraction = found["number"].partition(known.decimal)
    digits = "".join(filter(str.isdigit, whole))
    sign = found["before"] or found["after"] or (found["percent"] or "").replace("٪", "%")
    return Amount(
        Span(*found.span()), digits, fraction, digits != whole, sign, found["unit"] or "", found["minus"] or ""
    )


def _bare(unit: str) -> str:
    return re.sub(rf"\A{GAP}", "", unit)


def _counts(text: str, amount: Amount, tag: str) -> bool:
    """Whether a bare number surely counts: its thousands are marked, or a unit in words follows its fraction."""
    if _NAMING.search(text[max(0, amount.span.start - 12) : amount.span.start]):
        return False
    if amount.grouped:
        return True
    word = _WORD.match(text, amount.span.end)
    return bool(amount.fraction and word and (word[1].casefold() in _SCALES or word[1].casefold() in units(tag)))


def _grouped(digits: str, known: Separators) -> str:
    if len(digits) < 3 + known.least:
        return digits
    parts, size = [digits[-3:]], known.size
    rest = digits[:-3]
    while rest:
        parts.insert(0, rest[-size:])
        rest = rest[:-size]
    return known.group.join(parts)


@functools.cache
def _pattern(tag: str) -> re.Pattern[str]:
    known = separators(tag)
    decimal, group = re.escape(known.decimal), "[\u00a0\u202f ]" if known.group.isspace() else re.escape(known.group)
    number = rf"(?:\d{{1,3}}(?:{group}\d{{2,3}}){{0,8}}{group}\d{{3}}|\d+)(?:{decimal}\d+)?"
    sign = rf"(?P<before>{CURRENCY}){GAP}?"
    behind = rf"{GAP}?(?:(?P<after>{CURRENCY})|(?P<percent>[%‰٪]))|(?P<unit>{UNIT})(?![²³'’])"
    return re.compile(
        rf"(?<![^\W_])(?<![.,:/'’\-])(?:{sign})?(?P<minus>[-−])?(?P<number>{number})(?!\d|[.,:/'’-]\d)(?:{behind})?(?![^\W_])"
    )
