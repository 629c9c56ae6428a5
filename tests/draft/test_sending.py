from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Answer, Capability, Context, Failure, Limits, Query, Translation
from i18n.draft.sending.budget import Budget
from i18n.draft.sending.cache import Key
from i18n.draft.sending.sender import Sender
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.draft.fake import Fake, shout, shouted

GFM = named("gfm")


@dataclass
class Shelf:
    """A store in memory."""

    answers: dict[Key, Answer] = field(default_factory=dict)

    def known(self, keys: Sequence[Key]) -> Mapping[Key, Answer]:
        return {key: self.answers[key] for key in keys if key in self.answers}

    def keep(self, answers: Iterable[tuple[Key, Answer]]) -> None:
        self.answers.update(answers)


@dataclass
class Office:
    """Everything that stands before an engine."""

    engine: Fake
    shelf: Shelf = field(default_factory=Shelf)
    budget: Budget = field(default_factory=Budget)
    lines: list[tuple[str, str, str, int]] = field(default_factory=list)

    def sender(self, *, price: float = 0.0, estimating: bool = False) -> Sender:
        return Sender(self.shelf, self.budget, self._note, lambda _: price, estimating=estimating)

    def ask(self, *texts: str, article: str = "a", price: float = 0.0) -> tuple[Answer, ...]:
        return self.translate(*(Query((text,), article=article) for text in texts), price=price)

    def translate(self, *queries: Query, price: float = 0.0) -> tuple[Answer, ...]:
        return self.sender(price=price).translate(self.engine, queries, "en", "es", "first")

    def _note(self, article: str, locale: str, engine: str, characters: int) -> None:
        assert not any(text in self.engine.texts for text in ("the last house",)), "noted before it is sent"
        self.lines.append((article, locale, engine, characters))


def remote(**more: object) -> Fake:
    return replace(Fake(traffic=Traffic.THIRD_PARTY, address="far.example", limits=Limits(99, 1)), **more)  # type: ignore[arg-type]


def test_what_was_answered_is_not_sent_again() -> None:
    office = Office(remote())
    first = office.ask("a house", "a tree", "a house")
    second = office.ask("a tree", "a house")
    assert first == tuple(map(shouted_text, ("a house", "a tree", "a house")))
    assert second == tuple(map(shouted_text, ("a tree", "a house")))
    assert office.engine.texts == ["a house", "a tree"]
    assert office.budget.accounts["fake"].cached == 3


def shouted_text(text: str) -> Translation:
    return Translation((shout(text),))


@pytest.mark.parametrize(
    "other",
    [
        {"version": "2"},
        {"name": "another"},
        {"source": "fr"},
        {"target": "de"},
        {"encoding": "second"},
        {"query": Query(("a house",), Context(headings=("At home",)))},
        {"query": Query(("a house",), Context(terms=(("house", "casa"),)))},
        {"query": Query(("a houses",))},
    ],
)
def test_another_question_is_sent(other: dict[str, object]) -> None:
    office = Office(remote())
    told: dict[str, object] = {"query": Query(("a house",)), "source": "en", "target": "es", "encoding": "first"}
    office.translate(Query(("a house",)))
    office.engine = replace(office.engine, **{key: other[key] for key in other if key in ("version", "name")})  # type: ignore[arg-type]
    told |= other
    office.sender().translate(office.engine, [told["query"]], told["source"], told["target"], told["encoding"])  # type: ignore
    assert len(office.engine.asked) == 2


def test_the_article_is_no_part_of_the_question() -> None:
    office = Office(remote())
    office.ask("a house", article="one")
    office.ask("a house", article="two")
    assert len(office.engine.asked) == 1


def test_what_is_sent_is_noted_before_and_without_text() -> None:
    office = Office(remote())
    office.ask("a house", "the last house", article="news")
    assert office.lines == [("news", "es", "fake", len("a house") + len("the last house"))]
    office.ask("a house", article="sport")
    assert len(office.lines) == 1


def test_what_stays_in_this_process_is_not_noted_and_not_limited() -> None:
    office = Office(Fake(address="nowhere"), budget=Budget(max_characters=3))
    assert office.ask("a house") == (shouted_text("a house"),)
    assert office.lines == []


