"""Does a text give the numbers that another one gives, in another language?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from i18n.locales import language
from i18n.numbers import months
from i18n.numbers.digits import DIGIT
from i18n.numbers.given import Given, numbers
from i18n.numbers.numerals import Number, han, roman
from i18n.numbers.spelled import says, says_decade, says_minutes

_Said: TypeAlias = tuple[str, str]
"""A text and its locale."""

_SPELLED_OUT = 12
"""Up to here languages write numbers as words or as digits by their own rules (months are among them)."""
_ROMAN_MOST = 89
_MOST = 100
"""Numbers without a partner for which a text is searched for words; nobody writes more of them in words."""
_YEAR = 4
_OF_HOUR = {"50": "30", "25": "15", "75": "45"}
"""Shares, as the minutes that are called alike: halves and quarters."""
_TWELVE_HOURS = re.compile(r"\b[ap]\.?\s?m\b", re.IGNORECASE)
_SHOP_HOURS = re.compile(r"(?<![\d.,:/–-])(1[0-2]|[1-9])[–-]([1-9])(?![\d.,:/–-]\d|\w)")
"""Hours from before noon until after it: 9–5."""
_TWO_YEARS = re.compile(r"(?<!\d)([12]\d)\d\d[/–-](\d\d)(?!\d)")
_HUNDREDS = re.compile(r"(?<!\d)(1\d00)['’]?s\b")
_SMALL_WORDS = frozenset("5 05 10 25 35 50 55".split())
"""Minutes that are told with small words, which are not told apart: ten past, five before half past."""
_FORTNIGHT = ("14", "15")
_FULL_YEAR = re.compile(r"[12]\d{3}")
_LATER = re.compile(r"\b(?:afternoon|evening|night|tonight)\b")
_DECADE = re.compile(r"['’]\d0s")
_ENGLISH_WORDS = re.compile(
    r"\b(?:thir|four|fif|six|seven|eigh|nine)teen|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ie)"
    r"|\b(?:dozen|hundred|thousand|million|billion|score|half|quarter|century|centuries|decade|noon|midnight"
    r"|hex|octal|decimal|binary)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers that cannot be paired, as written."""

    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def compare(source: Given, target: Given) -> Difference:
    """Compare numbers as multisets of values, whatever digits and separators the languages use.

    Right, and no difference: 1,234.5 as 1.234,5 or ١٬٢٣٤٫٥, 7th as 7., dates in another order or with the month's
    number, 1.5 million as 150만, 3:30 pm as 15.30 Uhr, 19th century as siglo XIX, small numbers as words.
    """
    if source.text == target.text or not (source.has_numbers or target.has_numbers):
        return Difference()
    dates = months.compare(source.dated, source.text, target.text, source.locale, target.locale)
    there = target.numbers if dates.target == target.text else numbers(dates.target, target.locale)
    missing, added = _unpaired(source.numbers, there)
    if missing or added:
        left = _explained(*_by_runs(missing, added), source, target)
        return Difference((*left[0], *dates.missing), (*left[1], *dates.added))
    return Difference(dates.missing, dates.added)


def _explained(missing: list[str], added: list[str], ours: Given, theirs: Given) -> tuple[list[str], list[str]]:
    """What is left when the ways are known in which a translation writes the same number otherwise."""
    if not (missing or added) or len(missing) + len(added) > _MOST:
        return missing, added
    source, target = (ours.text, ours.locale), (theirs.text, theirs.locale)
    _pair_clock(missing, added, source[0])
    _pair_decades(missing, added, source[0], target[0])
    _pair_years(missing, added, source[0])
    if added and "fortnight" in source[0]:
        added = [one for one in added if one not in _FORTNIGHT]
    if added and language(source[1]) == "en" and _LATER.search(source[0]):
        added = [
            one for one in added if not (one.isdecimal() and 12 < int(one) < 24 and says(str(int(one) - 12), *source))
        ]
    left = _in_words(missing, added, source, target)
    if not any(left):
        return left
    from i18n.numbers.conversion import without_converted  # only where numbers differ

    return _in_words(*without_converted(*left, ours, theirs), source, target)


