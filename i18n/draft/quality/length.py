"""Is a draft about as long as a translation of its source would be?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import language, script

_COST = 20
_CHARACTERS = {
    # Characters for 100 of English, medians of human translations: the documentation of Starlight (de es fr ja ko ru
    # zh; 90 to 735 paragraphs of 60 characters and more each) and this repository's sample (ar pt; 99 each).
    "en": 100, "de": 123, "es": 118, "fr": 126, "ja": 55, "ko": 57, "ru": 111, "zh": 38, "ar": 83, "pt": 105,
}  # fmt: skip
_BY_SCRIPT = {"Hebr": 80, "Hans": 38, "Hant": 38, "Jpan": 55, "Kore": 57, "Arab": 88, "Thai": 100}
"""For languages without measured translations: languages of one script are about as long."""
_ELSE = 115
_SHORT, _PROSE = 25, 60
"""Characters of the source: below the first nothing is expected, from the second on the band is narrow."""
_WIDE, _NARROW = (0.25, 2.6), (0.45, 2.0)
"""Bands of the expected length. The narrow one held all but 2 of 4,140 translations of Starlight's documentation, the
wide one all of 1,526 shorter ones."""
_FAULT = (0.15, 5.0)
_SLACK = 60
"""Characters by which a short text may be longer than any band allows."""


def length(trial: Trial) -> Doubt | None:
    """Compare with the length that the pair of languages suggests; refuse what is certainly wrong."""
    source, target = len(trial.source), len(trial.target)
    expected = source * _size(trial.target_locale) / _size(trial.source_locale)
    if target > expected * _FAULT[1] + _SLACK:
        return Doubt(_COST, "it is many times as long as its source")
    if source < _SHORT:
        return None
    if source >= _PROSE and target < expected * _FAULT[0]:
        return Doubt(_COST, "most of the text is missing")
    least, most = _NARROW if source >= _PROSE else _WIDE
    return Doubt(_COST) if not expected * least <= target <= expected * most else None


def _size(locale: str) -> int:
    known = _CHARACTERS.get(language(locale))
    return known if known is not None else _BY_SCRIPT.get(script(locale), _ELSE)
