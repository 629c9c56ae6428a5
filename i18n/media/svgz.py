"""What does a compressed drawing (`.svgz`) say besides what it shows? A GZIP file (RFC 1952) with one SVG in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from i18n.media.outcome import Clean

KIND = "a compressed SVG drawing"
MAGIC = b"\x1f\x8b\x08"
_HEAD = MAGIC + b"\0\0\0\0\0\2\xff"
"""A header that says nothing: no name, no time, no system; the slowest compression."""
_LARGEST = 32 * 2**20
"""Bytes of a drawing that is unpacked; what is larger may be made to fill the memory."""


def clean(data: bytes, inner: Callable[[bytes], Clean]) -> Clean | None:
    """Clean the drawing inside, and leave out the name and the time of its file; None if there is none that can be.

    The packed bytes stay where the drawing is clean already, so that cleaning again changes nothing.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        drawing = unpacker.decompress(data, _LARGEST)
    except zlib.error:
        return None
    if not unpacker.eof or unpacker.unused_data:
        return None
    found = inner(drawing)
    if not found.copied:
        return None
    start = _body(data)
    gone = (*found.gone, *(("name or time of the file",) if data[:start] != _HEAD else ()))
    if found.data != drawing:
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        size = len(found.data).to_bytes(4, "little")
        body = packer.compress(found.data) + packer.flush() + zlib.crc32(found.data).to_bytes(4, "little") + size
    else:
        body = data[start:]
    return Clean(KIND, _HEAD + body if gone else data, gone, found.stays)


def _body(data: bytes) -> int:
    """Where the packed bytes begin, after a header that could be unpacked."""
    flags, at = data[3], len(_HEAD)
    if flags & 4:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    for flag in (8, 16):
        if flags & flag:
            at = data.index(b"\0", at) + 1
    return at + 2 * bool(flags & 2)
