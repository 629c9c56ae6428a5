"""What came of cleaning a file?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clean:
    """The bytes to publish, and what is to be known of them."""

    kind: str
    """What the file is, with its article: “a JPEG picture”."""
    data: bytes
    """Shows what the file showed; the file's own bytes where nothing was taken out."""
    gone: tuple[str, ...] = ()
    """What was taken out, each once, in order: “Exif”."""
    stays: tuple[str, ...] = ()
    """Why something may be left in it, each the end of a sentence that begins with the file's name."""
    copied: bool = True
    """Whether this kind can be cleaned, so that what is published is a file of its own and never a link."""


def cleaned(kind: str, parts: Iterable[bytes], gone: Iterable[str], broken: str, *, shows: bool) -> Clean:
    """Put a picture together.

    `broken` says how its bytes end or where they cannot be followed; `shows` whether anything is left to be seen.
    """
    broken = broken or ("" if shows else "has nothing in it that can be shown")
    stays = (f"is {kind} that {broken}: what could be read of it is published, without metadata",) if broken else ()
    return Clean(kind, b"".join(parts), tuple(dict.fromkeys(gone)), stays)
