"""Are the marks of a translation complete, and those of its own language?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.locales.quotations import Quotation
from i18n.message.endings import end_otherwise
from i18n.message.punctuation import foreign as marks_of_others
from i18n.model import Severity

_QUOTES = re.compile('["“”„‟«»「」『』《》〈〉＂]')
_BRACKETS = ("(（)）", "[［【]］】")
"""Of each kind, those that open and then as many that close."""
_PAIRED = re.compile(f"[{re.escape(''.join(_BRACKETS))}{_QUOTES.pattern[1:]}")
_NO_PAIR = re.compile(r"[:;=]-?[()\[\]]|(?<![^\s(])\w{1,2}\)|\d\)")
"""Faces, and what numbers a list."""
_LEAST_WORDS = 4
_STOPS = (".", "?", "!")
_TAIL = 8
_COMPARED = re.compile(r"[.!?。！？؟]\W*\Z")


def punctuation(pair: Pair) -> Iterator[Remark]:
    """Look for marks without their other half and for those of another language; another ending is information."""
    text = pair.target.prose
    if text == pair.source.prose:
        return
    paired = "".join(_PAIRED.findall(text))
    if len(_QUOTES.findall(paired)) % 2 and not len(_QUOTES.findall(pair.source.prose)) % 2:
        yield Remark("A quotation mark has no other half. Open and close each quotation.")
    if pair.quotes and (unlike := _unlike_house(text, pair.quotes)):
        yield Remark("Other quotation marks than those of [typography] quotes: {}. Write {}.".format(*unlike))
    uneven = [kind for kind in _BRACKETS if _uneven(paired, kind)]
    if odd := [kind[0] for kind in uneven if _open(text, kind) and not _open(pair.source.prose, kind)]:
        yield Remark(f"Brackets are not opened and closed alike: {quoted(odd)}.")
    if foreign := list(dict.fromkeys(marks_of_others(pair.source.prose, text, pair.locale, pair.msgstr))):
        yield Remark(f"Marks of another language: {quoted(foreign)}. Type those of the translation's language.")
    if marks := [mark for mark in ("`", "_") if _is_odd(mark, text) and not _is_odd(mark, pair.source.prose)]:
        yield Remark(f"Readers would see a mark without its other half: {quoted(marks)}. Close it, or take it out.")
    if _ends_otherwise(pair):
        said = "It ends with another mark than its source: a full stop, a question or exclamation mark, or none."
        yield Remark(said, Severity.INFO)


def _unlike_house(text: str, marks: Quotation) -> tuple[str, ...]:
    """What is quoted with other marks than the house's, and how the house quotes it; empty if nothing is."""
    from i18n.facts.quotations import unlike  # only where a house has marks of its own

    return tuple(quoted([each]) for each in unlike(text, marks) or ())


def _open(text: str, kind: str) -> int:
    """How many more brackets of a kind open than close."""
    if not _uneven(text, kind):
        return 0
    return _uneven(_NO_PAIR.sub("", text), kind)


def _uneven(marks: str, kind: str) -> int:
    """How many more open, faces and numbers of lists among them."""
    half = len(kind) // 2
    return sum(map(marks.count, kind[:half])) - sum(map(marks.count, kind[half:])) if marks else 0


def _is_odd(mark: str, text: str) -> bool:
    """Whether a mark of Markdown stands at the edge of words an odd number of times."""
    return mark in text and len(re.findall(rf"(?<!\w){mark}(?=\w)|(?<=[\w.,!?]){mark}(?!\w)", text)) % 2 == 1


def _ends_otherwise(pair: Pair) -> bool:
    """Whether a sentence ends otherwise than its source does."""
    source, target = pair.source.prose.strip(), pair.target.prose.strip()
    if source[-1:] == target[-1:] and source[-1:] in _STOPS:
        return False
    if source.count(" ") < _LEAST_WORDS - 1 or not _COMPARED.search(source, max(0, len(source) - _TAIL)):
        return False
    return end_otherwise(source, target, pair.source_locale, pair.locale)
