"""Does a translation give the quantities of its source, with their units and signs, as its own language writes them?"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from i18n.locales.quantities import decimal_mark, halves_of_day, parts_of_day, units
from i18n.numbers.given import Given
from i18n.numbers.measured import Quantity

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+\Z")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_SEPARATED = re.compile(r"\d[.,\u066b\u066c](?=\d)")
_FRACTION = re.compile(r"\d+\.\d{1,2}\Z")
_PERCENT = re.compile(r"[%٪％]")
_OF_HUNDRED = frozenset({"concentr-percent"})
_MONEY = {
    "€": re.compile(r"euro|유로|يورو|евро|ευρώ|ユーロ|欧元|歐元"),
    "$": re.compile(r"d[oó]l+ar|달러|دولار|доллар|долар|δολάρι|ドル|美元"),
}
"""What the words for a currency begin with."""
_DOLLARS = frozenset("$ AU$ CA$ NZ$ HK$".split())
_MIXED_DIGITS = re.compile(r"[٠-٩۰-۹][0-9]|[0-9][٠-٩۰-۹]")
_AFTERNOON = re.compile(r"(?<![\d:.])(\d{1,2})(?::[0-5]\d)?[ \u00a0\u202f]?p\.?[ \u00a0\u202f]?m\b", re.IGNORECASE)
_NOON = 12
_TWELVE_HOURS = re.compile(r"\d[ \u00a0\u202f]?([ap])\.?[ \u00a0\u202f]?m\b", re.IGNORECASE)


def differences(ours: Given, theirs: Given) -> Iterator[str]:
    """Say what differs, a sentence each."""
    source, source_locale, target, target_locale = ours.text, ours.locale, theirs.text, theirs.locale
    if not ours.has_numbers or not theirs.has_numbers:
        return
    wanted = ours.quantities
    counts = any(one.units or _currencies(one) for one in wanted)
    there = theirs.quantities if counts or _SEPARATED.search(target) else ()
    yield from _other(wanted, there, "unit", lambda one: one.units, lambda one: one.unit)
    yield from _other(wanted, there, "currency", _currencies, lambda one: one.sign or one.unit)
    yield from _separators(wanted, there, source_locale, target_locale)
    yield from _percent(source, target, target_locale)
    if said := {half.lower() + "m" for half in _TWELVE_HOURS.findall(source)}:
        yield from _half_of_day(said, target, target_locale)
        yield from _hour_of_morning(source, target, target_locale) if "pm" in said else ()
    if not target.isascii() and (mixed := _MIXED_DIGITS.search(target)) and not _MIXED_DIGITS.search(source):
        yield f"Digits of two scripts in one number: “{mixed[0]}”."
    elif any(one.scripted for one in there) and (latin := _plain(wanted, there)):
        yield f"Digits of two scripts: “{latin}” is written in others than the rest."


def _currencies(one: Quantity) -> frozenset[str]:
    if one.sign:
        return frozenset({one.sign.removeprefix("US")})
    return _money(one.unit) if one.unit else frozenset()


@functools.lru_cache(maxsize=1024)
def _money(word: str) -> frozenset[str]:
    """The signs of the currency that a word names."""
    sign = next((sign for sign, words in _MONEY.items() if words.match(word.casefold())), "")
    return _DOLLARS if sign == "$" else frozenset({sign} - {""})


def _other(
    wanted: Sequence[Quantity],
    there: Sequence[Quantity],
    what: str,
    kind: Callable[[Quantity], frozenset[str]],
    named: Callable[[Quantity], str],
) -> Iterator[str]:
    """Numbers that stand with another unit or sign, and nowhere with the source's."""
    if not any(map(kind, wanted)):
        return
    first = {other.digits: other for other in reversed(there)}
    without = {other.digits for other in there if not kind(other)}
    with_kinds = {(other.digits, each) for other in there for each in kind(other)}
    for one in {(one.digits, named(one)): one for one in wanted if kind(one)}.values():
        there_too = one.digits in first and one.digits not in without
        if there_too and with_kinds.isdisjoint((one.digits, each) for each in kind(one)):
            other = first[one.digits]
            yield f"Another {what}: “{one.text}” stands with “{named(one)}”, and here with “{named(other)}”."