def test_a_limit_of_characters_stops_before_it_is_passed() -> None:
    office = Office(remote(), budget=Budget(max_characters=20))
    requests = [Request(Unit("a" * 8 + letter), "a", GFM) for letter in "bcdf"]
    outcomes = list(draft(requests, [office.engine], "en", "es", send=office.sender().translate))
    assert [bool(outcome.engine) for outcome in outcomes] == [True, True, False, False]
    assert sum(map(len, office.engine.texts)) == 18
    assert outcomes[2].reason == "fake: the limit of 20 characters is reached"
    assert outcomes[2].unit == Unit("a" * 8 + "d")


def test_of_a_request_that_would_pass_a_limit_the_part_that_fits_is_sent() -> None:
    office = Office(remote(limits=Limits(99, 8)), budget=Budget(max_characters=20))
    answers = office.ask("aaaaaaab", "aaaaaaac", "aaaaaaad", "aaaaaaae")
    assert [isinstance(answer, Translation) for answer in answers] == [True, True, False, False]
    assert sum(map(len, office.engine.texts)) == 16


def test_a_limit_holds_for_all_engines_together_and_what_is_told_counts() -> None:
    budget = Budget(max_characters=20)
    one = Office(remote(name="one", capabilities=frozenset({Capability.PLACE})), budget=budget)
    other = Office(remote(name="other"), budget=budget)
    one.translate(Query(("a house",), Context(title="0123456789")))
    (answer,) = other.ask("a tree")
    assert answer == Failure("the limit of 20 characters is reached", broken=True, final=True)


def test_a_limit_of_cost_stops_before_it_is_passed() -> None:
    office = Office(remote(), budget=Budget(max_cost=0.00002))
    answers = [office.ask("x" * 8 + letter, price=1.0)[0] for letter in "abc"]
    assert [isinstance(answer, Translation) for answer in answers] == [True, True, False]
    assert office.budget.accounts["fake"].cost == pytest.approx(0.000018)


def test_the_bill_is_what_the_service_says() -> None:
    office = Office(remote(reply=lambda query, encoding: replace(shouted(query, encoding), billed=3)))
    office.ask("a house", "a tree", price=10.0)
    account = office.budget.accounts["fake"]
    assert (account.characters, account.billed, account.requests, account.texts) == (13, 6, 1, 2)


def test_what_is_told_beside_a_text_costs_only_where_the_service_charges_for_it() -> None:
    query = Query(("a house",), Context(title="0123456789"))
    for free, billed in ((True, 7), (False, 17)):
        office = Office(remote(capabilities=frozenset({Capability.PLACE}), limits=Limits(99, 1, context_is_free=free)))
        office.translate(query)
        account = office.budget.accounts["fake"]
        assert (account.characters, account.billed) == (17, billed)


def test_refusals_are_kept_and_failures_are_not() -> None:
    replies = {"cannot": Failure("cannot"), "down": Failure("it is down", broken=True)}
    office = Office(remote(reply=lambda query, _: replies[str(query.tokens[0])]))
    for _ in range(2):
        assert office.ask("cannot", "down") == tuple(replies.values())
    assert [answer for answer in office.shelf.answers.values() if isinstance(answer, Failure) and not answer.broken]


def test_an_estimate_counts_and_sends_nothing() -> None:
    office = Office(remote())
    office.ask("a house")
    office.budget = Budget()
    requests = [Request(Unit(text), "a", GFM) for text in ("a house", "a *red* tree", "a tree", "a tree")]
    later = Fake(name="later", traffic=Traffic.THIRD_PARTY, address="later.example")
    send = office.sender(estimating=True).translate
    outcomes = list(draft(requests, [office.engine, later], "en", "es", send=send, estimating=True))
    assert [outcome.engine for outcome in outcomes] == ["fake", "", "", ""]
    account = office.budget.accounts["fake"]
    assert (account.cached, account.texts, account.requests) == (1, 2, 2)
    assert "later" not in office.budget.accounts
    assert (office.engine.texts, later.asked, len(office.lines)) == (["a house"], [], 1)
