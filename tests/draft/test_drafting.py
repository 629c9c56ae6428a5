from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from i18n.catalog.origin import mark, origin
from i18n.draft import DraftOutcome, Request, Traffic, draft, wanted
from i18n.draft.engine import Answer, Doubtful, Engine, Failure, Limits, Query, Readiness, Translation, Why
from i18n.draft.many.memory import MemoryStep
from i18n.markdown.dialects import named
from i18n.memory import EntryIndex, entries
from i18n.memory.glossary import Glossary, Status, Term
from i18n.message.marks import Mark, Role
from i18n.message.skeleton import prose
from i18n.model import Unit
from tests.draft.fake import Fake, shout, shouted
from tests.message.marks import hold_mark

GFM = named("gfm")


def request(msgid: str, article: str = "a", *, private: bool = False, mt: str = "", msgstr: str = "") -> Request:
    return Request(Unit(msgid, msgstr), article, GFM, private=private, mt=mt)


def run(requests: Sequence[Request], *sources: Engine | MemoryStep, redo: bool = False) -> list[DraftOutcome]:
    """Draft by engines, and by a memory in its place among them."""
    engines = [each for each in sources if not isinstance(each, MemoryStep)]
    memory: MemoryStep | None = None
    for number, each in enumerate(sources):
        if isinstance(each, MemoryStep):
            memory = replace(each, after=frozenset(engine.name for engine in engines[:number]))
    return list(draft(requests, engines, "en", "es", memory=memory, redo=redo))


def recall(*units: Unit, article: str = "a", private: bool = False, minimum: int = 75) -> MemoryStep:
    return MemoryStep(EntryIndex(entries(units, article, private=private)), minimum)


def test_a_draft_is_fuzzy_and_says_where_it_came_from() -> None:
    (outcome,) = run([request("a *red* house")], Fake())
    assert outcome.unit.msgstr == shout("a *red* house")
    assert outcome.unit.fuzzy
    assert outcome.engine == "fake"
    told = origin(outcome.unit)
    assert told is not None
    assert told.engine == "fake"


def test_the_score_and_the_way_are_in_the_comment() -> None:
    engine = Fake(lambda query, encoding: replace(shouted(query, encoding), score=83, detail="eng-spa"))
    (outcome,) = run([request("one\ntwo")], engine)
    assert outcome.unit.comments[0].startswith("draft: fake eng-spa score=83 sha=")


def test_what_a_person_wrote_is_not_touched() -> None:
    draft_of_a_machine = mark(Unit("m"), "machine", "apertium")
    edited = replace(draft_of_a_machine, msgstr="by hand")
    accepted = replace(draft_of_a_machine, fuzzy=False)
    for unit in (edited, accepted, Unit("m", "finished"), Unit("m", "fuzzy", fuzzy=True), Unit("m", " ")):
        assert not wanted(unit, redo=True)
    assert not wanted(draft_of_a_machine)
    assert wanted(draft_of_a_machine, redo=True)
    assert wanted(Unit("m"))
    assert not wanted(Unit(""))
    assert not wanted(Unit("m", obsolete=True))
    assert not wanted(Unit("m", msgid_plural="ms"))


def test_redo_replaces_untouched_drafts_and_keeps_them_where_there_is_no_better_one() -> None:
    old = mark(Unit("a house"), "vieja", "apertium")
    (outcome,) = run([Request(old, "a", GFM)], Fake(), redo=True)
    assert outcome.unit.msgstr == shout("a house")
    (outcome,) = run([Request(old, "a", GFM)], Fake(lambda *_: Failure("cannot")), redo=True)
    assert outcome.unit == old
    assert outcome.reason == "fake: cannot"


def test_sources_are_tried_in_order() -> None:
    memory = recall(Unit("a house", "una casa"))
    first, second = run([request("a house"), request("a tree")], memory, Fake())
    assert (first.unit.msgstr, first.engine) == ("una casa", "memory")
    assert first.unit.comments[0].startswith("draft: memory match=100 sha=")
    assert (second.unit.msgstr, second.engine) == (shout("a tree"), "fake")
    (first,) = run([request("a house")], Fake(), memory)
    assert first.engine == "fake"


