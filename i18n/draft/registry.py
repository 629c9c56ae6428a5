"""Which engines does a run use? The list of all there are, and what the project lets them do."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from i18n.draft.engine import Readiness, Traffic
from i18n.draft.engines import deepl, libretranslate
from i18n.draft.engines.apertium import Apertium, ApertiumServer
from i18n.draft.engines.ctranslate2 import CTranslate2
from i18n.draft.engines.deep import SERVICES, Deep, Service
from i18n.draft.engines.deepl import DeepL
from i18n.draft.engines.libretranslate import LibreTranslate
from i18n.draft.engines.llm import FORMALITY, MODES, Llm
from i18n.draft.engines.pseudo import Pseudo
from i18n.draft.many.drafting import Source
from i18n.draft.many.memory import Recollection
from i18n.errors import ConfigurationError
from i18n.memory import Memory

Settings = Mapping[str, Any]
"""The table `[engine.NAME]`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An engine that can be named."""

    name: str
    settings: frozenset[str]
    """The keys that its table may hold."""
    make: Callable[[Settings, Memory, int], Source]


def _memory(settings: Settings, memory: Memory, minimum: int) -> Source:
    del settings
    return Recollection(memory, minimum)


def _apertium(settings: Settings, memory: Memory, minimum: int) -> Source:
    del memory, minimum
    url = _address("apertium", settings)
    if url and "path" in settings:
        raise ConfigurationError("[engine.apertium] has a path and a url.", "Keep the one that is to be used.")
    if url:
        return ApertiumServer(url, float(settings.get("timeout", 30)), int(settings.get("concurrency", 2)))
    given: dict[str, Any] = {"seconds": float(settings["timeout"])} if "timeout" in settings else {}
    return Apertium(settings["path"], **given) if "path" in settings else Apertium(**given)


def _ctranslate2(settings: Settings, memory: Memory, minimum: int) -> Source:
    del memory, minimum
    return CTranslate2(settings.get("path"))


def _pseudo(settings: Settings, memory: Memory, minimum: int) -> Source:
    del settings, memory, minimum
    return Pseudo()


def _deep(service: Service) -> Kind:
    def make(settings: Settings, memory: Memory, minimum: int) -> Source:
        del memory, minimum
        return Deep(
            service,
            _address(service.name, settings),
            float(settings.get("timeout", 30)),
            int(settings.get("concurrency", 1)),
        )

    return Kind(service.name, frozenset({"url", "timeout", "concurrency"}), make)


def _deepl(settings: Settings, memory: Memory, minimum: int) -> Source:
    del memory, minimum
    return DeepL(
        _address("deepl", settings),
        os.environ.get(deepl.KEY, ""),
        float(settings.get("timeout", 30)),
        int(settings.get("concurrency", 4)),
        _one_of("deepl", settings, "formality", deepl.FORMALITY),
        _one_of("deepl", settings, "mode", deepl.MODES),
    )


def _libretranslate(settings: Settings, memory: Memory, minimum: int) -> Source:
    del memory, minimum
    return LibreTranslate(
        _address("libretranslate", settings),
        os.environ.get(libretranslate.KEY, ""),
        float(settings.get("timeout", 60)),
        int(settings.get("concurrency", 2)),
    )


def _llm(settings: Settings, memory: Memory, minimum: int) -> Source:
    del memory, minimum
    return Llm(
        _address("llm", settings),
        settings.get("model", ""),
        float(settings.get("timeout", 300)),
        int(settings.get("concurrency", 0)),
        _one_of("llm", settings, "formality", FORMALITY),
        _one_of("llm", settings, "mode", MODES),
    )


def _address(engine: str, settings: Settings) -> str:
    """The address in the settings; empty where there is none. Raises ConfigurationError for what is no address."""
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
    Kind("memory", frozenset(), _memory),
    Kind("apertium", frozenset({"path", "url", "timeout", "concurrency"}), _apertium),
    Kind("ctranslate2", frozenset({"path"}), _ctranslate2),
    Kind("pseudo", frozenset(), _pseudo),
    Kind("libretranslate", frozenset({"url", "timeout", "concurrency"}), _libretranslate),
    Kind("deepl", frozenset({"url", "timeout", "concurrency", "formality", "mode"}), _deepl),
    *(_deep(service) for service in SERVICES),
    Kind("llm", frozenset({"url", "model", "timeout", "concurrency", "formality", "mode"}), _llm),
)


_PRICES = frozenset({"price_per_million", "price_as_of"})
"""Keys of every table: what a million characters cost, and since when that is so."""


def choose(
    names: Sequence[str],
    settings: Mapping[str, Settings],
    memory: Memory,
    minimum: int = 75,
    *,
    remote: str = "named",
    root: Path = Path(),
) -> tuple[Source, ...]:
    """Make the engines of that name, in that order; a setting `path` starts from `root`.

    A remote one runs only because it is named; with `remote = "never"` not even then. Nothing is started or sent.
    Raises `ConfigurationError` for an unknown name, a name twice, a setting that the engine does not take, and a
    remote engine that the project forbids.
    """
    known = {kind.name: kind for kind in KINDS}
    for name, table in settings.items():
        _known(known, name, f"The table [engine.{name}] is for ")
        _takes(known[name], table)
    for name in names:
        _known(known, name, "")
        if names.count(name) > 1:
            raise ConfigurationError(
                f'The engine "{name}" is named twice.', "Name each once, in the order to be tried."
            )
    return tuple(
        _checked(known[name].make(_located(settings.get(name, {}), root), memory, minimum), remote) for name in names
    )


def _known(known: Mapping[str, Kind], name: str, what: str) -> None:
    if name not in known:
        said = f"{what}no engine there is." if what else f'There is no engine "{name}".'
        raise ConfigurationError(said, f"There are {', '.join(known)}.")


def _takes(kind: Kind, settings: Settings) -> None:
    for key in settings:
        if key not in kind.settings | _PRICES:
            takes = f"It takes {', '.join(sorted(kind.settings | _PRICES))}."
            raise ConfigurationError(f'The engine "{kind.name}" has no setting "{key}".', takes)


def _located(settings: Settings, root: Path) -> Settings:
    if "path" not in settings:
        return settings
    return {**settings, "path": root / Path(settings["path"]).expanduser()}


def _checked(source: Source, remote: str) -> Source:
    if remote == "never" and not source.traffic.local:
        where = "a third party" if source.traffic is Traffic.THIRD_PARTY else "another machine"
        raise ConfigurationError(
            f'The engine "{source.name}" sends texts to {where}, and [privacy] remote = "never" forbids that.',
            "Leave it out of the engines, or change what the project allows.",
        )
    return source


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an engine can serve a language of the project."""

    engine: str
    traffic: Traffic
    target: str
    """BCP 47."""
    readiness: Readiness


def available(sources: Iterable[Source], source: str, targets: Sequence[str]) -> Iterator[Availability]:
    """Ask every engine about every language of the project; sends nothing."""
    for each in sources:
        for target in targets:
            readiness = Readiness(ready=True) if isinstance(each, Recollection) else each.readiness(source, target)
            yield Availability(each.name, each.traffic, target, readiness)
