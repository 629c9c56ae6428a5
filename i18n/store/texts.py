"""What did people leave in the catalogs? Written by `State`, read by whoever brings a catalog up to date."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remembered:
    """Where that is read; a small value for worker processes."""

    path: str
    """Path of the file, on this machine."""
    version: int
    pretend: bool
    """Whether reading must leave no trace."""

    def of(self, catalogs: Sequence[str]) -> dict[str, str] | None:
        """Find what is remembered of catalogs, by their names; None where that cannot be found out now."""
        import sqlite3  # workers start often, and most projects are new or have nothing to be done

        from i18n.store import database

        connection = database.read_only(self.path, self.version, traceless=self.pretend)
        if connection is None:
            return None
        query = "SELECT catalog, texts FROM text WHERE catalog = ?"
        with contextlib.closing(connection):
            try:
                return dict(row for name in catalogs for row in connection.execute(query, (name,)))
            except sqlite3.Error:
                return None
