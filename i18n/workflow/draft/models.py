"""Which model does a user want to install for a language of the project, and may it be fetched?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from i18n.draft.engines.transport import address
from i18n.draft.models import installing, offers, places
from i18n.draft.models.fetching import Way
from i18n.draft.models.installed import Installed, forget, installed, matching, remove, unfinished
from i18n.draft.models.wanted import Wanted, named, offered
from i18n.errors import ConfigurationError
from i18n.project import Project


@dataclass(frozen=True, slots=True)
class Named:
    """What the command line says of a model."""

    engine: str
    locale: str
    place: str = ""
    """A file or an address; empty: a model of the shipped table."""
    sha256: str = ""
    hosts: tuple[str, ...] = ()
    licence: str = ""


def wanted(project: Project, asked: Named) -> Wanted:
    """Find out what is to be installed. Contacts nobody. Raises ConfigurationError for what may not or cannot be."""
    if asked.locale not in project.locales:
        raise ConfigurationError(
            f"{asked.locale} is no language of this project.", f"There are {', '.join(project.locales)}."
        )
    found = (
        named(asked.engine, project.source_locale, asked.locale, asked.place, asked.sha256, asked.hosts, asked.licence)
        if asked.place
        else _by_name(project, asked)
    )
    if found.remote and project.privacy.remote == "never":
        raise ConfigurationError(
            f'This would contact {found.host}, and [privacy] remote = "never" forbids that.',
            "Bring the file onto this machine some other way, and name it: --from FILE.",
        )
    return found


def _by_name(project: Project, asked: Named) -> Wanted:
    if asked.sha256 or asked.hosts or asked.licence:
        raise ConfigurationError("--sha256, --host and --licence go with --from.", "Name a file or an address.")
    table = offers.shipped()
    offer = offers.nearest(table, asked.engine, project.source_locale, asked.locale)
    if offer is None:
        pair = f"from {project.source_locale} to {asked.locale}"
        listed = f"lists no model {pair}" if table else "lists no models yet"
        raise ConfigurationError(
            f"This version {listed} that can be installed by name.",
            f"Choose one yourself: i18n engines add {asked.engine} {asked.locale} --from FILE|URL --sha256 HEX",
        )
    return offered(offer)


def standing(wanted: Wanted) -> Installed | None:
    """The same model, where it is installed already."""
    return installing.there(wanted, places.folder_of(wanted.engine))


def place(wanted: Wanted) -> str:
    """The folder that it is to have."""
    return str(installing.place(wanted, places.folder_of(wanted.engine)))


def add(wanted: Wanted, way: Way, waiting: Callable[[], None]) -> installing.Outcome:
    """Install a model, after other commands that do. Raises EngineError, InputError and StorageError."""
    today = datetime.now(UTC).date().isoformat()
    return installing.install(wanted, places.folder_of(wanted.engine), way, today, waiting)


def proxy(wanted: Wanted) -> str:
    """Host and port of the proxy of the environment by which it is fetched; empty without one."""
    from i18n.draft.engines.transport import connections  # urllib3 opens a socket as it is imported, to try IPv6

    found = connections.proxy(wanted.parts[0].place) if wanted.remote else ""
    return address(found) if found else ""


def all_installed() -> tuple[Installed, ...]:
    """Every model that was installed, by engine and name."""
    return tuple(model for engine in places.ENGINES for model in installed(places.folder_of(engine)))


@dataclass(frozen=True, slots=True)
class Removal:
    """What is deleted, or would be."""

    models: tuple[Installed, ...]
    size: int
    """Bytes of all of it, files that had not come whole among it."""
    left: tuple[Installed, ...] = ()
    """Models whose folders hold something else too, which stays."""


def take_away(engine: str, name: str, *, pretend: bool) -> Removal:
    """Remove the model of a name, or for a language, and what came of others for it.

    Raises ConfigurationError if several are meant, and StorageError.
    """
    folder = places.folder_of(engine)
    models = matching(installed(folder), name)
    if len(models) > 1:
        raise ConfigurationError(
            f"There are several models for {name}.", f"Name one: {', '.join(model.name for model in models)}."
        )
    parts = tuple(
        part for part in unfinished(folder / installing.DOWNLOADS) if part.stem == name or f"-{name}-" in part.stem
    )
    size = sum(model.size for model in models) + sum(part.stat().st_size for part in parts)
    left = () if pretend else tuple(model for model in models if not remove(model))
    if not pretend:
        forget(parts)
    return Removal(models, size, left)
