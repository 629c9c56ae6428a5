"""Are the quotation marks of a draft as complete as those of its source?"""

from __future__ import annotations

import regex

from i18n.draft.quality.trial import Doubt, Trial

_COST, _WRAPPED = 5, 15
_MARKS = '"“”„‟«»「」『』《》〈〉＂'
_OTHERWISE = regex.compile(r"[—–‘’‚‹›']")
_AROUND = regex.compile(rf"^\s*[{_MARKS}'‘‚][^{_MARKS}]*[{_MARKS}'’‘]\s*$")


def quotes(trial: Trial) -> Doubt | None:
    """Find a mark without its other half, quotations that are gone, and marks around everything.

    Languages choose their own marks, single ones too, and some begin speech with a dash: double marks are counted, and
    are gone only where nothing stands in their place.
    """
    if _AROUND.search(trial.target) and not _AROUND.search(trial.source):
        return Doubt(_WRAPPED)
    source, target = _count(trial.source), _count(trial.target)
    odd = target % 2 and not source % 2
    gone = source >= 2 and not target and not _OTHERWISE.search(trial.target)
    return Doubt(_COST) if odd or gone else None


def _count(text: str) -> int:
    return sum(map(text.count, _MARKS))
