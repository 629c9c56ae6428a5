"""Pictures that tell on people: a word is planted in every place that a format has for more than the picture."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image, ImageSequence

WORD = b"Orla-at-the-blue-gate"
"""What nobody may find."""
SIZE = (24, 16)


def image(mode: str = "RGB", shade: int = 0) -> Image.Image:
    """A picture whose corners differ."""
    made = Image.new("RGB", SIZE)
    made.putdata([((x * 10 + shade) % 256, y * 15, (x * y) % 256) for y in range(SIZE[1]) for x in range(SIZE[0])])
    return made.convert(mode)


def saved(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """A file as Pillow writes it."""
    buffer = io.BytesIO()
    image(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def animated(kind: str, **options: object) -> bytes:
    """Three pictures that follow each other, over and over."""
    buffer = io.BytesIO()
    others = [image(shade=shade) for shade in (80, 160)]
    image().save(buffer, kind, save_all=True, append_images=others, duration=90, loop=0, **options)
    return buffer.getvalue()


def shown(data: bytes) -> list[tuple[str, tuple[int, int], bytes, object, object]]:
    """What there is to be seen: pixels, transparency and time of each frame, and the number of loops."""
    with Image.open(io.BytesIO(data)) as opened:
        return [
            (
                frame.mode,
                frame.size,
                frame.convert("RGBA").tobytes(),
                frame.info.get("duration"),
                frame.info.get("loop"),
            )
            for frame in ImageSequence.Iterator(opened)
        ]


def tiff(order: str, entries: Mapping[int, int | bytes]) -> bytes:
    """An Exif block with these tags in its first directory: numbers are shorts, bytes are text."""
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HIH", 42, 8, len(entries))
    values, at = b"", 8 + 2 + 12 * len(entries) + 4
    for tag, value in sorted(entries.items()):
        if isinstance(value, int):
            head += struct.pack(f"{order}HHIHH", tag, 3, 1, value, 0)
        else:
            head += struct.pack(f"{order}HHII", tag, 2, len(value), at + len(values))
            values += value
    return head + b"\0\0\0\0" + values


ORIENTATION, DESCRIPTION, ARTIST, MAKER_NOTE = 0x0112, 0x010E, 0x013B, 0x927C


def exif(order: str = ">", turned: int = 0) -> bytes:
    """An Exif block that says who took the picture, and perhaps which way up it is."""
    words = {DESCRIPTION: WORD, ARTIST: WORD, MAKER_NOTE: WORD}
    return tiff(order, {**words, ORIENTATION: turned} if turned else words)


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG file."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def riff(kind: bytes, body: bytes) -> bytes:
    """A chunk of a WebP file."""
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def webp(*chunks: bytes) -> bytes:
    """A WebP file of these chunks."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def sub_blocks(*parts: bytes) -> bytes:
    """A chain of sub-blocks of a GIF file."""
    return b"".join(bytes((len(part),)) + part for part in parts) + b"\0"


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORD + b"</x:xmpmeta>"
PROFILE = b"\0" * 36 + b"acsp" + b"\0" * 88
"""Stands for a colour profile."""
