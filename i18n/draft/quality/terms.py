"""Does a draft use the terms of the glossary?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.memory.glossary import lapses

_COST = 15
_MOST = 45


def terms(trial: Trial) -> Doubt | None:
    """Count approved terms that are missing, forbidden ones that are used, and names that were changed."""
    count = len(list(lapses(trial.terms, trial.target))) if trial.terms else 0
    return Doubt(min(_MOST, count * _COST)) if count else None
