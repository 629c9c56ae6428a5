"""How are the files of a model read, from a folder or out of an `.argosmodel` archive?

An archive is never unpacked: its members are read into memory by name, so that no member can name another place.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_LARGEST = 2_000_000_000
"""Most bytes of an archive's members together; larger models are used from a folder."""
_DENSEST = 20
"""Most times that an archive may be compressed; real models are compressed by a tenth."""
_SMALL = 50_000_000
"""Bytes up to which an archive may be compressed more than that."""


class ModelError(Exception):
    """A model's files cannot be read; the message completes "the model …"."""


class ModelFiles(Protocol):
    """The files of one model."""

    @property
    def path(self) -> Path:
        """The folder or the archive."""

    @property
    def names(self) -> frozenset[str]:
        """Files by their paths in it, in POSIX form: `metadata.json`, `model/model.bin`."""

    def read(self, name: str) -> bytes:
        """Read a whole file. Raises ModelError."""

    def mark(self, name: str) -> bytes:
        """A mark that changes whenever the file does, made without reading all of it. Raises ModelError."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A model as files in a folder, one level deep."""

    path: Path
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """Read a whole file."""
        try:
            return (self.path / name).read_bytes()
        except OSError as error:
            raise ModelError(f"has an unreadable {name}: {error.strerror}") from None

    def mark(self, name: str) -> bytes:
        """Its size and both ends: weights that were trained again differ everywhere."""
        try:
            with (self.path / name).open("rb") as file:
                head = file.read(1 << 16)
                size = file.seek(0, 2)
                file.seek(max(0, size - (1 << 16)))
                return b"%d %b %b" % (size, head, file.read())
        except OSError as error:
            raise ModelError(f"has an unreadable {name}: {error.strerror}") from None


@dataclass(frozen=True, slots=True)
class Archive:
    """A model in a zip file, as Argos packs it: everything below one folder."""

    path: Path
    root: str
    """The folder in it that holds everything, with a slash at the end; empty without such a folder."""
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """Read a whole member, whose checksum must be right."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                return archive.read(self.root + name)
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise ModelError(f"has an unreadable {name}: {error}") from None

    def mark(self, name: str) -> bytes:
        """Its size and checksum."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                info = archive.getinfo(self.root + name)
                return b"%d %d" % (info.file_size, info.CRC)
        except (OSError, zipfile.BadZipFile) as error:
            raise ModelError(f"has an unreadable {name}: {error}") from None


def opened(path: Path) -> ModelFiles:
    """Look at a folder or an archive. Raises ModelError for anything else, and for an archive that is not trusted."""
    if path.is_dir():
        try:
            return Folder(path, _files(path))
        except OSError as error:
            raise ModelError(f"cannot be read: {error.strerror}") from None
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (OSError, zipfile.BadZipFile) as error:
        raise ModelError(f"is neither a folder nor a zip archive: {error}") from None
    _judge(members)
    names = [info.filename for info in members]
    first = names[0].partition("/")[0] + "/" if names else ""
    root = first if names and all(name.startswith(first) for name in names) else ""
    return Archive(path, root, frozenset(name.removeprefix(root) for name in names))


def _files(path: Path) -> frozenset[str]:
    here = [entry for entry in path.iterdir() if entry.is_file()]
    inside = path / "model"
    below = [entry for entry in inside.iterdir() if entry.is_file()] if inside.is_dir() else []
    return frozenset(entry.relative_to(path).as_posix() for entry in (*here, *below))


def _judge(members: list[zipfile.ZipInfo]) -> None:
    twice = next((name for name, count in Counter(info.filename for info in members).items() if count > 1), "")
    if twice:
        raise ModelError("holds one file twice")
    size, packed = sum(info.file_size for info in members), sum(info.compress_size for info in members)
    if size > _LARGEST:
        raise ModelError(f"is larger than {_LARGEST // 1_000_000} MB unpacked: unpack it, and name the folder")
    if size > _SMALL and size > _DENSEST * packed:
        raise ModelError("is compressed as no model can be")
