"""Does a draft end as its source does?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.message.endings import end_otherwise

_COST = 5


def endings(trial: Trial) -> Doubt | None:
    """Compare the last sign."""
    differs = end_otherwise(trial.source, trial.target, trial.source_locale, trial.target_locale)
    return Doubt(_COST) if differs else None
