"""Is a draft about as long as a translation of its source would be?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.message.lengths import NARROW, PROSE, SHORT, WIDE, expected

_COST = 20
_FAULT = (0.15, 5.0)
_SLACK = 60
"""Characters by which a short text may be longer than any band allows."""


def length(trial: Trial) -> Doubt | None:
    """Compare with the length that the pair of languages suggests; refuse what is certainly wrong."""
    source, target = len(trial.source), len(trial.target)
    usual = expected(trial.source, trial.source_locale, trial.target_locale)
    if target > usual * _FAULT[1] + _SLACK:
        return Doubt(_COST, "it is many times as long as its source")
    if source < SHORT:
        return None
    if source >= PROSE and target < usual * _FAULT[0]:
        return Doubt(_COST, "most of the text is missing")
    least, most = NARROW if source >= PROSE else WIDE
    return Doubt(_COST) if not usual * least <= target <= usual * most else None
