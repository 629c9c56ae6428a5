from __future__ import annotations

from pathlib import Path

import pytest

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
)


def test_engines_come_in_the_order_they_are_named() -> None:
    made = choose(["pseudo", "memory", "apertium"], {})
    assert [engine.name for engine in made] == ["pseudo", "apertium"]
    assert [engine.traffic for engine in made] == [Traffic.NONE, Traffic.NONE]


def test_a_path_starts_from_the_project(tmp_path: Path) -> None:
    for given, expected in (("models", tmp_path / "models"), ("/srv/models", Path("/srv/models"))):
        (engine,) = choose(["ctranslate2"], {"ctranslate2": CTranslate2Settings(path=given)}, root=str(tmp_path))
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
    settings = {"deep:google": DeepSettings(url="http://127.0.0.1:9/m")}
    (engine,) = choose(["deep:google"], settings, remote="never")
    assert engine.traffic is Traffic.LOOPBACK


def test_a_server_next_door_is() -> None:
    settings = {"deep:google": DeepSettings(url="http://192.168.1.7/m")}
    with pytest.raises(ConfigurationError, match="another machine"):
        choose(["deep:google"], settings, remote="never")


@pytest.mark.parametrize(
    ("names", "settings", "message"),
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
def test_what_is_not_possible_is_refused(names: list[str], settings: dict[str, EngineSettings], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        choose(names, settings)
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
        ("", Traffic.THIRD_PARTY),
    ],
)
def test_how_far_an_address_is(url: str, expected: Traffic) -> None:
    assert traffic(url) is expected
