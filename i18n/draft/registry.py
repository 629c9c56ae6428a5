"""Which engines are there, and which of them does a run use?"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from i18n.draft.engine import Engine, Traffic
from i18n.draft.engines import deepl, libretranslate
from i18n.draft.engines.apertium import Apertium, ApertiumServer
from i18n.draft.engines.ctranslate2 import CTranslate2
from i18n.draft.engines.deep import SERVICES, Deep, Service
from i18n.draft.engines.deepl import DeepL
from i18n.draft.engines.libretranslate import LibreTranslate
from i18n.draft.engines.llm import FORMALITY, MODES, Llm
from i18n.draft.engines.pseudo import Pseudo
from i18n.draft.many.memory import NAME as MEMORY
from i18n.errors import ConfigurationError
from i18n.store import places

Settings = Mapping[str, Any]
"""The table `[engine.NAME]`."""


@dataclass(frozen=True, slots=True)
class EngineKind:
    """An engine that can be named."""

    name: str
    settings: frozenset[str]
    """The keys that its table may hold."""
    make: Callable[[Settings], Engine]


def _apertium(settings: Settings) -> Engine:
    url = _address("apertium", settings)
    if url and "path" in settings:
        raise ConfigurationError("[engine.apertium] has a path and a url.", "Keep the one that is to be used.")
    if url:
        return ApertiumServer(url, float(settings.get("timeout", 30)), int(settings.get("concurrency", 2)))
    given: dict[str, Any] = {"seconds": float(settings["timeout"])} if "timeout" in settings else {}
    return Apertium(settings["path"], **given) if "path" in settings else Apertium(**given)


def _ctranslate2(settings: Settings) -> Engine:
    return CTranslate2(settings.get("path"))


def _deep(service: Service) -> EngineKind:
    def make(settings: Settings) -> Engine:
        return Deep(
            service,
            _address(service.name, settings),
            float(settings.get("timeout", 30)),
            int(settings.get("concurrency", 1)),
        )

    return EngineKind(service.name, frozenset({"url", "timeout", "concurrency"}), make)


def _deepl(settings: Settings) -> Engine:
    return DeepL(
        _address("deepl", settings),
        os.environ.get(deepl.KEY, ""),
        float(settings.get("timeout", 30)),
        int(settings.get("concurrency", 4)),
        _one_of("deepl", settings, "formality", deepl.FORMALITY),
        _one_of("deepl", settings, "mode", deepl.MODES),
    )


def _libretranslate(settings: Settings) -> Engine:
    return LibreTranslate(
        _address("libretranslate", settings),
        os.environ.get(libretranslate.KEY, ""),
        float(settings.get("timeout", 60)),
        int(settings.get("concurrency", 2)),
    )


def _llm(settings: Settings) -> Engine:
    return Llm(
        _address("llm", settings),
        settings.get("model", ""),
        float(settings.get("timeout", 300)),
        int(settings.get("concurrency", 0)),
        _one_of("llm", settings, "formality", FORMALITY),
        _one_of("llm", settings, "mode", MODES),
    )


def _address(engine: str, settings: Settings) -> str:
    """The address in the settings; empty if it is not set. Raises ConfigurationError if it is not an address."""
    url: str = settings.get("url", "")
    engine = f'"{engine}"' if ":" in engine else engine
    hint = f'Such as [engine.{engine}] url = "http://127.0.0.1:5000"; keys come from the environment.'
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if url and (not usable or parts.username or parts.password or parts.query or parts.fragment):
        raise ConfigurationError(f"[engine.{engine}] url is no address that texts can be sent to.", hint)
    return url


def _one_of(engine: str, settings: Settings, key: str, known: Collection[str]) -> str:
    """The value of a setting, by default the first it may have. Raises ConfigurationError for any other."""
    value: str = settings.get(key, next(iter(known)))
    if value not in known:
        raise ConfigurationError(f'[engine.{engine}] {key} = "{value}" is not possible.', f"It is {', '.join(known)}.")
    return value


KINDS = (
    EngineKind("apertium", frozenset({"path", "url", "timeout", "concurrency"}), _apertium),
    EngineKind("ctranslate2", frozenset({"path"}), _ctranslate2),
    EngineKind("pseudo", frozenset(), lambda _: Pseudo()),
    EngineKind("libretranslate", frozenset({"url", "timeout", "concurrency"}), _libretranslate),
    EngineKind("deepl", frozenset({"url", "timeout", "concurrency", "formality", "mode"}), _deepl),
    *(_deep(service) for service in SERVICES),
    EngineKind("llm", frozenset({"url", "model", "timeout", "concurrency", "formality", "mode"}), _llm),
)


_PRICES = frozenset({"price_per_million", "price_as_of"})
"""Keys of every table: what a million characters cost, and the day of that price."""


def names() -> tuple[str, ...]:
    """All names that the configuration may list: the memory's and those of the engines."""
    return (MEMORY, *(kind.name for kind in KINDS))


def choose(
    chosen: Sequence[str], settings: Mapping[str, Settings], *, remote: str = "named", root: str = ""
) -> tuple[Engine, ...]:
    """Make the engines of these names, in that order; the memory is named among them and is no engine.

    A remote engine runs only because it is named; with `remote = "never"` not even then. A setting `path` starts from
    `root`. Nothing is started or sent. Raises `ConfigurationError` for an unknown name, a name twice, a setting that
    the engine does not take, and a remote engine that the project forbids.
    """
    kinds = {kind.name: kind for kind in KINDS}
    for name, table in settings.items():
        _verify_name(name, f"The table [engine.{name}] is for ")
        _verify_keys(name, kinds[name].settings if name in kinds else frozenset(), table)
    for name in chosen:
        _verify_name(name, "")
        if chosen.count(name) > 1:
            raise ConfigurationError(
                f'The engine "{name}" is named twice.', "Name each once, in the order to be tried."
            )
    made = (kinds[name].make(_located(settings.get(name, {}), root)) for name in chosen if name != MEMORY)
    return tuple(_checked(engine, remote) for engine in made)


def _verify_name(name: str, what: str) -> None:
    if name not in names():
        said = f"{what}no engine there is." if what else f'There is no engine "{name}".'
        raise ConfigurationError(said, f"There are {', '.join(names())}.")


def _verify_keys(name: str, known: frozenset[str], settings: Settings) -> None:
    for key in settings:
        if key not in known | _PRICES:
            takes = f"It takes {', '.join(sorted(known | _PRICES))}."
            raise ConfigurationError(f'The engine "{name}" has no setting "{key}".', takes)


def _located(settings: Settings, root: str) -> Settings:
    if "path" not in settings:
        return settings
    return {**settings, "path": Path(places.located(root, settings["path"]))}


def _checked(engine: Engine, remote: str) -> Engine:
    if remote == "never" and not engine.traffic.local:
        where = "a third party" if engine.traffic is Traffic.THIRD_PARTY else "another machine"
        raise ConfigurationError(
            f'The engine "{engine.name}" sends texts to {where}, and [privacy] remote = "never" forbids that.',
            "Leave it out of the engines, or change what the project allows.",
        )
    return engine
