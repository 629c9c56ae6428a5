"""Does a translation end as its source does, by the signs of its script?"""

from __future__ import annotations

import regex

from i18n.locales import language

_SIGNS = {
    # Full stops of Latin, CJK, Devanagari, Urdu, Armenian, Ethiopic, Khmer, Myanmar and Tibetan.
    **dict.fromkeys(".。．｡।॥۔։።។။།", "stop"),
    **dict.fromkeys("?？؟;՞፧", "question"),
    **dict.fromkeys("!！՜", "exclamation"),
    **dict.fromkeys(":：", "colon"),
    "…": "ellipsis",
}
_WITHOUT_STOPS = frozenset({"th", "lo"})
_LOOSE = frozenset({"ja", "ko"})
"""Languages that end a colon's sentence with a full stop, and leave the stop out where a line ends anyway."""
_FREE = frozenset({"", "stop", "colon", "exclamation"})
_CALM = frozenset({"stop", "exclamation"})
"""Languages warn and command with a raised voice or without."""
_SHORTENED = regex.compile(r"\b(?:etc|ca|approx|Inc|Ltd|Co|[ap]\.m|e\.g)\.$", regex.IGNORECASE)
"""What ends in a point that belongs to the word: a list that goes on, above all."""
_SPEECH = regex.compile(r"^[\s*_]*[\"'“‘„«»「『—]")
_SAID = regex.compile(r"[?？؟!！…][\"”’“‘»«」』]+[.。]?$")
_GREEK = "el"
_CLOSING = regex.compile(r"[\s\p{Pe}\p{Pf}\p{Pi}\"'」』”’»›“‘*_]+$")


def end_otherwise(source: str, target: str, source_locale: str, target_locale: str) -> bool:
    """Compare the last sign.

    Thai and Lao write no full stops, Japanese and Korean as it suits them; a `;` asks in Greek alone. A speech that a
    sentence begins with may stand at its end, with its own mark.
    """
    before, after = _ending(source, source_locale), _ending(target, target_locale)
    if {before, after} <= _CALM or _SHORTENED.search(source) or (_SPEECH.search(source) and _SAID.search(target)):
        return False
    if before == after or (language(target_locale) in _WITHOUT_STOPS and after == ""):
        return False
    return not (language(target_locale) in _LOOSE and {before, after} <= _FREE)


def _ending(text: str, locale: str) -> str:
    bare = _CLOSING.sub("", text)
    if bare.endswith("..."):
        return "ellipsis"
    if bare.endswith(";") and language(locale) != _GREEK:
        return ""
    return _SIGNS.get(bare[-1:], "")
