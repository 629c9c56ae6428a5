"""Did something slip into a translation that is no word of it, or is a good part of the text gone?"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.locales import language, script
from i18n.message.cut import last_word
from i18n.message.emphasis.stressed import stressed
from i18n.message.endings import end_otherwise
from i18n.message.lengths import NARROW, PROSE, SHORT, expected
from i18n.message.notes import note
from i18n.words.alphabets import mixed

_LETTERS = re.compile(r"\w+")
_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,}) \1(?![\w'’-])", re.IGNORECASE)
_TWICE_SAID = re.compile(r"\b([^\W\d_]{2,})(?:,|,? and|,? or) \1\b", re.IGNORECASE)
"""A source that says a word twice on purpose: very, very slowly."""
_ONCE = frozenset("ar bg ca cs da de es et fi fr gl hr it lt lv nb nl nn no pl pt ro ru sk sl sv uk".split())
"""Languages in which hardly any word is said twice in a row."""
_DISTRIBUTIVE = ("ا", "ى", "ة")
"""Endings of Arabic words that are said twice to mean one after the other: واحدًا واحدًا."""
_STEP_BY_STEP, _SHORT = frozenset({"it", "ro"}), 4
"""Languages that say longer words twice to mean one after the other, and how long words are that they do not."""
_RIGHT_TWICE = {
    "de": frozenset("die der das den dem sie".split()),
    "fr": frozenset({"nous", "vous"}),
    "it": frozenset({"via", "man"}),
    "nl": frozenset({"die", "dat", "ze"}),
}
_SMALL_WORDS = frozenset(
    "the of and to in is are was you your with for that this it be as by from or not which have has will would can "
    "should before after when than then they their there these those we our were been its into about".split()
)
"""Words of English that no other language has among its own three in a row."""
_SMALL = re.compile(rf"[a-z] (?:{'|'.join(sorted(_SMALL_WORDS))})\b|\b(?:{'|'.join(sorted(_SMALL_WORDS))}) [a-z]")
_LOWER = re.compile("[a-z]+")
_RUN = 3
_TOKEN = re.compile(r"[A-Za-z][a-z]*(?:['’][a-z]+)?|[^\sA-Za-z]+")
_TERSE = 0.6
"""Part of the least length that one sentence still has which says the same in fewer words: in order to be able to."""
_COMMAS = re.compile(r",.*,|[;:]|[0-9]")
"""Marks of a sentence of several parts, or of facts, of which one may be missing."""
_ENDED = re.compile(r"[.!?。！？؟]\W*\Z")
_FEWER, _MORE = 0.75, 1.6
"""Parts of the expected length below and above which another number of sentences is no matter of style."""
_OPENS = re.compile(r"[(\"“«„‘'（「『《\[][^)\"”»’'）」』》\]]*\Z")


def wording(pair: Pair) -> Iterator[Remark]:
    """Look for notes to oneself, words said twice, words of the source, and letters of another alphabet."""
    source, target = pair.source.prose, pair.target.prose
    if source == target:
        return
    if found := note(source, target, pair.locale):
        yield Remark(f"A note to yourself: {quoted([found])}. Take it out once it is settled.")
    if word := last_word(source, target, pair.locale):
        yield Remark(f"It breaks off after {quoted([word])}, within its sentence. Is the end missing?")
    if twice := _twice(pair):
        yield Remark(f"A word stands twice in a row: {quoted([twice])}.")
    if left := _left(pair):
        yield Remark(f"Words of the source: {quoted([left])}. Translate them, or put them in quotation marks.")
    if (word := mixed(target, script(pair.locale))) and not mixed(source, script(pair.source_locale)):
        yield Remark(f"Letters of two alphabets that look alike stand in {quoted([word])}. Type the word again.")


def length(pair: Pair) -> Iterator[Remark]:
    """Find a translation that is so short that a sentence may be missing; what both texts have does not count."""
    if len(pair.source.prose) < PROSE or pair.msgid == pair.msgstr:
        return
    words, there = pair.source.prose.split(), pair.target.prose.split()
    source, target = (_without(texts, kept) for texts, kept in ((words, set(there)), (there, set(words))))
    least = expected(source, pair.source_locale, pair.locale) * NARROW[0]
    if len(source) >= PROSE and len(target) < min(least, len(source)) * (_TERSE if _is_one_whole(pair) else 1):
        yield Remark("Much shorter than a translation of its source would be. Is a sentence missing?")


def _is_one_whole(pair: Pair) -> bool:
    """Whether both texts are one sentence that ends: then none is missing, and nothing was cut off."""
    source, target = pair.source.prose, pair.target.prose
    if _ENDED.search(target) is None or _COMMAS.search(source) is not None:
        return False
    ends = not end_otherwise(source, target, pair.source_locale, pair.locale)
    return ends and _count(source) == _count(target) == 1


def sentence(pair: Pair) -> Iterator[Remark]:
    """Find a translation that has more or fewer sentences than its source, and is longer or shorter by as much."""
    source, target = pair.source.prose, pair.target.prose
    if len(source) < SHORT or source == target or language(pair.locale) == language(pair.source_locale):
        return
    likely = expected(source, pair.source_locale, pair.locale)
    if len(target) < likely * _FEWER and len(source) >= PROSE and _count(target) < _count(source):
        yield Remark("It has fewer sentences than its source, and is shorter by as much. Is one missing?")
    elif len(target) > likely * _MORE and _count(target) > _count(source):
        yield Remark("It has more sentences than its source, and is longer by as much. Is one of another message?")


def _count(text: str) -> int:
    """How many sentences a text has."""
    from i18n.message.sentences import sentences  # only where lengths differ

    return len(sentences((text,)))


def _without(words: list[str], kept: set[str]) -> str:
    return " ".join(word for word in words if word not in kept)


def _twice(pair: Pair) -> str:
    tongue = language(pair.locale)
    if tongue not in _ONCE or not _repeats(pair.target.prose) or _TWICE.search(pair.source.prose):
        return ""
    if _TWICE.search(pair.target.prose) is None or _TWICE_SAID.search(pair.source.prose):
        return ""
    right = _RIGHT_TWICE.get(tongue, frozenset())
    found = (match[1] for match in _TWICE.finditer(pair.target.prose))
    if tongue == "ar":
        return next((word for word in found if not word.endswith(_DISTRIBUTIVE)), "")
    longest = _SHORT if tongue in _STEP_BY_STEP else len(pair.target.prose)
    return next(
        (word for word in found if len(word) <= longest and word.lower() not in right and not word.isupper()), ""
    )


def _repeats(text: str) -> bool:
    """Whether a word follows itself, wherever it stands: a quick look for what is hardly ever there."""
    words = _LETTERS.findall(text.lower())
    return any(map(operator.eq, words, itertools.islice(words, 1, None)))


def _left(pair: Pair) -> str:
    """Three small words in a row of an English source, outside of quotation marks and emphasis, where titles stand."""
    if language(pair.source_locale) != "en" or language(pair.locale) == "en":
        return ""
    text = pair.target.prose
    if "*" in text or "_" in text:
        text = stressed(text).rest
    runs = set(_runs(text))
    if not runs:
        return ""
    runs &= set(_runs(pair.source.prose))
    return next((run for run in _runs(text) if run in runs and not _OPENS.search(text[: text.find(run)])), "")


def _runs(text: str) -> Iterator[str]:
    if _SMALL_WORDS.isdisjoint(_LOWER.findall(text)) or _SMALL.search(text) is None:
        return
    words = _TOKEN.findall(text)
    for at in range(len(words) - _RUN + 1):
        run = words[at : at + _RUN]
        if all(map(str.isalpha, run)) and all(map(str.islower, run)) and not _SMALL_WORDS.isdisjoint(run):
            yield " ".join(run)
