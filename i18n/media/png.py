"""Which chunks of a PNG file show the picture?

Portable Network Graphics, third edition.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.media.exif import only_orientation
from i18n.media.outcome import Clean, cleaned

KIND = "a PNG picture"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHOWING = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)
_NAMES = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"tIME": "time", b"eXIf": "Exif"}
_LONGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    data: bytes
    """With length, kind and CRC, as far as it is there."""
    fault: str = ""
    """Why no chunk can follow, except for the last one."""


def clean(data: bytes) -> Clean:
    """Take out all chunks that show nothing, and what follows the last one."""
    parts, fault = [SIGNATURE], ""
    gone: list[str] = []
    kinds: set[bytes] = set()
    for chunk in _chunks(data):
        fault = chunk.fault
        kept = _kept(chunk)
        if kept != chunk.data:
            gone.append(_name(chunk, kept))
        parts.append(kept)
        kinds.add(chunk.kind)
    return cleaned(KIND, parts, filter(None, gone), fault, shows=b"IDAT" in kinds)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if at == len(data):
            yield _Chunk(b"", b"", "ends before its last chunk")
            return
        if len(kind) < 4 or not kind.isalpha() or length > _LONGEST:
            yield _Chunk(b"", data[at:], "has something in it that is no chunk")
            return
        end = at + 12 + length
        yield _Chunk(kind, data[at:end], "ends within a chunk" if end > len(data) else "")
        if end > len(data):
            return
        at = end
    if at < len(data):
        yield _Chunk(b"", data[at:])


def _kept(chunk: _Chunk) -> bytes:
    """What of a chunk goes into the clean picture."""
    if chunk.kind == b"iCCP" and not chunk.fault:
        # The profile's name is free text, which no decoder looks at.
        return _written(chunk.kind, b"ICC\0" + chunk.data[8:-4].partition(b"\0")[2])
    if chunk.kind == b"eXIf" and not chunk.fault:
        turned = only_orientation(chunk.data[8:-4])
        return _written(chunk.kind, turned) if turned else b""
    return chunk.data if chunk.kind in _SHOWING - {b"iCCP"} else b""


def _written(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _name(chunk: _Chunk, kept: bytes) -> str:
    if not chunk.kind:
        return "" if chunk.fault else "data after the end"
    return "name of the colour profile" if kept and chunk.kind == b"iCCP" else _NAMES.get(chunk.kind, "other data")
