"""Is a draft in the language it should be in? The only importer of py3langid, where that is installed."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Callable, Sequence
from typing import Protocol

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import language

_COST = 30
_LEAST, _CERTAIN = 40, 120
"""Letters from which on a text is looked at, and from which on one in the source's language is refused."""
_ODDS = 0.99
_NAMES = {"fil": "tl"}
"""Languages that the model has under another name."""


def identification(trial: Trial) -> Doubt | None:
    """Identify the language among those of the project, if the extra `language` is installed.

    A text of some length that is clearly in the source's language is refused.
    """
    letters = sum(map(str.isalpha, trial.target))
    source, target = _name(trial.source_locale), _name(trial.target_locale)
    if letters < _LEAST or source == target:
        return None
    rank = _ranking(tuple(sorted({source, target})), tuple(sorted(set(map(_name, trial.languages)))))
    if rank is None:
        return None
    found, odds = rank(trial.target)
    if found == target or odds < _ODDS:
        return None
    certain = found == source and letters >= _CERTAIN
    return Doubt(_COST, "it is in the language of the source" if certain else "")


def likelier(text: str, one: str, other: str) -> str:
    """Tell which of two languages a text is in, by their codes; empty where no model is installed that knows both."""
    names = {_NAMES.get(code, code): code for code in (one, other)}
    rank = _ranking(tuple(sorted(names)), ())
    return names[rank(text)[0]] if rank is not None else ""


def _name(locale: str) -> str:
    return _NAMES.get(language(locale), language(locale))


@functools.cache
def _ranking(pair: tuple[str, ...], others: tuple[str, ...]) -> Callable[[str], tuple[str, float]] | None:
    """Function that names the likeliest of these languages, with its probability; None if the model lacks the pair."""
    model = _model()
    if model is None or not set(pair) <= set(model.labels):
        return None
    model.set_languages([name for name in model.labels if name in pair or name in others])
    return model.classify


class _Model(Protocol):
    """What is used of py3langid's identifier."""

    labels: Sequence[str]

    def set_languages(self, languages: list[str]) -> None: ...

    def classify(self, text: str) -> tuple[str, float]: ...


def _model() -> _Model | None:
    """Load a model of its own for each set of languages, as it is restricted for good."""
    if importlib.util.find_spec("py3langid") is None:
        return None
    from py3langid import langid  # 0.8 s, and 2.6 s more for its model: only when a draft is looked at

    made: _Model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    return made
