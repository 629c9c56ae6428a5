"""Which words of a text does its translation have too: numbers, code, names, and words that two languages share?"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable

from i18n.words.stems import bare
from i18n.words.stopwords import STOP_WORDS

_TOKEN = re.compile(r"`+([^`]+)`+|(\d+(?:[.,٫٬'’]\d+)*)|([A-Za-zÀ-ɏ]+)|([^\W\d_A-Za-zÀ-ɏ]+)")
_SEPARATORS = re.compile(r"[.,٫٬'’]")
_LEAST = 3
"""Letters of a word that is known again as it is."""
_ALIKE, _SHARE = 4, 0.6
"""Letters that two words have in common at least that are one in two languages, and their share of the longer one."""
_STOP = frozenset(word for words in STOP_WORDS.values() for word in words.split())


def tokens(text: str) -> list[str]:
    """What can be known again, in order: numbers by their digits, code after a backtick, words in small letters.

    Small words that every sentence has are left out.
    """
    found = []
    for code, number, latin, other in _TOKEN.findall(text):
        if code:
            found.append(f"`{code}")
        elif number:
            found.append("".join(str(unicodedata.decimal(digit)) for digit in _SEPARATORS.sub("", number)))
        elif len(word := latin or other) >= _LEAST and (small := bare(word)) not in _STOP:
            found.append(small)
    return found


def shared(one: Iterable[str], other: Collection[str]) -> list[str]:
    """Those of some tokens that are among others, as they are or nearly so: list, Liste."""
    return [token for token in one if token in other or any(_are_alike(token, each) for each in other)]


@functools.lru_cache(maxsize=4096)
def _are_alike(one: str, other: str) -> bool:
    if not (one.isalpha() and other.isalpha()):
        return False
    common = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    common = min(len(one), len(other)) if common is None else common
    return common >= _ALIKE and common >= _SHARE * max(len(one), len(other))
