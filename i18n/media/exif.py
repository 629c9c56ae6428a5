"""Which way up is a picture, as its Exif block says?"""

from __future__ import annotations

import struct

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def orientation(tiff: bytes) -> int:
    """Read the orientation from an Exif block (TIFF 6.0, first directory); 1 if it gives none that is right."""
    order = _ORDERS.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for at in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, values, value = struct.unpack_from(f"{order}HHIH", tiff, at)
        if (tag, kind, values) == (_ORIENTATION, _SHORT, 1):
            return value if value in range(1, 9) else UPRIGHT
    return UPRIGHT


def only_orientation(tiff: bytes) -> bytes:
    """Reduce an Exif block to its orientation; empty where the picture stands upright anyway."""
    value = orientation(tiff)
    if value == UPRIGHT:
        return b""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, value, 0, 0)
