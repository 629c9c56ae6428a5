"""How is an SQLite file of `.i18n/` opened, which may be missing, broken, locked, or of another version?"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Literal


def opened(
    path: str,
    schema: str,
    version: int = 0,
    *,
    journal: Literal["WAL", "DELETE"] = "DELETE",
    timeout: float = 2,
    pretend: bool = False,
) -> sqlite3.Connection | None:
    """Open a file with the tables that `schema` makes where they are missing; None where that cannot be done.

    A broken file, or one of another `version`, is made again. With `pretend` it is only read, and only if that
    leaves no trace. `timeout` is for how many seconds another process is waited for that writes it.
    """
    place = Path(path)
    if pretend:
        return read_only(path, version, journal, timeout, traceless=True)
    for _ in range(2):
        try:
            connection = _made(place, schema, version, journal, timeout)
        except (sqlite3.OperationalError, OSError):  # the disk is full, the folder is closed: what is there stays
            return None
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            connection = None
        if connection is not None:
            return connection
        remove(path)
    return None


def remove(path: str) -> None:
    """Delete a file, and what SQLite keeps next to it, if that is possible."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            Path(path + suffix).unlink()


def _made(path: Path, schema: str, version: int, journal: str, timeout: float) -> sqlite3.Connection | None:
    """Open the file, with its tables; None where it is of another version."""
    path.touch(0o600)
    connection = sqlite3.connect(path, timeout=timeout, check_same_thread=False)
    with _closed_on_error(connection):
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA synchronous=NORMAL")  # whole after a kill; a power cut may cost the last rows
        [[found]] = connection.execute("PRAGMA user_version")
        [[tables]] = connection.execute("SELECT count(*) FROM sqlite_schema")
        if tables and found != version:
            connection.close()
            return None
        if not tables:
            connection.executescript(f"BEGIN IMMEDIATE; {schema}; PRAGMA user_version={version}; COMMIT")
    return connection


def read_only(
    path: str, version: int, journal: str = "DELETE", timeout: float = 2, *, traceless: bool
) -> sqlite3.Connection | None:
    """Open a file of this version to read it; None where that cannot be done, or not `traceless` if it must be."""
    place = Path(path)
    if traceless and any(place.with_name(f"{place.name}-{part}").exists() for part in ("journal", "wal")):
        return None  # to read what a process is at work on, or was killed over, leaves traces
    mode = "mode=ro&immutable=1" if journal == "WAL" else "mode=ro"  # else two files are made next to it
    try:
        connection = sqlite3.connect(f"{place.as_uri()}?{mode}", uri=True, timeout=timeout, check_same_thread=False)
        with _closed_on_error(connection):
            [[found]] = connection.execute("PRAGMA user_version")
            [[tables]] = connection.execute("SELECT count(*) FROM sqlite_schema")
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    if found == version and tables:
        return connection
    connection.close()
    return None


@contextlib.contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError):  # a broken file's words stand in what is said of it
        connection.close()
        raise
