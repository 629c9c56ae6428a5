"""Which bytes is an archive of these files?"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

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


def archive(files: Mapping[str, bytes], locale: str, direction: str, source_date_epoch: int | None = None) -> bytes:
    """Pack files and a manifest of them into a zip archive.

    The result depends on the arguments alone, not on the order of the mapping, the clock or the machine: sorted
    names, one time for all members (`source_date_epoch` in seconds, or the earliest that zip can say), the same
    permissions, no extra fields. Other builds of zlib (zlib-ng is one) may compress to other bytes, which unpack to
    the same; archives are compared on one of them.

    Raises `InputError` for a path that cannot be unpacked safely everywhere and for one that is the manifest's.
    """
    _refuse(files)
    members = {**files, MANIFEST: manifest(files, locale, direction)}
    time = _time(source_date_epoch)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(members):
            member = zipfile.ZipInfo(name, time)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = _REGULAR_FILE << 16
            packed.writestr(member, members[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def manifest(files: Mapping[str, bytes], locale: str, direction: str) -> bytes:
    """Describe files for whoever unpacks them: paths and SHA-256, language and direction, and nothing of the source."""
    listed = [{"path": path, "sha256": hashlib.sha256(files[path]).hexdigest()} for path in sorted(files)]
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


def _refuse(files: Mapping[str, bytes]) -> None:
    for path in sorted(files):
        if reason := objection(path):
            raise InputError(f"{path!r} cannot be packed: the path {reason}", "Rename the file and build again.")
    for one, other in collisions([*files, MANIFEST]):
        raise InputError(
            f"“{other}” cannot be packed next to “{one}”: on some systems one takes the other's place",
            "Rename one of them and build again.",
        )
    if MANIFEST in files:
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
