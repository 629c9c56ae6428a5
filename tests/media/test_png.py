"""What is left of a PNG file: the chunks that show it, with right checksums."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from i18n.media import clean
from tests.media.pictures import PROFILE, WORD, XMP, animated, chunk, exif, image, saved

PLAIN = saved("PNG")
END = chunk(b"IEND", b"")
HEAD = 33
"""Where the first chunk ends."""
TELLING = {
    "text": chunk(b"tEXt", b"Comment\0" + WORD),
    "compressed text": chunk(b"zTXt", b"Comment\0\0" + zlib.compress(WORD)),
    "international text": chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
    "Exif": chunk(b"eXIf", exif()),
    "time": chunk(b"tIME", b"\7\xea\1\2\3\4\5"),
    "private": chunk(b"orLa", WORD),
    "private and critical": chunk(b"ORLA", WORD),
    "provenance": chunk(b"caBX", WORD),
    "of Apple": chunk(b"iDOT", WORD),
    "palette with a name": chunk(b"sPLT", WORD + b"\0\x08\0\0\0\0\0\0"),
    "calibration": chunk(b"pCAL", WORD + b"\0\0\0\0\0\0\0\0\1\0\2m\x001\x002"),
    "scale": chunk(b"sCAL", b"\x011\x001" + WORD),
    "histogram": chunk(b"hIST", WORD + b"."),
    "dsig": chunk(b"dSIG", WORD),
}
FORMS = {
    "colours": PLAIN,
    "transparent": saved("PNG", "RGBA"),
    "palette": saved("PNG", "P", transparency=3),
    "grey": saved("PNG", "L", transparency=7),
    "one bit": saved("PNG", "1", dpi=(300, 300)),
    "moving": animated("PNG"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_shows_is_left_byte_by_byte(form: bytes) -> None:
    assert clean(form).data == form
    assert (clean(form).gone, clean(form).stays) == ((), ())


@pytest.mark.parametrize("piece", TELLING.values(), ids=TELLING)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_tells_is_gone_from_every_form(form: bytes, piece: bytes) -> None:
    for at in (HEAD, len(form) - len(END)):
        made = clean(form[:at] + piece + form[at:])
        assert made.data == form
        assert len(made.gone) == 1
        assert made.stays == ()


@pytest.mark.parametrize("kind", [b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP", b"mDCV", b"cLLI"])
def test_what_says_how_it_shows_stays(kind: bytes) -> None:
    told = PLAIN[:HEAD] + chunk(kind, b"\0\1\0\1") + PLAIN[HEAD:]
    assert clean(told).data == told


def test_nothing_follows_the_end() -> None:
    made = clean(PLAIN + WORD)
    assert (made.data, made.gone) == (PLAIN, ("data after the end",))


def test_the_name_of_a_profile_is_no_place_for_notes() -> None:
    packed = zlib.compress(PROFILE)
    made = clean(PLAIN[:HEAD] + chunk(b"iCCP", WORD + b"\0\0" + packed) + PLAIN[HEAD:])
    assert made.data == PLAIN[:HEAD] + chunk(b"iCCP", b"ICC\0\0" + packed) + PLAIN[HEAD:]
    assert made.gone == ("name of the colour profile",)
    assert clean(made.data).gone == ()
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.info["icc_profile"] == PROFILE


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_way_up_stays(order: str) -> None:
    made = clean(PLAIN[:HEAD] + chunk(b"eXIf", exif(order, 6)) + PLAIN[HEAD:])
    assert WORD not in made.data
    with Image.open(io.BytesIO(made.data)) as opened:
        assert dict(opened.getexif()) == {0x0112: 6}
        assert opened.tobytes() == image().tobytes()
    assert clean(made.data).gone == ()


def test_one_that_is_cut_off_is_named_and_says_nothing_more() -> None:
    told = PLAIN[:HEAD] + TELLING["text"] + TELLING["Exif"] + PLAIN[HEAD:]
    for length in range(8, len(told)):
        made = clean(told[:length])
        assert WORD[:9] not in made.data
        assert clean(made.data).data == made.data
        assert made.stays[0].startswith("is a PNG picture that ")


@pytest.mark.parametrize(
    "wild",
    [
        b"\xff\xff\xff\xffIDAT" + WORD,
        b"\x7f\xff\xff\xfforLa" + WORD,
        b"\0\0\0\1\0\0\0\0" + WORD,
        b"\0\0\0\1tE t" + WORD,
        WORD,
    ],
)
def test_what_is_no_chunk_ends_the_picture(wild: bytes) -> None:
    made = clean(PLAIN[:HEAD] + wild)
    assert made.data == PLAIN[:HEAD]
    assert len(made.stays) == 1
