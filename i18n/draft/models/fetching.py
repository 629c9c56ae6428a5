"""How does a file come whole? What came is kept, goes on where it stopped, and is compared at the end."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from i18n.draft.engines.transport import TransportError
from i18n.draft.engines.transport.address import host
from i18n.draft.engines.transport.answers import RETRIED
from i18n.draft.engines.transport.download import Arrival, Pace, arriving
from i18n.draft.models.wanted import LARGEST, Part
from i18n.errors import EngineError
from i18n.store.failures import writing

_CHUNK = 1 << 20
_BEYOND = 416
"""The status for a place behind the end of a file (RFC 9110 §15.5.17)."""
Moved = Callable[[int], object]
"""Is given the bytes that came since it was called last."""


_USUAL = Pace()


@dataclass(frozen=True, slots=True)
class Way:
    """How files are to be fetched."""

    hosts: Collection[str] = ()
    """Where redirects may lead."""
    pace: Pace = _USUAL
    moved: Moved = lambda _count: None
    expected: Callable[[int], object] = lambda _size: None
    """Is given the bytes that are still to come, as soon as the server says so; 0 if it does not."""
    sleep: Callable[[float], object] = time.sleep


def fetch(part: Part, unfinished: Path, way: Way) -> None:
    """Fetch a file into `unfinished`, which may hold its beginning, and compare its digest.

    Raises EngineError: where it does not come, what came of it stays and the next call goes on from there; a file with
    another digest is deleted, and one that was pieced together is fetched again first, whole. Raises StorageError. An
    interruption keeps what came.
    """
    if _is_whole(part, unfinished):
        return
    pieced = True
    while pieced:
        with writing(unfinished.name):
            unfinished.touch(mode=0o600)
        pieced = _size(unfinished) > 0
        _arrive(part, unfinished, way)
        if sha256_of(unfinished) == part.sha256:
            return
        discard(unfinished)
    raise EngineError(
        f"{part.name} from {host(part.place)} is another file than the one of its SHA-256. It was deleted.",
        "Somebody changed the file or the address; compare the SHA-256 with what the publisher says today.",
    )


def discard(unfinished: Path) -> None:
    """Delete what came of a file."""
    unfinished.unlink(missing_ok=True)
    _validator_of(unfinished).unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The digest of a file, in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_whole(part: Part, unfinished: Path) -> bool:
    return unfinished.is_file() and part.size in (None, _size(unfinished)) and sha256_of(unfinished) == part.sha256


def _arrive(part: Part, unfinished: Path, way: Way) -> None:
    """Try until all came, or nothing more does."""
    failed, best = 0, _size(unfinished)
    while True:
        try:
            return _try(part, unfinished, way)
        except TransportError as error:
            if error.status == _BEYOND and _size(unfinished):
                discard(unfinished)
                unfinished.touch(mode=0o600)
                continue
            failed, best = (0, _size(unfinished)) if _size(unfinished) > best else (failed + 1, best)
            if error.final or failed >= way.pace.tries or (error.status and error.status not in RETRIED):
                raise _given_up(part, unfinished, error) from None
        way.sleep(way.pace.pause * 2 ** max(0, failed - 1))


def _try(part: Part, unfinished: Path, way: Way) -> None:
    validator = _validator_of(unfinished)
    offset = _size(unfinished)
    known = validator.read_text("ascii", "replace") if offset and validator.is_file() else ""
    with arriving(part.place, way.hosts, way.pace, offset, known) as arrival:
        _assert_size(part, arrival.total)
        way.expected(max(0, (arrival.total or part.size or 0) - arrival.start))
        with writing(unfinished.name):
            validator.write_text(arrival.validator, "ascii")
            with unfinished.open("r+b") as file:
                file.seek(arrival.start)
                file.truncate()
                _keep(part, file, arrival, way.moved)
    if arrival.total not in (None, _size(unfinished)) or part.size not in (None, _size(unfinished)):
        raise TransportError("its answer was cut off")


def _keep(part: Part, file: IO[bytes], arrival: Arrival, moved: Moved) -> None:
    for chunk in arrival.chunks:
        _assert_size(part, file.tell() + len(chunk), at_least=True)
        file.write(chunk)
        moved(len(chunk))


def _assert_size(part: Part, total: int | None, *, at_least: bool = False) -> None:
    most = LARGEST if part.size is None else part.size
    if total is None or (total <= most if at_least or part.size is None else total == most):
        return
    known = f"{most:,} bytes" if part.size is not None else f"at most {LARGEST // 1_000_000_000} GB"
    raise TransportError(f"its file is larger or smaller than it should be: {known}", final=True)


def _given_up(part: Part, unfinished: Path, error: TransportError) -> EngineError:
    came = _size(unfinished)
    kept = f" {came:,} bytes are kept; the same command goes on from there." if came else ""
    return EngineError(f"{part.name} did not come from {host(part.place)}: {error.reason}.", kept.strip())


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _validator_of(unfinished: Path) -> Path:
    return unfinished.with_suffix(".etag")
