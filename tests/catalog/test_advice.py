"""What a translator is told to look at is told in plain words, and goes when the draft does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.catalog.advice import NOTES, advice, is_advice
from i18n.catalog.origin import adopt, mark, settle
from i18n.draft.quality.assessment import CHECKS
from i18n.model import Unit


@pytest.mark.parametrize(
    ("notes", "unknown", "pivot", "expected"),
    [
        ((), (), "", ""),
        (("numbers", "ending"), (), "", "look at: numbers, the mark at the end"),
        (("numbers",), ("Calloway", "up", "ridge", "up"), "", "look at: numbers, names; unknown words: up, ridge"),
        ((), ("ridge",), "Spanish", "look at: all of it; unknown words: ridge; by way of Spanish"),
        ((), tuple("abcdefgh"), "", "look at: all of it; unknown words: a, b, c, d, e, f and 2 more"),
        (("chatter",), (), "", ""),
    ],
)  # fmt: skip
def test_how_it_is_said(notes: tuple[str, ...], unknown: tuple[str, ...], pivot: str, expected: str) -> None:
    assert advice(notes, unknown, pivot) == expected
    assert is_advice(expected) == bool(expected)


def test_every_note_of_a_draft_that_is_kept_has_words() -> None:
    always_refused = {"chatter"}
    assert {note for note, _ in CHECKS} - always_refused <= NOTES.keys()


@pytest.mark.parametrize(
    "comment", ["look at: page 3", "look at: numbers and names", "Look at: numbers", "look at numbers"]
)
def test_a_note_of_a_person_is_kept(comment: str) -> None:
    assert not is_advice(comment)
    marked = mark(Unit("m", comments=(comment,)), "draft", "fake", advice="look at: numbers")
    assert comment in settle(replace(marked, msgstr="by hand")).comments


def test_it_goes_with_the_draft() -> None:
    marked = mark(Unit("m"), "draft", "fake", advice=advice(("numbers",)))
    assert len(marked.comments) == 2
    assert settle(marked) == marked
    assert settle(replace(marked, msgstr="by hand")).comments == ()
    assert adopt(marked).comments == ()
    assert len(mark(marked, "another", "fake").comments) == 1
