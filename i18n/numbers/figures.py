"""Which numbers of a text may another language write otherwise, though no word stands next to them?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.numbers.digits import CLOSE_SPACES, DIGIT, western
from i18n.span import Characters, Span

_CURRENCY = "[$¢£¤¥֏؋৳฿៛₠-⃀﷼]"
_NUMBER = rf"(?:\d+(?:[.,'’·٫٬{CLOSE_SPACES}]\d+)*|[.,]\d+)"
_DAY, _MONTH, _YEAR = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:1[0-2]|0?[1-9])", r"(?:1[5-9]|20)\d\d"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_HOST = rf"{_BYTE}(?:\.{_BYTE}){{3}}(?![\d.])"
_SURE = rf"""
    {_CURRENCY} [ {CLOSE_SPACES}]? [-−]? {_NUMBER} | {_NUMBER} [ {CLOSE_SPACES}]? (?:{_CURRENCY}|[%‰٪؉])
    # thousands, as English, India and Switzerland mark them, then with points
  | \d{{1,3}} (?:(?P<mark>[,'’٬{CLOSE_SPACES}])\d{{3}}) (?:(?P=mark)\d{{3}})* (?:[.,·٫]\d+)?
  | \d{{1,2}} (?:,\d\d)+ ,\d{{3}} (?:\.\d+)?
  | \d{{1,3}} (?: (?:\.\d{{3}})+ ,\d+ | (?:\.\d{{3}}){{2,}} (?!-\d) )
    # dates; with the year first as ISO 8601 has it, they are the same everywhere
  | (?<![-–]) (?: (?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY}) / (?:{_YEAR}|\d\d) (?![:/]) | {_YEAR}/{_MONTH}/{_DAY} (?![:/]) )
  | (?<![-–]) (?:{_DAY}\.{_MONTH}|{_MONTH}\.{_DAY}) \.{_YEAR}
  | (?<![-–]) (?:{_DAY}-{_MONTH}|{_MONTH}-{_DAY}) -{_YEAR} (?!-)
"""
_BARE = r"\d+ [.,·٫] \d+"
_FIGURE = re.compile(
    rf"(?<![^\W_])(?<![.,:/'’])(?<!\d[{CLOSE_SPACES}]) (?!{_HOST})"
    rf"(?: {_SURE} | (?P<bare>{_BARE}) ) (?![^\W_]|[.,'’]\d)",
    re.VERBOSE,
)
_LETTER = re.compile(r"[^\W\d_]")
_NAME = re.compile(
    r"[`\ufffc]|\]\(|[#§№=^@]\s*\d|\d\+(?!\d)"  # next to code, terms and links; sections; what programs ask for
    rf"|(?<![\d.])(?:{_HOST}|(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d+(?:\.\d+){{2,}})"
    r"|(?<!\d)\d{4}-\d\d(?!\d)"
)
"""What makes names of the bare numbers next to it: releases, addresses of networks, days as programs write them."""


_HEAD = re.compile(
    r"(?<![^\W_])(?:vers(?:i(?:on|ón|one|e|ó)|ão)|release|wersj|verze|верси|версі|(?:sdk|api)\b)"
    r"|버전|バージョン|版本|إصدار|نسخة",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?<![\w.,])[vV]?\d+(?:\.\d+)*(?:\.(?:\d+\.\d+|[xX*])|-?(?:alpha|beta|rc|dev|lts)\b)", re.IGNORECASE
)


def figures(text: str) -> Iterator[Span[Characters]]:
    """Numbers whose writing is a matter of language: `1,250`, `3.5`, `€5`, `50 %`, `5/3/2027`; in order.

    Of English and any other writing, and such as no language is sure of. None within `2.3.1`, `10:30`, `2027-03-05`.
    """
    if DIGIT.search(text) is not None:
        for found in _FIGURE.finditer(western(text)):
            yield Span(*found.span())


def stands_alone(text: str, *, is_name: bool = False) -> bool:
    """Tell whether a text without words says a number to readers that other languages may write otherwise.

    A bare fraction (`3.5`) is none next to a release (`2.3.1`), nor where the text is the name of something
    (`is_name`): a heading, a link, a cell among releases.
    """
    if DIGIT.search(text) is None or _LETTER.search(text) is not None:
        return False
    found = [match["bare"] is not None for match in _FIGURE.finditer(western(text))]
    return bool(found) and (not all(found) or not (is_name or _NAME.search(western(text))))


def speaks_of_releases(head: str) -> bool:
    """Tell whether the head of a column says that releases stand in it."""
    return _HEAD.search(head) is not None


def is_release(text: str) -> bool:
    """Tell whether a text names a release: `2.3.1`, `4.x`, `2.0-beta`."""
    known = list(figures(text)) if _RELEASE.search(text) else []  # `5.3.2027`, `1.250.000`
    return any(
        not any(figure.start <= found.start() and found.end() <= figure.end for figure in known)
        for found in _RELEASE.finditer(text)
    )
