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
    """Note what to look at, and refuse a useless draft, so that the next engine is asked.

    Doubts lower the score of an engine that has one; the share of words that it knows, or none at all, is no score.

    `source`, `target` and `languages` (those of the project) are BCP 47.
    """
    if not isinstance(verdict, Draft) or engine in _NO_TRANSLATORS:
        return verdict
    said = prose(message.msgid, message.dialect, message.labels)
    drafted = prose(verdict.msgstr, message.dialect, message.labels)
    found = assess(
        said,
        drafted,
        source,
        target,
        message.glossary,
        tuple(languages),
        verdict.score,
    )
    if found.fault:
        return NoDraft(found.fault)
    unsure = message.facts.unsure(said, drafted) if message.facts else ()
    score = None if verdict.score is None else found.score
    return replace(verdict, score=score, notes=(*found.notes, *unsure))
