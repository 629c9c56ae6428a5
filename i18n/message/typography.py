"""Are spaces, dashes and marks set as books of the language set them?"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from i18n.locales import language, script
from i18n.locales.quantities import separators
from i18n.locales.quotations import quotation
from i18n.model import Severity
from i18n.numbers.quantities import UNIT

_NO_BREAK = "\u00a0\u202f"
_NARROW = "a narrow no-break space (U+202F)"
_HAN = r"[\u3040-\u30ff\u4e00-\u9fff]"

_BEFORE = {"fr": ";:!?", "fr-CA": ":", "fr-CH": ""}
"""Marks that French parts from the word (Imprimerie nationale, Lexique; OQLF, Espacements, for Canada)."""
_WORD_END = r"(?:\w\w|[)\]»”])"
_TIGHT = {
    marks: re.compile(rf"(?<!:)\w{{0,20}}{_WORD_END}[{marks}]+(?=[\s»”)]|\Z)") for marks in _BEFORE.values() if marks
}
_LOOSE = {
    marks: re.compile(rf"\w{{0,20}}{_WORD_END}[ \u2009][{marks}]+(?=[\s»”)]|\Z)") for marks in _BEFORE.values() if marks
}
_SHORTCODE = re.compile(r":[\w+-]+:")
_TIGHT_QUOTE = re.compile(r"«[^\s»]{1,20}|[^\s«]{1,20}»")
_LOOSE_QUOTE = re.compile(r"«[ \u2009]\S{1,20}|\S{1,20}[ \u2009]»")

_SHARE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?([ \u00a0\u202f]?)%(?![A-Za-z\d%-])")
_DEGREES = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?°[CF]\b")
_CLOSE_DEGREES = frozenset("en ja ko tr zh yue".split())
"""Languages in which CLDR's short form of a temperature has no space."""
_NUMBER = r"(?<![\w.,])\d[\d.,]*"
_CYRILLIC_UNIT = " (?:[км]?г|[ксм]?м|мл|л|га|т)"
_BREAKS = re.compile(rf"{_NUMBER} (?:%|°[CF]?)(?!\w)|{_NUMBER}(?= )(?:{UNIT}|{_CYRILLIC_UNIT})(?!\w)")
_HELD = re.compile(rf"\d[{_NO_BREAK}](?:[%°]|\w)")

_SPOKEN = re.compile(r"\A—[ \u00a0\u202f]+(?=[\w¿¡«“])")
_QUOTES = tuple('“"‘«—')
_SPACED_DASH = re.compile(r"(?<=[\w.,!?»”]) — (?=[\w¿¡«“])")
_CLOSED_DASH = re.compile(r"([^\W\d_]{1,30})—(?=([^\W\d_]+))")
_DASHES = {
    **dict.fromkeys("cs da de fi hr hu nb nl nn no pl ro sk sl sv".split(), " – "),
    **dict.fromkeys("be bg fr it lt lv pt ru uk".split(), " — "),
}
"""What parts a remark from its sentence, as most books of the language have it."""
_PAIR = 2

_ENDINGS = {
    "el": (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]\?(?=[\s»”)]|\Z)"), "?", ";"),
    "hy": (re.compile(r"[\u0561-\u0587]:(?=\s|\Z)"), ":", "։"),
    **dict.fromkeys(("zh", "ja", "yue"), (re.compile(rf"{_HAN}\.(?=\s|\Z)"), ".", "。")),
}
"""Where a mark of Latin script ends a sentence of another one, and which it should be."""
_LAST = {
    **dict.fromkeys("hi bn ne pa as or".split(), (re.compile(r"\S [^ .]*[\u0900-\u0b77]\.\Z"), "।")),
    "ur": (re.compile(r"\S [\u0620-\u06d3]+\.\Z"), "۔"),
}
"""Where a Latin full stop ends a text, though some houses want it so, and what books have."""
_THAI = re.compile(r"[\u0e01-\u0e4e\u0e81-\u0ecd]{4}\.\Z")
_ELLIPSES = {
    **dict.fromkeys(("zh", "yue"), (re.compile(rf"{_HAN}(?:\.{{3,}}|…(?!…))"), "……")),  # GB/T 15834, 4.11
    "ja": (re.compile(rf"{_HAN}\.{{3,}}"), "…"),
}
_ORDINAL = re.compile(r"(?<![\w-])(\d+)(?:st|nd|rd|th)(?![\w-])( \w+)?")
_ORDINALS = {
    **dict.fromkeys("de da fi nb nn no cs sk sl pl hu hr et lv".split(), "{}."),
    **dict.fromkeys(("pt", "it"), "{}º"),
    "es": "{}.º", "nl": "{}e", "ru": "{}-й", "tr": "{}.",
}  # fmt: skip

