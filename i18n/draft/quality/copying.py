"""Did an engine leave its source as it was?"""

from __future__ import annotations

import regex

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import language

_COST = 20
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*")
_RUN = 5
"""Words in a row, of which four begin with a small letter, that no translation shares with its source."""
_SMALL = 4
_LONG = 8
_MOST = 0.7
_FAMILIES = (
    "nb nn no da sv",
    "hr sr bs sh",
    "es pt gl ca ast oc",
    "cs sk",
    "ru uk be bg mk",
    "id ms",
    "zh yue",
    "hi ur",
)
"""Languages in which a sentence may be the same in both."""


def copying(trial: Trial) -> Doubt | None:
    """Look for stretches of the source in the draft; refuse one that is mostly source."""
    if _alike(language(trial.source_locale), language(trial.target_locale)):
        return None
    source, target = _WORD.findall(trial.source), _WORD.findall(trial.target)
    if not _grams(source) & _grams(target):
        return None
    run = _longest_run(source, target)
    if len(run) < _RUN or sum(word[:1].islower() for word in run) < _SMALL:
        return None
    mostly = len(run) >= _LONG and len(run) >= _MOST * len(source)
    return Doubt(_COST, "most of the source came back as it was" if mostly else "")


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= set(family.split()) for family in _FAMILIES)


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _longest_run(source: list[str], target: list[str]) -> list[str]:
    """The longest stretch of words that both have."""
    best, end = 0, 0
    before = [0] * (len(target) + 1)
    for number, word in enumerate(source, 1):
        now = [0] * (len(target) + 1)
        for place, other in enumerate(target, 1):
            if word == other:
                now[place] = before[place - 1] + 1
                if now[place] > best:
                    best, end = now[place], number
        before = now
    return source[end - best : end]
