"""What is known of a model that was installed: where it came from, its licence, its files? It stands in `model.toml`.

The file is written last: a folder without it is no model that was installed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from i18n.draft.models.names import is_plain
from i18n.locales import recognized

NAME = "model.toml"
LARGEST = 1 << 18
"""Most bytes of such a file."""
_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a model."""

    name: str
    """Its path in the model's folder, POSIX form."""
    size: int
    sha256: str
    """In small hexadecimal letters."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a model."""

    engine: str
    source: str
    """BCP 47."""
    target: str
    origin: str
    """The address that it came from, without its query, or the name of the file."""
    sha256: tuple[str, ...]
    """Digests of what was fetched, before anything was unpacked."""
    licence: str
    """As the shipped table or the user says; may be empty."""
    attribution: str
    """Whom the licence wants named; may be empty."""
    day: str
    """When it was installed, in UTC."""
    files: tuple[KeptFile, ...]


class RecordError(ValueError):
    """A file is no record of ours; the message says why."""


def serialize(record: Record) -> bytes:
    """Write a record as TOML."""
    head = {
        "format": _FORMAT,
        "engine": record.engine,
        "source": record.source,
        "target": record.target,
        "origin": record.origin,
        "sha256": [*record.sha256],
        "licence": record.licence,
        "attribution": record.attribution,
        "day": record.day,
    }
    lines = [f"{key} = {_quoted(value)}" for key, value in head.items()]
    for file in record.files:
        lines += ["", "[[file]]", f"name = {_quoted(file.name)}", f"size = {file.size}", f'sha256 = "{file.sha256}"']
    return ("\n".join(lines) + "\n").encode()


def parse(data: bytes) -> Record:
    """Read a record. Raises RecordError; no name of a file in it leads out of the folder."""
    if len(data) > LARGEST:
        raise RecordError("it is too large")
    try:
        found = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        raise RecordError("it is no TOML") from None
    if found.get("format") != _FORMAT:
        raise RecordError("it was written by another version")
    digests, files = found.get("sha256"), found.get("file", [])
    if not isinstance(digests, list) or not isinstance(files, list):
        raise RecordError("it lists no files")
    return Record(
        engine=text(found, "engine"),
        source=locale(found.get("source")),
        target=locale(found.get("target")),
        origin=text(found, "origin"),
        sha256=tuple(map(digest, digests)),
        licence=text(found, "licence"),
        attribution=text(found, "attribution"),
        day=text(found, "day"),
        files=tuple(map(_file, files)),
    )


def text(found: Mapping[str, object], key: str) -> str:
    """Read a line of text. Raises RecordError."""
    value = found.get(key)
    if not isinstance(value, str) or not value.isprintable():
        raise RecordError(f"{key} is no line of text")
    return value


def digest(value: object) -> str:
    """Read a SHA-256 in hexadecimal. Raises RecordError."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value.lower()):
        raise RecordError("a SHA-256 is 64 hexadecimal digits")
    return value.lower()


def size(value: object) -> int:
    """Read a number of bytes. Raises RecordError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise RecordError("a size is a number of bytes")
    return value


def locale(value: object) -> str:
    """Read a locale (BCP 47). Raises RecordError."""
    if not isinstance(value, str):
        raise RecordError("a locale is a text")
    found = recognized(value)
    if found is None:
        raise RecordError(f"{value} is no locale")
    return found


def _quoted(value: object) -> str:
    """A basic string of TOML 1.0, or a list of them, is one of JSON in which DEL is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _file(value: object) -> KeptFile:
    if not isinstance(value, dict) or not isinstance(name := value.get("name"), str) or not is_plain(name):
        raise RecordError("it names a file that cannot be part of a model")
    return KeptFile(name, size(value.get("size")), digest(value.get("sha256")))