def test_the_next_engine_takes_what_the_first_refused() -> None:
    bad = Fake(lambda *_: Translation(("nothing of it",)), name="bad")
    (outcome,) = run([request("a *red* house")], bad, Fake(name="good"))
    assert outcome.engine == "good"
    assert outcome.reason == ""


def test_a_refusal_leaves_the_message_empty_and_says_why() -> None:
    engine = Fake(lambda *_: Translation(("sin marcas",)))
    (outcome,) = run([request("a *red* house")], engine)
    assert outcome.unit.msgstr == ""
    assert not outcome.unit.fuzzy
    assert outcome.unit.comments == ("draft refused: fake: a tag was lost",)
    (again,) = run([Request(outcome.unit, "a", GFM)], engine)
    assert again.unit == outcome.unit


def test_the_memory_has_a_say_only_where_no_engine_has() -> None:
    (outcome,) = run([request("a house")], recall(), Fake(lambda *_: Failure("cannot")))
    assert outcome.reason == "fake: cannot"
    (outcome,) = run([request("a house")], recall())
    assert outcome.reason == "memory: nothing in the memory is like it"


def test_the_source_text_is_never_a_draft() -> None:
    echo = Fake(lambda query, _: Translation(query.tokens))
    (outcome,) = run([request("a *red* house")], echo)
    assert outcome.unit.comments == ("draft refused: fake: the engine gave the source text back",)
    louder = Fake(lambda query, _: Translation(tuple(t.title() if isinstance(t, str) else t for t in query.tokens)))
    (outcome,) = run([request("a *red* house")], louder)
    assert not outcome.engine


def test_nothing_to_translate_is_no_refusal() -> None:
    engine = Fake()
    outcomes = run([request("`code`"), request("{{ title }}"), request("![](a.png)")], engine)
    assert [outcome.unit.comments for outcome in outcomes] == [()] * 3
    assert engine.asked == []
    assert not any(outcome.broken for outcome in outcomes)


def test_numbers_and_addresses_are_copied() -> None:
    engine = Fake()
    for text in ("42", "20 m²", "https://example.org/"):
        (outcome,) = run([request(text)], engine)
        assert (outcome.engine, outcome.unit.msgstr, outcome.unit.fuzzy) == ("copy", text, True)
    assert engine.asked == []


@pytest.mark.parametrize(
    ("known", "text"),
    [("+12.5%", "-12.5%"), ("1,250 kg", "1,250"), ("1,250,000", "1,250,000 men"), ("1,250,000 men", "1,250,000")],
)
def test_what_has_no_words_is_like_nothing_but_itself(known: str, text: str) -> None:
    memory = recall(Unit(known, known))
    same, other = run([request(known), request(text)], memory)
    assert same.engine == "memory"
    assert other.engine != "memory"


def test_equal_messages_are_sent_once() -> None:
    engine = Fake()
    outcomes = run([request("a house", f"article{n}") for n in range(20)], engine)
    assert {outcome.unit.msgstr for outcome in outcomes} == {shout("a house")}
    assert engine.texts == ["a house"]


def test_refused_messages_are_not_sent_again_either() -> None:
    engine = Fake(lambda *_: Failure("cannot"))
    run([request("a house", f"article{n}") for n in range(20)], engine)
    assert len(engine.asked) == 1


def test_a_text_without_marks_is_asked_for_once() -> None:
    engine = Fake(lambda *_: Failure("cannot"))
    run([request("One house. Two houses.")], engine)
    assert engine.texts == ["One house. Two houses."]


def test_the_second_way_is_tried() -> None:
    engine = Fake(
        lambda query, encoding: shouted(query, encoding) if encoding == "second" else Translation(("perdido",))
    )
    (outcome,) = run([request("a *red* house")], engine)
    assert outcome.unit.msgstr == shout("a *red* house")
    assert [encoding for encoding, _ in engine.asked] == ["first", "second"]


