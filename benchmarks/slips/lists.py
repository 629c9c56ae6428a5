"""Which slips are planted in which right translations, and which right ones tempt a check to be wrong?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from i18n.memory.glossary import Glossary, parse

FOLDER = Path(__file__).parent.parent / "data" / "slips"
LOCALES = ("de", "es", "ko", "ar", "pt-BR")
OPEN, FURTHER, HELD_OUT, SECOND = "open", "further", "held-out", "second-held-out"
PARTS = {OPEN: LOCALES, FURTHER: (*LOCALES, "fr", "zh", "ru", "fa"), HELD_OUT: LOCALES, SECOND: LOCALES}
"""The languages of each part."""
TUNED_BY = (OPEN, FURTHER)
"""Parts that rules may be tuned by, and never by those that are held out."""
KINDS = (
    *("number-format", "number", "unit", "currency", "time", "date", "reference"),
    *("sentence-missing", "sentence-added", "cut-off", "doubled-word", "left-over", "wrong-language", "todo"),
    *("name", "term", "literal"),
    *("end-punctuation", "punctuation", "spacing", "quotation-marks", "brackets", "characters"),
    *("links-swapped", "emphasis", "unpaired-mark", "escape"),
)
"""What goes wrong: with facts, whole sentences, words, marks of writing, and markup."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A right translation, and the same with one thing wrong."""

    id: str
    kind: str
    """One of KINDS."""
    source: str
    right: str
    slipped: str


@dataclass(frozen=True, slots=True)
class Message:
    """A right translation that tempts a check to be wrong."""

    id: str
    tempts: str
    """What a check may stumble over."""
    source: str
    right: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The slips and right messages of a language in one part."""

    part: str
    """One of PARTS."""
    locale: str
    """BCP 47."""
    slips: tuple[Slip, ...]
    messages: tuple[Message, ...]

    @property
    def texts(self) -> tuple[Slip | Message, ...]:
        """All that have a right translation."""
        return (*self.slips, *self.messages)


def lists() -> tuple[Listed, ...]:
    """Read the lists of all languages, part by part."""
    return tuple(listed(part, locale) for part, locales in PARTS.items() for locale in locales)


def listed(part: str, locale: str) -> Listed:
    """Read the list of one language in one part."""
    folder = FOLDER if part == OPEN else FOLDER / part
    read = tomllib.loads((folder / f"{locale}.toml").read_text(encoding="utf-8"))
    slips = tuple(Slip(**each) for each in read.get("slip", ()))
    return Listed(part, locale, slips, tuple(Message(**each) for each in read["message"]))


def glossary(locale: str) -> Glossary:
    """Read the terms that the translations of a language keep to."""
    path = FOLDER / "glossary.csv"
    return parse(path.read_bytes(), path.name, "en", [locale])[locale]