_LONGEST, _HEAD = 60, 28
"""Characters of a text that is quoted whole, and of each end of a longer one."""
_MISMATCHED = re.compile(r"[„“][^„“”\"]*\"(?![A-Za-z\d])")
_LOW_AND_NINES = (re.compile(r"„[^„“”]*”"), frozenset("de cs sk sl is bg lt".split()))
_LOW_AND_SIXES = (re.compile(r"„[^„“”]*“"), frozenset("pl ro hu".split()))
_OUTWARD = frozenset({"es", "gl"})
"""Languages whose books have «…» though CLDR has “…”."""
_INWARD = re.compile(r"(?<!\w)»\w[^«»]*\w[.!?]?«(?!\w)")


class Said(NamedTuple):
    """What a text has, and what its language has instead."""

    text: str
    """A sentence or two, which quote the text."""
    severity: Severity


_Look: TypeAlias = Callable[[str, str, str], Iterator[Said]]
"""Looks at a source and its translation into a canonical tag."""


def set_otherwise(source: str, target: str, tag: str, *, quotes: bool = True) -> Iterator[Said]:
    """Spaces, dashes, marks and ordinals of a translation that are set as in another language; with what to write.

    `quotes`: quotation marks too.
    """
    for look in _looks(tag):
        yield from look(source, target, tag)
    if quotes:
        for text in _quotes(target, tag):
            yield Said(text, Severity.WARNING)


def spaced(text: str, tag: str) -> str:
    """Part the marks of French from their words, as `set_otherwise` asks for; a text of another language stays."""
    marks = _BEFORE.get(tag, _BEFORE["fr"] if language(tag) == "fr" else "")
    return _TIGHT[marks].sub(lambda found: _parted(found[0], marks), text) if marks else text


def _parted(text: str, marks: str) -> str:
    word = text.rstrip(marks)
    return f"{word}\u202f{text[len(word) :]}"


def _quoted(text: str) -> str:
    """The text in quotation marks, and of a long one what it begins and ends with."""
    return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_HEAD]}…{text[-_HEAD:]}”"


@functools.cache
def _looks(tag: str) -> tuple[_Look, ...]:
    """What is to be looked at in a language: the rest has nothing to say of it."""
    tongue = language(tag)
    looks: list[_Look] = []
    if tongue == "fr":
        looks += _french, _guillemets
    if script(tag) != "Arab":
        looks.append(_units)
    if tongue == "es":
        looks.append(_raya)
    if tongue in _DASHES:
        looks.append(_dashes)
    if tongue in _ENDINGS or tongue in _LAST or tongue in _ELLIPSES or tongue in ("th", "lo"):
        looks.append(_marks)
    if tongue != "en":
        looks.append(_ordinals)
    return tuple(looks)


def _french(source: str, target: str, tag: str) -> Iterator[Said]:
    del source
    marks = _BEFORE.get(tag, _BEFORE["fr"])
    if not marks or not any(map(target.count, marks)):
        return
    text = _SHORTCODE.sub("", target)
    if found := _TIGHT[marks].search(text):
        yield Said(f"French has {_NARROW} before “{found[0][-1]}”: put one into {_quoted(found[0])}.", Severity.WARNING)
    if found := _LOOSE[marks].search(text):
        yield Said(f"A line may break in {_quoted(found[0])}: put {_NARROW} there.", Severity.INFO)


def _guillemets(source: str, target: str, tag: str) -> Iterator[Said]:
    del source
    if tag == "fr-CH" or ("«" not in target and "»" not in target):
        return
    if found := _TIGHT_QUOTE.search(target):
        yield Said(f"French has {_NARROW} within « and »: put one into {_quoted(found[0])}.", Severity.WARNING)
    if found := _LOOSE_QUOTE.search(target):
        yield Said(f"A line may break in {_quoted(found[0])}: put {_NARROW} there.", Severity.INFO)


