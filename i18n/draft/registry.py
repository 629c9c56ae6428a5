"""Which engines are there, and which of them does a run use?"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from i18n.draft.engine import Engine, Traffic
from i18n.draft.engines import ctranslate2, deep, deepl, libretranslate, llm, pseudo
from i18n.draft.engines.apertium import Apertium, ApertiumServer, modes
from i18n.draft.engines.transport.address import host, traffic
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.models.installed import installed
from i18n.draft.models.places import folder_of
from i18n.errors import ConfigurationError
from i18n.project import engines
from i18n.project.tables import Remote
from i18n.store import places

Maker = Callable[[Any, str], Engine]
"""Makes an engine of its settings and the project's root, from which paths start."""


def _apertium(settings: engines.ApertiumSettings, root: str) -> Engine:
    url = _address("apertium", settings.url)
    if url and settings.path:
        raise ConfigurationError("[engine.apertium] has a path and a url.", "Keep the one that is to be used.")
    if url:
        local = _local("apertium", url, local=settings.local)
        return ApertiumServer(url, settings.timeout or 30, settings.concurrency, local=local)
    return Apertium(_located(settings.path, root) or modes.FOLDER, settings.timeout or 15)


def _ctranslate2(settings: engines.CTranslate2Settings, root: str) -> Engine:
    models = [model.folder for model in installed(folder_of("ctranslate2"))]
    return ctranslate2.CTranslate2(_located(settings.path, root), models)


def _deep(service: deep.Service) -> Maker:
    def make(settings: engines.DeepSettings, _root: str) -> Engine:
        return deep.Deep(service, _address(service.name, settings.url), settings.timeout, settings.concurrency)

    return make


def _deepl(settings: engines.DeepLSettings, _root: str) -> Engine:
    return deepl.DeepL(
        _address("deepl", settings.url),
        os.environ.get(deepl.KEY, ""),
        settings.timeout,
        settings.concurrency,
        settings.formality,
        settings.mode,
    )


def _libretranslate(settings: engines.LibreTranslateSettings, _root: str) -> Engine:
    url, key = _address("libretranslate", settings.url), os.environ.get(libretranslate.KEY, "")
    local = _local("libretranslate", url, local=settings.local)
    return libretranslate.LibreTranslate(url, key, settings.timeout, settings.concurrency, local=local)


def _llm(settings: engines.LlmSettings, _root: str) -> Engine:
    url = _address("llm", settings.url)
    return llm.Llm(
        url,
        settings.model,
        settings.timeout,
        settings.concurrency,
        settings.formality,
        settings.mode,
        local=_local("llm", url, local=settings.local),
    )


def _address(engine: str, url: str) -> str:
    """The address of an engine; empty if it is not set. Raises ConfigurationError if it is not an address."""
    engine = f'"{engine}"' if ":" in engine else engine
    hint = (
        f'Such as [engine.{engine}] url = "http://127.0.0.1:5000": a host in ASCII letters (xn--…), four plain '
        "numbers, or [::1]; for 0.0.0.0 write 127.0.0.1. Keys come from the environment."
    )
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(host(url)) and parts.port != 0
    except ValueError:
        usable = False
    if url and (not usable or parts.username or parts.password or parts.query or parts.fragment):
        raise ConfigurationError(f"[engine.{engine}] url is no address that texts can be sent to.", hint)
    return url


def _local(engine: str, url: str, *, local: bool) -> bool:
    """What the table of an engine says of its address. Raises ConfigurationError if that is on another machine."""
    if local and url and traffic(url) is not Traffic.LOOPBACK:
        raise ConfigurationError(
            f"[engine.{engine}] local = true, and its url is not on this machine.",
            "Take `local` out, or name a server on this machine, such as http://127.0.0.1:5000.",
        )
    return local


def _located(path: str, root: str) -> Path | None:
    """Where a path of the settings lies; None if it is empty."""
    return Path(places.located(root, path)) if path else None


MAKERS: Mapping[str, Maker] = {
    "apertium": _apertium,
    "ctranslate2": _ctranslate2,
    "pseudo": lambda _settings, _root: pseudo.Pseudo(),
    "libretranslate": _libretranslate,
    "deepl": _deepl,
    **{service.name: _deep(service) for service in deep.SERVICES},
    "llm": _llm,
}
"""What makes each engine of the settings in its table."""


def names() -> tuple[str, ...]:
    """All names that the configuration may list: the memory's and those of the engines."""
    return tuple(engines.ENGINES)


def choose(
    chosen: Sequence[str], settings: Mapping[str, engines.EngineSettings], *, remote: Remote = "named", root: str = ""
) -> tuple[Engine, ...]:
    """Make the engines of these names, in that order; the memory is named among them and is no engine.

    A remote engine runs only because it is named; with `remote = "never"` not even then. A setting `path` starts from
    `root`. Nothing is started or sent. Raises `ConfigurationError` for an unknown name, a name twice, settings that
    contradict each other, and a remote engine that the project forbids.
    """
    for name in chosen:
        if name not in engines.ENGINES:
            raise ConfigurationError(f'There is no engine "{name}".', f"There are {', '.join(engines.ENGINES)}.")
        if chosen.count(name) > 1:
            raise ConfigurationError(
                f'The engine "{name}" is named twice.', "Name each once, in the order to be tried."
            )
    made = (MAKERS[name](settings.get(name, engines.ENGINES[name]()), root) for name in chosen if name != MEMORY)
    return tuple(_checked(engine, remote) for engine in made)


def _checked(engine: Engine, remote: Remote) -> Engine:
    if remote == "never" and not engine.traffic.near:
        where = "a third party" if engine.traffic is Traffic.THIRD_PARTY else "another machine"
        raise ConfigurationError(
            f'The engine "{engine.name}" sends texts to {where}, and [privacy] remote = "never" forbids that.',
            "Leave it out of the engines, or change what the project allows.",
        )
    return engine
