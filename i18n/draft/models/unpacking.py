"""How is an archive unpacked that may be made to do harm? File by file, each by a plain name, and never too much."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from i18n.draft.models.names import is_plain
from i18n.draft.models.wanted import LARGEST
from i18n.errors import InputError
from i18n.store.failures import writing

_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_WEIGHTS = "model"
"""The one folder of a model whose files are kept. Others hold what no engine of ours reads, pickles among it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come out of an archive."""

    files: int = 100
    size: int = LARGEST
    ratio: int = 20
    """Most times that it may be compressed; real models are compressed by a tenth."""
    small: int = 50_000_000
    """Bytes up to which it may be compressed more than that."""


def unpack(archive: Path, folder: Path, limits: Limits | None = None) -> None:
    """Write the files of a model from a zip archive into an empty folder; a folder around all of them is left out.

    Raises InputError for an archive that is not whole, or that holds a link, a name that leads elsewhere, one file
    twice, a password, or more than the limits: nothing is written outside of `folder`. Raises StorageError.
    """
    limits = limits or Limits()
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [info for info in opened.infolist() if not info.is_dir()]
            _judge(members, limits)
            _write(opened, members, folder, min(limits.size, max(limits.small, limits.ratio * archive.stat().st_size)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _unusable(f"it is no whole zip archive ({type(error).__name__})") from None


def _judge(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.files:
        raise _unusable(f"it holds more than {limits.files} files")
    for info in members:
        # What the archive calls the file, before Python cuts it at a zero and turns its slashes.
        name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
        if not is_plain(name) or name != info.filename:
            raise _unusable("it holds a file whose name leads elsewhere, or that no system takes")
        if kind not in (0, stat.S_IFREG):
            raise _unusable("it holds a link or a device")
        if info.flag_bits & _ENCRYPTED:
            raise _unusable("it wants a password")
    if len({info.filename.casefold() for info in members}) < len(members):
        raise _unusable("it holds one file twice")


def _write(opened: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path, most: int) -> None:
    left = most
    for info, name in _kept(members):
        target = folder / name
        with writing(name):
            target.parent.mkdir(mode=0o700, exist_ok=True)
        with opened.open(info) as source, writing(name), target.open("xb") as file:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise _unusable(f"it holds more than {most // 1_000_000} MB")
                file.write(chunk)


def _kept(members: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files of the model, by their names in its folder."""
    tops = {info.filename.partition("/")[0] for info in members}
    around = tops.pop() + "/" if len(tops) == 1 and all("/" in info.filename for info in members) else ""
    if around == f"{_WEIGHTS}/":
        around = ""
    for info in members:
        name = info.filename.removeprefix(around)
        above, _, last = name.rpartition("/")
        if above in ("", _WEIGHTS) and not last.startswith("."):
            yield info, name


def _unusable(reason: str) -> InputError:
    return InputError(f"The archive cannot be used: {reason}.", "Nothing of it was kept.")
