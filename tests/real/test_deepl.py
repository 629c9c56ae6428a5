"""Is DeepL asked as it documents, and do drafts by it survive every server?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Answer, Capability, Context, Failure, Query, Translation
from i18n.draft.engines.deepl import DeepL
from i18n.draft.engines.markers import TAGS
from i18n.draft.engines.transport import AGENT, Patience
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.servers import deepl
from tests.real.servers.script import SPOILED, TELLING, Script, serving, translated

KEY = "kkk-0123456789:fx"
MARKED = ("The ", open_mark(1), "red", close_mark(1), " house & ", hold_mark(2), " <old> town.")


@pytest.fixture
def script() -> Iterator[Script]:
    script = Script(key=KEY)
    yield script
    assert script.wrong == []


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script, deepl.DeepL) as address:
        yield address


def engine(url: str, **more: Any) -> DeepL:
    return DeepL(url, **{"key": KEY, "mode": "batch", **more})


def ask(engine: DeepL, *texts: str, target: str = "de") -> tuple[Answer, ...]:
    return engine.translate([Query((text,)) for text in texts], "en", target, TAGS)


def hurry(engine: DeepL, total: float = 0.3) -> None:
    """Wait no longer than a test can; what comes before may take its time on a busy machine."""
    engine._client.transport.patience = Patience(total=total, backoff=0.01)


def sent(script: Script) -> list[dict[str, Any]]:
    return [asked.json for asked in script.asked if asked.path == "/v2/translate"]


def test_many_texts_go_in_one_request_and_are_billed(url: str, script: Script) -> None:
    answers = ask(engine(url), "one house", "two houses")
    assert answers == (Translation(("eno esuoh",), billed=9), Translation(("owt sesuoh",), billed=10))
    (given,) = sent(script)
    assert given["text"] == ["one house", "two houses"]
    assert (given["source_lang"], given["target_lang"]) == ("EN", "DE")
    assert "formality" not in given


WHOLE = ("Boats", ("Care",), "a note", ("They are of ash.",), ("Oil it.",), (("oar", "Riemen"), ("blade", "Blatt")))


def test_every_byte_is_as_documented(url: str, script: Script) -> None:
    with engine(url, mode="context", formality="less") as made:
        made.translate([Query(MARKED, Context(*WHOLE))], "en", "pt-BR", TAGS)
        made.translate([Query(("“Ça va?”",), Context(terms=(("grip", "Griff"),)))], "en", "pt-BR", TAGS)
    with engine(url) as made:
        made.translate([Query(("one",)), Query(("two",))], "en", "de", TAGS)
    rest = (
        b'"show_billed_characters":true,"preserve_formatting":true,'
        b'"tag_handling":"xml","tag_handling_version":"v2","outline_detection":false}'
    )
    dictionary = b'{"source_lang":"EN","target_lang":"PT","entries":"%b","entries_format":"tsv"}'
    assert [(asked.method, asked.path, asked.query, asked.body) for asked in script.asked] == [
        ("GET", "/v2/languages", {"type": "source"}, b""),
        ("GET", "/v2/languages", {"type": "target"}, b""),
        (
            "POST",
            "/v3/glossaries",
            {},
            b'{"name":"Manytongues","dictionaries":[' + dictionary % rb"oar\tRiemen\nblade\tBlatt" + b"]}",
        ),
        (
            "POST",
            "/v2/translate",
            {},
            b'{"text":["The <x1>red</x1> house &amp; <x2/> &lt;old&gt; town."],'
            b'"source_lang":"EN","target_lang":"PT-BR",'
            rb'"context":"Boats\nCare\na note\nThey are of ash.\nOil it.","glossary_id":"glossary-1",'
            b'"formality":"prefer_less",' + rest,
        ),
        ("PATCH", "/v3/glossaries/glossary-1", {}, b'{"dictionaries":[' + dictionary % rb"grip\tGriff" + b"]}"),
        (
            "POST",
            "/v2/translate",
            {},
            '{"text":["“Ça va?”"],"source_lang":"EN","target_lang":"PT-BR","glossary_id":"glossary-1",'.encode()
            + b'"formality":"prefer_less",'
            + rest,
        ),
        ("DELETE", "/v3/glossaries/glossary-1", {}, b""),
        ("GET", "/v2/languages", {"type": "source"}, b""),
        ("GET", "/v2/languages", {"type": "target"}, b""),
        ("POST", "/v2/translate", {}, b'{"text":["one","two"],"source_lang":"EN","target_lang":"DE",' + rest),
    ]
    assert {asked.headers["Authorization"] for asked in script.asked} == {f"DeepL-Auth-Key {KEY}"}
    types = {asked.method: asked.headers.get("Content-Type") for asked in script.asked}
    assert types == {"GET": None, "POST": "application/json", "PATCH": "application/json", "DELETE": None}


def test_nobody_but_the_tool_is_named(url: str, script: Script) -> None:
    ask(engine(url), "one house")
    assert {asked.headers["User-Agent"] for asked in script.asked} == {AGENT}


def test_markup_comes_back_as_marks(url: str, script: Script) -> None:
    (answer,) = engine(url).translate([Query(MARKED)], "en", "de", TAGS)
    wanted = ("ehT ", open_mark(1), "der", close_mark(1), " esuoh & ", hold_mark(2), " <dlo> nwot.")
    assert isinstance(answer, Translation)
    assert answer.tokens == wanted
    assert sent(script)[0]["text"] == ["The <x1>red</x1> house &amp; <x2/> &lt;old&gt; town."]
    assert sent(script)[0]["tag_handling"] == "xml"


def test_a_message_is_drafted_and_its_markup_stays_here(url: str, script: Script) -> None:
    unit = Unit("The *red* [house](https://secret.example/x) of `code` & more.")
    (outcome,) = draft([Request(unit, "a", named("gfm"))], [engine(url)], "en", "de")
    assert outcome.unit.msgstr == "ehT *der* [esuoh](https://secret.example/x) fo `code` & erom."
    assert b"secret" not in script.received


def test_surroundings_are_told_and_not_translated(url: str, script: Script) -> None:
    made = engine(url, mode="context")
    assert made.capabilities == {Capability.PLACE, Capability.TERMS}
    assert made.limits.batch == 1
    context = Context("Boats", ("Care", "Oars"), "part of a boat", ("They are of ash.",), ("Oil it.",))
    made.translate([Query(("The blade",), context), Query(("The grip",))], "en", "de", TAGS)
    first, second = sent(script)
    assert first["context"] == "Boats\nCare\nOars\npart of a boat\nThey are of ash.\nOil it."
    assert first["text"] == ["The blade"]
    assert "context" not in second


@pytest.mark.parametrize(("formality", "code"), [("more", "prefer_more"), ("less", "prefer_less")])
def test_formality_is_a_wish_that_no_language_refuses(formality: str, code: str, url: str, script: Script) -> None:
    ask(engine(url, formality=formality), "the house")
    assert sent(script)[0]["formality"] == code
    assert engine(url).version != engine(url, formality=formality).version


def test_terms_go_by_one_glossary_that_is_gone_after_the_run(url: str, script: Script) -> None:
    oar, blade = ("oar", "Riemen"), ("blade", "Blatt")
    with engine(url) as made:
        for terms in ((oar,), (oar, blade), (blade,), ()):
            made.translate([Query(("the oar and its blade",), Context(terms=terms))], "en", "de", TAGS)
        made.translate([Query(("the oar",), Context(terms=(("oar", "remo"),)))], "en", "es", TAGS)
        assert script.held == {"glossary-1": {"EN>DE": {"oar": "Riemen", "blade": "Blatt"}, "EN>ES": {"oar": "remo"}}}
    assert script.held == {}
    used = [given.get("glossary_id") for given in sent(script)]
    assert used == ["glossary-1", "glossary-1", "glossary-1", None, "glossary-1"]


def test_terms_that_contradict_each_other_are_kept_apart(url: str, script: Script) -> None:
    with engine(url) as made:
        for meant in ("Riemen", "Ruder"):
            made.translate([Query(("the oar",), Context(terms=(("oar", meant),)))], "en", "de", TAGS)
        assert [*script.held.values()] == [{"EN>DE": {"oar": "Riemen"}}, {"EN>DE": {"oar": "Ruder"}}]
    assert script.held == {}


def test_terms_that_no_glossary_can_hold_are_left_out(url: str, script: Script) -> None:
    terms = (("a\tb", "c"), ("", "d"), ("x" * 2000, "e"), ("oar", "Riemen"), ("oar", "Ruder"))
    made = engine(url)
    made.translate([Query(("the oar",), Context(terms=terms))], "en", "de", TAGS)
    assert script.held == {"glossary-1": {"EN>DE": {"oar": "Riemen"}}}


def test_a_plan_without_glossaries_translates_all_the_same(url: str, script: Script) -> None:
    script.always = "no-glossaries"
    made = engine(url)
    for _ in range(3):
        (answer,) = made.translate([Query(("the oar",), Context(terms=(("oar", "Riemen"),)))], "en", "de", TAGS)
        assert isinstance(answer, Translation)
    assert len([asked for asked in script.asked if "glossaries" in asked.path]) == 1


@pytest.mark.parametrize("fault", [*TELLING, *SPOILED, "unbilled"])
def test_every_fault_is_an_answer_without_texts(fault: str, url: str, script: Script) -> None:
    made = engine(url)
    assert all(isinstance(answer, Translation) for answer in ask(made, "the first house"))
    hurry(made)
    script.always = fault
    answers = made.translate([Query(MARKED), Query(("Sumi's secret house",))], "en", "de", TAGS)
    assert len(answers) == 2
    for answer in answers:
        if isinstance(answer, Failure):
            assert not [word for word in ("Sumi", "0123", "127.0", " red ") if word in answer.reason]


@pytest.mark.parametrize(
    ("fault", "reason", "final"),
    [
        ("forbidden", "its server refuses the key: see DEEPL_AUTH_KEY", True),
        ("quota-456", "its quota is spent", True),
        ("overloaded", "its server answered 529: too many requests", True),
        ("unbilled", "its answer is not what it should be", False),
        ("no-json", "its answer is not what it should be", False),
        ("elsewhere", "its server redirects to another host", True),
    ],
)
def test_faults_have_their_reasons(fault: str, reason: str, url: str, script: Script, *, final: bool) -> None:
    made = engine(url)
    ask(made, "the first house")
    hurry(made, 20)
    script.always = fault
    assert set(ask(made, "one house", "two houses")) == {Failure(reason, broken=True, final=final)}


def test_a_text_that_cannot_be_parsed_fails_alone(url: str, script: Script) -> None:
    script.bad = "rotten"
    answers = ask(engine(url), "one house", "a rotten text", "three houses", "a text with \x01 in it")
    assert [isinstance(answer, Translation) for answer in answers] == [True, False, True, False]


def test_the_key_is_in_a_header_and_nowhere_else(
    url: str, script: Script, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    (failure,) = ask(engine(url, key="wrong-9876543210:fx"), "Sumi's secret house")
    assert failure == Failure("its server refuses the key: see DEEPL_AUTH_KEY", broken=True, final=True)
    ask(engine(url), "Sumi's secret house")
    told = caplog.text + "".join(capfd.readouterr())
    assert not [word for word in ("9876", "0123", "Sumi") if word in told]
    assert not [asked.path for asked in script.asked if "9876" in asked.path + str(asked.query) + asked.body.decode()]


def test_many_threads_get_their_own_answers(url: str, script: Script) -> None:
    script.delay = 0.01
    made = engine(url, mode="context", concurrency=8)
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda n: ask(made, f"number {n} of the houses")[0], range(40))]
    assert [answer.tokens for answer in answers if isinstance(answer, Translation)] == [
        (translated(f"number {n} of the houses"),) for n in range(40)
    ]
    assert len([asked for asked in script.asked if asked.path == "/v2/languages"]) == 2


@pytest.mark.parametrize(
    ("tag", "code", "note"),
    [
        ("pt-BR", "PT-BR", ""),
        ("pt-PT", "PT-PT", ""),
        ("en-AU", "EN-GB", "en-GB-not-en-AU"),
        ("zh-Hant", "ZH-HANT", ""),
        ("nb", "NB", ""),
        ("ko", "KO", ""),
    ],
)
def test_languages_are_called_what_deepl_calls_them(tag: str, code: str, note: str, url: str, script: Script) -> None:
    (answer,) = engine(url).translate([Query(("das Haus",))], "de", tag, TAGS)
    assert isinstance(answer, Translation)
    assert (sent(script)[0]["target_lang"], answer.detail) == (code, note)


def test_what_it_lacks_is_told(url: str, script: Script) -> None:
    assert "DEEPL_AUTH_KEY" in DeepL().readiness("en", "de", ask=True).hint
    made = engine(url)
    assert made.readiness("en", "xx").ready, "nothing was asked yet"
    assert script.asked == []
    assert not made.readiness("en", "tlh", ask=True).ready
    assert engine("http://127.0.0.1:9", seconds=0.3).readiness("en", "de", ask=True).missing.endswith("reached")


def test_a_key_belongs_to_the_host_of_its_plan() -> None:
    assert DeepL(key="kkk-0123456789:fx").address == "api-free.deepl.com"
    assert "trains" in DeepL(key="kkk-0123456789:fx").notice
    paid = DeepL(key="kkk-0123456789")
    assert (paid.address, paid.notice, paid.traffic) == ("api.deepl.com", "", Traffic.THIRD_PARTY)
