"""Do deep-translator's classes that want a key speak with their services as these document it?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.engines.deep import BAIDU, MICROSOFT, Deep, Service
from i18n.draft.engines.transport import AGENT, Patience
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.servers.baidu import Baidu
from tests.real.servers.microsoft import Microsoft
from tests.real.servers.script import SPOILED, TELLING, Script, serving, translated

KEYS = {
    MICROSOFT.name: {"MICROSOFT_API_KEY": "kkk-0123456789", "MICROSOFT_REGION": "westeurope"},
    BAIDU.name: {"BAIDU_APPID": "20260001", "BAIDU_APPKEY": "kkk-0123456789"},
}
WANTED = {MICROSOFT.name: "kkk-0123456789", BAIDU.name: "20260001:kkk-0123456789"}
PATHS = {MICROSOFT.name: "/translate?api-version=3.0", BAIDU.name: "/api/trans/vip/translate"}
both = pytest.mark.parametrize("service", [MICROSOFT, BAIDU], ids=["microsoft", "baidu"])


@pytest.fixture
def script(service: Service) -> Script:
    return Script(key=WANTED[service.name])


@pytest.fixture
def url(service: Service, script: Script) -> Iterator[str]:
    with serving(script, Microsoft if service is MICROSOFT else Baidu) as address:
        yield address + PATHS[service.name]


def engine(service: Service, url: str, **more: str) -> Deep:
    return Deep(service, url, 20.0, environment={**KEYS[service.name], **more})


def ask(engine: Deep, text: str = "the red house", target: str = "de") -> Answer:
    (answer,) = engine.translate([Query((text,))], "en", target, engine.encodings[0])
    return answer


@both
def test_a_text_is_translated(service: Service, url: str, script: Script) -> None:
    assert ask(engine(service, url), "the “red” house & more") == Translation((translated("the “red” house & more"),))
    assert script.asked[-1].method == "POST"
    assert script.asked[-1].headers["User-Agent"] == AGENT


@both
def test_markup_comes_back_as_marks(service: Service, url: str) -> None:
    tokens = ("the ", open_mark(1), "red", close_mark(1), " house & ", hold_mark(2), ".")
    made = engine(service, url)
    for encoding in made.encodings:
        (answer,) = made.translate([Query(tokens)], "en", "de", encoding)
        assert answer == Translation(tuple(translated(token) if isinstance(token, str) else token for token in tokens))


@both
def test_a_message_is_drafted_and_texts_are_in_no_address(service: Service, url: str, script: Script) -> None:
    unit = Unit("The *red* [house](https://secret.example/x) of `code`.")
    (outcome,) = draft([Request(unit, "a", named("gfm"))], [engine(service, url)], "en", "de")
    assert outcome.unit.msgstr == "ehT *der* [esuoh](https://secret.example/x) fo `code`."
    assert b"secret" not in script.received
    assert not [asked for asked in script.asked if "red" in str(asked.query)]


@pytest.mark.parametrize("service", [MICROSOFT])
def test_microsofts_languages_are_asked_for_once(service: Service, url: str, script: Script) -> None:
    made = engine(service, url)
    assert made.readiness("en", "ko").ready, "nothing was asked yet"
    assert not script.asked
    assert not made.readiness("en", "ko", ask=True).ready
    for tag, code in {"zh-TW": "zh-hant", "pt-PT": "pt-pt", "sr-Latn": "sr-latn", "nb": "nb"}.items():
        assert isinstance(ask(made, target=tag), Translation)
        assert script.asked[-1].query["to"] == code
        assert script.asked[-1].headers["Ocp-Apim-Subscription-Region"] == "westeurope"
    assert [asked.path for asked in script.asked].count("/languages") == 1
    assert "Ocp-Apim-Subscription-Key" not in script.asked[0].headers


@pytest.mark.parametrize("service", [BAIDU])
def test_baidu_is_asked_by_its_own_codes(service: Service, url: str, script: Script) -> None:
    made = engine(service, url)
    for tag in ("zh-Hant", "zh", "ja", "ko", "es", "sl"):
        assert isinstance(ask(made, target=tag), Translation), tag
    assert [asked.form["to"] for asked in script.asked] == [["cht"], ["zh"], ["jp"], ["kor"], ["spa"], ["slo"]]
    assert not made.readiness("en", "ro").ready


@pytest.mark.parametrize("fault", [*TELLING, *SPOILED])
@both
def test_every_fault_is_an_answer_without_texts(service: Service, fault: str, url: str, script: Script) -> None:
    made = engine(service, url)
    assert isinstance(ask(made), Translation)
    made._transport.patience = Patience(total=0.3, backoff=0.01)
    script.always = fault
    answer = ask(made, "Sumi's secret house")
    if isinstance(answer, Failure):
        assert not [word for word in ("Sumi", "0123", "2026", "127.0") if word in answer.reason]


@pytest.mark.parametrize("service", [BAIDU])
@pytest.mark.parametrize(
    ("fault", "reason", "final"),
    [
        ("unpaid-54004", "its server answered 54004: the quota is spent", True),
        ("often-54003", "its server answered 54003", False),
        ("odd", "its server answered an error", False),
    ],
)
def test_baidus_errors_are_no_translations(
    service: Service, fault: str, reason: str, url: str, script: Script, *, final: bool
) -> None:
    script.always = fault
    assert ask(engine(service, url)) == Failure(reason, broken=True, final=final)


@both
def test_a_wrong_key_ends_it_and_is_told_nowhere(
    service: Service, url: str, script: Script, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = dict.fromkeys(service.keys.values(), "wrong-9876543210")
    answer = ask(engine(service, url, **wrong), "Sumi's secret house")
    assert isinstance(answer, Failure)
    assert answer.final
    assert "the key is missing or wrong" in answer.reason
    told = answer.reason + caplog.text + "".join(capfd.readouterr())
    assert not [word for word in ("9876", "Sumi") if word in told]


@both
def test_without_a_key_nothing_is_asked(service: Service) -> None:
    made = Deep(service, environment={})
    readiness = made.readiness("en", "de", ask=True)
    assert not readiness.ready
    assert all(variable in readiness.hint for variable in service.keys.values())
    assert isinstance(ask(made), Failure)


@both
def test_many_at_once_get_their_own_answers(service: Service, url: str, script: Script) -> None:
    script.delay = 0.01
    made = engine(service, url)
    texts = [f"number {n} of the houses" for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda text: ask(made, text), texts)]
    assert answers == [Translation((translated(text),)) for text in texts]
