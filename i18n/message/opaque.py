"""Which parts of a text are never translated? Variables, template tags, addresses, references, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from i18n.markdown.dialects import Dialect

_BOOKS = (
    "Genesis Gen Gn Exodus Exod Ex Leviticus Lev Lv Numbers Num Nm Deuteronomy Deut Dt Joshua Josh Jos Judges "
    "Judg Jdg Ruth Samuel Sam Sm Kings Kgs Chronicles Chron Chr Ezra Nehemiah Neh Tobit Tob Judith Jdt Esther "
    "Esth Est Maccabees Macc Mc Job Jb Psalms Psalm Pss Ps Proverbs Prov Prv Ecclesiastes Eccles Eccl Song Wisdom "
    "Wis Sirach Sir Isaiah Isa Is Jeremiah Jer Lamentations Lam Baruch Bar Ezekiel Ezek Ez Daniel Dan Dn Hosea "
    "Hos Joel Jl Amos Am Obadiah Obad Ob Jonah Jon Micah Mic Mi Nahum Nah Na Habakkuk Hab Zephaniah Zeph Zep "
    "Haggai Hag Hg Zechariah Zech Zec Malachi Mal Matthew Matt Mt Mark Mk Luke Lk John Jn Acts Romans Rom Rm "
    "Corinthians Cor Galatians Gal Ephesians Eph Philippians Phil Colossians Col Thessalonians Thess Thes Timothy "
    "Tim Tm Titus Tit Ti Philemon Philem Phlm Hebrews Heb James Jas Peter Pet Pt Jude Revelation Rev Rv"
).split()

_BOOK = (
    r"(?:(?:[1-4]|I{1,3})\s?)?(?:"
    + "|".join(sorted(_BOOKS, key=len, reverse=True))
    + r"|Song\ of\ (?:Songs|Solomon))\.?"
)
_VERSES = r"\d{1,3}[:.]\d{1,3}[a-c]?(?:\s?[-–—]\s?\d{1,3}(?:[:.]\d{1,3})?[a-c]?)?"
_REFERENCE = (
    rf"\b{_BOOK}\s{_VERSES}(?:[,;]\s?(?:{_BOOK}\s)?(?:{_VERSES}|\d{{1,3}}(?:[-–]\d{{1,3}})?(?![\d:.]*\d)))*(?!\w)"
)

_NUMBER = r"(?<![\w.,:/])[+\-−±~≈]?\d+(?:[.,\u00a0\u202f'’]\d+)*"
_LONG_UNITS = (
    "km²|m²|cm²|mm²|km³|m³|cm³|km/h|m/s|kWh|MWh|GWh|Mbit/s|kbit/s|mph|rpm|kg|mg|µg|μg|km|cm|mm|µm|μm|nm|ml|mL|cl|cL|dl|dL|hl|"
    "ha|kHz|MHz|GHz|Hz|kW|MW|GW|kV|mV|mA|kPa|hPa|Pa|kJ|MJ|kcal|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB|ms|µs|ns|px|pt|dpi|ppm|"
    "lbs|lb|oz|ft|mi|yd|°C|°F|°"
)
_SHORT_UNITS = "m|g|l|L|h|s|W|V|A|K|N|J"
_GAP = r"(?:[ \u00a0\u202f]|&nbsp;|&\#160;)"
_QUANTITY = (
    rf"(?:{_NUMBER}{_GAP}?(?:{_LONG_UNITS})(?![\w²³])"
    rf"|{_NUMBER}{_GAP}(?:{_SHORT_UNITS})(?![\w'’])"
    rf"|{_NUMBER}{_GAP}?[%‰]"
    rf"|(?<!\w)(?:US|AU|CA|NZ)?[$€£¥₹₩₽]\s?\d+(?:[.,]\d+)*(?!\w)"
    rf"|{_NUMBER}{_GAP}?[€£¥₹₩₽](?!\w))"
)

_TEMPLATES = r"\{\{[<%].*?[%>]\}\}|\{\{.*?\}\}|\{%.*?%\}|\{\#.*?\#\}"
_ATTRIBUTES = r"\{:?[ ]?[.\#][^{}\n]*\}|\{:[^{}\n]*\}"
_KINDS = {
    "attributes": _ATTRIBUTES,
    "url": r"(?:https?|ftp|mailto|tel|file)://?[^\s<>\"“”‘’)\]]*[^\s<>\"“”‘’)\].,;:!?'。，、；：！？）】」』]|\bwww\.[\w-]+\.[^\s<>)\]]*[\w/]",
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "variable": (
        r"\$\{[^{}\n]*\}|\{[^{}\n]*\}|%\(\w+\)[-+\#0]*\d*(?:\.\d+)?[a-zA-Z]|%\d+\$[a-zA-Z]"
        r"|(?<![\d%])%[-+\#0]*\d*(?:\.\d+)?[sdifgeExXcu](?!\w)|%%"
    ),
    "emoji": r"(?<![\w:]):[a-z0-9_+\-]*[a-z][a-z0-9_+\-]*:(?![\w:])",
    "tag": r"(?<![\w&/@#])[@#][\w-]*\w",
    "reference": rf"\(\s?{_REFERENCE}\s?\)|{_REFERENCE}",
    "quantity": _QUANTITY,
    # The last two planes are private use; `i18n.message.packed` uses them for marks.
    "control": r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\ufff9-\ufffc\U000F0000-\U0010FFFF]+",
}
_OPAQUE = regex.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), regex.VERSION1)
_TEMPLATE = regex.compile(_TEMPLATES)
_ATTRIBUTE_LIST = regex.compile(_ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Opaque:
    """A part that travels as a placeholder; positions count characters, half-open."""

    kind: str
    """`template`, `attributes`, `url`, `email`, `variable`, `emoji`, `tag`, `reference`, `quantity` or `control`."""
    start: int
    end: int


def _is_plain(found: re.Match[bytes]) -> bool:
    """Code spans, escaped marks, and those that a dialect only counts, are Markdown."""
    if found["code"] is not None or found["escaped"] is not None:
        return True
    return found.lastgroup in ("literal", "counted")


def templates(message: str, dialect: Dialect) -> tuple[Opaque, ...]:
    """Find what a site generator reads before any Markdown: `{{ … }}`, `{{< >}}`, `{% %}`, and what the dialect adds.

    In order, without overlaps.
    """
    spans = [found.span() for found in _TEMPLATE.finditer(message)] if "{" in message else []
    if dialect.protected is not None:
        data = message.encode("utf-8", "surrogatepass")
        bounds = [found.span() for found in dialect.protected.finditer(data) if not _is_plain(found)]
        spans += [(_character(data, start), _character(data, end)) for start, end in bounds]
    parts: list[Opaque] = []
    for start, end in sorted(spans):
        if parts and start < parts[-1].end:
            parts[-1] = Opaque("template", parts[-1].start, max(end, parts[-1].end))
        elif start < end:
            kind = "attributes" if _ATTRIBUTE_LIST.fullmatch(message, start, end) else "template"
            parts.append(Opaque(kind, start, end))
    return tuple(parts)


MASK = "\ue000"
"""Private use: no punctuation, so that marks beside it open and close as beside a letter."""


def masked(message: str, parts: Iterable[Opaque]) -> str:
    """Write `MASK` over the parts, so that Markdown finds no marks in them; every position stays true."""
    for part in parts:
        message = message[: part.start] + MASK * (part.end - part.start) + message[part.end :]
    return message


def _character(data: bytes, byte: int) -> int:
    return len(data[:byte].decode("utf-8", "surrogatepass"))


def opaque(text: str) -> Iterator[Opaque]:
    """Find the parts of running text (no Markdown marks in it) that keep their spelling in every language."""
    for found in _OPAQUE.finditer(text):
        if found.end() > found.start():
            yield Opaque(str(found.lastgroup), found.start(), found.end())


VARIABLES = frozenset({"template", "attributes", "variable", "emoji", "tag", "url", "email"})
"""Kinds that a program reads: a person who translates keeps them too. References and quantities may be adapted."""
