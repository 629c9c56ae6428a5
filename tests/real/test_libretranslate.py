"""Is LibreTranslate asked so that every text gets its own answer, and no bad one spoils the others?"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.engines.libretranslate import LibreTranslate
from i18n.draft.engines.markers import TAGS
from i18n.draft.engines.transport import Patience
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.servers import libretranslate
from tests.real.servers.script import SPOILED, TELLING, Script, serving, translated

MARKED = ("The ", open_mark(1), "red", close_mark(1), " house & ", hold_mark(2), " <old> town.")


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script, libretranslate.LibreTranslate) as address:
        yield address


def ask(engine: LibreTranslate, *texts: str, target: str = "es") -> tuple[Answer, ...]:
    return engine.translate([Query((text,)) for text in texts], "en", target, TAGS)


def hurry(engine: LibreTranslate, total: float = 0.3) -> None:
    """Wait no longer than a test can; what comes before may take its time on a busy machine."""
    engine._transport.patience = Patience(total=total, backoff=0.01)


def sent(script: Script) -> list[list[str]]:
    return [asked.json["q"] for asked in script.asked if asked.path == "/translate"]


def test_many_texts_go_in_one_request(url: str, script: Script) -> None:
    answers = ask(LibreTranslate(url), "one house", "two houses", "three houses")
    assert answers == tuple(Translation((translated(text),)) for text in ("one house", "two houses", "three houses"))
    assert sent(script) == [["one house", "two houses", "three houses"]]


def test_markup_comes_back_as_marks(url: str) -> None:
    (answer,) = LibreTranslate(url).translate([Query(MARKED)], "en", "es", TAGS)
    wanted = ("ehT ", open_mark(1), "der", close_mark(1), " esuoh & ", hold_mark(2), " <dlo> nwot.")
    assert answer == Translation(wanted)


def test_a_message_is_drafted_and_its_markup_stays_here(url: str, script: Script) -> None:
    unit = Unit("The *red* [house](https://secret.example/x) of `code` & more.")
    (outcome,) = draft([Request(unit, "a", named("gfm"))], [LibreTranslate(url)], "en", "es")
    assert outcome.unit.msgstr == "ehT *der* [esuoh](https://secret.example/x) fo `code` & erom."
    assert b"secret" not in script.received
    assert b"code`" not in script.received


@pytest.mark.parametrize("size", [2, 3, 25])
@pytest.mark.parametrize("place", [0, -1])
def test_a_bad_text_fails_alone(size: int, place: int, url: str, script: Script) -> None:
    script.bad = "rotten"
    texts = [f"the house number {n}" for n in range(size)]
    texts[place] = "a rotten text"
    answers = ask(LibreTranslate(url), *texts)
    assert [isinstance(answer, Translation) for answer in answers] == ["rotten" not in text for text in texts]
    assert answers[place] == Failure("its server answered 500")
    assert len(sent(script)) < 12


def test_a_server_that_fails_always_is_not_asked_for_every_text(url: str, script: Script) -> None:
    script.bad = "house"
    answers = ask(LibreTranslate(url), *(f"the house number {n}" for n in range(25)))
    assert set(answers) == {Failure("its server answered 500", broken=True)}
    assert len(sent(script)) <= 10


@pytest.mark.parametrize("fault", [*TELLING, *SPOILED])
def test_every_fault_is_an_answer_without_texts(fault: str, url: str, script: Script) -> None:
    made = LibreTranslate(url, key="kkk-0123456789")
    assert all(isinstance(answer, Translation) for answer in ask(made, "the first house"))
    hurry(made)
    script.always = fault
    queries = [Query(MARKED), Query(("Sumi's secret house",)), Query(("the last house",))]
    answers = made.translate(queries, "en", "es", TAGS)
    assert len(answers) == 3
    for answer in answers:
        if isinstance(answer, Failure):
            assert not [word for word in ("Sumi", "0123", "127.0", " red ") if word in answer.reason]


@pytest.mark.parametrize(
    ("fault", "reason", "final"),
    [
        ("wants-key", "its server wants a key: set LIBRETRANSLATE_API_KEY", True),
        ("bad-key", "its server refuses the key, or wants one: set LIBRETRANSLATE_API_KEY", True),
        ("busy-3600", "its server answered 429: too many requests, and it asks to wait 3600 seconds", True),
        ("slow", "it did not answer in time", False),
        ("none", "its answer is not what it should be", False),
        ("elsewhere", "its server redirects to another host", True),
    ],
)
def test_faults_have_their_reasons(fault: str, reason: str, url: str, script: Script, *, final: bool) -> None:
    made = LibreTranslate(url)
    ask(made, "the first house")
    hurry(made, 0.3 if fault == "slow" else 20)
    script.always = fault
    assert set(ask(made, "one house", "two houses")) == {Failure(reason, broken=True, final=final)}


def test_swapped_answers_of_marked_texts_are_no_drafts(url: str, script: Script) -> None:
    made = LibreTranslate(url)
    ask(made, "the first house")
    script.always = "swapped"
    units = [Unit("The *red* house."), Unit("The house of `code`."), Unit("A [link](x) to it.")]
    for outcome in draft([Request(unit, "a", named("gfm")) for unit in units], [made], "en", "es"):
        assert not outcome.unit.msgstr or outcome.unit.msgstr.count("*") == outcome.unit.msgid.count("*")


def test_the_key_is_sent_and_nowhere_else(url: str, script: Script) -> None:
    script.key = "kkk-0123456789"
    assert isinstance(ask(LibreTranslate(url, key="kkk-0123456789\n"), "the house")[0], Translation)
    (failure,) = ask(LibreTranslate(url, key="wrong-0123456789"), "the house")
    assert isinstance(failure, Failure)
    assert failure.final
    assert not [asked.path for asked in script.asked if "0123" in asked.path + str(asked.query)]


def test_what_the_server_offers_is_asked_once(url: str, script: Script) -> None:
    script.delay = 0.01
    made = LibreTranslate(url)
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda n: ask(made, f"number {n} of the houses")[0], range(40))]
    assert answers == [Translation((translated(f"number {n} of the houses"),)) for n in range(40)]
    assert sorted(a.path for a in script.asked if a.method == "GET") == ["/frontend/settings", "/languages"]
    assert made.limits.characters == 2000


def test_a_text_over_the_limit_is_not_sent(url: str, script: Script) -> None:
    (failure, answer) = ask(LibreTranslate(url), "house " * 400, "a house")
    assert failure == Failure("it is longer than the 2000 characters allowed")
    assert isinstance(answer, Translation)


def test_a_server_without_pages_is_asked_all_the_same(url: str, script: Script) -> None:
    script.faults = ["", "no-pages"]
    assert isinstance(ask(LibreTranslate(url), "the house")[0], Translation)


@pytest.mark.parametrize(
    ("tag", "code", "note"),
    [
        ("pt", "pt", ""),
        ("pt-BR", "pt-BR", ""),
        ("pt-PT", "pt", "pt-not-pt-PT"),
        ("zh-Hant", "zh-Hant", ""),
        ("zh-TW", "zh-Hant", ""),
        ("nb", "nb", ""),
        ("de-AT", "de", "de-not-de-AT"),
    ],
)
def test_languages_are_called_what_the_server_calls_them(
    tag: str, code: str, note: str, url: str, script: Script
) -> None:
    (answer,) = ask(LibreTranslate(url), "the house", target=tag)
    assert isinstance(answer, Translation)
    assert script.asked[-1].json["target"] == code
    assert answer.detail == note


def test_languages_it_does_not_offer_are_not_asked_for(url: str, script: Script) -> None:
    made = LibreTranslate(url)
    assert made.readiness("en", "ko").ready, "nothing was asked yet"
    assert script.asked == []
    assert made.readiness("en", "ko", ask=True).missing == "its server does not offer en to ko"
    (failure,) = ask(made, "the house", target="ko")
    assert isinstance(failure, Failure)
    assert failure.final
    assert sent(script) == []


def test_without_a_server_it_says_what_it_needs() -> None:
    made = LibreTranslate()
    readiness = made.readiness("en", "es", ask=True)
    assert not readiness.ready
    assert "url" in readiness.hint
    assert made.traffic is Traffic.NONE
    assert isinstance(ask(made, "the house")[0], Failure)


def test_a_server_that_is_down_is_told_by_its_address() -> None:
    made = LibreTranslate("http://127.0.0.1:9", seconds=0.3)
    readiness = made.readiness("en", "es", ask=True)
    assert (readiness.ready, readiness.missing) == (False, "its server cannot be reached")
    assert "127.0.0.1:9" in readiness.hint
    assert ask(made, "the house") == (Failure("its server cannot be reached", broken=True),)