def test_sentence_by_sentence_is_tried() -> None:
    def short_only(query: Query, encoding: str) -> Answer:
        text = "".join(token for token in query.tokens if isinstance(token, str))
        return Failure("too much at once") if ". " in text else shouted(query, encoding)

    (outcome,) = run([request("The *red* house stands. Nobody lives there.")], Fake(short_only))
    assert outcome.unit.msgstr == shout("the *red* house stands. nobody lives there.")


def test_pairs_are_found_again_by_their_words() -> None:
    words = {"a red house": "una casa roja", "red": "roja", "two red red": "dos roja roja"}

    def bare(query: Query, encoding: str) -> Answer:
        if any(isinstance(token, Mark) for token in query.tokens):
            return Failure("marks confuse me")
        return Translation((words["".join(token for token in query.tokens if isinstance(token, str))],))

    (outcome,) = run([request("a *red* house")], Fake(bare))
    assert outcome.unit.msgstr == "una casa *roja*"
    (outcome,) = run([request("two *red* red")], Fake(bare))
    assert outcome.unit.comments == ("draft refused: fake: marks confuse me",)


def test_a_text_too_long_goes_in_sentences_and_a_sentence_too_long_not_at_all() -> None:
    engine = Fake(limits=Limits(characters=30, batch=4))
    long = "The house is red. The tree is green. The sky is blue."
    (outcome,) = run([request(long)], engine)
    assert outcome.unit.msgstr == shout(long)
    assert all(len(text) <= 30 for text in engine.texts)
    (outcome,) = run([request("a word and another word and one more word")], engine)
    assert outcome.unit.comments == ("draft refused: fake: it is longer than the 30 characters allowed",)


def test_batches_are_as_large_as_the_engine_allows() -> None:
    engine = Fake(limits=Limits(characters=100, batch=3))
    run([request(f"message {'x' * n}y") for n in range(8)], engine)
    assert max(engine.batches) == 3
    assert sum(engine.batches) == 8


def test_outcomes_come_while_later_messages_wait() -> None:
    engine = Fake(limits=Limits(characters=100, batch=2))
    outcomes = draft((request(f"text {letter}") for letter in "abcdef"), [engine], "en", "es")
    assert next(outcomes).engine == "fake"
    assert len(engine.asked) == 2


def test_an_interruption_keeps_what_was_done() -> None:
    def until_c(query: Query, encoding: str) -> Answer:
        if "text c" in query.tokens:
            raise KeyboardInterrupt
        return shouted(query, encoding)

    engine = Fake(until_c, limits=Limits(characters=100, batch=1))
    outcomes = draft((request(f"text {letter}") for letter in "abcdef"), [engine], "en", "es")
    done: list[DraftOutcome] = []
    with pytest.raises(KeyboardInterrupt):
        done.extend(outcomes)
    assert [outcome.unit.msgstr for outcome in done] == [shout("text a"), shout("text b")]


@pytest.mark.parametrize(("private", "mt"), [(True, ""), (False, "local"), (True, "local")])
@pytest.mark.parametrize("traffic", [Traffic.LOOPBACK, Traffic.LAN, Traffic.THIRD_PARTY])
def test_private_articles_never_reach_a_remote_engine(traffic: Traffic, mt: str, *, private: bool) -> None:
    remote, local = Fake(name="remote", traffic=traffic), Fake(name="local", traffic=Traffic.CONFINED)
    (outcome,) = run([request("a secret", private=private, mt=mt)], remote, local)
    assert outcome.engine == "local"
    assert remote.asked == []
    (outcome,) = run([request("a secret", private=private, mt=mt)], remote)
    assert outcome.unit == Unit("a secret")
    assert outcome.reason.startswith("its article keeps it from the engines")


def test_a_server_that_may_see_no_text_of_a_run_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def readiness(self: Fake, source: str, target: str, *, ask: bool = False) -> Readiness:
        asked.append(ask)
        return self.ready

    monkeypatch.setattr(Fake, "readiness", readiness)
    remote = Fake(name="remote", traffic=Traffic.THIRD_PARTY)
    run([request("a secret", private=True), request("another", mt="local")], remote)
    assert True not in asked
    run([request("the news")], remote)
    assert True in asked


