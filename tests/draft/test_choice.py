from __future__ import annotations

import ipaddress
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.draft import Traffic, choose
from i18n.draft.engines.ctranslate2 import CTranslate2
from i18n.draft.engines.transport import traffic
from i18n.errors import ConfigurationError
from i18n.project.engines import (
    ApertiumSettings,
    CTranslate2Settings,
    DeepSettings,
    EngineSettings,
    LibreTranslateSettings,
    LlmSettings,
)


def test_engines_come_in_the_order_they_are_named() -> None:
    made = choose(["pseudo", "memory", "apertium"], {})
    assert [engine.name for engine in made] == ["pseudo", "apertium"]
    assert [engine.traffic for engine in made] == [Traffic.NONE, Traffic.NONE]


def test_a_path_starts_from_the_project(tmp_path: Path) -> None:
    for path, expected in (("models", tmp_path / "models"), ("/srv/models", Path("/srv/models"))):
        (engine,) = choose(["ctranslate2"], {"ctranslate2": CTranslate2Settings(path=path)}, root=str(tmp_path))
        assert isinstance(engine, CTranslate2)
        assert str(expected) in engine.readiness("en", "es").missing


def test_a_remote_engine_runs_when_it_is_named() -> None:
    (engine,) = choose(["deep:google"], {})
    assert engine.traffic is Traffic.THIRD_PARTY


@pytest.mark.parametrize("name", ["deep:google", "deep:mymemory"])
def test_never_means_never(name: str) -> None:
    with pytest.raises(ConfigurationError, match="forbids") as caught:
        choose(["memory", name], {}, remote="never")
    assert name in str(caught.value)
    assert caught.value.hint


def test_a_server_on_this_machine_is_not_remote() -> None:
    tables = {"deep:google": DeepSettings(url="http://127.0.0.1:9/m")}
    (engine,) = choose(["deep:google"], tables, remote="never")
    assert engine.traffic is Traffic.LOOPBACK


def test_a_server_next_door_is() -> None:
    tables = {"deep:google": DeepSettings(url="http://192.168.1.7/m")}
    with pytest.raises(ConfigurationError, match="another machine"):
        choose(["deep:google"], tables, remote="never")


@pytest.mark.parametrize(
    ("names", "tables", "message"),
    [
        (["babelfish"], {}, 'no engine "babelfish"'),
        (["memory", "memory"], {}, "named twice"),
        (["apertium"], {"apertium": ApertiumSettings(url="http://127.0.0.1", path="/x")}, "a path and a url"),
        (
            ["libretranslate"],
            {"libretranslate": LibreTranslateSettings(url="https://ana:secret@x.example")},
            "no address",
        ),
        (
            ["libretranslate"],
            {"libretranslate": LibreTranslateSettings(url="https://x.example?a=1")},
            "no address",
        ),
        (["deep:google"], {"deep:google": DeepSettings(url="x.example")}, "no address"),
    ],
)
def test_what_is_not_possible_is_refused(names: list[str], tables: dict[str, EngineSettings], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        choose(names, tables)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost:5000/x", Traffic.LOOPBACK),
        ("http://LOCALHOST./x", Traffic.LOOPBACK),
        ("http://127.0.0.1", Traffic.LOOPBACK),
        ("http://127.8.9.1", Traffic.LOOPBACK),
        ("http://[::1]:80/", Traffic.LOOPBACK),
        ("http://[::ffff:127.0.0.1]/", Traffic.LOOPBACK),
        ("http://10.0.0.4/", Traffic.LAN),
        ("http://192.168.0.4/", Traffic.LAN),
        ("http://[fd00::1]/", Traffic.LAN),
        ("http://[fe80::1%25eth0]/", Traffic.LAN),
        ("http://printer.local/", Traffic.LAN),
        ("https://translate.example/", Traffic.THIRD_PARTY),
        ("http://localhost.evil.example/", Traffic.THIRD_PARTY),
        ("http://127.0.0.1.evil.example/", Traffic.THIRD_PARTY),
        ("http://127.0.0.1@evil.example/", Traffic.THIRD_PARTY),
        ("http://2130706433/", Traffic.THIRD_PARTY),
        ("http://8.8.8.8/", Traffic.THIRD_PARTY),
        ("http://printer/", Traffic.THIRD_PARTY),
        ("http://localhost./", Traffic.LOOPBACK),
        ("http://[::ffff:7f00:1]/", Traffic.LOOPBACK),
        ("http://[0:0:0:0:0:0:0:1]/", Traffic.LOOPBACK),
        ("http://172.16.0.4/", Traffic.LAN),
        ("http://169.254.7.7/", Traffic.LAN),
        ("http://printer.local./", Traffic.LAN),
        # documentation, RFC 5737, 3849 and 9637; benchmarks; shared by customers of a provider; reserved
        ("http://192.0.2.7/", Traffic.THIRD_PARTY),
        ("http://198.51.100.7/", Traffic.THIRD_PARTY),
        ("http://203.0.113.7/", Traffic.THIRD_PARTY),
        ("http://[2001:db8::7]/", Traffic.THIRD_PARTY),
        ("http://[3fff::7]/", Traffic.THIRD_PARTY),
        ("http://198.18.0.7/", Traffic.THIRD_PARTY),
        ("http://100.64.0.7/", Traffic.THIRD_PARTY),
        ("http://240.0.0.7/", Traffic.THIRD_PARTY),
        # numbers of IPv4 in those of IPv6 that are routed elsewhere
        ("http://[::127.0.0.1]/", Traffic.THIRD_PARTY),
        ("http://[64:ff9b::7f00:1]/", Traffic.THIRD_PARTY),
        ("http://[2002:7f00:1::]/", Traffic.THIRD_PARTY),
        ("http://api.localhost/", Traffic.THIRD_PARTY),
        ("http://localhost.localdomain/", Traffic.THIRD_PARTY),
        ("http://xn--lcalhost-n4a/", Traffic.THIRD_PARTY),
        ("http://127.0.0.1.nip.io/", Traffic.THIRD_PARTY),
        ("http://ip6-localhost/", Traffic.THIRD_PARTY),
        ("", Traffic.THIRD_PARTY),
    ],
)
def test_how_far_an_address_is(url: str, expected: Traffic) -> None:
    assert traffic(url) is expected


