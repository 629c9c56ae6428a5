"""The language of a draft, where the extra `language` is installed."""

from __future__ import annotations

import importlib.util

import pytest

from i18n.draft.quality import assess
from i18n.draft.quality import identification as module
from tests.draft.quality.test_notes import GOOD, PROSA, PROSE

pytestmark = pytest.mark.skipif(importlib.util.find_spec("py3langid") is None, reason="py3langid is not installed")

LANGUAGES = ("de", "es", "ko", "ar", "pt-BR", "fr")
OTHER = (
    "The nurse opens a box in the morning, and nobody knows how long the ice will last in the heat of the village. "
    "So she counts every vial again before the children come."
)


def test_a_long_draft_in_the_sources_language_is_refused() -> None:
    found = assess(PROSE, OTHER, "en", "es", languages=LANGUAGES)
    assert found.fault == "it is in the language of the source"


def test_another_language_of_the_project_is_noted() -> None:
    found = assess(PROSE, PROSA, "en", "fr", languages=LANGUAGES)
    assert found.notes == ("language",)
    assert not found.fault


def test_the_right_language_is_not_doubted() -> None:
    assert assess(PROSE, PROSA, "en", "es", languages=LANGUAGES).notes == ()
    for locale, msgid, msgstr in GOOD:
        if locale != "en":
            assert "language" not in assess(msgid, msgstr, "en", locale, languages=LANGUAGES).notes


def test_a_language_that_the_model_lacks_is_not_judged() -> None:
    assert "language" not in assess(PROSE, OTHER, "en", "gsw", languages=LANGUAGES).notes


def test_nothing_is_said_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    module._ranking.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert "language" not in assess(PROSE, OTHER, "en", "es", languages=LANGUAGES).notes
    module._ranking.cache_clear()
