from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest

from i18n.draft.engine import Context, Failure
from i18n.draft.engines.llm.prompt import PromptItem
from i18n.draft.engines.llm.reply import End, Reply
from i18n.draft.engines.llm.rounds import Batch, TooLongError, settle
from i18n.draft.engines.transport import TransportError


def items(count: int) -> list[PromptItem]:
    return [PromptItem(f"t{n}", f"text {n}", f"text {n}", Context()) for n in range(1, count + 1)]


def answer(batch: Iterable[PromptItem], end: End = End.WHOLE) -> Reply:
    return Reply(json.dumps({item.id: item.text.upper() for item in batch}), end)


class Asked:
    """Keeps the sizes of the batches."""

    def __init__(self, reply: Callable[[Batch], Reply]) -> None:
        self.reply = reply
        self.batches: list[str] = []

    def __call__(self, batch: Batch) -> Reply:
        self.batches.append(" ".join(item.id for item in batch))
        return self.reply(batch)


ALL = {f"t{n}": f"TEXT {n}" for n in range(1, 5)}


def test_one_request_is_enough_where_all_goes_well() -> None:
    asked = Asked(answer)
    assert settle(items(4), asked) == ALL
    assert asked.batches == ["t1 t2 t3 t4"]


def test_nothing_is_asked_for_nothing() -> None:
    asked = Asked(answer)
    assert settle([], asked) == {}
    assert asked.batches == []


def test_what_is_missing_is_asked_again_for_itself() -> None:
    asked = Asked(lambda batch: answer(batch[:2]))
    assert settle(items(4), asked) == ALL
    assert asked.batches == ["t1 t2 t3 t4", "t3 t4"]


def test_and_then_one_by_one() -> None:
    asked = Asked(lambda batch: answer(batch[:1]))
    assert settle(items(4), asked) == ALL
    assert asked.batches == ["t1 t2 t3 t4", "t2 t3 t4", "t3", "t4"]


def test_an_answer_without_any_is_asked_one_by_one() -> None:
    asked = Asked(lambda batch: answer(batch) if len(batch) == 1 else Reply("Sorry?"))
    assert settle(items(3), asked) == {"t1": "TEXT 1", "t2": "TEXT 2", "t3": "TEXT 3"}
    assert asked.batches == ["t1 t2 t3", "t1", "t2", "t3"]


def test_a_single_text_may_be_answered_without_json() -> None:
    assert settle(items(1), lambda _: Reply("DER TEXT")) == {"t1": "DER TEXT"}


def test_a_cut_answer_keeps_what_is_whole_and_halves_the_rest() -> None:
    asked = Asked(lambda batch: answer(batch) if len(batch) < 3 else Reply('{"t1": "TEXT 1", "t2": "TE', End.CUT))
    assert settle(items(4), asked) == ALL
    assert asked.batches == ["t1 t2 t3 t4", "t2 t3", "t4"]


def test_a_batch_that_does_not_fit_is_halved() -> None:
    def reply(batch: Batch) -> Reply:
        if len(batch) > 1:
            raise TooLongError("too long")
        return answer(batch)

    asked = Asked(reply)
    assert settle(items(4), asked) == ALL
    assert asked.batches == ["t1 t2 t3 t4", "t1 t2", "t1", "t2", "t3 t4", "t3", "t4"]


def test_no_more_is_sent_at_once_than_fits() -> None:
    asked = Asked(answer)
    assert settle(items(4), asked, lambda batch: min(3, len(batch))) == ALL
    assert asked.batches == ["t1 t2 t3", "t4"]


def test_one_that_is_refused_does_not_harm_the_others() -> None:
    def reply(batch: Batch) -> Reply:
        return Reply("", End.REFUSED) if any(item.id == "t2" for item in batch) else answer(batch)

    assert settle(items(3), reply) == {"t1": "TEXT 1", "t2": Failure("it declined to translate it"), "t3": "TEXT 3"}


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply("{}"), "it gave no answer that can be read"),
        (Reply('{"t1": "TE', End.CUT), "its answer was cut off"),
        (Reply("", End.REFUSED), "it declined to translate it"),
    ],
)
def test_a_single_text_is_not_asked_twice(reply: Reply, reason: str) -> None:
    asked = Asked(lambda _: reply)
    assert settle(items(1), asked) == {"t1": Failure(reason)}
    assert asked.batches == ["t1"]


def test_after_a_fault_of_the_server_nothing_more_is_sent_and_nothing_is_lost() -> None:
    def reply(batch: Batch) -> Reply:
        if len(batch) == 1:
            raise TransportError("its server answered 503", final=True)
        return answer(batch[:2])

    asked = Asked(reply)
    failure = Failure("its server answered 503", broken=True, final=True)
    assert settle(items(4), asked, lambda batch: 4 if len(batch) == 4 else 1) == {**ALL, "t3": failure, "t4": failure}
    assert asked.batches == ["t1 t2 t3 t4", "t3"]


def test_there_is_an_end_to_asking() -> None:
    asked = Asked(lambda batch: Reply("", End.CUT))
    assert set(settle(items(8), asked).values()) == {Failure("its answer was cut off")}
    assert len(asked.batches) == 15
