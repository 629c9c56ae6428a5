"""What stands around a date in a sentence of each language?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Forms(NamedTuple):
    """Prepositions, articles and particles; `{}` is the date."""

    on: str
    """Around a day after `on`."""
    within: str
    """Around a month after `in`."""
    inside: str
    """Around a day within a sentence."""
    since: str
    """Around the first day, after `from`."""
    until: str
    """Around the last day, after `to`."""
    between: str
    """Around two days."""
    weekday: str = ""
    """Around a day with its weekday after `on`, where that differs."""


FORMS: Mapping[str, Forms] = {
    "ar": Forms("في {}", "في {}", "{}", "من {}", "إلى {}", "بين {} و{}", "يوم {}"),
    "ca": Forms("el {}", "el {}", "el {}", "del {}", "al {}", "entre {} i {}"),
    "de": Forms("am {}", "im {}", "{}", "vom {}", "bis {}", "zwischen dem {} und dem {}"),
    "es": Forms("el {}", "en {}", "el {}", "del {}", "al {}", "entre {} y {}"),
    "fr": Forms("le {}", "en {}", "le {}", "du {}", "au {}", "entre {} et {}"),
    "hi": Forms("{} को", "{} में", "{}", "{} से", "{} तक", "{} और {} के बीच"),
    "it": Forms("il {}", "nel {}", "il {}", "dal {}", "al {}", "tra {} e {}", "{}"),
    "ja": Forms("{}に", "{}に", "{}", "{}から", "{}まで", "{}から{}の間に"),
    "ko": Forms("{}에", "{}에", "{}", "{}부터", "{}까지", "{}에서 {} 사이에"),
    "nl": Forms("op {}", "in {}", "{}", "van {}", "tot {}", "tussen {} en {}"),
    "pt": Forms("em {}", "em {}", "{}", "de {}", "a {}", "entre {} e {}", "em {}"),
    "ru": Forms("{}", "в {}", "{}", "с {}", "по {}", "между {} и {}", "в {}"),
    "sw": Forms(
        *("tarehe {}", "mnamo {}", "{}", "kuanzia tarehe {}", "hadi tarehe {}"),
        *("kati ya tarehe {} na tarehe {}", "siku ya {}"),
    ),
    "uk": Forms("{}", "у {}", "{}", "з {}", "до {}", "між {} і {}", "у {}"),
    "zh": Forms("{}", "{}", "{}", "从{}", "到{}", "{}至{}之间"),
}
_MONTHS_IN = {
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(),
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні".split(),
}
"""Months after `in`, where they have another form there."""
_MELTED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ca": ((r"\bdel (?=1?1\b)", "de l’"), (r"\bal (?=1?1\b)", "a l’"), (r"\bel (?=1?1\b|[ao])", "l’")),
    "it": ((r"\b(ne|da|a)l (?=(?:8|11)\b|[aeiou])", r"\1ll’"), (r"\bil (?=(?:8|11)\b)", "l’")),
    "pt": ((r"\bem (?=\w+-feira\b)", "na "), (r"\bem (?=sábado\b|domingo\b)", "no ")),
    "ru": ((r"\bс (?=2\b)", "со "), (r"\bв (?=вторник)", "во "), (r"\bв (сред|пятниц|суббот)а", r"в \1у")),
    "uk": ((r"\bу (серед|субот)а", r"у \1у"), (r"\bу (п.ятниц|неділ)я", r"у \1ю")),
}
"""What becomes of a preposition before a number or a word."""
DECLINED = frozenset(_MONTHS_IN)
"""Languages of the table in which names of months and weekdays have other forms within a sentence."""


def melted(text: str, tongue: str) -> str:
    """A date with what becomes of its preposition before a vowel or a weekday."""
    for pattern, said in _MELTED.get(tongue, ()):
        text = re.sub(pattern, said, text)
    return text


def month_in(month: int, tongue: str) -> str:
    """The name of a month (1-12) after `in`, where the language has a form of its own there; else empty."""
    return _MONTHS_IN[tongue][month - 1] if tongue in _MONTHS_IN else ""