def test_mt_off_takes_approved_memory_only() -> None:
    local = Fake()
    outcomes = run([request("a house", mt="off"), request("a tree", mt="off")], recall(Unit("a house", "casa")), local)
    assert [outcome.engine for outcome in outcomes] == ["memory", ""]
    assert local.asked == []


def test_a_public_message_with_the_text_of_a_private_one_is_sent_and_that_one_is_not() -> None:
    remote = Fake(name="remote", traffic=Traffic.THIRD_PARTY)
    outcomes = run([request("a house", "diary", private=True), request("a house", "news")], remote)
    assert [outcome.engine for outcome in outcomes] == ["", "remote"]


def test_a_private_memory_helps_no_other_article() -> None:
    memory = recall(Unit("We met Sumi", "Vimos a Sumi"), article="diary", private=True)
    outcomes = run([request("We met Sumi", "diary", private=True), request("We met Sumi", "news")], memory)
    assert [outcome.engine for outcome in outcomes] == ["memory", ""]


def test_an_engine_that_is_not_ready_is_passed_over_and_says_why() -> None:
    absent = Fake(name="absent", ready=Readiness(ready=False, missing="it is not installed", hint="install it"))
    (outcome,) = run([request("a house")], absent)
    assert outcome.unit == Unit("a house")
    assert outcome.reason == "absent: it is not installed (install it)"
    assert not outcome.broken
    (outcome,) = run([request("a house")], absent, Fake())
    assert outcome.engine == "fake"


def test_a_failing_engine_writes_nothing_into_the_catalog() -> None:
    down = Fake(lambda *_: Failure("it did not answer in time", broken=True))
    (outcome,) = run([request("a house")], down)
    assert outcome.unit == Unit("a house")
    assert outcome.broken
    assert outcome.reason == "fake: it did not answer in time"


def test_an_engine_that_keeps_failing_is_asked_no_more() -> None:
    down = Fake(lambda *_: Failure("it did not answer in time", broken=True), limits=Limits(characters=99, batch=1))
    outcomes = run([request(f"message {'x' * n}") for n in range(30)], down)
    assert len(down.asked) == 5
    assert all(outcome.broken for outcome in outcomes)


def test_a_final_failure_ends_the_engine_and_the_next_takes_over() -> None:
    spent = Fake(lambda *_: Failure("its quota is spent", broken=True, final=True), "spent", limits=Limits(99, 1))
    outcomes = run([request("one house"), request("two houses")], spent, Fake())
    assert [outcome.engine for outcome in outcomes] == ["fake", "fake"]
    assert len(spent.asked) == 1


def test_a_description_is_translated_by_itself() -> None:
    engine = Fake()
    (outcome,) = run([request('see ![a *house*](h.png "by the river") and [it](x "the title")')], engine)
    assert outcome.unit.msgstr == 'SOO ![O *HOOSO*](h.png "BY THO ROVOR") OND [OT](x "THO TOTLO")'
    assert sorted(engine.texts) == ["a house", "by the river", "see  and it", "the title"]


def test_memory_matches_need_the_markup_of_the_message() -> None:
    memory = recall(
        Unit("See the **red** house of Ana.", "Mira la casa de Ana."), Unit("Take [this](a.md).", "Toma [esto](b.md).")
    )
    outcomes = run([request("See the **red** house of Ana."), request("Take [this](a.md).")], memory)
    assert [outcome.engine for outcome in outcomes] == ["", ""]
    assert outcomes[0].unit == Unit("See the **red** house of Ana.")


def test_a_memory_match_is_written_as_a_build_writes_it() -> None:
    memory = recall(
        Unit("It was **50%** then.", "그때 **50%**가 됐다."), Unit("Use **`x`** now.", "<strong>`x`</strong>를 쓴다.")
    )
    for msgid, msgstr in (
        ("It was **50%** then.", "그때 <strong>50%</strong>가 됐다."),
        ("Use **`x`** now.", "<strong>`x`</strong>를 쓴다."),
    ):
        (outcome,) = run([request(msgid)], memory)
        assert outcome.unit.msgstr == msgstr


