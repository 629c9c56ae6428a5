"""Which files are cleaned, which are copied as they are, and which of these are named? By their bytes alone."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from i18n.media import clean
from tests.media.pictures import SIZE, WORD, image, saved


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(name, WORD)
    return buffer.getvalue()


def box(brand: bytes, *others: bytes) -> bytes:
    """The first box of a file in the form of ISO 14496-12."""
    body = b"ftyp" + brand + b"\0\0\0\0" + b"".join(others)
    return (len(body) + 4).to_bytes(4, "big") + body + b"\0" + WORD


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (saved("TIFF"), "a TIFF picture or raw photograph"),
        (b"MM\0*\0\0\0\x08" + WORD, "a TIFF picture or raw photograph"),
        (b"II+\0\x08\0" + WORD, "a TIFF picture or raw photograph"),
        (box(b"heic", b"mif1"), "a HEIC picture"),
        (box(b"mif1", b"heic"), "a HEIC picture"),
        (box(b"avif", b"mif1"), "an AVIF picture"),
        (box(b"mp42", b"isom"), "a film"),
        (box(b"qt  "), "a film"),
        (box(b"M4A ", b"mp42"), "a sound recording"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL picture"),
        (b"\xff\x0a\0", "a JPEG XL picture"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000 picture"),
        (b"8BPS\0\1", "a Photoshop picture"),
        (b"ID3\4\0" + WORD, "a sound recording"),
        (b"\xff\xfb\x90\0", "a sound recording"),
        (b"fLaC\0", "a sound recording"),
        (b"OggS\0", "a sound recording"),
        (b"RIFF\0\0\0\0WAVEfmt ", "a sound recording"),
        (b"FORM\0\0\0\0AIFF", "a sound recording"),
        (b"RIFF\0\0\0\0AVI LIST", "a film"),
        (b"\x1a\x45\xdf\xa3\0", "a film"),
        (zipped("word/document.xml"), "an office file or archive"),
        (zipped("mimetype"), "an office file or archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an office file or archive"),
        (b"{\\rtf1{\\info{\\author Orla}}}", "an office file or archive"),
        (b"<?xml version='1.0'?><office:document>", "an office file or archive"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%For: Orla\n", "a PostScript document"),
        (b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", "a file of metadata (XMP)"),
        (b"\x1f\x8b\x08\0", "a compressed file"),
        (b"\0\0\1\0\1\0" + saved("PNG"), "an icon that holds PNG pictures"),
        (saved("BMP") + WORD, "a bitmap with more in it than its picture"),
        (b"\x7fELF\0", "a file of a kind that is not known"),
        (b"\0" + WORD, "a file of a kind that is not known"),
    ],
)
def test_what_cannot_be_cleaned_is_named_and_copied(data: bytes, kind: str) -> None:
    made = clean(data)
    assert (made.data, made.kind, made.copied) == (data, kind, False)
    assert made.stays[0].startswith(f"is {kind}, which cannot be cleaned: it is published as it is")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Plain text.\n",
        "Wort für Wort, 말 한마디\n".encode(),
        "Wort für Wort\n".encode("latin-1"),
        "Wort für Wort\n".encode("utf-16"),
        b"name,place\r\nOrla,gate\r\n",
        b"body { color: red }\n",
        b'{"a": 1}\n',
        b"BMW, ID3 and MThd are names.\n",
        b"<!DOCTYPE html><title>x</title>",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n",
        b"wOFF\0\1\0\0",
        b"wOF2\0\1\0\0",
        b"\0\1\0\0\0\x0f",
        b"\0asm\1\0\0\0",
        saved("BMP"),
        b"\0\0\1\0\1\0\x10\x10\0\0\1\0",
    ],
)
def test_what_says_nothing_of_people_is_copied_without_a_word(data: bytes) -> None:
    made = clean(data)
    assert (made.data, made.gone, made.stays, made.copied) == (data, (), (), False)


def test_a_bitmap_whose_profile_is_a_file_of_its_author_is_named() -> None:
    data = bytearray(saved("BMP"))
    data[70:74] = b"KNIL"
    assert clean(bytes(data)).stays


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a JPEG"), ("PNG", "a PNG"), ("GIF", "a GIF"), ("WEBP", "a WebP"), ("MPO", "a JPEG")]
)
def test_what_can_be_cleaned_is_a_file_of_its_own(kind: str, name: str) -> None:
    made = clean(saved(kind))
    assert (made.kind, made.copied, made.stays) == (f"{name} picture", True, ())


def test_a_second_picture_in_a_file_is_gone() -> None:
    buffer = io.BytesIO()
    image().save(buffer, "MPO", save_all=True, append_images=[image(shade=90)])
    made = clean(buffer.getvalue())
    assert made.gone == ("further pictures", "data after the end")
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, opened.size, getattr(opened, "n_frames", 1)) == ("JPEG", SIZE, 1)
