"""Is a draft written in the script of its language?"""

from __future__ import annotations

import regex

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import script as script_of
from i18n.words.scripts import letters as letters_of

_COST = 30
_LETTERS = regex.compile(r"\p{L}")
_WORDS = regex.compile(r"[\p{L}\p{M}]+")
_LEAST, _WORDY = 30, 5
"""Letters and words from which on a text cannot be names alone."""
_FEW, _SOME = 0.15, 0.3


def script(trial: Trial) -> Doubt | None:
    """Count letters of the script; names and words that the source has too are left out of the count."""
    wanted = script_of(trial.target_locale)
    kept = set(_WORDS.findall(trial.source)) if wanted != script_of(trial.source_locale) else set()
    words = [word for word in _WORDS.findall(trial.target) if not (word in kept and word[:1].isupper())]
    letters = "".join(words)
    if not wanted or len(words) < 1 or len(letters) < _LEAST:
        return None
    share = len(regex.findall(f"[{letters_of(wanted)}]", letters)) / max(1, len(_LETTERS.findall(letters)))
    if share < _FEW and len(words) >= _WORDY:
        return Doubt(_COST, "it is not in the script of the language")
    return Doubt(_COST) if share < _SOME else None
