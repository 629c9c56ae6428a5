"""Which chunks of a PNG file show the picture?

Portable Network Graphics, third edition.
"""

from __future__ import annotations

import zlib

from i18n.media.exif import only_orientation
from i18n.media.outcome import Clean, cleaned

KIND = "a PNG picture"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHOWING = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)
_NAMES = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"tIME": "time", b"eXIf": "Exif"}
_LONGEST = 2**31 - 1


def clean(data: bytes) -> Clean:
    """Take out all chunks that show nothing, and what follows the last one."""
    parts, at = [SIGNATURE], len(SIGNATURE)
    gone: list[str] = []
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if len(kind) < 4 or not kind.isalpha() or length > _LONGEST:
            return cleaned(KIND, parts, gone, "has something that is no chunk")
        end = at + 12 + length
        if end > len(data):
            rest = data[at:] if kind in _SHOWING - {b"iCCP"} else b""
            return cleaned(KIND, [*parts, rest], gone, "ends within a chunk")
        kept = _kept(kind, data[at:end])
        if kept != data[at:end]:
            gone.append("name of the colour profile" if kept and kind == b"iCCP" else _NAMES.get(kind, "other data"))
        parts.append(kept)
        at = end
        if kind == b"IEND":
            return cleaned(KIND, parts, [*gone, *(["data after the end"] if at < len(data) else [])])
    return cleaned(KIND, parts, gone, "ends before its last chunk")


def _kept(kind: bytes, chunk: bytes) -> bytes:
    """What of a whole chunk, with length, kind and CRC, goes into the clean picture."""
    if kind == b"iCCP":
        # The profile's name is free text, which no decoder looks at.
        return _chunk(kind, b"ICC\0" + chunk[8:-4].partition(b"\0")[2])
    if kind == b"eXIf":
        turned = only_orientation(chunk[8:-4])
        return _chunk(kind, turned) if turned else b""
    return chunk if kind in _SHOWING else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
