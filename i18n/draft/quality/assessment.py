"""What is a draft worth, and what should a reviewer look at?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from i18n.draft.quality.brackets import brackets
from i18n.draft.quality.chatter import chatter
from i18n.draft.quality.copying import copying
from i18n.draft.quality.endings import endings
from i18n.draft.quality.identification import identification
from i18n.draft.quality.length import length
from i18n.draft.quality.numbers import numbers
from i18n.draft.quality.opening import opening
from i18n.draft.quality.quotes import quotes
from i18n.draft.quality.repetition import repetition
from i18n.draft.quality.script import script
from i18n.draft.quality.trial import Check, Doubt, Trial
from i18n.memory.glossary import Term, lapses

_COST = 15
_MOST = 45


def terms(trial: Trial) -> Doubt | None:
    """Count approved terms that are missing, forbidden ones that are used, and names that were changed."""
    found = lapses(trial.terms, trial.target, trial.target_locale, trial.source) if trial.terms else ()
    count = len(list(found))
    return Doubt(min(_MOST, count * _COST)) if count else None


CHECKS: tuple[tuple[str, Check], ...] = (
    ("chatter", chatter),
    ("copy", copying),
    ("script", script),
    ("language", identification),
    ("length", length),
    ("repetition", repetition),
    ("numbers", numbers),
    ("terms", terms),
    ("brackets", brackets),
    ("quotes", quotes),
    ("opening", opening),
    ("ending", endings),
)
"""Each with the note that it leaves; if several refuse a draft, the first one gives the reason."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found out about a draft."""

    score: int
    """0-100: for sorting a reviewer's queue, and nothing else."""
    notes: tuple[str, ...] = ()
    """What to look at, in kebab-case and in the order of the checks."""
    fault: str = ""
    """Why the draft must be refused; empty if it need not be."""


def assess(
    msgid: str,
    msgstr: str,
    source: str,
    target: str,
    terms: Sequence[Term] = (),
    languages: Sequence[str] = (),
    own: int | None = None,
) -> Assessment:
    """Assess a draft as far as that needs no model.

    Both texts are what readers see, without markup and addresses. `source`, `target` and `languages` (those of the
    project) are BCP 47; `own` is the engine's own score, from which the doubts are taken.
    """
    trial = Trial(msgid, msgstr, source, target, tuple(terms), tuple(languages))
    doubts = [(note, doubt) for note, check in CHECKS if (doubt := check(trial)) is not None]
    score = (100 if own is None else own) - sum(doubt.cost for _, doubt in doubts)
    fault = next((doubt.fault for _, doubt in doubts if doubt.fault), "")
    return Assessment(max(0, min(100, score)), tuple(note for note, _ in doubts), fault)
