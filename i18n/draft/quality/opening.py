"""Does a Spanish draft open its questions and exclamations?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.message.punctuation import unopened

_COST = 5


def opening(trial: Trial) -> Doubt | None:
    """Look for ¿ and ¡."""
    return Doubt(_COST) if any(unopened(trial.target, trial.target_locale)) else None
