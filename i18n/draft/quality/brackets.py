"""Are the brackets of a draft as complete as those of its source?"""

from __future__ import annotations

from i18n.draft.quality.trial import Doubt, Trial

_COST = 10
_KINDS = ("(（", ")）", "[［【〔", "]］】〕", "{｛", "}｝")


def brackets(trial: Trial) -> Doubt | None:
    """Count what opens and what closes, of each kind; scripts have forms of their own."""
    return Doubt(_COST) if _counts(trial.source) != _counts(trial.target) else None


def _counts(text: str) -> list[int]:
    return [sum(map(text.count, kind)) for kind in _KINDS]
