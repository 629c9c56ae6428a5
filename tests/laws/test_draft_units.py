"""Drafting never touches what a person wrote, and a second run writes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.catalog.origin import is_untouched_draft, mark, refusal
from i18n.draft import DraftOutcome, Request, Traffic, draft
from i18n.draft.engine import Answer, Failure, Limits, Query, Translation
from i18n.draft.many.memory import MemoryStep
from i18n.markdown.dialects import named
from i18n.memory import EntryIndex, entries
from i18n.model import Reference, Unit
from tests.draft.fake import Fake, shouted

GFM = named("gfm")

_budget = settings(max_examples=200)
_texts = st.sampled_from(["", "a house", "a *red* house", "una casa", "una casa *roja*", "`x`", " ", "by hand"])
_comments = st.lists(
    st.sampled_from(["a note", "draft refused: fake: a tag was lost", "i18n-ignore: numbers"]), max_size=2
)
_written = st.builds(
    Unit,
    msgid=_texts,
    msgstr=_texts,
    msgctxt=st.sampled_from([None, "button"]),
    fuzzy=st.booleans(),
    previous_msgid=st.sampled_from([None, "an old house"]),
    comments=_comments.map(tuple),
    extracted=st.sampled_from([(), ("paragraph",)]),
    references=st.just((Reference("source/a.md"),)),
    flags=st.sampled_from([(), ("no-wrap",)]),
    obsolete=st.booleans(),
    msgid_plural=st.sampled_from([None, None, None, "houses"]),
)
_drafted = st.builds(
    lambda unit, msgstr, fuzzy: replace(mark(unit, msgstr or "x", "apertium", "score=90"), fuzzy=fuzzy),
    _written,
    _texts,
    st.booleans(),
)
_refused = st.builds(lambda unit: refusal(unit, "fake: a tag was lost"), _written)
_requests = st.lists(
    st.builds(
        Request,
        unit=_written | _drafted | _refused,
        article=st.sampled_from(["one", "two", "diary"]),
        dialect=st.just(GFM),
        private=st.booleans(),
        mt=st.sampled_from(["", "local", "off"]),
    ),
    max_size=8,
)


def _sources(seed: int) -> tuple[list[Fake], MemoryStep]:
    """Engines of every sort and a memory somewhere between them; the same for the same seed."""

    def moody(query: Query, encoding: str) -> Answer:
        mood = random.Random(f"{seed} {encoding} {query.tokens}").random()
        if mood < 0.2:
            return Failure("not today", broken=mood < 0.1)
        return shouted(query, encoding) if mood < 0.7 else Translation(("todo perdido",))

    chance = random.Random(seed)
    known = EntryIndex(entries([Unit("a house", "una casa"), Unit("by hand", "a mano")], "one", private=seed % 2 == 0))
    engines = [
        Fake(moody, "near", traffic=Traffic.NONE, limits=Limits(1000, 3)),
        Fake(moody, "far", traffic=Traffic.THIRD_PARTY, limits=Limits(1000, 2)),
    ]
    chance.shuffle(engines)
    return engines, MemoryStep(known, after=frozenset(each.name for each in engines[: chance.randrange(3)]))


def _run(requests: list[Request], seed: int, *, redo: bool) -> list[DraftOutcome]:
    engines, memory = _sources(seed)
    return list(draft(requests, engines, "en", "es", memory=memory, redo=redo))


@_budget
@given(_requests, st.integers(0, 1000), st.booleans())
def test_only_empty_messages_and_untouched_drafts_change(requests: list[Request], seed: int, redo: bool) -> None:
    outcomes = _run(requests, seed, redo=redo)
    for outcome in outcomes:
        old, new = outcome.request.unit, outcome.unit
        assert not old.msgstr or (redo and is_untouched_draft(old))
        assert not old.obsolete
        assert new.msgid == old.msgid
        assert (new.msgctxt, new.extracted, new.references, new.flags) == (
            old.msgctxt, old.extracted, old.references, old.flags,
        )  # fmt: skip
        assert {comment for comment in old.comments if not comment.startswith("draft")} <= set(new.comments)
        if outcome.engine:
            assert new.fuzzy
            assert is_untouched_draft(new)
        else:
            assert new.msgstr == old.msgstr
    # In the order of the requests, each at most once.
    order = iter(requests)
    assert all(any(outcome.request is request for request in order) for outcome in outcomes)


@_budget
@given(_requests, st.integers(0, 1000))
def test_a_second_run_writes_nothing(requests: list[Request], seed: int) -> None:
    first = _run(requests, seed, redo=False)
    again = [replace(outcome.request, unit=outcome.unit) for outcome in first]
    for outcome in _run(again, seed, redo=False):
        if not outcome.engine and not outcome.broken:
            assert outcome.unit == outcome.request.unit


@_budget
@given(_requests, st.integers(0, 1000))
def test_what_may_not_leave_does_not(requests: list[Request], seed: int) -> None:
    engines, memory = _sources(seed)
    list(draft(requests, engines, "en", "es", memory=memory))
    allowed = {request.unit.msgid for request in requests if not request.private and not request.mt}
    local = {request.unit.msgid for request in requests if request.mt != "off"}
    for engine in engines:
        plain = {text.replace("*", "") for text in (allowed if engine.name == "far" else local)}
        assert all(any(text in whole for whole in plain) for text in engine.texts)