def _separators(wanted: Sequence[Quantity], there: Sequence[Quantity], source: str, target: str) -> Iterator[str]:
    """Separators of the source, which mean another number in the language of the translation."""
    if decimal_mark(source) != ".":
        return
    spellings = {one.text: one for one in wanted if one.text != one.digits}
    is_wrong = _reads_otherwise if decimal_mark(target) == "," else _is_no_number
    for text in dict.fromkeys(one.text for one in there if one.text != one.digits):
        if is_wrong(text, spellings):
            yield f"“{text}” has the separators of another language, in which it is another number."


def _reads_otherwise(text: str, spellings: Mapping[str, Quantity]) -> bool:
    """Whether a number is spelled as in the source: with thousands, or with a fraction and something it counts."""
    same = spellings.get(text)
    if same is None:
        return False
    return bool(_GROUPED.match(text) or ((same.units or same.sign) and _FRACTION.match(text)))


def _is_no_number(text: str, spellings: Mapping[str, Quantity]) -> bool:
    """Whether the comma of thousands and the point of fractions stand for each other."""
    if text in spellings or _GROUPED.match(text):
        return False
    if _POINTED.match(text) and text.replace(".", ",") in spellings:
        return True
    pointed = text.replace(",", ".", 1)
    return pointed in spellings and _FRACTION.match(pointed) is not None


def _percent(source: str, target: str, locale: str) -> Iterator[str]:
    if _PERCENT.search(source) is None:
        return
    words = _percent_words(locale)
    count = len(_PERCENT.findall(target)) + (len(words.findall(target)) if words else 0)
    if words is not None and count < len(re.findall(r"\d[ \u00a0]?%", source)):
        yield "A per cent sign of the source is missing."


@functools.cache
def _percent_words(locale: str) -> re.Pattern[str] | None:
    names = [name for name, meant in units(locale).items() if meant & _OF_HUNDRED and len(name) > 1]
    stems = [name if " " in name else name[: max(4, len(name) - 2)] for name in names]
    return re.compile("|".join(map(re.escape, sorted(stems, key=len, reverse=True))), re.IGNORECASE) if names else None


def _half_of_day(said: set[str], target: str, locale: str) -> Iterator[str]:
    if len(said) != 1:
        return
    found = {half for name, half in halves_of_day(locale).items() if re.search(rf"(?<!\w){re.escape(name)}", target)}
    if found and found.isdisjoint(said):
        yield "The other half of the day: a.m. and p.m. differ."


def _hour_of_morning(source: str, target: str, locale: str) -> Iterator[str]:
    """An hour after noon that the translation gives as one of the morning: nothing says which half of the day it is."""
    for hour in dict.fromkeys(map(int, _AFTERNOON.findall(source))):
        later = re.search(rf"(?<!\d){hour + _NOON}(?!\d)", target)
        if hour != _NOON and later is None and _clock(hour).search(target) and not parts_of_day(locale).search(target):
            yield f"“{hour} p.m.” is given as an hour of the morning. Write {hour + _NOON}, or say which half it is."
            return


@functools.cache
def _clock(hour: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,:/])0?{hour}(?:[:.h][0-5]\d(?![\d.,:]*\d)|[ \u00a0]?(?:Uhr|h|시|uur|時|点|ч)\b)")


def _plain(wanted: Sequence[Quantity], there: Sequence[Quantity]) -> str:
    """A number in Western digits next to others that the source has with a unit, or with one."""
    measured = {one.text for one in wanted if one.units}
    return next((one.text for one in there if not one.scripted and one.text in measured), "")
