"""Which engines does a run use? The list of all there are, and what the project lets them do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from i18n.draft.drafting import Source
from i18n.draft.engine import Readiness, Traffic
from i18n.draft.engines.apertium import Apertium
from i18n.draft.engines.deep import SERVICES, Deep, Service
from i18n.draft.engines.memory import Recollection
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
    given: dict[str, Any] = {"seconds": float(settings["timeout"])} if "timeout" in settings else {}
    return Apertium(Path(settings["path"]), **given) if "path" in settings else Apertium(**given)


def _deep(service: Service) -> Kind:
    def make(settings: Settings, memory: Memory, minimum: int) -> Source:
        del memory, minimum
        return Deep(
            service, settings.get("url", ""), float(settings.get("timeout", 30)), int(settings.get("concurrency", 1))
        )

    return Kind(service.name, frozenset({"url", "timeout", "concurrency"}), make)


KINDS = (
    Kind("memory", frozenset(), _memory),
    Kind("apertium", frozenset({"path", "timeout"}), _apertium),
    *(_deep(service) for service in SERVICES),
)


def choose(
    names: Sequence[str],
    settings: Mapping[str, Settings],
    memory: Memory,
    minimum: int = 75,
    *,
    remote: str = "named",
) -> tuple[Source, ...]:
    """Make the engines of that name, in that order.

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
    return tuple(_checked(known[name].make(settings.get(name, {}), memory, minimum), remote) for name in names)


def _known(known: Mapping[str, Kind], name: str, what: str) -> None:
    if name not in known:
        said = f"{what}no engine there is." if what else f'There is no engine "{name}".'
        raise ConfigurationError(said, f"There are {', '.join(known)}.")


def _takes(kind: Kind, settings: Settings) -> None:
    for key in settings:
        if key not in kind.settings:
            takes = f"It takes {', '.join(sorted(kind.settings))}." if kind.settings else "It takes none."
            raise ConfigurationError(f'The engine "{kind.name}" has no setting "{key}".', takes)


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
