"""Does a draft end as its source does, by the signs of its script?"""

from __future__ import annotations

import regex

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import language

_COST = 5
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
_FREE = frozenset({"", "stop", "colon"})
_GREEK = "el"
_CLOSING = regex.compile(r"[\s\p{Pe}\p{Pf}\p{Pi}\"'」』”’»›“‘*_]+$")


def endings(trial: Trial) -> Doubt | None:
    """Compare the last sign.

    Thai and Lao write no full stops, Japanese and Korean as it suits them; a `;` asks in Greek alone.
    """
    source, target = _ending(trial.source, trial.source_locale), _ending(trial.target, trial.target_locale)
    if source == target or (language(trial.target_locale) in _WITHOUT_STOPS and target == ""):
        return None
    if language(trial.target_locale) in _LOOSE and {source, target} <= _FREE:
        return None
    return Doubt(_COST)


def _ending(text: str, locale: str) -> str:
    bare = _CLOSING.sub("", text)
    if bare.endswith("..."):
        return "ellipsis"
    if bare.endswith(";") and language(locale) != _GREEK:
        return ""
    return _SIGNS.get(bare[-1:], "")
