"""A compressed drawing is cleaned like any other, and says no name and no time of its file."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest

from i18n.media import clean
from tests.media.pictures import WORD

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'
TALKING = DRAWING.replace(b"<path", b"<!-- " + WORD + b" --><metadata>" + WORD + b"</metadata><path")


def packed(data: bytes, name: str = "", mtime: float = 0) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=buffer, mtime=mtime) as file:
        file.write(data)
    return buffer.getvalue()


@pytest.mark.parametrize("drawing", [DRAWING, TALKING, TALKING.decode().encode("utf-16")])
@pytest.mark.parametrize(("name", "mtime"), [("", 0), (WORD.decode(), 0), ("", 1_700_000_000), (WORD.decode(), 1)])
def test_the_drawing_is_clean_and_its_file_has_no_name(drawing: bytes, name: str, mtime: float) -> None:
    found = clean(packed(drawing, name, mtime))
    assert found.copied
    assert found.kind == "a compressed SVG drawing"
    assert gzip.decompress(found.data) == clean(drawing).data
    assert WORD not in found.data
    assert WORD not in gzip.decompress(found.data)
    assert found.data[4:8] == b"\0\0\0\0"
    assert bool(found.gone) == (packed(drawing, name, mtime) != packed(DRAWING))
    assert found.stays == ()
    again = clean(found.data)
    assert (again.data, again.gone) == (found.data, ())


def test_every_field_of_the_header_goes() -> None:
    plain = packed(DRAWING)
    extra = len(WORD).to_bytes(2, "little") + WORD
    head = plain[:3] + bytes([4 | 8 | 16 | 2]) + b"\1\2\3\4" + plain[8:10] + extra + WORD + b"\0" + WORD + b"\0"
    told = head + zlib.crc32(head).to_bytes(4, "little")[:2] + plain[10:]
    assert gzip.decompress(told) == DRAWING
    assert WORD not in clean(told).data
    assert gzip.decompress(clean(told).data) == DRAWING


@pytest.mark.parametrize(
    "data",
    [
        packed(b"words " + WORD), packed(TALKING)[:-3], packed(TALKING) + WORD, packed(TALKING) + packed(DRAWING),
        packed(b"\xff\xd8\xff" + WORD), packed(b""), b"\x1f\x8b\x08" + WORD, b"\x1f\x8b\x08\x1c",
        packed(packed(TALKING)),
    ],
)  # fmt: skip
def test_what_is_no_compressed_drawing_is_named_and_not_touched(data: bytes) -> None:
    found = clean(data)
    assert (found.data, found.copied) == (data, False)
    assert "is a compressed file, which cannot be cleaned" in found.stays[0]


def test_a_drawing_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = packed(DRAWING.replace(b"</svg>", b" " * (40 * 2**20) + b"</svg>"))
    assert clean(bomb).stays[0].startswith("is a compressed file, which cannot be cleaned")
