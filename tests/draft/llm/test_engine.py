from __future__ import annotations

import pytest

from i18n.draft import Traffic, choose
from i18n.draft.engines.llm import Llm
from i18n.draft.engines.llm.endpoint import completed, key_for
from i18n.errors import ConfigurationError
from i18n.project.engines import LlmSettings

OWN = {"I18N_LLM_API_KEY": "own"}
OTHER = {"OPENAI_API_KEY": "other"}


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        (" https://models.example/api/v1/chat/completions ", "https://models.example/api/v1"),
        ("https://models.example/v1beta/openai/", "https://models.example/v1beta/openai"),
        ("https://models.example/x?api-version=7", "https://models.example/x?api-version=7"),
    ],
)
def test_an_address_is_completed(given: str, used: str) -> None:
    assert completed(given) == used


@pytest.mark.parametrize(
    ("url", "environment", "key"),
    [
        ("https://models.example/v1", OWN, "own"),
        ("https://models.example/v1", OTHER, ""),
        ("https://api.openai.com/v1", OTHER, "other"),
        ("https://api.openai.com/v1", {**OWN, **OTHER}, "own"),
        ("http://api.openai.com.evil.example/v1", OTHER, ""),
        ("https://api.openai.com@evil.example/v1", OTHER, ""),
        ("https://evil.example/api.openai.com/v1", OTHER, ""),
        ("https://models.example/v1", {"I18N_LLM_API_KEY": " own\n"}, "own"),
        ("https://models.example/v1", {}, ""),
    ],
)
def test_a_key_goes_to_its_own_host_alone(url: str, environment: dict[str, str], key: str) -> None:
    assert key_for(url, environment) == key


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*OWN, *OTHER):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("url", "model", "lacks"),
    [
        ("", "", "it needs a server"),
        ("http://127.0.0.1:11434", "", "it needs the name of a model"),
        ("https://models.example", "m", "it needs a key for models.example"),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(url: str, model: str, lacks: str) -> None:
    readiness = Llm(url, model).readiness("en", "de")
    assert (readiness.ready, readiness.missing) == (False, lacks)
    assert readiness.hint
    assert all(not answer for answer in Llm(url, model).translate([], "en", "de", "tags"))


@pytest.mark.parametrize(
    ("url", "traffic", "concurrency", "has_notice"),
    [
        ("", Traffic.NONE, 1, False),
        ("http://127.0.0.1:11434", Traffic.LOOPBACK, 1, True),
        ("http://10.0.0.7:8000", Traffic.LAN, 4, False),
        ("https://models.example", Traffic.THIRD_PARTY, 4, True),
    ],
)
def test_where_texts_go(url: str, traffic: Traffic, concurrency: int, *, has_notice: bool) -> None:
    engine = Llm(url, "m")
    assert (engine.traffic, engine.limits.concurrency, bool(engine.notice)) == (traffic, concurrency, has_notice)
    assert engine.address == url.rpartition("/")[2]
    assert Llm(url, "m", concurrency=7).limits.concurrency == 7


def test_a_word_makes_a_server_on_this_machine_local_and_no_other() -> None:
    assert Llm("http://127.0.0.1:11434", "qwen3", local=True).traffic is Traffic.CONFINED
    assert not Llm("http://127.0.0.1:11434", "qwen3", local=True).notice
    assert Llm("http://10.0.0.7:8000", "qwen3", local=True).traffic is Traffic.LAN
    assert Llm("", "qwen3", local=True).traffic is Traffic.NONE


@pytest.mark.parametrize("model", ["gpt-oss:120b-cloud", "glm-4.6:cloud", "Kimi-K2-CLOUD", "qwen3-coder:480b-cloud "])
@pytest.mark.parametrize("local", [True, False])
def test_a_model_of_a_provider_is_a_third_party_wherever_it_is_asked(model: str, *, local: bool) -> None:
    made = Llm("http://127.0.0.1:11434", model, local=local)
    assert made.traffic is Traffic.THIRD_PARTY
    assert made.readiness("en", "de").ready, "its server wants no key"
    assert "runs at its provider" in made.notice


@pytest.mark.parametrize("model", ["cloud-7b", "cumulus-cloudy", "qwen3:8b", "cloud9", "nimbus"])
def test_a_word_within_a_name_of_a_model_is_no_provider(model: str) -> None:
    assert Llm("http://127.0.0.1:11434", model, local=True).traffic is Traffic.CONFINED


def test_the_version_is_that_of_model_and_rules() -> None:
    versions = [
        Llm("http://localhost", "a").version,
        Llm("http://localhost", "b").version,
        Llm("http://localhost", "a", formality="more").version,
        Llm("http://localhost", "a", mode="plain").version,
    ]
    assert len(set(versions)) == 4
    assert versions[0] == Llm("http://elsewhere", "a").version
    assert versions[0].startswith("a ")


@pytest.mark.parametrize(
    "url",
    [
        "localhost:11434",
        "http://[::1",
        "http://ann:secret@models.example/",
    ],
)
def test_impossible_addresses_are_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="url is no address") as caught:
        choose(["llm"], {"llm": LlmSettings(url=url)})
    assert caught.value.hint
    assert "secret" not in str(caught.value)


def test_its_settings_are_taken() -> None:
    given = LlmSettings(url="http://127.0.0.1:8000", model="m", timeout=60, concurrency=2, formality="less")
    (engine,) = choose(["llm"], {"llm": given}, remote="never")
    assert isinstance(engine, Llm)
    assert engine.limits.concurrency == 2