def _units(source: str, target: str, tag: str) -> Iterator[Said]:
    """Spaces between numbers and `%`, `°C` and units: as CLDR has them, and unbroken where the source's are."""
    if "%" in target:
        pattern = separators(tag).percent
        for found in _SHARE.finditer(target):
            number = found[0].rstrip(f"% {_NO_BREAK}")
            if pattern.startswith("%") or (bool(found[1]) != (len(pattern) > len("0%"))):
                right = pattern.replace("0", number)
                space = "" if right.isascii() else ", with a no-break space"
                yield Said(f"Write {_quoted(right)} for {_quoted(found[0])}{space}.", Severity.INFO)
                break
    if "°" in target and language(tag) not in _CLOSE_DEGREES and (close := _DEGREES.search(target)):
        yield Said(f"Put a no-break space (U+00A0) before “°” in {_quoted(close[0])}.", Severity.INFO)
    if _HELD.search(source) and (loose := _BREAKS.search(target)):
        said = f"A line may break in {_quoted(loose[0])}, and not in the source: put a no-break space (U+00A0) there."
        yield Said(said, Severity.WARNING)


def _raya(source: str, target: str, tag: str) -> Iterator[Said]:
    """The Spanish dash stands right by the words that it opens or closes (RAE, Ortografía, Raya)."""
    del tag
    if "—" not in target:
        return
    if (found := _SPOKEN.match(target)) and source.startswith(_QUOTES):
        begun = target[found.end() :].split(None, 1)[0]
        yield Said(f"Write {_quoted('—' + begun)}: no space after the dash that opens a speech.", Severity.WARNING)
    if len(pair := list(_SPACED_DASH.finditer(target))) == _PAIR:
        inner = target[pair[0].end() : pair[1].start()]
        yield Said(f"Write {_quoted(f'—{inner}—')}, without spaces inside the dashes.", Severity.WARNING)
    elif len(closed := list(_CLOSED_DASH.finditer(target))) == _PAIR:
        inner = target[closed[0].end() : closed[1].end(1)]
        yield Said(f"Write {_quoted(f' —{inner}— ')}, with spaces outside the dashes.", Severity.WARNING)


def _dashes(source: str, target: str, tag: str) -> Iterator[Said]:
    """A dash without spaces, as in English, where the language parts words by one with spaces."""
    if "—" in target and (found := _CLOSED_DASH.search(target)) and _CLOSED_DASH.search(source):
        said = [each.join(found.groups()) for each in (_DASHES[language(tag)], "—")]
        yield Said("Write {} for {}.".format(*(_quoted(each) for each in said)), Severity.WARNING)


def _marks(source: str, target: str, tag: str) -> Iterator[Said]:
    tongue = language(tag)
    if tongue in _ENDINGS:
        pattern, mark, right = _ENDINGS[tongue]
        if pattern.search(target):
            yield Said(f"Write “{right}” for “{mark}” at the end of a sentence.", Severity.WARNING)
    if tongue in _LAST and _LAST[tongue][0].search(target):
        yield Said(f"Books of the language end a sentence with “{_LAST[tongue][1]}”.", Severity.INFO)
    if tongue in ("th", "lo") and _THAI.search(target) and source.endswith("."):
        yield Said("No full stop ends a sentence in this language: take it out.", Severity.WARNING)
    if tongue in _ELLIPSES and _ELLIPSES[tongue][0].search(target):
        yield Said(f"Write “{_ELLIPSES[tongue][1]}” for what is left out.", Severity.INFO)


def _ordinals(source: str, target: str, tag: str) -> Iterator[Said]:
    for found in _ORDINAL.finditer(target):
        said = found[0].removesuffix(found[2] or "")
        if said in source and not (found[2] and found[0] in source):
            right = _ORDINALS.get(language(tag), "").format(found[1])
            instead = f"Write {_quoted(right)}" if right else "Write it as the language does"
            yield Said(f"An ordinal of English: {_quoted(said)}. {instead}.", Severity.WARNING)
            return


def _quotes(target: str, tag: str) -> Iterator[str]:
    """Quotations that open with the mark of one language and close with that of another."""
    tongue = language(tag)
    marks = quotation(tag)
    if "„" in target or ('"' in target and "“" in target):
        for pattern, languages in (_LOW_AND_NINES, _LOW_AND_SIXES):
            if tongue in languages and (found := pattern.search(target)):
                yield f"Write {_quoted(found[0][:-1] + marks.closing)} for {_quoted(found[0])}."
                return
        if (found := _MISMATCHED.search(target)) and target.count('"') % 2:
            yield f"Write {_quoted(found[0][:-1] + marks.closing)} for {_quoted(found[0])}."
    if "»" in target and (marks.opening == "«" or tongue in _OUTWARD) and (found := _INWARD.search(target)):
        yield f"Write {_quoted(f'«{found[0][1:-1]}»')} for {_quoted(found[0])}."
