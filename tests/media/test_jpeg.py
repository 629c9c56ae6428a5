"""What is left of a JPEG file: its picture, the colours' profile and the way up, pixel by pixel the same."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from i18n.media import clean
from tests.media.pictures import PROFILE, WORD, XMP, exif, image, saved, segment, shown, tiff

PLAIN = saved("JPEG", quality=90)
END = b"\xff\xd9"
TELLING = {
    "comment": segment(0xFE, WORD),
    "Exif, big-endian": segment(0xE1, b"Exif\0\0" + exif(">")),
    "Exif, little-endian": segment(0xE1, b"Exif\0\0" + exif("<")),
    "XMP": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "extended XMP": segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + XMP),
    "JFXX": segment(0xE0, b"JFXX\0\x10" + WORD),
    "JFIF that is not the first": segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\7\1" + WORD),
    "further pictures": segment(0xE2, b"MPF\0" + WORD),
    "FlashPix": segment(0xE2, b"FPXR\0" + WORD),
    "IPTC": segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0" + WORD),
    "Ducky": segment(0xEC, b"Ducky\0" + WORD),
    "provenance": segment(0xEB, b"JP\0\0" + WORD),
    "Adobe that goes on": segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + WORD),
    "no Adobe": segment(0xEE, WORD),
    **{f"application {number}": segment(0xE0 + number, WORD) for number in range(16)},
    "JPGn": segment(0xF0, WORD),
    "reserved": segment(0xC8, WORD),
    "version": segment(0xF7, WORD),
    "between segments": WORD,
}
FORMS = {
    "baseline": saved("JPEG", quality=90),
    "progressive": saved("JPEG", progressive=True),
    "restart markers": saved("JPEG", restart_marker_blocks=1),
    "restart markers, progressive": saved("JPEG", restart_marker_blocks=1, progressive=True),
    "optimized": saved("JPEG", optimize=True, subsampling="4:2:0"),
    "grey": saved("JPEG", "L"),
    "four inks": saved("JPEG", "CMYK"),
    "with a profile": saved("JPEG", icc_profile=PROFILE),
    "with a long profile": saved("JPEG", icc_profile=PROFILE * 1000),
    "with a density": saved("JPEG", dpi=(300, 300)),
    "quality 1": saved("JPEG", quality=1),
}


def planted(data: bytes, piece: bytes, behind: int = 2) -> bytes:
    return data[:behind] + piece + data[behind:]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_shows_is_left_byte_by_byte(form: bytes) -> None:
    made = clean(form)
    assert made.data == form
    assert (made.gone, made.stays) == ((), ())


@pytest.mark.parametrize("piece", TELLING.values(), ids=TELLING)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_tells_is_gone_from_every_form(form: bytes, piece: bytes) -> None:
    first = 4 + int.from_bytes(form[4:6], "big")
    for behind in (first, form.index(b"\xff\xda")):
        told = planted(form, piece, behind)
        made = clean(told)
        assert WORD not in made.data
        # Adobe's segment says how colours are to be read; Pillow cannot read all that is told.
        assert shown(made.data) == shown(told if piece.startswith(b"Adobe", 4) else form)
        assert made.stays == ()
        assert clean(made.data).data == made.data


def test_a_thumbnail_of_jfif_is_gone_and_the_rest_of_it_stays() -> None:
    thumbnail = segment(0xE0, b"JFIF\0\1\2\1\1\x2c\1\x2c\7\1" + WORD)
    made = clean(PLAIN[:2] + thumbnail + PLAIN[20:])
    assert made.data[2:20] == segment(0xE0, b"JFIF\0\1\2\1\1\x2c\1\x2c\0\0")
    assert made.gone == ("thumbnail",)
    assert made.data[20:] == PLAIN[20:]


@pytest.mark.parametrize("between", [segment(0xFE, WORD), segment(0xE1, b"Exif\0\0" + exif()), b"\xff\xff\xff"])
def test_between_scans_too(between: bytes) -> None:
    form = FORMS["progressive"]
    second = form.index(b"\xff\xda", form.index(b"\xff\xda") + 2)
    made = clean(planted(form, between, second))
    assert WORD not in made.data
    assert shown(made.data) == shown(form)


@pytest.mark.parametrize("rest", [WORD, PLAIN, saved("PNG"), b"\0" * 9 + WORD, b"\0\0\0\x18ftypmp42" + WORD])
def test_nothing_follows_the_end(rest: bytes) -> None:
    made = clean(PLAIN + rest)
    assert made.data == PLAIN
    assert made.gone == ("data after the end",)


def test_fill_bytes_before_markers_are_read_as_decoders_read_them() -> None:
    made = clean(PLAIN.replace(b"\xff\xdb", b"\xff\xff\xff\xdb").replace(END, b"\xff\xff" + END))
    assert made.data == PLAIN


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_the_way_up_stays_and_is_the_only_tag(order: str, turned: int) -> None:
    made = clean(planted(PLAIN, segment(0xE1, b"Exif\0\0" + exif(order, turned)), 20))
    assert WORD not in made.data
    with Image.open(io.BytesIO(made.data)) as opened:
        assert dict(opened.getexif()) == ({0x0112: turned} if turned > 1 else {})
    assert clean(made.data).data == made.data
    assert clean(made.data).gone == ()


def test_the_first_way_up_counts() -> None:
    blocks = segment(0xE1, b"Exif\0\0" + exif("<", 6)) + segment(0xE1, b"Exif\0\0" + exif("<", 3))
    with Image.open(io.BytesIO(clean(planted(PLAIN, blocks)).data)) as opened:
        assert opened.getexif()[0x0112] == 6


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"II*\0\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        tiff("<", {0x0112: 0}),
        tiff("<", {0x0112: 9}),
        tiff("<", {0x0112: b"6"}),
        tiff("<", {0x0112: 6})[:-10],
        tiff("<", {0x0112: 6}).replace(b"II", b"IM"),
    ],
)
def test_a_way_up_that_cannot_be_read_is_none(block: bytes) -> None:
    assert clean(planted(PLAIN, segment(0xE1, b"Exif\0\0" + block))).data == PLAIN


def test_one_that_is_cut_off_is_named_and_says_nothing_more() -> None:
    told = planted(PLAIN, TELLING["comment"] + TELLING["Exif, big-endian"], 20)
    for length in range(3, len(told)):
        made = clean(told[:length])
        assert WORD[:9] not in made.data
        assert clean(made.data).data == made.data
        assert made.stays[0].startswith("is a JPEG picture that ends ")


@pytest.mark.parametrize("length", [b"\0\0", b"\0\1", b"\xff\xff"])
def test_a_segment_of_a_wild_length_is_named(length: bytes) -> None:
    at = PLAIN.index(b"\xff\xc4") + 2
    made = clean(planted(PLAIN[:at] + length + PLAIN[at + 2 :], TELLING["comment"], 20))
    assert WORD not in made.data
    assert len(made.stays) == 1


@pytest.mark.parametrize("told", [b"\xff\xd8" + END, PLAIN[:20] + END, PLAIN.replace(b"\xff\xc0", b"\xff\xf7")])
def test_one_without_a_picture_is_named(told: bytes) -> None:
    (reason,) = clean(told).stays
    assert reason.startswith("is a JPEG picture that has nothing in it that can be shown: ")


def test_one_that_is_cut_off_in_its_pixels_shows_those_it_has() -> None:
    made = clean(PLAIN[:-20])
    assert made.data == PLAIN[:-20] + END
    assert made.stays


def test_bytes_between_segments_are_told_of() -> None:
    made = clean(planted(PLAIN, WORD, 20))
    assert (made.data, made.gone) == (PLAIN, ("other data",))


def test_shortest() -> None:
    for data in (b"\xff\xd8\xff", b"\xff\xd8\xff\xff", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\0", b"\xff\xd8\xff\xd9"):
        assert clean(clean(data).data).data == clean(data).data


def test_pixels_differ_where_pictures_do() -> None:
    buffer = io.BytesIO()
    image(shade=9).save(buffer, "JPEG", quality=90)
    assert shown(buffer.getvalue()) != shown(PLAIN)
