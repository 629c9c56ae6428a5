"""What a translator is told to look at is told in plain words, and goes when the draft does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.catalog.advice import NOTES, WORDS, advice, is_advice, trouble
from i18n.catalog.origin import adopt, mark, settle
from i18n.draft.engine import Why
from i18n.draft.quality.assessment import CHECKS
from i18n.model import Unit


@pytest.mark.parametrize(
    ("notes", "single", "pivot", "expected", "things"),
    [
        ((), {}, "", "", 0),
        ((), {}, "Spanish", "", 0),
        (("numbers", "ending"), {}, "", "look at: numbers, the mark at the end", 2),
        (("numbers",), {"name": ["Calloway"], "unknown": ["up", "ridge", "up"]}, "",
         "look at: numbers; names: Calloway; unknown words: up, ridge", 4),
        ((), {"pivot": ["estufa"], "form": ["muro"]}, "Spanish", "look at: as in Spanish: estufa; form of: muro", 2),
        (("opening",), {"sense": ["well", "lid"]}, "", "look at: ¿ and ¡; meaning of: well, lid", 3),
        ((), {"unknown": list("abcdefgh")}, "", "look at: unknown words: a, b, c, d, e, f and 2 more", 8),
        (("chatter",), {}, "", "", 0),
    ],
)  # fmt: skip
def test_how_it_is_said(
    notes: tuple[str, ...], single: dict[str, list[str]], pivot: str, expected: str, things: int
) -> None:
    assert advice(notes, single, pivot) == expected
    assert is_advice(expected) == bool(expected)
    assert trouble(Unit("two words", comments=("a person's", expected, "draft: x sha=01234567"))) == (things, 2)


@pytest.mark.parametrize(
    ("line", "things"),
    [
        ("look at: all of it; by way of Spanish", 2),
        ("look at: names; unknown words: upcoming, ridge; by way of Spanish", 4),
        ("look at: numbers, names; unknown words: a, b, c, d, e, f and 2 more", 10),
    ],
)
def test_lines_of_earlier_versions_go_with_their_drafts_too(line: str, things: int) -> None:
    assert is_advice(line)
    marked = mark(Unit("m", comments=(line,)), "draft", "fake")
    assert line not in marked.comments
    assert trouble(Unit("m", comments=(line,))) == (things, 1)


def test_a_queue_begins_with_what_has_most_to_be_looked_at() -> None:
    short, long = Unit("a cup"), Unit("a cup of tea for everybody who comes in")
    noted = replace(short, comments=(advice((), {"unknown": ["cup"]}),))
    assert sorted([short, noted, long], key=trouble, reverse=True) == [noted, long, short]


def test_every_kind_of_word_that_engines_name_has_a_label() -> None:
    assert WORDS.keys() == {why.value for why in Why}


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