def _in_words(missing: list[str], added: list[str], source: _Said, target: _Said) -> tuple[list[str], list[str]]:
    """What is left without the numbers that one text gives in words."""
    if missing and added:
        missing, added = _unspelled(missing, source[0], *target), [one for one in added if not says(one, *source)]
    if missing and not added:
        missing = [one for one in missing if not _is_said(one, source[0], *target)]
    elif added and not missing:
        spelled = language(source[1]) != "en" or _ENGLISH_WORDS.search(source[0]) is not None
        added = [] if spelled else [one for one in added if not _is_spelled_out(one, source[0])]
    return missing, added


def _unspelled(missing: list[str], source: str, target: str, locale: str) -> list[str]:
    """Those that the translation does not give in words, of whose language the words are known."""
    return [one for one in missing if not says(one, target, locale) and not _is_minutes(one, source, target, locale)]


def _is_said(number: str, source: str, target: str, locale: str) -> bool:
    if says(number, target, locale) or _is_minutes(number, source, target, locale) or _is_idiom(number, source):
        return True
    return not _is_verse(number, source) and _is_spelled_out(number, target)


def _is_minutes(number: str, source: str, target: str, locale: str) -> bool:
    """Whether the translation gives minutes or a decade of the source in words: half past ten, the seventies."""
    if number.isdecimal() and len(number) == _YEAR and f"{number}s" in source.replace("’", "").replace("'", ""):
        return says_decade(number, target, locale)
    number = re.escape(number)
    timed = rf"\d:{number}(?!\d)|(?<![\d.,]){number}[ -]?(?:min|%|percent)"
    if re.search(timed, source) is None:
        return False
    if (
        number in _SMALL_WORDS
        and DIGIT.search(target) is None
        and re.search(rf"\b(?:at|by|until|from) \d\d?:{number}(?!\d)", source)
    ):
        return True
    left = str(60 - int(number)) if number.isdecimal() and 30 < int(number) < 60 else number
    return any(says_minutes(each, target, locale) for each in (_OF_HOUR.get(number, number), left))


def _is_idiom(number: str, source: str) -> bool:
    """Whether a number belongs to `24/7` or `24 hours`, which languages say in words."""
    return (number in ("24", "7") and "24/7" in source) or (number == "24" and "24 hour" in source.replace("-", " "))


def _unpaired(source: tuple[Number, ...], target: tuple[Number, ...]) -> tuple[list[Number], list[Number]]:
    """Pair what is written alike, then what may mean the same; what cannot be paired remains on both sides."""
    texts, texts_there = [one.text for one in source], [one.text for one in target]
    if texts == texts_there:
        return [], []
    left, there = _without(source, texts_there), _without(target, texts)
    if not left or not there:
        return left, there
    meant: defaultdict[str, list[int]] = defaultdict(list)
    for at in reversed(range(len(there))):
        for value in there[at].values:
            meant[value].append(at)
    taken: set[int] = set()
    missing = [one for one in left if not _take(one, meant, taken)]
    return missing, [other for at, other in enumerate(there) if at not in taken]


def _without(numbers_: Iterable[Number], texts: Iterable[str]) -> list[Number]:
    """The numbers that are left when the first of each text are gone."""
    open_: dict[str, int] = {}
    for text in texts:
        open_[text] = open_.get(text, 0) + 1
    left = []
    for one in numbers_:
        if open_.get(one.text):
            open_[one.text] -= 1
        else:
            left.append(one)
    return left


def _take(one: Number, meant: Mapping[str, list[int]], taken: set[int]) -> bool:
    """Take the first number that may mean the same; `meant` has their places by value, the last one first."""
    first = []
    for value in one.values:
        places = meant.get(value, [])
        while places and places[-1] in taken:
            places.pop()
        first += places[-1:]
    if first:
        taken.add(min(first))
    return bool(first)


def _by_runs(missing: list[Number], added: list[Number]) -> tuple[list[str], list[str]]:
    """Compare what remains run by run: dates, times and verses are cut in different places."""
    left, right = (Counter(run for one in numbers_ for run in one.runs) for numbers_ in (missing, added))
    return _unexplained(missing, left & right), _unexplained(added, left & right)


