"""What does the catalog of an article hold, and how does somebody change messages in it?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from i18n.catalog import codec, headers
from i18n.errors import InputError
from i18n.model import Catalog, Key, Unit
from i18n.project import Project
from i18n.project.tables import Translators
from i18n.store import Store
from i18n.workflow.session import Session


def live_units(data: bytes | None, name: str) -> dict[Key, Unit]:
    """The units of a catalog's bytes that are not obsolete; none if there is no catalog. Raises `InputError`."""
    return live(parsed(data, name))


def parsed(data: bytes | None, name: str) -> Catalog:
    """Read a catalog's bytes; an empty one if there is none. Raises `InputError`."""
    return Catalog() if data is None else codec.parse(data, name)


def live(catalog: Catalog) -> dict[Key, Unit]:
    """The units that are not obsolete."""
    return {unit.key: unit for unit in catalog.units if not unit.obsolete}


def read_catalog(store: Store, project: Project, name: str, locale: str) -> Catalog | None:
    """Read a catalog; None if there is none. Raises `InputError`."""
    path = project.catalog(name, locale)
    data = store.read_if_there(path)
    return None if data is None else codec.parse(data, path)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What somebody wants a message of a catalog to be."""

    seen: Unit
    """The message as they saw it; the line that it stood on does not matter."""
    wanted: Unit


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of changes to a catalog."""

    applied: tuple[UnitChange, ...]
    overtaken: tuple[UnitChange, ...]
    """Changes of messages that are no longer as they were seen; what stands there now stays."""
    data: bytes
    """The catalog as it is now."""
    digest: str
    """SHA-256 of the catalog as it is now, in hexadecimal: another one means that somebody changed it since."""
    before: str
    """The same of what it was just before the changes."""
    written: bool
    """The catalog has other bytes than before."""


def update(
    session: Session,
    project: Project,
    name: str,
    locale: str,
    changes: Iterable[UnitChange],
    before: bytes | None = None,
) -> Updated:
    """Change messages of a catalog, unless somebody else changed them meanwhile; the other messages stay as they are.

    The one way to a catalog for drafts and for people; `extract` alone has another. `before` is the catalog as the
    caller read it last, which saves reading it once more. Raises `InputError` for a catalog that is gone or cannot be
    read, and `StorageError`.
    """
    path, store = project.catalog(name, locale), session.store
    by_key = {change.seen.key: change for change in changes}
    with session.writing_catalogs(project):
        while True:  # an editor may save it meanwhile, which knows no lock
            before = before or store.read_if_there(path)
            if before is None:
                raise InputError("The catalog is gone.", "Run `i18n extract`.", path)
            catalog = codec.parse(before, path)
            personal = project.privacy.translators
            applied = [by_key[unit.key] for unit in catalog.units if _is_as_seen(unit, by_key.get(unit.key), personal)]
            data = _changed(session, project, catalog, applied) or before
            if data == before or store.replace(path, before, data):
                break
            before = None
    done = {change.seen.key for change in applied}
    overtaken = tuple(change for key, change in by_key.items() if key not in done)
    digest, digest_before = (hashlib.sha256(each).hexdigest() for each in (data, before))
    return Updated(tuple(applied), overtaken, data, digest, digest_before, data != before)


def _is_as_seen(unit: Unit, change: UnitChange | None, personal: Translators) -> bool:
    """Whether a message is as somebody saw it; who is named in its comments may have gone since."""
    if change is None or unit.obsolete:
        return False
    now, seen = (headers.clean_unit(replace(each, line=0), personal) for each in (unit, change.seen))
    return now == seen


def _changed(session: Session, project: Project, catalog: Catalog, changes: Iterable[UnitChange]) -> bytes | None:
    """The catalog with its changes as bytes; None if nothing changes."""
    wanted = {change.seen.key: change.wanted for change in changes}
    units = tuple(wanted.get(unit.key, unit) for unit in catalog.units)
    if units == catalog.units:
        return None
    personal = project.privacy.translators
    header = headers.clean(catalog.headers, personal)
    made = Catalog(
        headers.dated(header, catalog.units, units, personal, session.now, header),
        tuple(headers.clean_unit(unit, personal) for unit in units),
        headers.clean_comments(catalog.comments, personal),
        catalog.fuzzy,
    )
    return codec.serialize(made)
