"""Do deep-translator's real classes, behind the transport, survive every server?"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Answer, Failure, Limits, Query, Translation
from i18n.draft.engines.deep import GOOGLE, MYMEMORY, Deep, Service
from i18n.draft.engines.markers import BRACKETS, TAGS
from i18n.draft.engines.transport import AGENT, Patience, Transport, TransportError
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.servers.google import Google
from tests.real.servers.mymemory import MyMemory
from tests.real.servers.script import Asked, Handler, Script, serving, translated

GFM = named("gfm")

PATHS = {GOOGLE.name: "/m", MYMEMORY.name: "/get"}


class Both(Handler):
    """Google's page and MyMemory at one address."""

    own = MyMemory.own

    def answer(self, asked: Asked, fault: str) -> None:
        (MyMemory if asked.path == "/get" else Google).answer(self, asked, fault)  # type: ignore[arg-type]


both = pytest.mark.parametrize("service", [GOOGLE, MYMEMORY], ids=["google", "mymemory"])


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script, Both) as address:
        yield address


def engine(service: Service, url: str, seconds: float = 5.0, concurrency: int = 1) -> Deep:
    return Deep(service, url + PATHS[service.name], seconds, concurrency)


def ask(engine: Deep, text: str = "the red house", target: str = "es") -> Answer:
    (answer,) = engine.translate([Query((text,))], "en", target, TAGS)
    return answer


@both
def test_a_text_is_translated(service: Service, url: str, script: Script) -> None:
    answer = ask(engine(service, url), "the “red” house & <more> tags")
    assert answer == Translation((translated("the “red” house & <more> tags"),))
    assert script.texts == ["the “red” house & <more> tags"]
    assert script.asked[0].headers["User-Agent"] == AGENT


@both
@pytest.mark.parametrize("encoding", [TAGS, BRACKETS])
def test_markup_comes_back_as_marks(service: Service, encoding: str, url: str) -> None:
    tokens = ("the ", open_mark(1), "red", close_mark(1), " house ", hold_mark(2), ".")
    (answer,) = engine(service, url).translate([Query(tokens)], "en", "es", encoding)
    assert answer == Translation(tuple(translated(token) if isinstance(token, str) else token for token in tokens))


def test_a_message_is_drafted_and_its_markup_stays_here(url: str, script: Script) -> None:
    unit = Unit("The *red* [house](https://secret.example/x) of `code`.\nA second line.")
    (outcome,) = draft([Request(unit, "a", GFM)], [engine(GOOGLE, url)], "en", "es")
    assert outcome.unit.msgstr == "ehT *der* [esuoh](https://secret.example/x) fo `code`.\nA dnoces enil."
    assert outcome.unit.comments[0].startswith("draft: deep:google ")
    assert not any("secret" in text or "code" in text for text in script.texts)


def test_google_is_asked_by_its_own_codes(url: str, script: Script) -> None:
    made = engine(GOOGLE, url)
    for tag in ("he", "zh-Hant", "zh-Hans", "nb", "fil", "pt", "de-AT"):
        assert made.readiness("en", tag).ready, tag
        ask(made, target=tag)
    assert [asked.query["tl"] for asked in script.asked] == ["iw", "zh-TW", "zh-CN", "no", "tl", "pt", "de"]


def test_mymemory_is_asked_by_its_own_codes(url: str, script: Script) -> None:
    made = engine(MYMEMORY, url)
    for tag in ("de", "pt-BR", "pt-PT", "ko", "ar", "zh-Hant"):
        assert made.readiness("en", tag).ready, tag
        ask(made, target=tag)
    pairs = [asked.query["langpair"] for asked in script.asked]
    assert pairs == ["en-GB|de-DE", "en-GB|pt-BR", "en-GB|pt-PT", "en-GB|ko-KR", "en-GB|ar-SA", "en-GB|zh-TW"]


