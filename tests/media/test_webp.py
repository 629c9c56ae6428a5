"""What is left of a WebP file: the chunks that show it, a header that says so, and the right size."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from i18n.media import clean
from tests.media.pictures import PROFILE, WORD, XMP, animated, exif, riff, saved, shown, webp

FORMS = {
    "lossy": saved("WEBP", quality=60),
    "lossless": saved("WEBP", lossless=True),
    "transparent": saved("WEBP", "RGBA", quality=60),
    "with a profile": saved("WEBP", icc_profile=PROFILE),
    "moving": animated("WEBP"),
    "moving, lossless": animated("WEBP", lossless=True),
}
TELLING = {
    "Exif": riff(b"EXIF", exif()),
    "Exif as in JPEG": riff(b"EXIF", b"Exif\0\0" + exif("<")),
    "XMP": riff(b"XMP ", XMP),
    "unknown": riff(b"ORLA", WORD),
    "unknown and odd": riff(b"ORLA", WORD + b"."),
}


def size_is_right(data: bytes) -> bool:
    return len(data) == 8 + int.from_bytes(data[4:8], "little")


def with_chunk(form: bytes, piece: bytes) -> bytes:
    return webp(form[12:], piece)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_shows_is_left_byte_by_byte(form: bytes) -> None:
    assert clean(form).data == form
    assert (clean(form).gone, clean(form).stays) == ((), ())


@pytest.mark.parametrize("piece", TELLING.values(), ids=TELLING)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_tells_is_gone_from_every_form(form: bytes, piece: bytes) -> None:
    made = clean(with_chunk(form, piece))
    assert made.data == form
    assert len(made.gone) == 1
    assert made.stays == ()


def test_what_a_program_wrote_is_gone_from_the_header_too() -> None:
    told = saved("WEBP", exif=b"Exif\0\0" + exif(), xmp=XMP)
    assert told[12:16] == b"VP8X"
    assert told[20] == 0x0C
    made = clean(told)
    assert WORD not in made.data
    assert made.gone == ("Exif", "XMP")
    assert made.data[20] == 0
    assert size_is_right(made.data)
    assert shown(made.data) == shown(told)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("head", [b"", b"Exif\0\0"])
def test_the_way_up_stays(order: str, head: bytes) -> None:
    made = clean(saved("WEBP", exif=head + exif(order, 8), xmp=XMP))
    assert WORD not in made.data
    assert made.data[20] == 0x08
    assert size_is_right(made.data)
    with Image.open(io.BytesIO(made.data)) as opened:
        assert dict(opened.getexif()) == {0x0112: 8}
    assert clean(made.data).data == made.data
    assert clean(made.data).gone == ()


def test_only_the_first_way_up_stays() -> None:
    told = with_chunk(saved("WEBP", exif=exif("<", 8)), riff(b"EXIF", exif("<", 3)))
    made = clean(told)
    assert made.data.count(b"EXIF") == 1
    assert size_is_right(made.data)


def test_nothing_hides_in_a_frame() -> None:
    form = FORMS["moving"]
    at = form.index(b"ANMF")
    size = int.from_bytes(form[at + 4 : at + 8], "little")
    hidden = riff(b"ORLA", WORD)
    frame = b"ANMF" + (size + len(hidden)).to_bytes(4, "little") + form[at + 8 : at + 8 + size] + hidden
    made = clean(webp(form[12:at], frame, form[at + 8 + size :]))
    assert made.data == form


def test_a_frame_without_a_picture_is_gone() -> None:
    form = FORMS["moving"]
    at = form.rindex(b"ANMF") + 24
    made = clean(form[:at] + b"ORLA" + form[at + 4 :])
    assert made.gone == ("other data",)
    assert len(shown(made.data)) == 2


def test_nothing_follows_the_end() -> None:
    made = clean(FORMS["lossy"] + WORD)
    assert (made.data, made.gone) == (FORMS["lossy"], ("data after the end",))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_one_that_is_cut_off_is_named_and_says_nothing_more(form: bytes) -> None:
    told = (
        webp(form[12:30], riff(b"ORLA", WORD), form[30:]) if form[12:16] == b"VP8X" else webp(TELLING["XMP"], form[12:])
    )
    for length in range(12, len(told) - 1):
        made = clean(told[:length])
        assert WORD[:9] not in made.data
        assert made.stays[0].startswith("is a WebP picture that ends before its last chunk: ")
        assert clean(made.data).data == made.data
        assert size_is_right(made.data)


@pytest.mark.parametrize(
    "wild", [b"VP8 \xff\xff\xff\xff", b"ANMF\xff\xff\xff\xff", b"XMP \xff\xff\xff\xff", b"EXIF\xff\xff\xff\xff"]
)
def test_wild_lengths(wild: bytes) -> None:
    made = clean(webp(riff(b"VP8X", b"\x0c" + b"\0" * 9), wild + WORD))
    assert len(made.stays) == 1
    assert clean(made.data).data == made.data
