"""Which bytes is an archive of these files, of which one is held at a time?"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import BinaryIO

from i18n.errors import InputError
from i18n.project.names import collisions, objection

MANIFEST = "manifest.json"
"""The archive's own list of its files."""

_LEVEL = 9
_LARGEST_MANIFEST = 50_000_000
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LATEST_YEAR = 2107
_REGULAR_FILE = 0o100644
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive."""

    name: str
    read: Callable[[], bytes]
    """Asked once, when its turn comes: no more than one file is held at a time."""
    stored: bool = False
    """Its bytes stand in the archive as they are, not compressed."""


def pack(file: BinaryIO, members: Iterable[Member], source_date_epoch: int | None = None) -> None:
    """Write a zip archive of members, in their order.

    The result depends on the arguments alone, not on the clock or the machine: one time for all members
    (`source_date_epoch` in seconds, or the earliest that zip can say), the same permissions, no extra fields. Other
    builds of zlib (zlib-ng is one) may compress to other bytes, which unpack to the same; archives are compared on one
    of them. Raises `InputError` for a time that is none.
    """
    time = _time(source_date_epoch)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in members:
            member = zipfile.ZipInfo(each.name, time)
            member.compress_type = zipfile.ZIP_STORED if each.stored else zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = _REGULAR_FILE << 16
            packed.writestr(member, each.read(), compresslevel=_LEVEL)


def with_manifest(
    digests: Mapping[str, str], read: Callable[[str], bytes], locale: str, direction: str
) -> Iterator[Member]:
    """The files of a bundle and a list of them, sorted; `digests` are SHA-256 by path.

    Raises `InputError` for a path that cannot be unpacked safely everywhere and for one that is the list's.
    """
    refuse([*digests])
    listed = manifest(digests, locale, direction)
    for name in sorted((*digests, MANIFEST)):
        yield Member(name, partial(read, name) if name != MANIFEST else lambda: listed)


def manifest(digests: Mapping[str, str], locale: str, direction: str) -> bytes:
    """Describe files for whoever unpacks them: paths and SHA-256, language and direction, and nothing of the source."""
    listed = [{"path": path, "sha256": digests[path]} for path in sorted(digests)]
    value = {"direction": direction, "files": listed, "language": locale}
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def language_of(data: bytes) -> str:
    """The language that an archive of ours says it is in; empty for whatever else the bytes are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
                return ""
            found = json.loads(packed.read(MANIFEST))
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RecursionError, RuntimeError, zlib.error):
        return ""
    ours = isinstance(found, dict) and found.keys() == {"direction", "files", "language"}
    return str(found["language"]) if ours else ""


def refuse(names: Collection[str]) -> None:
    """Raise `InputError` for a path that cannot be unpacked safely everywhere, and for one that is the list's."""
    for path in sorted(names):
        if reason := objection(path):
            raise InputError(f"{path!r} cannot be packed: the path {reason}", "Rename the file and build again.")
    for one, other in collisions([*names, MANIFEST]):
        raise InputError(
            f"“{other}” cannot be packed next to “{one}”: on some systems one takes the other's place",
            "Rename one of them and build again.",
        )
    if MANIFEST in names:
        raise InputError(
            f"“{MANIFEST}” cannot be packed: it is the archive's own list", "Rename the file and build again."
        )


def _time(source_date_epoch: int | None) -> tuple[int, int, int, int, int, int]:
    """Zip knows the years 1980 to 2107, in steps of two seconds."""
    if source_date_epoch is None:
        return _EARLIEST
    try:
        moment = datetime.fromtimestamp(source_date_epoch, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise InputError(
            f"SOURCE_DATE_EPOCH is no time: {source_date_epoch}", "It counts seconds since 1970."
        ) from error
    if moment.year < _EARLIEST[0]:
        return _EARLIEST
    if moment.year > _LATEST_YEAR:
        return (_LATEST_YEAR, 12, 31, 23, 59, 58)
    return (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second // 2 * 2)
