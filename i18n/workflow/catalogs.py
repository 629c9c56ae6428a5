"""What does the catalog of an article hold?"""

from __future__ import annotations

from i18n.catalog import codec
from i18n.model import Catalog, Key, Unit
from i18n.project import Project
from i18n.store import Store


def read_units(store: Store, project: Project, name: str, locale: str) -> dict[Key, Unit]:
    """Read the live units of a catalog by their keys; none where there is no catalog. Raises `InputError`."""
    catalog = read_catalog(store, project, name, locale)
    return {unit.key: unit for unit in catalog.units if not unit.obsolete} if catalog else {}


def read_catalog(store: Store, project: Project, name: str, locale: str) -> Catalog | None:
    """Read a catalog; None where there is none. Raises `InputError`."""
    path = project.catalog(name, locale)
    data = store.read_if_there(path)
    return None if data is None else codec.parse(data, path)
