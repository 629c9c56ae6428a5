"""What number do digits, in any script and with any separators, stand for?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.numbers.digits import SEPARATORS, western

_SPACES = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    # A single digit first, by which the engine jumps over what is none.
    rf"\d(?:\d{{0,2}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,\u066b]\d+)?|\d*(?:[{SEPARATORS}]\d+)*)"
)
_RUN = re.compile(r"\d+")
_GROUPS_ONLY = frozenset("'’\u066c" + _SPACES)
_LONGEST_SCALED = 18

# By what the word or sign right after a number multiplies it, in the languages people ask for most; beginnings of
# words, so that plurals and cases are met. Another language's numbers are compared as digits alone.
_SCALES = (
    (10**11, r"[천千][억億亿]"),
    (10**10, r"[백百][억億亿]"),
    (10**12, r"trillion|billones|bilh?ões|billón|兆|조"),
    (10**9, r"[십十][억億亿]"),
    (10**9, r"billion|mil millones|milliard|miliard|миллиард|мільярд|bilh|mld|مليار|میلیارد|milyar|อ?พันล้าน|tỷ"),
    (10**8, r"億|亿|억"),
    (10**7, r"[천千][만万萬]|crore|करोड़"),
    (
        10**6,
        r"[백百][만万萬]|million|millon|millón|milion|milhão|milhões|миллион|мільйон|mio\b|مليون|ملايين|میلیون|milyon|juta|ล้าน|triệu",
    ),
    (10**5, r"[십十][만万萬]|lakh|लाख"),
    (10**4, r"[万萬만]"),
    (10**3, r"thousand|tausend|mille\b|mila\b|mil\b|тысяч|тисяч|ألف|آلاف|هزار|bin\b|ribu|พัน|nghìn|हज़ार|हजार|[千천]"),
    (10**2, r"hundred|hundert|[百백]"),
)
_SCALE = re.compile(rf"[\s\u00a0\u202f-]{{0,2}}(?:{'|'.join(f'({words})' for _, words in _SCALES)})", re.IGNORECASE)
_GAP = re.compile(r"[\s\u00a0\u202f-]{0,2}")
_FIRST = re.compile(r"(?:^|\|)(?:\[([^\]]+)\]|(\w)\?(\w)|(\w))")
_SCALES_BEGIN = frozenset("".join(part for _, words in _SCALES for found in _FIRST.findall(words) for part in found))
"""The first letters of these words: whatever else follows a number multiplies nothing."""
_MYRIADS = frozenset("万萬만億亿억兆조")
_SIGNS = _MYRIADS | frozenset("千천百백")
_MAN = "만"
_GAPS = ("", " ", "\u00a0")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HAN = {letter: value for value, letter in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN_TOKEN = re.compile(r"[〇零一二三四五六七八九十百千万萬亿億两兩]+")


class Number(NamedTuple):
    """Digits as they stand in a text."""

    text: str
    """As written."""
    values: frozenset[str]
    """What they may mean, each in one spelling: `1.234` is a thousand in one language, a little over one in another."""
    runs: tuple[str, ...]
    """Every run of digits alone, without leading zeros: `7.2.2019` is 7, 2 and 2019. None where a sign multiplies."""
    grouped: bool = False
    """Reads as one number with thousands marked, so that a part of it means nothing."""


def numbers_in(text: str, *, comma_groups: bool = False) -> tuple[Number, ...]:
    """Every number of a text written in digits, decimal digits of any script included.

    `comma_groups`: the language marks thousands by a comma and never decimals, so that `10,000` means one thing.
    """
    found: list[Number] = []
    myriads_end = number_end = 0
    for match in _TOKEN.finditer(text):
        number, end = _number(match, comma_groups=comma_groups)
        if myriads_end and text[myriads_end : match.start()] in _GAPS:
            number = _sum(found.pop(), number)
        elif number_end == match.start() and text[match.start() - 1] in _SIGNS and found and not number.grouped:
            number = _sum(found.pop(), number)  # 5천5백
        found.append(number)
        myriads_end = end if text[end - 1] in _MYRIADS else 0
        number_end = end
    return tuple(found)


def _number(match: re.Match[str], *, comma_groups: bool) -> tuple[Number, int]:
    """A number, and where it ends together with the word that multiplies it."""
    digits, end = western(match[0]), match.end()
    if digits.isdecimal():
        values, grouped = {_plain(digits)}, False
        runs: tuple[str, ...] = (_plain(digits),)
    else:
        groups = _RUN.findall(digits)
        values = set(_values(digits, groups, comma_groups=comma_groups))
        grouped = len(groups) > 1 and (_is_grouped(groups) or _is_grouped(groups[:-1]))
        runs = tuple(map(_plain, groups))
    scale = _scale(match.string, end)
    if scale is not None and scale.lastindex is not None:
        end = scale.end()
        scaled = {_scaled(value, _SCALES[scale.lastindex - 1][0]) for value in values}
        if scale[0][-1] in _SIGNS and scale[0][-1] != _MAN:
            return Number(match[0] + scale[0], frozenset(scaled), (), grouped), end
        values |= scaled  # a word may stand on both sides: 1.5 million, 1,5 Millionen; and 만 may mean “only”
    return Number(match[0], frozenset(values), runs, grouped), end


def _scale(text: str, at: int) -> re.Match[str] | None:
    """The word or sign that multiplies a number which ends here."""
    gap = _GAP.match(text, at)
    after = gap.end() if gap else at
    return _SCALE.match(text, at) if text[after : after + 1].lower() in _SCALES_BEGIN else None


def _sum(myriads: Number, rest: Number) -> Number:
    """1만 2,000 is 12,000."""
    whole = max((int(one) for one in myriads.values if _is_small(one)), default=0)
    sums = frozenset(str(whole + int(two)) for two in rest.values if _is_small(two))
    return Number(f"{myriads.text} {rest.text}", sums, (), grouped=True)


def _is_small(value: str) -> bool:
    return value.isdecimal() and len(value) <= _LONGEST_SCALED


def _values(token: str, groups: list[str], *, comma_groups: bool) -> Iterator[str]:
    between = [letter for letter in token if not letter.isdigit()]
    last = between[-1]
    if len(set(between)) == 1:
        if _is_grouped(groups):
            yield _plain("".join(groups))
            if last == "," and comma_groups:
                return
        if len(between) == 1 and last not in _GROUPS_ONLY:
            yield _plain(groups[0], groups[1])
    elif between.count(last) == 1 and len(set(between)) == 2 and _is_grouped(groups[:-1]):
        yield _plain("".join(groups[:-1]), groups[-1])


def _is_grouped(groups: list[str]) -> bool:
    """By thousands, or by thousands and then hundreds as in India: 12,34,567."""
    if len(groups) < 2:
        return False
    first, *middle, last = groups
    even = all(len(group) == 3 for group in middle) or all(len(group) == 2 for group in middle)
    return len(first) <= 3 and len(last) == 3 and even


def _plain(whole: str, fraction: str = "") -> str:
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _scaled(value: str, factor: int) -> str:
    whole, _, fraction = value.partition(".")
    zeros = len(str(factor)) - 1
    if len(whole) > _LONGEST_SCALED:
        return value
    fraction = fraction.ljust(zeros, "0")
    return _plain(whole + fraction[:zeros], fraction[zeros:])


def roman(number: int) -> str:
    """A number from 1 to 89 in Roman numerals, as centuries and chapters are written."""
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def han(text: str) -> frozenset[str]:
    """The numbers that a text writes in Chinese characters, one by one or with 十, 百, 千, 万 and 亿."""
    found = set()
    for match in _HAN_TOKEN.finditer(text):
        found.add(_plain("".join(str(_HAN.get(letter, "")) for letter in match[0]) or "0"))
        total, part, digit = 0, 0, 0
        for letter in match[0]:
            if letter in _HAN_MYRIADS:
                total, part, digit = total + (part + digit or 1) * _HAN_MYRIADS[letter], 0, 0
            elif letter in _HAN_UNITS:
                part, digit = part + (digit or 1) * _HAN_UNITS[letter], 0
            else:
                digit = _HAN[letter]
        found.add(str(total + part + digit))
    return frozenset(found)