def test_a_fuzzy_match_says_how_near_it_is() -> None:
    memory = recall(Unit("The road to the clinic is open.", "El camino está abierto."))
    (outcome,) = run([request("The road to a clinic is open.")], memory)
    assert outcome.unit.msgstr == "El camino está abierto."
    assert "draft: memory match=9" in outcome.unit.comments[0]
    assert "source: …road to [-the-]{+a+} clinic is… sha=" in outcome.unit.comments[0]


OLD = Unit(
    "The road to the clinic is open. The bridge is still closed.",
    "El camino a la clínica está abierto. El puente sigue cerrado.",
    obsolete=True,
)


def test_an_edited_paragraph_keeps_the_sentences_that_a_person_translated() -> None:
    engine = Fake()
    edited = "The road to the clinic is open. Boats carry *the sick* across. The bridge is still closed."
    (outcome,) = run([request(edited)], recall(OLD, minimum=95), engine)
    middle = shout("Boats carry *the sick* across.")
    assert outcome.unit.msgstr == f"El camino a la clínica está abierto. {middle} El puente sigue cerrado."
    assert outcome.engine == "memory+fake"
    assert outcome.unit.comments[0].startswith("draft: memory+fake kept=2/3 ")
    assert engine.texts == ["Boats carry the sick across."]


def test_sentences_known_one_and_all_need_no_engine() -> None:
    turned = "The bridge is still closed. The road to the clinic is open."
    (outcome,) = run([request(turned)], recall(OLD, minimum=95))
    assert outcome.unit.msgstr == "El puente sigue cerrado. El camino a la clínica está abierto."
    assert outcome.engine == "memory"


def test_a_paragraph_whose_new_sentence_has_no_draft_is_drafted_whole() -> None:
    def never_boats(query: Query, encoding: str) -> Answer:
        text = "".join(token for token in query.tokens if isinstance(token, str))
        return Failure("no boats") if text.startswith("Boats") else shouted(query, encoding)

    edited = "The road to the clinic is open. Boats carry the sick across."
    (outcome,) = run([request(edited)], recall(OLD, minimum=95), Fake(never_boats))
    assert outcome.unit.msgstr == shout(edited)
    assert outcome.engine == "fake"


def test_an_engine_named_before_the_memory_translates_the_whole() -> None:
    edited = "The road to the clinic is open. Boats carry the sick across."
    (outcome,) = run([request(edited)], Fake(), recall(OLD, minimum=95))
    assert outcome.unit.msgstr == shout(edited)


def test_sentences_of_a_private_article_help_no_other() -> None:
    memory = recall(OLD, article="diary", private=True, minimum=95)
    edited = "The road to the clinic is open. Boats carry the sick across."
    here, there = run([request(edited, "news"), request(edited, "diary", private=True)], memory, Fake())
    assert (here.engine, there.engine) == ("fake", "memory+fake")


def test_numbers_are_carried_over_or_the_match_is_none() -> None:
    memory = recall(Unit("On May 15 we carried 40 kilos.", "El 15 de mayo llevamos 40 kilos."))
    (outcome,) = run([request("On May 17 we carried 40 kilos.")], memory)
    assert outcome.unit.msgstr == "El 17 de mayo llevamos 40 kilos."
    twice = recall(Unit("From 15 to 15 kilos of rice.", "De 15 a 15 kilos de arroz."))
    (outcome,) = run([request("From 15 to 20 kilos of rice.")], twice)
    assert outcome.engine == ""
    more = recall(Unit("On May 15 we carried rice.", "El 15 de mayo llevamos arroz."))
    (outcome,) = run([request("On May 15 we carried 3 rice.")], more)
    assert outcome.engine == ""


def test_variables_of_a_match_must_be_those_of_the_message() -> None:
    memory = recall(Unit("Hello {name}, welcome home.", "Hola {name}, bienvenida a casa."))
    (outcome,) = run([request("Hello {user}, welcome home.")], memory)
    assert outcome.engine == ""


