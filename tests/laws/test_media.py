"""Whatever the bytes are, cleaning them never fails, gives the same each time, and changes nothing the second time."""

from __future__ import annotations

import base64
import io
import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.media import clean
from tests.media.pictures import WORD, XMP, animated, chunk, exif, riff, saved, segment, sub_blocks, webp
from tests.media.test_pdf import document, packed, telling

JPEG, PNG, GIF = saved("JPEG", progressive=True, restart_marker_blocks=1), saved("PNG"), animated("GIF")
SVG = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><!-- a --><svg xmlns="http://www.w3.org/2000/svg" '
    b'xmlns:e="urn:e" e:a="b" content="x"><metadata>a</metadata><style>/* a */a{b:url(file:///c/d)}</style>'
    b'<e:a><g/></e:a><g class="C:\\Users\\a\\b" id="/home/a/b/c"/><image href="data:image/jpeg;base64,'
    + base64.b64encode(JPEG[:2] + segment(0xFE, WORD) + JPEG[2:])
    + b'"/></svg>'
)
TELLING = (
    JPEG[:2] + segment(0xE1, b"Exif\0\0" + exif("<", 6)) + segment(0xED, WORD) + JPEG[2:] + WORD,
    PNG[:33] + chunk(b"eXIf", exif(">", 3)) + chunk(b"tEXt", WORD) + chunk(b"iCCP", b"a\0\0b") + PNG[33:] + WORD,
    webp(animated("WEBP")[12:], riff(b"EXIF", exif(">", 8)), riff(b"XMP ", XMP)),
    GIF[:-1] + b"!\xfe" + sub_blocks(WORD) + b"!\xff" + sub_blocks(b"NETSCAPE2.0", b"\1\0\0", WORD) + b";" + WORD,
    SVG,
)
HEADS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\xff\0\0\0WEBP",
    b"GIF89a",
    b"<svg ",
    b"\0\0\0\x18ftyp",
    b"BM",
    b"",
)


def holds(data: bytes) -> None:
    """The law."""
    made = clean(data)
    assert clean(data) == made
    again = clean(made.data)
    assert again.data == made.data
    assert again.gone == ()


@given(st.sampled_from(HEADS), st.binary(max_size=200))
def test_any_bytes(head: bytes, rest: bytes) -> None:
    holds(head + rest)


@given(st.sampled_from(TELLING), st.data())
def test_changed_bytes(told: bytes, data: st.DataObject) -> None:
    """Some bytes are others, and a stretch is gone or doubled: what a bad disk or a clumsy program makes."""
    changed = bytearray(told)
    for _ in range(data.draw(st.integers(0, 5))):
        changed[data.draw(st.integers(0, len(told) - 1))] = data.draw(st.integers(0, 255))
    first, second = sorted(data.draw(st.tuples(*[st.integers(0, len(told))] * 2)))
    stretch = bytes(changed[first:second]) * data.draw(st.integers(0, 2))
    holds(bytes(changed[:first]) + stretch + bytes(changed[second:]))


PIECES = (
    '<svg xmlns="http://www.w3.org/2000/svg">', "</svg>", "<svg>", "<g>", "</g>", "<g/>", "<metadata>", "</metadata>",
    "<e:g>", "</e:g>", "<style>", "</style>", "<!-- a -->", "<!--", "-->", "<![CDATA[", "]]>", "<?a b?>", "a", " ",
    "&lt;", "&a;", "/*", "*/", "'", '"', "<a href='file:///home/a/b'/>", "<a b='data:,a'/>",
    "<a b='data:image/svg+xml,&lt;svg/>'/>",
    "<a style=\"b:url('data:image/svg+xml,<svg/>')\"/>", "url(file:/a/b)", "C:\\a\\b", "<a b='/Users/a'/>", "é",
    "<a b='data:image/png;base64,iVBORw0KGgo='/>", "<a b='c:/d:/e file:/f:/g'/>", "<a b='\\\\a\\b\\\\c'/>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_markup(pieces: list[str]) -> None:
    holds(f"<svg xmlns='http://www.w3.org/2000/svg'>{''.join(pieces)}</svg>".encode())
    holds("".join(pieces).encode())


REPEATED = (
    "/*", "url(", "url(data:", "'data:\"", "file:/", " /home/a", "\\", "c:/a ", "&#", "<g>", "<!--", "<![CDATA[",
    "<?a ", "<",
)  # fmt: skip
AROUND = ("{}", "<svg><style>{}</style></svg>", '<svg a="{}"/>', "<svg {}", "<!DOCTYPE svg [{}]><svg/>")


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("around", AROUND)
def test_long_repetitions_are_walked_over_once(piece: str, around: str) -> None:
    """With a pattern that looks ahead to the end from every place, this would take hours."""
    holds(around.format(piece * 30_000).encode())


@pytest.mark.parametrize(
    "told",
    [
        b"\xff\xd8" + b"\xff" * 200_000,
        b"\xff\xd8" + b"\xff\xfe\0\2" * 50_000,
        b"\xff\xd8\xff\xda\0\2" + b"\xff\xd0" * 100_000,
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0tEXt...." * 50_000,
        b"GIF89a" + b"\0" * 7 + b"!\xfe\0" * 50_000,
        b"RIFF\xff\xff\xff\x7fWEBP" + b"ORLA\0\0\0\0" * 50_000,
    ],
)
def test_long_pictures_are_walked_over_once(told: bytes) -> None:
    holds(told)


def _pdf() -> bytes:
    with pikepdf.open(io.BytesIO(telling(document()))) as opened:
        return packed(opened, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)


PDF = _pdf()
NAMES = [found.span() for found in re.finditer(rb"\d+ 0 R|\d+|/[A-Za-z]+", PDF)]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=6), st.integers(0, len(PDF)))
def test_documents_whose_parts_are_mixed_up(swaps: list[tuple[tuple[int, int], tuple[int, int]]], cut: int) -> None:
    changed = PDF
    for (start, end), (first, last) in swaps:
        changed = changed[:start] + PDF[first:last] + changed[end:]
    holds(changed)
    holds(changed[:cut] + changed[cut + 20 :])
