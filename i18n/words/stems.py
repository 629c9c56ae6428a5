"""Are two words forms of one? The only importer of PyStemmer, where that is installed."""

from __future__ import annotations

import functools
import importlib.util
import re
import unicodedata
from collections.abc import Callable

import regex

_ACCENTS = regex.compile(r"\p{Mn}+")
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "es": "spanish",
    "et": "estonian", "fi": "finnish", "fr": "french", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
"""Of Snowball (PyStemmer 3.1), by language."""
_PLURAL_IN_S = frozenset("ca es fr pt".split())
"""Languages in which the forms of a noun are its singular and one plural, in s: other endings are those of verbs."""
_SHORT = 3
"""Letters up to which a word has no other form here: too many words begin alike."""
_PROCLITICS = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{2})|[وف](?=\w{3})|[بكل](?=\w{3})")
"""What Arabic writes before a noun, close to it: and, with, as, for, the."""
_WEAK = re.compile("[اأإآٱىيوةءئؤـ]")
"""Letters that come and go within an Arabic word, in its plurals above all: صندوق, صناديق."""
_CONSONANTS = 3
_PARTICLES = re.compile(
    "(?<=[가-힣]{2})(?:에게서|에서는|으로는|에서|에게|으로|부터|까지|처럼|보다|이라|은|는|이|가|을|를|의|에|와|과|도|로|만|씨)$"
)
"""What Korean writes after a name, close to it."""


def bare(text: str) -> str:
    """A text without capitals, accents and Arabic vowel signs, which change as words are inflected: Haus, Häuser."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold())))


def same(word: str, form: str, language: str) -> bool:
    """Whether a word of a language (ISO 639) is a form of another one of it, as far as rules tell.

    Without PyStemmer a word has no other form than itself, but for the small words that Arabic writes close to it.
    """
    word, form = bare(word), bare(form)
    if word == form:
        return True
    if len(form) <= _SHORT or (language in _PLURAL_IN_S and not word.endswith("s")):
        return False
    if language == "ar" and word[:1] in "وفبكلا" and form in unprefixed(word):
        return True
    stem = _stemmer(language)
    return stem is not None and stem(word) == stem(form)


def unprefixed(word: str) -> tuple[str, str]:
    """An Arabic word, and the same without what is written close before it."""
    found = _PROCLITICS.match(word)
    return word, word[found.end() :] if found else word


def unparticled(word: str) -> str:
    """A Korean word without what is written close after it."""
    return _PARTICLES.sub("", word)


def skeleton(word: str) -> str:
    """The letters of an Arabic word that its plurals keep; empty where too few are left to tell it by."""
    kept = _WEAK.sub("", bare(word))
    return kept if len(kept) >= _CONSONANTS else ""


@functools.cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in _ALGORITHMS or importlib.util.find_spec("Stemmer") is None:
        return None
    import Stemmer  # an extra; only where a glossary forbids a word

    stem: Callable[[str], str] = Stemmer.Stemmer(_ALGORITHMS[language]).stemWord
    return stem
