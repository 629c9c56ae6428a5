"""What does a draft have of the dates and times of a hundred sentences? `tests/data/dates.txt`."""

from __future__ import annotations

import pytest

from i18n.draft.many.facts import FactWriter
from tests.fixtures import DATA

WRITTEN = "de es fr it pt-BR ru uk hi sw ar ko zh".split()


def sentences() -> dict[str, dict[str, str]]:
    """What each language has, by sentence."""
    found: dict[str, dict[str, str]] = {}
    sentence = ""
    for line in (DATA / "dates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            tag, _, said = line.strip().partition(": ")
            found[sentence][tag] = said
        elif line and not line.startswith("//"):
            sentence = line
            found[sentence] = {}
    return found


def said(sentence: str, tag: str) -> str:
    """What a draft writes otherwise than the sentence."""
    found = FactWriter("en", tag).found(sentence)
    return " · ".join(written for span, written in found if written and written != span.of(sentence))


@pytest.mark.parametrize("tag", WRITTEN)
def test_a_language_has_its_own_form(tag: str) -> None:
    wanted = {sentence: forms[tag] for sentence, forms in sentences().items() if tag in forms}
    assert {sentence: said(sentence, tag) for sentence in wanted} == wanted


def test_what_is_not_sure_stays() -> None:
    others = [sentence for sentence, forms in sentences().items() if not forms]
    assert len(sentences()) == 100
    assert len(others) >= 10
    assert [sentence for sentence in others if any(said(sentence, tag) for tag in (*WRITTEN, "pl"))] == []
