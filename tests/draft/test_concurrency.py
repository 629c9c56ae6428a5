from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from i18n.draft import DraftOutcome, Request, draft
from i18n.draft.engine import Answer, Failure, Limits, Query
from i18n.draft.many.concurrency import executor
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.draft.fake import Fake, shout, shouted

GFM = named("gfm")
WORDS = [f"{'ab' * (number % 7 + 1)} house {number}" for number in range(60)]


def requests(texts: list[str]) -> Iterator[Request]:
    return (Request(Unit(text), f"article{number // 10}", GFM) for number, text in enumerate(texts))


def meeting(count: int) -> tuple[Fake, threading.Barrier]:
    """An engine that answers only when so many calls are under way at once."""
    barrier = threading.Barrier(count)

    def together(query: Query, encoding: str) -> Answer:
        barrier.wait(20)
        return shouted(query, encoding)

    return Fake(together, limits=Limits(1000, batch=1, concurrency=count)), barrier


def test_as_many_calls_are_under_way_as_an_engine_takes() -> None:
    engine, _ = meeting(4)
    outcomes = list(draft(requests(WORDS), [engine], "en", "es"))
    assert [outcome.unit.msgstr for outcome in outcomes] == [shout(text) for text in WORDS]
    assert [outcome.request.article for outcome in outcomes] == [f"article{n // 10}" for n in range(60)]


def test_no_more_calls_are_under_way_than_an_engine_takes() -> None:
    inside: list[int] = []
    most = 0
    lock = threading.Lock()

    def counted(query: Query, encoding: str) -> Answer:
        nonlocal most
        with lock:
            inside.append(1)
            most = max(most, len(inside))
        answer = shouted(query, encoding)
        with lock:
            inside.pop()
        return answer

    narrow = Fake(counted, "narrow", limits=Limits(1000, batch=1, concurrency=2))
    wide = Fake(lambda *_: Failure("cannot"), "wide", limits=Limits(1000, batch=1, concurrency=8))
    outcomes = list(draft(requests(WORDS), [wide, narrow], "en", "es"))
    assert {outcome.engine for outcome in outcomes} == {"narrow"}
    assert most <= 2


def test_equal_messages_are_sent_once_by_all_threads() -> None:
    engine = Fake(limits=Limits(1000, batch=1, concurrency=4))
    outcomes = list(draft(requests(["a house", "a tree"] * 40), [engine], "en", "es"))
    assert len(outcomes) == 80
    assert sorted(engine.texts) == ["a house", "a tree"]


def test_outcomes_come_in_order_while_later_ones_wait() -> None:
    gate = threading.Event()

    def slow_first(query: Query, encoding: str) -> Answer:
        if query.tokens == (WORDS[0],):
            gate.wait(20)
        elif query.tokens == (WORDS[5],):
            gate.set()
        return shouted(query, encoding)

    engine = Fake(slow_first, limits=Limits(1000, batch=1, concurrency=2))
    outcomes = list(draft(requests(WORDS), [engine], "en", "es"))
    assert [outcome.request.unit.msgid for outcome in outcomes] == WORDS


def test_a_failing_engine_is_left_alone_by_all_threads() -> None:
    down = Fake(lambda *_: Failure("it is down", broken=True), limits=Limits(1000, batch=1, concurrency=4))
    outcomes = list(draft(requests(WORDS), [down], "en", "es"))
    assert all(outcome.broken for outcome in outcomes)
    assert 5 <= len(down.asked) <= 8


def test_an_interruption_begins_nothing_more_and_keeps_what_came() -> None:
    def slow_later(query: Query, encoding: str) -> Answer:
        if query.tokens[0] not in WORDS[:8]:
            time.sleep(0.3)
        return shouted(query, encoding)

    engine = Fake(slow_later, limits=Limits(1000, batch=1, concurrency=4))
    outcomes = draft(requests(WORDS), [engine], "en", "es")
    done: list[DraftOutcome] = [next(outcomes) for _ in range(3)]
    with pytest.raises(KeyboardInterrupt):
        outcomes.throw(KeyboardInterrupt())
    sent = len(engine.asked)
    assert [outcome.unit.msgstr for outcome in done] == [shout(text) for text in WORDS[:3]]
    assert sent < len(WORDS)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("draft") and thread.daemon]


def test_a_fault_in_a_thread_comes_out() -> None:
    def broken(query: Query, encoding: str) -> Answer:
        raise ZeroDivisionError

    engine = Fake(broken, limits=Limits(1000, batch=1, concurrency=3))
    with pytest.raises(ZeroDivisionError):
        list(draft(requests(WORDS), [engine], "en", "es"))


def test_one_call_at_once_needs_no_thread() -> None:
    with executor(1) as threads:
        assert threads.submit(threading.get_ident).result() == threading.get_ident()
