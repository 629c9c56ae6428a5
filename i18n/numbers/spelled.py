"""May a text give a number in words?"""

from __future__ import annotations

import re
from typing import NamedTuple

from i18n.locales import language
from i18n.numbers.digits import western


class Words(NamedTuple):
    """What a language's words for numbers are known by, as patterns; none begins or ends with a word's edge."""

    small: str
    """Those for 1 to 12, one after the other with spaces between; empty where they are not told apart."""
    teens: str
    """Those for 13 to 19."""
    tens: str
    """Those for 20 to 90."""
    hundred: str
    thousand: str
    million: str
    half: str
    quarter: str
    dozen: str


_WORDS = {
    "en": Words(
        "one two three four five six seven eight nine ten eleven twelve",
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twent thirt fort fift sixt sevent eight ninet",
        "hundred", "thousand", "million", "half|halves", "quarter", "dozen",
    ),
    "de": Words(
        "", "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig drei(?:ß|ss)ig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "hundert", "tausend", "million", "halb|hälfte", "viertel", "dutzend",
    ),
    "es": Words(
        "", "trece catorce quince diecis[eé]is diecisiete dieciocho diecinueve",
        "veint treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        r"\bcien(?:to|tos|tas)?\b|cient[oa]s\b|quinient", r"\bmil\b", "mill[oó]n",
        r"\bmedi[ao]\b|mitad", "cuart[oa]", "docena",
    ),
    "pt": Words(
        "", "treze (?:catorze|quatorze) quinze dezess?[eé]is dez[ea]ssete dezoito dez[ea]nove",
        "vint trinta quarenta cinquenta sessenta setenta oitenta noventa",
        r"\bcem\b|\bcento\b|cent[oa]s\b|zent[oa]s\b|quinhent", r"\bmil\b", "milh[ãõ]",
        r"\bmei[ao]\b|metade", "quarto", "dúzia",
    ),
    "fr": Words(
        "", "treize quatorze quinze seize dix-sept dix-huit dix-neuf",
        "vingt trent quarant cinquant soixant "
        "(?:soixante|septant) (?:quatre-vingt|huitant|octant) (?:quatre-vingt|nonant)",
        r"\bcents?\b", r"\bmill?e\b", "million", "demi|moitié", r"\bquarts?\b", "douzaine",
    ),
    "it": Words(
        "", "tredici quattordici quindici sedici diciassette diciotto diciannove",
        "vent trent quarant cinquant sessant settant ottant novant",
        "cent[oi]", "mill?[ae]", "milion", "mezz|metà", "quarto|quarti", "dozzin",
    ),
    "nl": Words(
        "", "dertien veertien vijftien zestien zeventien achttien negentien",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "honderd", "duizend", "miljoen", "half|halve|helft", "kwart", "dozijn",
    ),
    "ru": Words(
        "", "тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат",
        "двадцат тридцат сорок пят[иь]?десят шест[иь]?десят сем[иь]?десят вос[еь]м[иь]?десят девяност",
        r"сот|\bсто\b|\bста\b|двест|трист", "тысяч", "миллион", r"\bпол|полтор", "четверт", "дюжин",
    ),
    "ko": Words(
        "", r"[열십]\s?[세셋삼] [열십]\s?[네넷사] [열십]\s?(?:다섯|오) [열십]\s?(?:여섯|육) [열십]\s?(?:일곱|칠) "
        r"[열십]\s?(?:여덟|팔) [열십]\s?(?:아홉|구)",
        "(?:스무|스물|이십) (?:서른|삼십) (?:마흔|사십) (?:쉰|오십) "
        "(?:예순|육십) (?:일흔|칠십) (?:여든|팔십) (?:아흔|구십)",
        "백", "천|만", "백만", "반", "분의 일|15분", "다스|열두",
    ),
    "ar": Words(
        "", r"ثلاث[ةـ]?\s?عشر أربع[ةـ]?\s?عشر خمس[ةـ]?\s?عشر ست[ةـ]?\s?عشر سبع[ةـ]?\s?عشر "
        r"ثماني?[ةـ]?\s?عشر تسع[ةـ]?\s?عشر",
        "عشر[وي]ن ثلاث[وي]ن أربع[وي]ن خمس[وي]ن ست[وي]ن سبع[وي]ن ثمان[وي]ن تسع[وي]ن",
        "مئ|مائ", "ألف|ألاف", "مليون|ملايين", "نصف", "ربع", "دزين|عشر",
    ),
}  # fmt: skip
"""Written by the rules that CLDR has for spelling numbers out (RBNF, `spellout-numbering`)."""
_HAMZA = str.maketrans("إآ", "أأ")
_GROUP = 1000
_PARTS, _FRACTION = 2, 2
"""Runs of digits with one separator, and the most digits of a fraction."""
_DOZEN = 12
_TEEN, _TEN, _HUNDRED = 13, 20, 100
_LONGEST = 12
"""Digits of the longest number that anybody writes in words."""
_HALF_HOUR, _QUARTERS = "30", ("15", "45")
_THIRDS = {"ar": (("20", "40"), "ثلث")}
"""Minutes that a language calls a third of an hour."""


