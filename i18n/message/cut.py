"""Does a text break off within a sentence?"""

from __future__ import annotations

import re

from i18n.locales import language

_LAST = {
    "ar": "في من على إلى عن التي الذي أن إن مع أو ثم بين لكن",
    "ca": "el la els les un una de del al en amb per que i o però si",
    "de": "der die das dem den des ein eine einen einem einer und oder aber weil dass wenn ob für von im am vom zum zur"
    " sowie sondern",
    "es": "el la los las un una de del al en con por para que y o pero si su sus cuando",
    "fa": "از به در که را با برای و تا",
    "fr": "le la les un une de du des au aux et ou que en dans pour avec mais si son sa ses",
    "it": "il lo gli un una di del della dei delle che e o ma in con per dal nel nella",
    "nl": "de het een en van met dat maar omdat als voor",
    "pt": "o os as um uma de do da dos das no na nos nas em com por para que e ou mas se sua seu ao aos",
    "ru": "и в на с к от для что но или из у за по",
    "sv": "en ett och att i på av för med men om",
}
"""Words that a sentence does not end with."""
_NEVER_LAST = {tongue: frozenset(words.split()) for tongue, words in _LAST.items()}
_ENDED = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]*_]*\Z")
_NO_LETTER = re.compile(r"[\W\d_]")
_TAIL, _LONGEST = 8, 20
"""Characters at the end that are looked at, and those of a word and the space before it."""
_LEAST = 3
"""Spaces of a sentence of four words."""


def last_word(source: str, target: str, locale: str) -> str:
    """The word with which a translation breaks off, where its source ends a sentence; empty if it does not."""
    target = target.rstrip().rstrip("*_")
    if not target[-1:].isalpha() or source.count(" ") < _LEAST or not _ENDED.search(source.rstrip()[-_TAIL:]):
        return ""
    word = _NO_LETTER.split(target[-_LONGEST:])[-1]
    return word if word.lower() in _NEVER_LAST.get(language(locale), frozenset()) else ""
