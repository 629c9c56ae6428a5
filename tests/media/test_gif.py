"""What is left of a GIF file: its frames, their times and the count of loops."""

from __future__ import annotations

import pytest

from i18n.media import clean
from tests.media.pictures import WORD, animated, saved, shown, sub_blocks

PLAIN = saved("GIF")
MOVING = animated("GIF")
FORMS = {"still": PLAIN, "moving": MOVING, "transparent": saved("GIF", "P", transparency=2), "grey": saved("GIF", "L")}
XMP_TRAILER = b"\1" + bytes(range(255, -1, -1)) + b"\0"
TELLING = {
    "comment": b"!\xfe" + sub_blocks(WORD, WORD),
    "XMP": b"!\xff\x0bXMP DataXMP" + WORD + XMP_TRAILER,
    "profile": b"!\xff" + sub_blocks(b"ICCRGBG1012", WORD),
    "application": b"!\xff" + sub_blocks(b"ORLA1234567", WORD),
    "application of an odd length": b"!\xff" + sub_blocks(WORD, WORD),
    "text": b"!\x01" + sub_blocks(b"\0" * 12, WORD),
    "unknown": b"!\x42" + sub_blocks(WORD),
    "control of an odd length": b"!\xf9" + sub_blocks(WORD),
}


def head(form: bytes) -> int:
    return 13 + (3 << (form[10] & 7) + 1)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_shows_is_left_byte_by_byte(form: bytes) -> None:
    assert clean(form).data == form
    assert (clean(form).gone, clean(form).stays) == ((), ())


@pytest.mark.parametrize("piece", TELLING.values(), ids=TELLING)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_tells_is_gone_from_every_form(form: bytes, piece: bytes) -> None:
    for at in (head(form), len(form) - 1):
        made = clean(form[:at] + piece + form[at:])
        assert made.data == form
        assert len(made.gone) == 1
        assert made.stays == ()


@pytest.mark.parametrize("name", [b"NETSCAPE2.0", b"ANIMEXTS1.0"])
def test_loops_stay_and_nothing_hides_behind_them(name: bytes) -> None:
    at = head(PLAIN)
    loops = b"!\xff" + sub_blocks(name, b"\1\5\0")
    assert clean(PLAIN[:at] + loops + PLAIN[at:]).data == PLAIN[:at] + loops + PLAIN[at:]
    more = b"!\xff" + sub_blocks(name, b"\1\5\0", WORD)
    assert clean(PLAIN[:at] + more + PLAIN[at:]).data == PLAIN[:at] + loops + PLAIN[at:]
    assert clean(PLAIN[:at] + b"!\xff" + sub_blocks(name, WORD) + PLAIN[at:]).data == PLAIN


def test_nothing_hides_behind_the_time_of_a_frame() -> None:
    at = MOVING.index(b"!\xf9\4")
    made = clean(MOVING[: at + 7] + sub_blocks(WORD) + MOVING[at + 8 :])
    assert made.data == MOVING
    assert shown(made.data) == shown(MOVING)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_follows_the_end(form: bytes) -> None:
    for rest in (WORD, form):
        assert clean(form + rest).data == form
        assert clean(form + rest).gone == ("data after the end",)


def test_what_opens_no_block_is_the_end() -> None:
    assert clean(PLAIN[:-1] + WORD).data == PLAIN


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_one_that_is_cut_off_is_named_and_says_nothing_more(form: bytes) -> None:
    told = form[: head(form)] + TELLING["comment"] + TELLING["XMP"] + form[head(form) :]
    for length in range(13, len(told) - 1):
        made = clean(told[:length])
        assert WORD[:9] not in made.data
        assert clean(made.data).data == made.data
        assert made.stays[0].startswith("is a GIF picture that ends before its trailer")


@pytest.mark.parametrize(
    "text", [b"GIF89a", b"GIF87a is the older one.", b"GIF89a, the newer one, came in 1989; read on."]
)
def test_a_text_about_gif_is_a_text(text: bytes) -> None:
    assert clean(text).data == text
    assert clean(text).stays == ()
