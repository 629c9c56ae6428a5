"""Which engines does the project ask for, and can they serve it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from i18n.draft import registry
from i18n.draft.engine import Readiness, Traffic
from i18n.draft.many.drafting import Source
from i18n.draft.many.memory import Recollection
from i18n.errors import ConfigurationError
from i18n.memory import Memory
from i18n.project import Project


@dataclass(frozen=True, slots=True)
class Lack:
    """An engine of the project that cannot serve some of its languages."""

    engine: str
    hint: str
    """What to do about it."""
    locales: tuple[str, ...]
    missing: tuple[str, ...]
    """What it lacks, said once where it is the same for several languages."""


def verified(project: Project) -> tuple[Source, ...]:
    """Make the engines that the configuration names. Raises `ConfigurationError`, which names the file."""
    try:
        return sources(project, project.draft.engines, Memory())
    except ConfigurationError as error:
        raise ConfigurationError(f"{project.file}: draft.engines: {error.message}", error.hint) from error


def sources(project: Project, names: Sequence[str], memory: Memory) -> tuple[Source, ...]:
    """Make the engines of these names; nothing is started. Raises `ConfigurationError`."""
    return registry.choose(
        names,
        project.engine,
        memory,
        project.memory.minimum,
        remote=project.privacy.remote,
        root=project.root,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """An engine that this version has, as the project could use it."""

    engine: str
    used: bool
    """The configuration names it."""
    traffic: Traffic
    address: str
    notice: str
    ready: tuple[tuple[str, str], ...]
    """Locales that it can serve, with what a user should know of the pair (may be empty)."""
    lacks: tuple[Lack, ...]
    fault: str = ""
    """Why the settings of the project make no engine of it; then nothing else is known."""


def overview(project: Project, *, online: bool = False) -> tuple[Known, ...]:
    """Tell of every engine there is what it could do for the project.

    Servers on this machine are asked what they offer, others only if `online`; no text is sent.
    """
    return tuple(_known(project, kind.name, online=online) for kind in registry.KINDS)


def _known(project: Project, name: str, *, online: bool) -> Known:
    used = name in project.draft.engines
    try:
        (engine,) = sources(project, (name,), Memory())
    except ConfigurationError as error:
        return Known(name, used, Traffic.NONE, "", "", (), (), f"{error.message} {error.hint}".strip())
    if isinstance(engine, Recollection):
        return Known(name, used, engine.traffic, "", "", tuple((locale, "") for locale in project.locales), ())
    ask = online or engine.traffic.local
    with engine:
        found = {locale: engine.readiness(project.source_locale, locale, ask=ask) for locale in project.locales}
    ready = tuple((locale, readiness.missing) for locale, readiness in found.items() if readiness.ready)
    lacking = ((name, locale, readiness) for locale, readiness in found.items() if not readiness.ready)
    return Known(name, used, engine.traffic, engine.address, engine.notice, ready, _lacks(lacking))


def lacks(project: Project) -> tuple[Lack, ...]:
    """What the engines of the project lack, by engine and by what to do about it. Sends nothing."""
    found = registry.available(verified(project), project.source_locale, project.locales)
    return _lacks((one.engine, one.target, one.readiness) for one in found if not one.readiness.ready)


def _lacks(found: Iterable[tuple[str, str, Readiness]]) -> tuple[Lack, ...]:
    """Say what several languages lack once: by engine and by what to do about it."""
    served: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for engine, locale, readiness in found:
        served[engine, readiness.hint].append((locale, readiness.missing))
    return tuple(
        Lack(engine, hint, tuple(tag for tag, _ in some), tuple(dict.fromkeys(missing for _, missing in some)))
        for (engine, hint), some in served.items()
    )
