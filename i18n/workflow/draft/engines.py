"""Which engines does the project ask for, and can they serve it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from i18n.draft import registry
from i18n.draft.engine import Engine, Readiness, Traffic
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.many.memory import MemoryStep
from i18n.draft.sending.cache import REFUSED_FOR
from i18n.errors import ConfigurationError
from i18n.memory import Memory
from i18n.message.terms import Facts
from i18n.project import Project


@dataclass(frozen=True, slots=True)
class Lack:
    """An engine of the project that cannot serve some of its languages."""

    engine: str
    hint: str
    """What to do about it."""
    locales: tuple[str, ...]
    missing: tuple[str, ...]
    """What it lacks; said once if it is the same for several languages."""

    @property
    def said(self) -> str:
        """What it lacks, of several the first."""
        return f"{self.missing[0]} (and the like)" if len(self.missing) > 1 else self.missing[0]


def verified(project: Project) -> tuple[Engine, ...]:
    """Make the engines that the configuration names. Raises `ConfigurationError`, which names the file."""
    try:
        return engines_of(project, project.draft.engines)
    except ConfigurationError as error:
        raise ConfigurationError(f"{project.file}: draft.engines: {error.message}", error.hint) from error


def engines_of(project: Project, names: Sequence[str]) -> tuple[Engine, ...]:
    """Make the engines of these names, with the memory's among them; starts nothing. Raises `ConfigurationError`."""
    return registry.choose(names, project.engine, remote=project.privacy.remote, root=project.root)


def standing(project: Project, names: Sequence[str], now: datetime) -> object:
    """What decides, apart from texts, what these engines answer; the same again after a month, as they may learn."""
    engines = engines_of(project, names)
    answering = [(each.name, each.version, each.traffic, each.address, each.notice) for each in engines]
    return tuple(names), answering, now.toordinal() // REFUSED_FOR if engines else 0


def memory_step(project: Project, names: Sequence[str], memory: Memory, facts: Facts) -> MemoryStep | None:
    """Ask a memory after the engines that are named before it; None if it is not named.

    Its drafts have facts as `facts` writes them.
    """
    if MEMORY not in names:
        return None
    return MemoryStep(memory, project.memory.minimum, frozenset(names[: names.index(MEMORY)]), facts)


@dataclass(frozen=True, slots=True)
class EngineReport:
    """What the project could get from an engine, or from the memory."""

    engine: str
    used: bool
    """The configuration names it."""
    traffic: Traffic
    address: str
    notice: str
    ready: tuple[tuple[str, str], ...]
    """Locales that it can serve, each with what a user should know of the pair (may be empty)."""
    lacks: tuple[Lack, ...]
    fault: str = ""
    """Why the engine cannot be made from the settings of the project; then nothing else is known."""


def overview(project: Project, *, online: bool = False) -> tuple[EngineReport, ...]:
    """Report what each known engine could do for this project.

    Servers on this machine are asked what they offer, others only if `online`; no text is sent.
    """
    return tuple(_report(project, name, online=online) for name in registry.names())


def _report(project: Project, name: str, *, online: bool) -> EngineReport:
    used = name in project.draft.engines
    if name == MEMORY:
        return EngineReport(name, used, Traffic.NONE, "", "", tuple((locale, "") for locale in project.locales), ())
    try:
        (engine,) = engines_of(project, (name,))
    except ConfigurationError as error:
        return EngineReport(name, used, Traffic.NONE, "", "", (), (), f"{error.message} {error.hint}".strip())
    ask = online or engine.traffic.near
    with engine:
        found = {locale: engine.readiness(project.source_locale, locale, ask=ask) for locale in project.locales}
    ready = tuple((locale, readiness.missing) for locale, readiness in found.items() if readiness.ready)
    lacking = ((name, locale, readiness) for locale, readiness in found.items() if not readiness.ready)
    return EngineReport(name, used, engine.traffic, engine.address, engine.notice, ready, _lacks(lacking))


def lacks(project: Project) -> tuple[Lack, ...]:
    """What the engines of the project lack, by engine and by what to do about it. Sends nothing."""
    found = (
        (engine.name, locale, engine.readiness(project.source_locale, locale))
        for engine in verified(project)
        for locale in project.locales
    )
    return _lacks(row for row in found if not row[2].ready)


def _lacks(found: Iterable[tuple[str, str, Readiness]]) -> tuple[Lack, ...]:
    """Group what is missing by engine and by what to do about it: what several languages lack is said once."""
    served: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for engine, locale, readiness in found:
        served[engine, readiness.hint].append((locale, readiness.missing))
    return tuple(
        Lack(engine, hint, tuple(tag for tag, _ in some), tuple(dict.fromkeys(missing for _, missing in some)))
        for (engine, hint), some in served.items()
    )