def _unexplained(numbers_: list[Number], common: Counter[str]) -> list[str]:
    """What of the numbers the runs that both sides have do not explain; thousands are never taken apart."""
    named: list[str] = []
    open_ = common.copy()
    for one in numbers_:
        own = Counter(one.runs)
        shared = Counter({run: min(count, open_[run]) for run, count in own.items() if open_[run]})
        if (one.grouped and shared != own) or not own or not shared:
            named.append(one.runs[0] if len(one.runs) == 1 else one.text)
            continue
        open_.subtract(shared)
        named += (own - shared).elements()
    return named


def _pair_clock(missing: list[str], added: list[str], source: str) -> None:
    """3 pm may be 15, and 12 am may be 0."""
    if _TWELVE_HOURS.search(source) is None and not _runs_past_noon(source):
        return
    for hour in [one for one in missing if one.isdecimal() and len(one) < 3]:
        later = int(hour) + 12
        other = next((one for one in (str(later), str(later % 24)) if one in added and _may_be(hour, source)), None)
        if other is not None:
            missing.remove(hour)
            added.remove(other)
    # A full hour may gain its minutes: 3 pm, 15:00.
    added[:] = [one for one in added if one != "0"]


def _runs_past_noon(source: str) -> bool:
    return any(int(until) < int(since) for since, until in _SHOP_HOURS.findall(source))


def _may_be(hour: str, source: str) -> bool:
    """Whether an hour of the source may be one after noon, or twelve at night."""
    halves = {half.lower() for half in re.findall(rf"(?<!\d){hour}(?::\d\d)?\s?([ap])\.?\s?m\b", source, re.IGNORECASE)}
    return halves != {"a"} or hour == "12"


def _pair_decades(missing: list[str], added: list[str], source: str, target: str) -> None:
    """’90s may be 1990, and 1990s may be 90."""
    for year in [one for one in missing if len(one) == _YEAR and one[2:] in added]:
        if f"{year}s" in source.replace("’", "").replace("'", ""):
            missing.remove(year)
            added.remove(year[2:])
    _pair_centuries(missing, added, source, target)
    if _DECADE.search(source) is None:
        return
    for decade in [one for one in missing if len(one) == 2]:
        other = next((one for one in added if len(one) == 4 and one.endswith(decade)), None)
        if other is not None:
            missing.remove(decade)
            added.remove(other)


def _pair_centuries(missing: list[str], added: list[str], source: str, target: str) -> None:
    """1800s may be the 19th century."""
    for year in [one for one in missing if one in _HUNDREDS.findall(source)]:
        century = int(year[:2]) + 1
        if str(century) in added:
            added.remove(str(century))
            missing.remove(year)
        elif re.search(rf"\b{roman(century)}\b", target):
            missing.remove(year)


def _pair_years(missing: list[str], added: list[str], source: str) -> None:
    """1956/57 may be 1956–1957, and 1914 to 1918 may be 1914 to 18."""
    for year in [one for one in missing if _FULL_YEAR.fullmatch(one) and one[2:] in added]:
        if re.search(rf"(?<!\d){year[:2]}\d\d(?!\d).*{year}", source):
            missing.remove(year)
            added.remove(year[2:])
    for century, year in _TWO_YEARS.findall(source):
        if year in missing and century + year in added:
            missing.remove(year)
            added.remove(century + year)


def _is_verse(number: str, text: str) -> bool:
    """Whether the number stands after a colon, as in `3:16`: no language writes that in letters."""
    return number != "0" and re.search(rf"\d:0*{re.escape(number)}(?!\d)", text) is not None


def _is_spelled_out(number: str, text: str) -> bool:
    """Whether the other language may write the number in letters: small, Roman, or in Chinese characters."""
    if "," in number:
        return number.replace(",", "") in han(text)
    if not number.isdecimal():
        return False
    if len(number) < 3 and int(number) <= _SPELLED_OUT:
        return True
    if len(number) < 3 and int(number) <= _ROMAN_MOST and re.search(rf"\b{roman(int(number))}(?![A-Z])", text):
        return True
    return number in han(text)
