"""Does a draft give the numbers of its source?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial
from i18n.numbers import Given, compare

_COST = 25


def numbers(trial: Trial) -> Doubt | None:
    """Compare values, however the languages write them."""
    found = compare(Given(trial.source, trial.source_locale), Given(trial.target, trial.target_locale))
    return Doubt(_COST) if found.missing or found.added else None
