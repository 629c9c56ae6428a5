"""Which engines does the project ask for, and can they serve it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from i18n.draft import choice
from i18n.draft.drafting import Source
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
    return choice.choose(
        names,
        project.engine,
        memory,
        project.memory.minimum,
        remote=project.privacy.remote,
        root=project.root,
    )


def lacks(project: Project) -> tuple[Lack, ...]:
    """What the engines of the project lack, by engine and by what to do about it. Sends nothing."""
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in choice.available(verified(project), project.source_locale, project.locales):
        if not one.readiness.ready:
            found[one.engine, one.readiness.hint].append((one.target, one.readiness.missing))
    return tuple(
        Lack(engine, hint, tuple(tag for tag, _ in served), tuple(dict.fromkeys(missing for _, missing in served)))
        for (engine, hint), served in found.items()
    )
