"""How are drafts kept as they come?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime

from i18n.catalog import codec, headers
from i18n.draft.many.drafting import DraftOutcome
from i18n.errors import InputError
from i18n.model import Catalog, Key, Unit
from i18n.project import Project
from i18n.store import Store
from i18n.workflow.catalogs import read_catalog

Lock = Callable[[], AbstractContextManager[None]]
"""Holds the project's lock as long as the context lasts."""

_PENDING = 200
"""Drafts after which a catalog is written although its article is not done: what a power cut may cost."""


@dataclass(slots=True)
class Tally:
    """What became of the messages of one locale."""

    locale: str
    wanted: int
    """Messages that had no text, with `--redo` also those with a draft that nobody touched."""
    drafted: Counter[str] = field(default_factory=Counter)
    """Messages by engine."""
    left: Counter[str] = field(default_factory=Counter)
    """Messages without a draft by reason."""
    broken: int = 0
    """Messages for which an engine failed."""
    overtaken: int = 0
    """Messages that somebody changed in the catalog meanwhile."""
    catalogs: int = 0
    """Catalogs written."""


class CatalogWriter:
    """Collects the drafts of one locale and writes each catalog when its article is done."""

    def __init__(self, store: Store, project: Project, locale: str, wanted: int, now: datetime, lock: Lock) -> None:
        self.tally = Tally(locale, wanted)
        self._store = store
        self._project = project
        self._now = now
        self._lock = lock
        self._article = ""
        self._pending: dict[Key, DraftOutcome] = {}

    def add(self, outcome: DraftOutcome) -> None:
        """Add an outcome; they come article by article. Raises `StorageError`, `InputError`."""
        if outcome.request.article != self._article or len(self._pending) >= _PENDING:
            self.close()
        self._article = outcome.request.article
        if outcome.engine:
            self.tally.drafted[outcome.engine] += 1
        else:
            self.tally.left[outcome.reason] += 1
            self.tally.broken += outcome.broken
        if outcome.unit is not outcome.request.unit:
            self._pending[outcome.unit.key] = outcome

    def close(self) -> None:
        """Write what has not been written yet. Raises `StorageError`, `InputError`."""
        pending, self._pending = self._pending, {}
        if not pending:
            return
        with self._lock():
            catalog = read_catalog(self._store, self._project, self._article, self.tally.locale)
            if catalog is None:
                raise InputError("The catalog is gone.", "Run `i18n extract`.", self._shown)
            units = tuple(self._drafted(unit, pending.get(unit.key)) for unit in catalog.units)
            if units != catalog.units:
                self._write(catalog, units)

    @property
    def _shown(self) -> str:
        return self._project.catalog(self._article, self.tally.locale)

    def _drafted(self, unit: Unit, outcome: DraftOutcome | None) -> Unit:
        if outcome is None or unit.obsolete:
            return unit
        if replace(unit, line=0) != replace(outcome.request.unit, line=0):
            self.tally.overtaken += 1  # somebody was faster: what stands there now stays
            return unit
        return outcome.unit

    def _write(self, catalog: Catalog, units: tuple[Unit, ...]) -> None:
        project = self._project
        personal = project.privacy.translators
        header = headers.dated(catalog.headers, catalog.units, units, personal, self._now, catalog.headers)
        data = codec.serialize(replace(catalog, units=units, headers=header))
        self.tally.catalogs += self._store.write(self._shown, data, sync=True)