@pytest.mark.parametrize(
    ("service", "tag", "note"),
    [
        (GOOGLE, "pt-BR", "pt-not-pt-BR"),
        (GOOGLE, "pt-PT", "pt-not-pt-PT"),
        (GOOGLE, "pt", ""),
        (GOOGLE, "he", ""),
        (MYMEMORY, "pt-BR", ""),
        (MYMEMORY, "pt", "pt-BR-not-pt"),
    ],
)
def test_a_variant_is_never_swapped_in_silence(service: Service, tag: str, note: str, url: str) -> None:
    made = engine(service, url)
    assert made.readiness("en", tag).missing == note
    answer = ask(made, target=tag)
    assert isinstance(answer, Translation)
    assert answer.detail == note


@both
def test_languages_it_does_not_offer(service: Service, url: str, script: Script) -> None:
    made = engine(service, url)
    for tag in ("tlh", "az-Cyrl"):
        assert not made.readiness("en", tag).ready
        answer = ask(made, target=tag)
        assert isinstance(answer, Failure)
        assert answer.final
    assert script.asked == []


def test_texts_over_the_limit_are_not_sent(url: str, script: Script) -> None:
    made = engine(MYMEMORY, url)
    assert made.limits == Limits(499, 1)
    assert ask(made, "house " * 90) == Failure("it is longer than the 499 characters allowed")
    assert script.asked == []
    assert isinstance(ask(made, "house " * 83 + "a"), Translation)


def test_long_messages_go_in_sentences(url: str, script: Script) -> None:
    text = " ".join(["The red house is in the old city."] * 30)
    (outcome,) = draft([Request(Unit(text), "a", GFM)], [engine(MYMEMORY, url)], "en", "es")
    assert outcome.unit.msgstr == translated(text)
    assert all(len(sent) < 500 for sent in script.texts)


@both
@pytest.mark.parametrize(
    ("fault", "requests"),
    [("cut-off", 2), ("dropped", 2), ("busy", 2), ("unavailable", 2), ("busy-odd", 2), ("same-host", 2)],
)
def test_faults_that_pass(service: Service, fault: str, requests: int, url: str, script: Script) -> None:
    script.faults = [fault]
    assert isinstance(ask(engine(service, url)), Translation)
    assert len(script.asked) == requests
    assert len({str(asked.query) for asked in script.asked}) == 1


@pytest.mark.parametrize("fault", ["busy-1", "busy-date"])
def test_a_server_that_asks_to_wait_is_waited_for(fault: str, url: str, script: Script) -> None:
    script.faults = [fault]
    assert isinstance(ask(engine(GOOGLE, url)), Translation)
    first, second = script.asked
    assert second.at - first.at >= 0.95


@both
@pytest.mark.parametrize(
    ("fault", "reason", "final"),
    [
        ("slow", "it did not answer in time", False),
        ("trickling", "it did not answer in time", False),
        ("trickling-headers", "it did not answer in time", False),
        ("huge", "its answer is larger than 2000000 bytes", False),
        ("busy", "its server answered 429: too many requests", True),
        ("busy-3600", "its server answered 429: too many requests, and it asks to wait 3600 seconds", True),
        ("unavailable", "its server answered 503", False),
        ("dropped", "its server cannot be reached", False),
        ("cut-off", "its answer was cut off", False),
        ("bad-request", "its server answered 400", False),
        ("forbidden", "its server answered 403: access is refused", True),
        ("quota-456", "its server answered 456: the quota is spent", True),
        ("elsewhere", "its server redirects to another host", True),
        ("other-port", "its server redirects to another host", True),
        ("downgrade", "its server redirects to another host", True),
        ("nowhere", "its server redirects to another host", True),
        ("same-host", "its server redirects in circles", True),
        ("error-page", "its answer is not what it should be", False),
    ],
)
def test_faults_that_stay(service: Service, fault: str, reason: str, url: str, script: Script, *, final: bool) -> None:
    script.always = fault
    answer = ask(engine(service, url, seconds=0.8))
    assert answer == Failure(reason, broken=True, final=final)
    assert len(script.asked) <= 4