@pytest.mark.parametrize(
    ("dialect", "msgid", "msgstr"),
    [
        ("hugo", 'see [the map]({{< ref "map.md" >}}) now', 'SOO [THO MOP]({{< ref "map.md" >}}) NOW'),
        ("gfm", "a {{ *x* }} of *y* house", "O {{ *x* }} OF *Y* HOOSO"),
        ("jekyll", "an *odd* house{: .red}", "ON *ODD* HOOSO{: .red}"),
        ("mkdocs", "an *odd*{ .red } house", "ON *ODD*{ .red } HOOSO"),
        ("mkdocs", "the [house](a.md){ .red } here", "THO [HOOSO](a.md){ .red } HORO"),
    ],
)
def test_what_the_site_generator_reads_stays(dialect: str, msgid: str, msgstr: str) -> None:
    (outcome,) = draft([Request(Unit(msgid), "a", named(dialect))], [Fake()], "en", "es")
    assert outcome.unit.msgstr == msgstr


PROSE = "The nurse counts every box in the morning, and again in the evening when the boats are back."


def test_what_to_look_at_is_in_the_comment() -> None:
    spanish = "La enfermera cuenta cada caja por la mañana y 30 veces por la tarde cuando vuelven los barcos"
    (outcome,) = run([request(PROSE)], Fake(lambda *_: Translation((spanish,), score=90)))
    program, person = outcome.unit.comments
    assert program.startswith("draft: fake score=60 notes=numbers,ending sha=")
    assert person == "look at: numbers, the mark at the end"


def test_without_an_opinion_of_the_engine_there_is_no_score() -> None:
    made = Translation(
        ("La enfermera cuenta cada *caja* todas las mañanas y todas las tardes",),
        doubtful=(Doubtful("caja", Why.PIVOT), Doubtful("boats", Why.UNKNOWN), Doubtful("Nadi", Why.NAME)),
        pivot="es",
    )
    (outcome,) = run([request(PROSE)], Fake(lambda *_: made))
    program, person = outcome.unit.comments
    assert program.startswith("draft: fake notes=")
    assert "score=" not in program
    assert person.endswith("; names: Nadi; unknown words: boats; as in Spanish: caja")


def test_a_draft_of_no_use_is_left_to_the_next_engine() -> None:
    chatty = Fake(lambda *_: Translation(("Sure, here is the translation: La enfermera cuenta cada caja.",)), "chatty")
    (outcome,) = run([request(PROSE)], chatty, Fake())
    assert outcome.engine == "fake"
    (outcome,) = run([request(PROSE)], chatty)
    assert outcome.unit.comments == ("draft refused: chatty: it talks about the translation",)


def test_terms_that_stay_are_not_given_to_engines_and_the_others_are_looked_for() -> None:
    terms = (Term("Signal Mill", "Signal Mill", Status.DO_NOT_TRANSLATE), Term("pump", "bomba"))
    engine = Fake()
    (outcome,) = run([Request(Unit("the Signal Mill and its pump"), "a", GFM, terms=terms)], engine)
    assert outcome.unit.msgstr == f"{shout('the')} Signal Mill {shout('and its pump')}"
    assert "notes=terms" in outcome.unit.comments[0]
    assert engine.texts == ["the  and its pump"]


def test_the_words_of_an_address_are_none_of_the_text() -> None:
    terms = (Term("boat", "bote"),)
    address = "https://audio.example/small-boats-on-a-big-river"
    engine = Fake(lambda *_: Translation(("Escúchalo en ", hold_mark(1), " ahora.")))
    (outcome,) = run([Request(Unit(f"Hear it at {address} now."), "a", GFM)], engine)
    assert outcome.unit.comments[0].startswith("draft: fake sha=")
    assert not Glossary(terms).occurring(prose(f"Hear it at {address} now.", GFM))


def test_drafts_are_composed_and_what_stays_is_as_it_is() -> None:
    made = Fake(lambda *_: Translation(("cafe\u0301 ", Mark(Role.HOLD, 1), " aqui\u0301")))
    (outcome,) = run([request("a house `cafe\u0301` here")], made)
    assert outcome.unit.msgstr == "caf\u00e9 `cafe\u0301` aqu\u00ed"
