from __future__ import annotations

import dataclasses

import pytest

from i18n.catalog.origin import (
    Origin,
    adopt,
    digest,
    is_human,
    is_reviewed,
    is_untouched_draft,
    mark,
    origin,
    refusal,
    review,
    rewritten,
    settle,
    waivers,
)
from i18n.model import Unit

EMPTY = Unit("The village waited.", comments=("ask Maria",))
DRAFT = mark(EMPTY, "Das Dorf wartete.", "apertium", "by way of Spanish")


def test_a_draft_is_fuzzy_and_says_where_it_came_from() -> None:
    assert DRAFT.fuzzy
    assert DRAFT.comments == ("ask Maria", f"draft: apertium by way of Spanish sha={digest('Das Dorf wartete.')}")
    assert origin(DRAFT) == Origin("apertium", "by way of Spanish", digest("Das Dorf wartete."))


def test_the_digest_is_the_beginning_of_sha256_of_the_text_in_utf8() -> None:
    assert digest("ü") == "607474ca"
    assert mark(Unit("u"), "ü", "deep:google").comments == ("draft: deep:google sha=607474ca",)


def test_a_new_draft_replaces_the_comment_of_the_old_one() -> None:
    again = mark(DRAFT, "Das Dorf hat gewartet.", "memory", "92 %")
    assert again.comments == ("ask Maria", f"draft: memory 92 % sha={digest('Das Dorf hat gewartet.')}")


@pytest.mark.parametrize(
    ("change", "untouched"),
    [
        ({}, True),
        ({"msgstr": "Das Dorf wartete!"}, False),
        ({"fuzzy": False}, False),
        ({"comments": ("ask Maria",)}, False),
        ({"msgstr": ""}, False),
        ({"comments": (*DRAFT.comments, "a note beside it")}, True),
    ],
)
def test_a_draft_is_untouched_while_text_and_state_are_those_that_were_written(
    change: dict[str, object], untouched: bool
) -> None:
    unit = dataclasses.replace(DRAFT, **change)  # type: ignore[arg-type]
    assert is_untouched_draft(unit) is untouched
    assert is_human(unit) is (bool(unit.msgstr) and not untouched)


def test_plural_forms_are_a_persons() -> None:
    assert is_human(Unit("a day", msgid_plural="days", msgstr_plural=("ein Tag", "Tage")))
    assert not is_human(Unit("a day", msgid_plural="days", msgstr_plural=("", "")))


def test_what_is_no_longer_true_is_dropped() -> None:
    assert settle(DRAFT) is DRAFT
    edited = dataclasses.replace(DRAFT, msgstr="Das Dorf wartete!")
    assert settle(edited).comments == ("ask Maria",)
    assert settle(EMPTY) is EMPTY


def test_an_accepted_draft_still_says_where_it_came_from() -> None:
    accepted = dataclasses.replace(DRAFT, fuzzy=False)
    assert settle(accepted) is accepted


def test_a_refusal_leaves_the_unit_empty_and_says_why() -> None:
    refused = refusal(DRAFT, "a link\nwas lost")
    assert (refused.msgstr, refused.fuzzy) == ("", False)
    assert refused.comments == ("ask Maria", "draft refused: a link was lost")
    assert settle(refused) is refused
    assert refusal(refused, "too long").comments == ("ask Maria", "draft refused: too long")
    assert mark(refused, "Das Dorf wartete.", "apertium", "by way of Spanish") == DRAFT


def test_a_refusal_goes_when_a_person_writes_a_text() -> None:
    assert settle(dataclasses.replace(refusal(EMPTY, "too long"), msgstr="Das Dorf")).comments == ("ask Maria",)


def test_adopting_a_text_drops_what_the_machine_said() -> None:
    assert adopt(DRAFT) == dataclasses.replace(DRAFT, comments=("ask Maria",))
    assert adopt(refusal(EMPTY, "too long")) == EMPTY


def test_a_rewritten_draft_stays_an_untouched_one_and_a_persons_text_a_persons() -> None:
    assert is_untouched_draft(rewritten(DRAFT, "Das Dorf"))
    assert origin(rewritten(DRAFT, "Das Dorf")) == Origin("apertium", "by way of Spanish", digest("Das Dorf"))
    edited = dataclasses.replace(DRAFT, msgstr="Das Dorf!")
    assert not is_untouched_draft(rewritten(edited, "Das Dorf?"))
    assert rewritten(dataclasses.replace(DRAFT, fuzzy=False), "Das Dorf").comments == ("ask Maria",)


@pytest.mark.parametrize(
    "comment", ["draft: apertium", "draft: apertium sha=0123456", "a draft: x sha=01234567", "Draft: x sha=01234567"]
)
def test_what_only_looks_like_the_comment_of_a_draft_is_a_persons(comment: str) -> None:
    unit = Unit("a", "b", fuzzy=True, comments=(comment,))
    assert origin(unit) is None
    assert settle(unit) is unit


@pytest.mark.parametrize(
    ("comments", "rules"),
    [
        ((), set()),
        (("ask Maria",), set()),
        (("i18n-ignore: numbers",), {"numbers"}),
        (("i18n-ignore: numbers, links",), {"numbers", "links"}),
        ((" i18n-ignore:numbers,links ", "i18n-ignore: html"), {"numbers", "links", "html"}),
        (("see i18n-ignore: numbers",), set()),
    ],
)
def test_waivers(comments: tuple[str, ...], rules: set[str]) -> None:
    assert waivers(Unit("a", comments=comments)) == rules


def test_a_review_holds_for_these_texts_alone() -> None:
    reviewed = review(Unit("The village", "Das Dorf", comments=("ask Maria",)), "am")
    assert reviewed.comments[0] == "ask Maria"
    assert reviewed.comments[1].startswith("reviewed: am ")
    assert is_reviewed(reviewed)
    for change in ({"msgid": "The villages"}, {"msgstr": "Die Dörfer"}, {"fuzzy": True}):
        assert not is_reviewed(dataclasses.replace(reviewed, **change))


def test_a_review_replaces_the_one_before() -> None:
    twice = review(review(Unit("a", "b"), "am"), "kt")
    assert [comment.split()[1] for comment in twice.comments] == ["kt"]
    assert is_reviewed(twice)


@pytest.mark.parametrize(
    ("detail", "score", "notes"),
    [
        ("eng-spa score=83 notes=length,numbers", 83, ("length", "numbers")),
        ("score=100", 100, ()),
        ("match=87", 87, ()),
        ("notes=ending", None, ("ending",)),
        ("by way of Spanish", None, ()),
        ("", None, ()),
    ],
)
def test_the_score_and_the_notes_can_be_read_again(detail: str, score: int | None, notes: tuple[str, ...]) -> None:
    told = origin(mark(EMPTY, "Das Dorf wartete.", "apertium", detail))
    assert told is not None
    assert (told.score, told.notes) == (score, notes)
