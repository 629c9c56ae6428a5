"""Is Apertium behind a server asked so that nothing of a text can stop its pipeline?"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Answer, Doubtful, Failure, Query, Translation, Why
from i18n.draft.engines.apertium import ApertiumServer
from i18n.draft.engines.apertium.stream import BLANKS, SUPERBLANKS
from i18n.draft.engines.transport import Patience
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.servers import apertium
from tests.real.servers.script import SPOILED, TELLING, Script, serving

MODE = Path("/usr/share/apertium/modes/eng-spa.mode")


@pytest.fixture
def script() -> Script:
    return Script(translate=apertium.turned)


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script, apertium.Apertium) as address:
        yield address


def ask(engine: ApertiumServer, text: str, target: str = "es", encoding: str = BLANKS) -> Answer:
    (answer,) = engine.translate([Query((text,))], "en", target, encoding)
    return answer


@pytest.mark.parametrize("encoding", [BLANKS, SUPERBLANKS])
def test_a_text_is_translated_and_unknown_words_are_named(encoding: str, url: str) -> None:
    made = ApertiumServer(url)
    assert ask(made, "the old house", encoding=encoding) == Translation(("eht dlo esuoh",), detail="eng-spa")
    unknown = Translation(("eht xyzzyk esuoh",), detail="eng-spa", doubtful=(Doubtful("xyzzyk", Why.UNKNOWN),))
    assert ask(made, "the xyzzyk house", encoding=encoding) == unknown
    assert ask(made, "xyzzyk xyz house", encoding=encoding) == Failure("it knows too few of the words")


@pytest.mark.parametrize("encoding", [BLANKS, SUPERBLANKS])
def test_every_reserved_character_comes_back(encoding: str, url: str) -> None:
    text = "the [[t:g:1]] house^s price$ is {3} / 4 @ <b> * # ~ + | \\ \x00 \x07 “old” it’s 🛶 done"
    answer = ask(ApertiumServer(url), text, encoding=encoding)
    assert isinstance(answer, Translation)
    (got,) = answer.tokens
    assert isinstance(got, str)
    assert [c for c in got if not c.isalpha() and not c.isspace() and c not in "’'"] == [
        c for c in text if not c.isalpha() and not c.isspace() and c not in "’'"
    ]


@pytest.mark.parametrize("encoding", [BLANKS, SUPERBLANKS])
def test_placeholders_travel_and_tags_do_not(encoding: str, url: str, script: Script) -> None:
    made = ApertiumServer(url)
    (answer,) = made.translate([Query(("the house of ", hold_mark(2), " here"))], "en", "es", encoding)
    assert isinstance(answer, Translation)
    assert answer.tokens == ("eht esuoh fo ", hold_mark(2), " ereh")
    sent = len(script.texts)
    (failure,) = made.translate([Query(("the ", open_mark(1), "old", close_mark(1), " house"))], "en", "es", encoding)
    assert failure == Failure("its server carries no tags")
    assert len(script.texts) == sent


def test_emphasis_is_found_again_by_its_words(url: str) -> None:
    unit = Unit("The *red* house of `code`.")
    (outcome,) = draft([Request(unit, "a", named("gfm"))], [ApertiumServer(url)], "en", "es")
    assert outcome.unit.msgstr.lower() == "eht *der* esuoh fo `code`."


def test_a_pair_that_it_lacks_goes_by_way_of_spanish(url: str, script: Script) -> None:
    answer = ask(ApertiumServer(url), "the old house", "pt")
    assert isinstance(answer, Translation)
    assert answer.detail == "eng-spa+spa-por"
    assert [asked.form["langpair"] for asked in script.asked[1:]] == [["eng|spa"], ["spa|por"]]


@pytest.mark.parametrize("fault", [*TELLING, *SPOILED])
def test_every_fault_is_an_answer_without_texts(fault: str, url: str, script: Script) -> None:
    made = ApertiumServer(url)
    assert isinstance(ask(made, "the first house"), Translation)
    made._transport.patience = Patience(total=0.3, backoff=0.01)
    script.always = fault
    answer = ask(made, "Sumi's secret house")
    if isinstance(answer, Failure):
        assert not [word for word in ("Sumi", "127.0", "secret") if word in answer.reason]


@pytest.mark.parametrize("fault", ["error-page", "null", "truncated", "none", "empty"])
def test_an_answer_without_its_end_is_none(fault: str, url: str, script: Script) -> None:
    made = ApertiumServer(url)
    ask(made, "the first house")
    script.always = fault
    assert ask(made, "the house") == Failure("its answer is not what it should be", broken=True)


def test_many_threads_get_their_own_answers(url: str, script: Script) -> None:
    script.delay = 0.01
    made = ApertiumServer(url, concurrency=8)
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda n: ask(made, f"number {n} of the houses"), range(40))]
    assert answers == [Translation((f"rebmun {n} fo eht sesuoh",), detail="eng-spa") for n in range(40)]
    assert len([asked for asked in script.asked if asked.path == "/listPairs"]) == 1


def test_texts_that_a_busy_server_would_cut_go_in_sentences(url: str, script: Script) -> None:
    text = " ".join(["The red house is in the old city."] * 60)
    (outcome,) = draft([Request(Unit(text), "a", named("gfm"))], [ApertiumServer(url)], "en", "es")
    assert outcome.engine == "apertium"
    assert all(len(sent) <= 1000 for sent in script.texts)


def test_what_it_lacks_is_told(url: str, script: Script) -> None:
    made = ApertiumServer(url)
    assert made.readiness("en", "ko").ready, "nothing was asked yet"
    assert script.asked == []
    assert made.readiness("en", "ko", ask=True).missing == "its server does not translate from en to ko"
    failure = ask(made, "the house", "ko")
    assert isinstance(failure, Failure)
    assert failure.final
    down = ApertiumServer("http://127.0.0.1:9", 0.3)
    assert down.readiness("en", "es", ask=True).missing == "its server cannot be reached"
    assert down.traffic is Traffic.LOOPBACK


@pytest.mark.real
@pytest.mark.skipif(not MODE.exists(), reason="needs Apertium with eng-spa")
def test_a_real_pipeline_takes_what_is_sent(url: str, script: Script) -> None:
    def piped(stream: str) -> str:
        command = MODE.read_text().replace("$1", "-g").replace("$2", "")
        return subprocess.run(["sh", "-c", command], input=stream, capture_output=True, text=True, check=True).stdout

    script.translate = piped
    unit = Unit("The *house* of `code` costs 5 € [here](x), and ^ is $ no { other }.")
    (outcome,) = draft([Request(unit, "a", named("gfm"))], [ApertiumServer(url)], "en", "es")
    assert outcome.engine == "apertium", outcome.reason
    for part in ("*casa*", "`code`", "(x)", "€", "^", "$", "{", "}"):
        assert part in outcome.unit.msgstr