def says(number: str, text: str, locale: str) -> bool:
    """Whether a text may give a number in words of its language: all the words that it would need stand there.

    Words that multiply digits do not count: `30 mil`. Numbers up to twelve are known in English alone; a language
    that is not known says nothing.
    """
    words = _WORDS.get(language(locale))
    if words is None:
        return False
    text = re.sub(rf"\d\S*(?:\s(?:{words.thousand}|{words.million}))?", " ", text.casefold().translate(_HAMZA))
    whole, fraction = _parts(number)
    if fraction:
        return _found(words.half if fraction == "5" else words.quarter, text) and fraction in ("5", "25", "75")
    if len(whole) > _LONGEST:
        return False
    value = int(whole)
    if value and not value % _DOZEN and _found(words.dozen, text):
        return True
    needed = _needed(value, words)
    return bool(needed) and all(_found(pattern, text) for pattern in needed)


def says_minutes(minutes: str, text: str, locale: str) -> bool:
    """Whether a text may give the minutes of a time in words: half past, a quarter to."""
    words = _WORDS.get(language(locale))
    if words is None:
        return False
    if minutes == _HALF_HOUR and _found(words.half, text.casefold()):
        return True
    thirds, third = _THIRDS.get(language(locale), ((), ""))
    if (minutes in _QUARTERS and _found(words.quarter, text.casefold())) or (minutes in thirds and third in text):
        return True
    return says(minutes, text, locale)


def says_half(text: str, locale: str) -> bool:
    """Whether a text may say that there is a half more: a year and a half."""
    words = _WORDS.get(language(locale))
    return words is not None and _found(f"{words.half}|anderthalb", text.casefold())


def says_decade(year: str, text: str, locale: str) -> bool:
    """Whether a text may name the decade that a year begins: “in the seventies”."""
    words = _WORDS.get(language(locale))
    tens = words.tens.split() if words is not None else []
    place = int(year) // 10 % 10 - 2
    return 0 <= place < len(tens) and not int(year) % 10 and _found(tens[place], text.casefold())


def _parts(number: str) -> tuple[str, str]:
    """The digits of a number, and those of its fraction where it has a short one."""
    runs = re.findall(r"\d+", western(number))
    if len(runs) == _PARTS and len(runs[1]) <= _FRACTION:
        return runs[0], runs[1].rstrip("0")
    return "".join(runs) or "0", ""


def _needed(value: int, words: Words) -> list[str]:
    needed = []
    groups = [value % _GROUP, value // _GROUP % _GROUP, value // _GROUP**2]
    needed += [scale for scale, group in zip(("", words.thousand, words.million), groups, strict=True) if group]
    needed = [scale for scale in needed if scale]
    for group in groups:
        rest = group % _HUNDRED
        if group >= _HUNDRED:
            needed.append(words.hundred)
        if rest >= _TEN:
            needed.append(words.tens.split()[rest // 10 - 2])
        elif rest >= _TEEN:
            needed.append(words.teens.split()[rest - _TEEN])
        elif rest and words.small:
            needed.append(rf"\b{words.small.split()[rest - 1]}")
    return needed


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None
