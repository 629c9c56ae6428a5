"""Does a draft say the same again and again?"""

from __future__ import annotations

from collections import Counter

import regex

from i18n.draft.quality.trial import Doubt, Trial
from i18n.words.scripts import SPACELESS

_COST = 30
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_LONGEST_LOOP = 12
"""Words, or letters where words have no spaces between."""
_SPACELESS = regex.compile(f"[{SPACELESS}]{{2,}}")
_TIMES, _ENDLESS = 3, 6
_STRETCH = 12
"""Characters that a loop must cover; `no, no, no` may be a matter of style."""
_SENTENCE = regex.compile(r"[^.!?。！？؟।\n]{15,}[.!?。！？؟।]")


def repetition(trial: Trial) -> Doubt | None:
    """Find loops and sentences said twice that the source does not have; refuse endless loops."""
    times, stretch = _loop(trial.target)
    if times >= _TIMES and stretch >= _STRETCH and times > _loop(trial.source)[0]:
        return Doubt(_COST, "it says the same again and again" if times >= _ENDLESS else "")
    return Doubt(_COST) if _most_said(trial.target) > _most_said(trial.source) else None


def _loop(text: str) -> tuple[int, int]:
    """How often something is said in a row at most, and how many characters that makes."""
    tokens = [token for word in _TOKEN.findall(text.casefold()) for token in _tokens(word)]
    best = (1, 0)
    for period in range(1, min(_LONGEST_LOOP, len(tokens) // 2) + 1):
        same = 0
        for at in range(period, len(tokens)):
            same = same + 1 if tokens[at] == tokens[at - period] else 0
            times = same // period + 1
            if times > best[0]:
                best = (times, sum(map(len, tokens[at - same - period + 1 : at + 1])))
    return best


def _tokens(word: str) -> list[str]:
    return list(word) if _SPACELESS.fullmatch(word) else [word]


def _most_said(text: str) -> int:
    """How often the sentence that is said most often is said."""
    return max(Counter(sentence.strip().casefold() for sentence in _SENTENCE.findall(text)).values(), default=1)