def test_a_server_that_is_not_there() -> None:
    answer = ask(Deep(GOOGLE, "http://127.0.0.1:9/m", 1.0))
    assert answer == Failure("its server cannot be reached", broken=True)


@pytest.mark.parametrize(
    ("fault", "reason", "final"),
    [
        ("quota", "its free quota for today is spent", True),
        ("bad-pair", "its server answered 403", True),
        ("null", "its answer is not what it should be", False),
        ("no-data", "its answer is not what it should be", False),
        ("empty", "its answer is not what it should be", False),
    ],
)
def test_mymemorys_errors_are_no_translations(
    fault: str, reason: str, url: str, script: Script, *, final: bool
) -> None:
    script.always = fault
    assert ask(engine(MYMEMORY, url)) == Failure(reason, broken=True, final=final)


def test_an_empty_answer_is_no_translation(url: str, script: Script) -> None:
    script.always = "empty"
    assert ask(engine(GOOGLE, url)) == Failure("it gave no translation")


@both
def test_the_source_text_is_no_translation(service: Service, url: str, script: Script) -> None:
    script.translate = str
    assert ask(engine(service, url)) == Failure("the engine gave the source text back")


@both
def test_nothing_of_the_text_is_in_a_failure(service: Service, url: str, script: Script) -> None:
    for fault in ("error-page", "busy", "forbidden", "cut-off", "empty", "elsewhere"):
        script.always = fault
        answer = ask(engine(service, url, seconds=0.3), "Sumi's secret")
        assert isinstance(answer, Failure)
        assert "Sumi" not in answer.reason
        assert "127.0.0.1" not in answer.reason


@both
def test_many_at_once_get_their_own_answers(service: Service, url: str, script: Script) -> None:
    script.delay = 0.02
    texts = [f"number {n} of the houses" for n in range(60)]
    made = engine(service, url, concurrency=8)
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda text: ask(made, text), texts)]
    assert [answer.tokens for answer in answers if isinstance(answer, Translation)] == [(translated(t),) for t in texts]


def test_after_a_final_failure_nothing_more_is_sent(url: str, script: Script) -> None:
    script.always = "forbidden"
    answers = engine(GOOGLE, url).translate([Query((f"text {n}",)) for n in range(8)], "en", "es", TAGS)
    assert all(isinstance(answer, Failure) and answer.final for answer in answers)
    assert len(script.asked) == 1


def test_private_articles_are_not_sent_to_a_third_party(url: str, script: Script) -> None:
    made = engine(GOOGLE, url)
    made.traffic = Traffic.THIRD_PARTY
    requests = [Request(Unit("a secret"), "diary", GFM, private=True), Request(Unit("the news"), "news", GFM)]
    outcomes = list(draft(requests, [made], "en", "es"))
    assert [bool(outcome.engine) for outcome in outcomes] == [False, True]
    assert script.texts == ["the news"]


def test_proxies_and_passwords_of_the_environment_are_not_for_this_machine(
    url: str, script: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ana password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert isinstance(ask(engine(GOOGLE, url)), Translation)
    assert "Authorization" not in script.asked[0].headers


def test_other_users_of_deep_translator_are_left_alone(url: str, script: Script) -> None:
    from deep_translator import GoogleTranslator

    assert isinstance(ask(engine(GOOGLE, url)), Translation)
    other = GoogleTranslator(source="en", target="de")
    other._base_url = f"{url}/m"
    assert other.translate("the house") == translated("the house")
    assert script.asked[-1].headers["User-Agent"] != AGENT


def test_waiting_doubles_and_has_an_end(url: str, script: Script) -> None:
    script.always = "unavailable"
    waits: list[float] = []
    transport = Transport(f"{url}/m", Patience(retries=4, backoff=0.25), sleep=waits.append)
    with pytest.raises(TransportError, match="503"):
        transport.get("http://ignored.example/")
    assert all(half / 2 <= wait <= half for wait, half in zip(waits, [0.25, 0.5, 1.0, 2.0], strict=True))
    assert len(script.asked) == 5
