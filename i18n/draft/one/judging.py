"""Is a draft good enough for a person to read?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from i18n.draft.one.strategy import Draft, Message, NoDraft, Verdict
from i18n.draft.quality import assess
from i18n.message.skeleton import prose

_NO_TRANSLATORS = frozenset({"pseudo"})
"""Engines whose drafts are not meant as translations."""


def judged(
    engine: str, message: Message, verdict: Verdict, source: str, target: str, languages: Collection[str] = ()
) -> Verdict:
    """Score a draft and note what to look at; refuse a useless one, so that the next engine is asked.

    `source`, `target` and `languages` (those of the project) are BCP 47.
    """
    if not isinstance(verdict, Draft) or engine in _NO_TRANSLATORS:
        return verdict
    found = assess(
        prose(message.msgid, message.dialect, message.labels),
        prose(verdict.msgstr, message.dialect, message.labels),
        source,
        target,
        message.glossary,
        tuple(languages),
        verdict.score,
    )
    return NoDraft(found.fault) if found.fault else replace(verdict, score=found.score, notes=found.notes)
