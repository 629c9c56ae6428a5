"""Is a name spelled as in the source?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.locales import language, script

_NAME = re.compile(r"(?<![\w-])([A-ZÀ-Þ][a-zß-ÿ]{2,})(?= ([A-ZÀ-Þ][a-zß-ÿ]{3,})(?:['’]s)?(?![\w'’-]))")
"""Two words with capitals: a name, or words that begin with capitals for another reason."""
_WORD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{3,}")
_WITHOUT_CASES = frozenset("ca da de en es fr gl id it ms nb nl nn no pt sv sw vi af".split())
"""Languages in which a name has no ending of its own but for an s."""
_NEAR = 1


def names(pair: Pair) -> Iterator[Remark]:
    """Look for a name of two words of which the translation has one, and next to it nearly the other."""
    tongue = language(pair.locale)
    if tongue not in _WITHOUT_CASES or script(pair.source_locale) != "Latn":
        return
    text = pair.target.prose
    for first, second in pair.source.asked(_names, pair.source_locale):
        if (first in text) == (second in text):
            continue
        there, gone = (first, second) if first in text else (second, first)
        words = (word for word in _next_to(there, text) if _bare(word) != _bare(gone))
        if near := next((word for word in words if _is_near(word, gone)), ""):
            yield Remark(f"{quoted([near])} is {quoted([gone])} in the source. Names are spelled alike.")
            return


def _names(text: str, locale: str) -> list[tuple[str, str]]:
    return _NAME.findall(text)


def _next_to(name: str, text: str) -> list[str]:
    """Words with capitals right before and after a name."""
    name = re.escape(name)
    around = re.findall(rf"(\w+) {name}s?(?!\w)", text) + re.findall(rf"(?<!\w){name}s? (\w+)", text)
    return [word for word in around if _WORD.fullmatch(word)]


def _bare(word: str) -> str:
    """A name without its accents, which languages set on the names of saints and kings by their own rules."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _is_near(word: str, name: str) -> bool:
    """Whether one letter differs, is missing or is too many, or two are exchanged.

    One letter at the end is mostly a word that two languages share: Module, Modul.
    """
    if abs(len(word) - len(name)) > _NEAR or word.startswith(name) or name.startswith(word):
        return False
    start = next((at for at, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), len(name))
    rest, other = word[start:], name[start:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or rest == other[1::-1] + other[2:]
