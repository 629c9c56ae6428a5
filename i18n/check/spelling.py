"""Is a name of the source spelled in one way in all messages of a catalog?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from i18n.locales import language, script
from i18n.model import Unit
from i18n.words.stems import bare, unparticled, unprefixed

RULE = "names"
_NAME = re.compile(r"(?<=[a-zß-ÿ,] )[A-ZÀ-Þ][a-zß-ÿ]{3,}\b")
"""A word with a capital within a sentence of a language in Latin letters."""
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
_CAPITALS_FOR_NOUNS = frozenset({"de", "lb"})
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+|[^\W\d_A-Za-zÀ-ɏ]+")
_LEAST, _LEAST_LETTERS = 2, 4
"""Messages with a name, and letters of its spelling, from which on spellings are compared."""
_TRIED = 5
"""Words that most messages with a name have, tried as its spelling."""
_MAJORITY = 0.6
"""Part of the messages with a name that spell it alike at least."""
_MOST = 400
"""Messages with a name up to which they are compared: a word in more of them is no name."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name and how a catalog spells it in nearly all messages."""

    name: str
    form: str
    line: int
    """The first message with it, 1-based."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A message that spells a name otherwise than the others of its catalog do."""

    unit: Unit
    name: str
    form: str
    usual: Spelling
    times: int
    """Messages that spell it in the usual way."""

    @property
    def message(self) -> str:
        """What is wrong and what to do."""
        return (
            f"“{self.form}” is “{self.usual.form}” in {self.times} other messages with “{self.name}”, as in line"
            f" {self.usual.line}. Spell a name in one way."
        )


@dataclass(frozen=True, slots=True)
class Spelled:
    """How a catalog spells the names of its source."""

    names: tuple[Spelling, ...] = ()
    """Those that nearly all messages spell alike."""
    otherwise: tuple[Misspelling, ...] = ()


def spelled(units: Iterable[Unit], locale: str, source_locale: str) -> Spelled:
    """Find how names are spelled, and messages in which the letters of one differ in one place from most others.

    Endings and prefixes are no differences. A spelling counts only where it stands with that name alone.
    """
    if script(source_locale) != "Latn" or language(source_locale) in _CAPITALS_FOR_NOUNS:
        return Spelled()
    finished = [unit for unit in units if unit.msgstr and not unit.fuzzy and not unit.obsolete]
    by_name = _by_name([unit.msgid for unit in finished])
    if not by_name:
        return Spelled()
    texts = [bare(unit.msgstr) for unit in finished]
    words = {at: _forms(finished[at].msgstr, language(locale)) for places in by_name.values() for at in places}
    names: list[Spelling] = []
    otherwise: list[Misspelling] = []
    for name, places in by_name.items():
        elsewhere = [text for at, text in enumerate(texts) if at not in places]
        usual, having = _usual({at: words[at] for at in places}, texts, elsewhere)
        if not having:
            continue
        names.append(Spelling(name, usual, finished[having[0]].line))
        otherwise += (
            Misspelling(finished[at], name, other, names[-1], len(having))
            for at in sorted(places - set(having))
            if (other := _near(usual, words[at], elsewhere))
        )
    return Spelled(tuple(names), tuple(otherwise))


def _usual(words: Mapping[int, Iterable[str]], texts: Sequence[str], elsewhere: Iterable[str]) -> tuple[str, list[int]]:
    """How most texts with a name spell it, and which do, by number: a word that no text without the name has."""
    counted = Counter(form for forms in words.values() for form in forms)
    for form, count in counted.most_common(_TRIED):
        if len(_letters(form)) >= _LEAST_LETTERS and count > 1:
            having = [at for at in sorted(words) if bare(form) in texts[at]]
            if len(having) >= _MAJORITY * len(words) and _is_apart(form, elsewhere):
                return form, having
    return "", []


def _near(usual: str, forms: Iterable[str], elsewhere: Iterable[str]) -> str:
    """The word of a text that nearly is the usual spelling; empty without one."""
    return next((form for form in forms if are_near(form, usual) and _is_apart(form, elsewhere)), "")


def _is_apart(form: str, texts: Iterable[str]) -> bool:
    form = bare(form)
    return not any(form in text for text in texts)


def _by_name(msgids: Sequence[str]) -> Mapping[str, set[int]]:
    """Numbers of the messages with a name, by the name; words that stand in small letters elsewhere are none."""
    names = {name for msgid in msgids for name in _NAME.findall(msgid)}
    names = {name for name in names if name.lower() not in _CALENDAR}
    if not names:
        return {}
    whole = re.compile(rf"\b(?:{'|'.join(sorted(names | {name.lower() for name in names}))})\b")
    found: defaultdict[str, set[int]] = defaultdict(set)
    for at, msgid in enumerate(msgids):
        for word in whole.findall(msgid):
            found[word].add(at)
    return {
        name: found[name] for name in sorted(names) if name.lower() not in found and _LEAST <= len(found[name]) <= _MOST
    }


def _forms(text: str, tongue: str) -> dict[str, None]:
    """The words of a text without what is written close to a name, in order."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if tongue == "ko":
        return dict.fromkeys(unparticled(word) for word in words)
    if tongue == "ar":
        return dict.fromkeys(unprefixed(bare(word))[1] for word in words)
    return dict.fromkeys(words)


def are_near(word: str, form: str) -> bool:
    """Whether two spellings differ in one letter, or in one that is missing, apart from the first and the last."""
    one, other = _letters(word), _letters(form)
    if one == other or min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    start = next((at for at, both in enumerate(zip(one, other, strict=False)) if both[0] != both[1]), 0)
    rest, left = one[start:], other[start:]
    return rest[1:] == left[1:] or rest[1:] == left or rest == left[1:]


def _letters(word: str) -> str:
    """Its letters; those of a syllable of Hangul one by one."""
    return unicodedata.normalize("NFD", word.casefold()) if "가" <= word[:1] <= "힣" else word.casefold()
