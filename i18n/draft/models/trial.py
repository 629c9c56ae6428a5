"""Does a model translate at all? One sentence is tried before it is installed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from i18n.draft.engine import Failure, Query
from i18n.draft.engines.ctranslate2 import CTranslate2, session
from i18n.draft.engines.ctranslate2.models import Model
from i18n.errors import InputError
from i18n.locales import language, own_name
from i18n.message import packed

_SENTENCES = {
    "ar": "الماء نظيف.", "de": "Das Wasser ist sauber.", "en": "The water is clean.", "es": "El agua está limpia.",
    "fr": "L’eau est propre.", "ko": "물이 깨끗합니다.", "pt": "A água está limpa.", "ru": "Вода чистая.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """What a model made of a sentence."""

    sentence: str = ""
    answer: str = ""
    """Empty if there was none."""
    missing: str = ""
    """Why it was not tried, or why there was no answer; may be empty."""


UNTRIED = Trial()


def tried(folder: Path, model: Model) -> Trial:
    """Try the model of a folder. Raises InputError if it cannot be loaded, or fails."""
    if not session.installed():
        return Trial(missing='CTranslate2 is not installed: pip install "manytongues[ctranslate2]"')
    sentence = _SENTENCES.get(language(model.source), own_name(model.source))
    with CTranslate2(folder) as engine:
        (answer,) = engine.translate([Query((sentence,))], model.source, model.target, engine.encodings[0])
    if not isinstance(answer, Failure):
        return Trial(sentence, packed.pack(answer.tokens))
    if answer.broken:
        raise InputError(f"The model cannot be used: {answer.reason}.", "Nothing of it was kept.")
    return Trial(sentence, missing=answer.reason)
