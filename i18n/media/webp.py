"""Which chunks of a WebP file show the picture?

RFC 9649.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from i18n.media.exif import only_orientation
from i18n.media.outcome import Clean, cleaned

KIND = "a WebP picture"
_FRAME = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_PICTURES = frozenset({b"VP8 ", b"VP8L", b"ANMF"})
_SHOWING = _FRAME | {b"VP8X", b"ANIM", b"ANMF", b"ICCP"}
_NAMES = {b"EXIF": "Exif", b"XMP ": "XMP"}
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_FRAME_HEAD = 16
"""Bytes of an ANMF chunk before the chunks in it."""
_TIFF_HEAD = b"Exif\0\0"
"""What some writers put before the Exif block, as JPEG has it."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    body: bytes
    size: int
    """As declared: more than there is where the file was cut off."""

    @property
    def is_whole(self) -> bool:
        return len(self.body) == self.size


def clean(data: bytes) -> Clean:
    """Take out all chunks that show nothing, and what follows the last one; the header says so too."""
    end = 8 + int.from_bytes(data[4:8], "little")
    chunks = list(_chunks(data[12:end]))
    turned = _turned(chunks)
    parts, gone = [], []
    for chunk in chunks:
        kept = _kept(chunk, turned)
        if (kept is None or kept != chunk.body) and chunk.kind != b"VP8X":
            gone.append(_NAMES.get(chunk.kind, "other data"))
        if kept is not None:
            parts.append(_written(chunk, kept))
        if chunk.kind == b"EXIF":
            turned = b""
    if end < len(data):
        gone.append("data after the end")
    body = b"WEBP" + b"".join(parts)
    broken = "" if end <= len(data) and all(chunk.is_whole for chunk in chunks) else "ends before its last chunk"
    return cleaned(
        KIND,
        [b"RIFF", len(body).to_bytes(4, "little"), body],
        gone,
        broken,
        shows=any(chunk.kind in _PICTURES for chunk in chunks),
    )


def _chunks(data: bytes) -> Iterator[_Chunk]:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield _Chunk(data[at : at + 4], data[at + 8 : at + 8 + size], size)
        at += 8 + size + size % 2


def _turned(chunks: list[_Chunk]) -> bytes:
    """Reduce the Exif block to the orientation; a file without the extended header has none that counts."""
    if all(chunk.kind != b"VP8X" for chunk in chunks):
        return b""
    blocks = (chunk.body for chunk in chunks if chunk.kind == b"EXIF" and chunk.is_whole)
    return only_orientation(next(blocks, b"").removeprefix(_TIFF_HEAD))


def _kept(chunk: _Chunk, turned: bytes) -> bytes | None:
    """What of a chunk goes into the clean picture; None: it goes as a whole."""
    body = chunk.body
    if chunk.kind == b"EXIF":
        return turned or None
    if chunk.kind == b"VP8X" and body:
        flags = body[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
        return bytes((flags,)) + body[1:10]
    if chunk.kind == b"ANMF":
        inner = [each for each in _chunks(body[_FRAME_HEAD:]) if each.kind in _FRAME]
        frame = body[:_FRAME_HEAD] + b"".join(_written(each, each.body) for each in inner)
        return frame if any(each.kind in _PICTURES for each in inner) else None
    return body if chunk.kind in _SHOWING else None


def _written(chunk: _Chunk, body: bytes) -> bytes:
    """A chunk as it is written: one that was cut off stays so, and nothing can follow it."""
    size = chunk.size if body == chunk.body else len(body)
    padding = b"\0" if size % 2 and len(body) == size else b""
    return chunk.kind + size.to_bytes(4, "little") + body + padding
