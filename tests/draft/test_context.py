from __future__ import annotations

from i18n.draft import Request, draft
from i18n.draft.engine import Capability, Context
from i18n.draft.many.context import Neighbour, contexts, restricted, words
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.draft.fake import Fake

FULL = Context(
    "Wells", ("Repairs",), "a note", ("before",), ("after",), (("well", "pozo"),), (("a well", "un pozo"),), "guide"
)


def test_an_engine_gets_the_context_that_it_can_use_and_no_more() -> None:
    assert restricted(FULL, ()) == Context()
    assert restricted(FULL, {Capability.TERMS}) == Context(terms=FULL.terms)
    assert restricted(FULL, {Capability.EXAMPLES}) == Context(examples=FULL.examples)
    assert restricted(FULL, {Capability.GUIDE}) == Context(guide=FULL.guide)
    assert restricted(FULL, {Capability.PLACE}) == Context("Wells", ("Repairs",), "a note", ("before",), ("after",))
    assert restricted(FULL, set(Capability)) == FULL


def test_words_hold_no_target_and_no_code() -> None:
    message = 'See [the *map*](https://example.org/secret "title"), `code` and <b class="x">this</b>.'
    assert words(message, named("gfm")) == "See the map, … and this."


def test_each_message_knows_its_headings_and_neighbours() -> None:
    told = contexts(
        [
            Neighbour("Nine wells", title=True),
            Neighbour("Nine wells", 1),
            Neighbour("It was dry."),
            Neighbour("Repairs", 2),
            Neighbour("They cost little.", note="the pumps"),
            Neighbour("Costs", 2),
        ]
    )
    assert [(one.title, one.headings) for one in told] == [
        ("", ()),
        ("Nine wells", ()),
        ("Nine wells", ()),
        ("Nine wells", ()),
        ("Nine wells", ("Repairs",)),
        ("Nine wells", ()),
    ]
    assert told[4].before == ("It was dry.", "Repairs")
    assert told[4].after == ("Costs",)
    assert told[4].note == "the pumps"


def test_equal_messages_with_other_neighbours_are_two_questions_only_to_engines_that_use_them() -> None:
    requests = [Request(Unit("It broke."), "a", named("gfm"), context=Context(before=(near,))) for near in ("A", "B")]
    using, plain = Fake(capabilities=frozenset({Capability.PLACE})), Fake()
    assert len(list(draft(requests, [using], "en", "es"))) == 2
    assert len(using.asked) == 2
    list(draft(requests, [plain], "en", "es"))
    assert len(plain.asked) == 1