@pytest.mark.parametrize(
    "url",
    [
        # percent signs: the library that connects decodes them, or takes a zone apart
        "http://127.0.0.1%2eevil.example:5000",
        "http://127.0.0.1%2Eevil.example",
        "http://localhost%2eevil.example",
        "http://localhost%00.evil.example",
        "http://%6cocalhost",
        "http://127%2e0%2e0%2e1",
        "http://[::1%25evil]",
        "http://[::1%evil.example]:80",
        "http://[::ffff:127.0.0.1%25lo]",
        # users
        "http://127.0.0.1@evil.example",
        "http://localhost:80@evil.example",
        "http://evil.example@127.0.0.1",
        "http://@127.0.0.1",
        # backslashes and what is dropped
        "http://127.0.0.1\\.evil.example",
        "http://127.0.0.1\\@evil.example",
        "http://127.0.0.1:80\\@evil.example",
        "http:\\\\127.0.0.1",
        "http://127.0.0.1\t.evil.example",
        "http://127.0.0.1\n.evil.example",
        " http://127.0.0.1",
        "http://127.0.0.1 .evil.example",
        # numbers that programs read in several ways, or look up as names
        "http://2130706433",
        "http://017700000001",
        "http://0x7f000001",
        "http://0x7f.0.0.1",
        "http://0177.0.0.1",
        "http://127.0.0.01",
        "http://127.1",
        "http://127.0.1",
        "http://127.0.0.1.",
        "http://127.0.0.1..",
        "http://127.0.0.256",
        "http://evil.127",
        "http://evil.0x7f",
        # where servers listen
        "http://0.0.0.0:11434",
        "http://0",
        "http://[::]:80",
        "http://[::ffff:0.0.0.0]",
        # letters that are mapped to others
        "http://127。0。0。1",
        "http://ｌocalhost",
        "http://loc\u00adalhost",
        "http://①27.0.0.1",
        "http://١٢٧.0.0.1",
        "http://localhost..",
        "http://.localhost",
        "http://[::1",
        "http://[::1].evil.example",
        "http://evil[::1]",
        "http://[127.0.0.1]:x",
        "http://",
        "http:127.0.0.1",
        "http:///127.0.0.1",
    ],
)
def test_a_host_that_programs_read_differently_is_refused_and_is_never_local(url: str) -> None:
    assert traffic(url) is Traffic.THIRD_PARTY
    for local in (False, True):
        with pytest.raises(ConfigurationError, match="no address") as caught:
            choose(["libretranslate"], {"libretranslate": LibreTranslateSettings(url=url, local=local)})
        assert "write 127.0.0.1" in caught.value.hint


@given(st.text(st.sampled_from("127.0localhst:%2e5@/\\[]x-_ \t。evil"), max_size=30))
@settings(max_examples=500)
@example("127.0.0.1%2eevil")
def test_what_is_on_this_machine_is_what_the_connection_reads(text: str) -> None:
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    url = f"http://{text}"
    if traffic(url) is not Traffic.LOOPBACK:
        return
    try:
        read = parse_url(url).host or ""
    except LocationParseError:
        return  # nothing is sent
    read = read.strip("[]").removesuffix(".")
    assert read == "localhost" or ipaddress.ip_address(read).is_loopback


Local = LibreTranslateSettings | ApertiumSettings | LlmSettings
LOCAL: dict[str, Callable[..., Local]] = {
    "libretranslate": LibreTranslateSettings,
    "apertium": ApertiumSettings,
    "llm": LlmSettings,
}


@pytest.mark.parametrize("name", LOCAL)
def test_a_server_on_this_machine_is_local_by_a_persons_word(name: str) -> None:
    (made,) = choose([name], {name: LOCAL[name](url="http://127.0.0.1:9")})
    assert (made.traffic, made.traffic.local) == (Traffic.LOOPBACK, False)
    assert f"set `local = true` in [engine.{name}]" in made.notice
    (made,) = choose([name], {name: LOCAL[name](url="http://127.0.0.1:9", local=True)}, remote="never")
    assert (made.traffic, made.traffic.local, made.notice) == (Traffic.CONFINED, True, "")


@pytest.mark.parametrize("name", LOCAL)
@pytest.mark.parametrize("url", ["http://192.168.1.7", "https://translate.example", "http://127.0.0.1.nip.io"])
def test_no_word_makes_another_machine_local(name: str, url: str) -> None:
    with pytest.raises(ConfigurationError, match="not on this machine") as caught:
        choose([name], {name: LOCAL[name](url=url, local=True)})
    assert caught.value.hint


def test_the_program_of_apertium_is_local_whatever_the_word() -> None:
    (made,) = choose(["apertium"], {"apertium": ApertiumSettings()})
    assert made.traffic is Traffic.NONE
