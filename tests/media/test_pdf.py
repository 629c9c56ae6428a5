"""What is left of a PDF document: its pages, and nothing of authors, programs, times and attachments."""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from i18n.media import clean
from tests.media.pictures import WORD, XMP, exif, saved, segment

W = WORD.decode()
PHOTO = saved("JPEG")
TELLING_PHOTO = PHOTO[:20] + segment(0xE1, b"Exif\0\0" + exif()) + PHOTO[20:]
DRAWN = b"q 90 0 0 60 5 5 cm /Im0 Do Q"


def document() -> pikepdf.Pdf:
    """A page with a photograph on it."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(100, 100))
    page.Contents = made.make_stream(DRAWN)
    photo = made.make_stream(TELLING_PHOTO)
    photo.Type, photo.Subtype, photo.Filter = Name.XObject, Name.Image, Name.DCTDecode
    photo.Width, photo.Height, photo.ColorSpace, photo.BitsPerComponent = 24, 16, Name.DeviceRGB, 8
    page.Resources = Dictionary(XObject=Dictionary(Im0=photo))
    return made


def packed(made: pikepdf.Pdf, **options: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer, **options)
    return buffer.getvalue()


def xmp(made: pikepdf.Pdf) -> pikepdf.Stream:
    stream = made.make_stream(XMP)
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    return stream


def attached(made: pikepdf.Pdf) -> pikepdf.Object:
    content = Dictionary(F=made.make_stream(WORD))
    return made.make_indirect(Dictionary(Type=Name.Filespec, F=f"/home/{W}/a.txt", EF=content))


def remark(made: pikepdf.Pdf, kind: str, **more: Any) -> Dictionary:
    place = Array([0, 0, 9, 9])
    return Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=place, T=W, M=W, CreationDate=W, NM=W, **more)


def telling(made: pikepdf.Pdf) -> bytes:
    """The document with the word in every place."""
    page = made.pages[0]
    made.docinfo["/Author"] = W
    made.docinfo["/Producer"] = W
    made.trailer["/ID"] = Array([String(W), String(W)])
    made.Root.Metadata = xmp(made)
    made.Root.PieceInfo = Dictionary(Editor=Dictionary(Private=W, LastModified="D:2026"))
    made.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(["a.txt", attached(made)])))
    made.Root.AF = Array([attached(made)])
    made.Root.Collection = Dictionary(D=W)
    page.obj.Metadata = xmp(made)
    page.obj.PieceInfo = Dictionary(Editor=Dictionary(Private=W))
    page.obj.LastModified = String(W)
    page.obj.Thumb = made.make_stream(WORD)
    photo = page.Resources.XObject.Im0
    photo.Metadata = xmp(made)
    action = Dictionary(S=Name.URI, URI=f"file:///home/{W}/a.pdf")
    page.obj.Annots = Array(
        [
            remark(made, "/Text", Contents="Shown"),
            made.make_indirect(remark(made, "/FileAttachment", FS=attached(made))),
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action),
        ]
    )
    return packed(made)


def texts(data: bytes) -> bytes:
    """All that is in a document, unpacked."""
    with pikepdf.open(io.BytesIO(data)) as made:
        streams = [
            each.read_bytes() for each in made.objects if isinstance(each, pikepdf.Stream) and not is_photo(each)
        ]
        return b"\n".join([data, packed(made, compress_streams=False, object_stream_mode=_PLAIN), *streams])


_PLAIN = pikepdf.ObjectStreamMode.disable


def is_photo(stream: pikepdf.Stream) -> bool:
    return stream.get("/Filter") == Name.DCTDecode


def test_the_word_is_everywhere_and_then_nowhere() -> None:
    told = telling(document())
    assert texts(told).count(WORD) > 15
    made = clean(told)
    assert WORD not in texts(made.data)
    assert made.stays == ()
    assert set(made.gone) == {
        "document information", "XMP", "data of an application", "time", "thumbnail", "attached file", "Exif",
        "names of those who remarked", "folder",
    }  # fmt: skip


def test_what_shows_stays() -> None:
    with pikepdf.open(io.BytesIO(clean(telling(document())).data)) as made:
        page = made.pages[0]
        assert page.Contents.read_bytes() == DRAWN
        assert page.Resources.XObject.Im0.read_raw_bytes() == PHOTO
        assert str(page.obj.Annots[0].Contents) == "Shown"
        assert str(page.obj.Annots[2].A.URI) == "a.pdf"


@pytest.mark.parametrize(
    "options", [{}, {"linearize": True}, {"compress_streams": False}, {"object_stream_mode": _PLAIN}, {"qdf": True}]
)
def test_cleaning_again_changes_nothing(options: dict[str, Any]) -> None:
    with pikepdf.open(io.BytesIO(telling(document()))) as opened:
        made = clean(packed(opened, **options))
    assert clean(made.data).data == made.data
    assert clean(made.data).gone == ()
    assert clean(packed(document())).data == clean(packed(document())).data


def test_earlier_states_are_gone() -> None:
    first = packed(document(), object_stream_mode=_PLAIN)
    info = b"99 0 obj\n<< /Author (" + WORD + b") >>\nendobj\n"
    made = clean(first + info + WORD + b"\n%%EOF\n")
    assert WORD not in texts(made.data)
    assert clean(WORD + b"\0\n" + first).data == clean(first).data


def test_a_photograph_that_was_compressed_once_more_is_clean_too() -> None:
    made = document()
    photo = made.pages[0].Resources.XObject.Im0
    photo.write(zlib.compress(TELLING_PHOTO), filter=Array([Name.FlateDecode, Name.DCTDecode]))
    outcome = clean(packed(made))
    assert "Exif" in outcome.gone
    with pikepdf.open(io.BytesIO(outcome.data)) as opened:
        assert opened.pages[0].Resources.XObject.Im0.read_raw_bytes() == PHOTO


def test_one_that_was_compressed_badly_is_named() -> None:
    made = document()
    photo = made.pages[0].Resources.XObject.Im0
    photo.write(b"no zlib", filter=Array([Name.FlateDecode, Name.DCTDecode]))
    assert "cannot be read" in clean(packed(made)).stays[0]


def test_a_jpeg_2000_picture_with_notes_is_named() -> None:
    made = document()
    made.pages[0].Resources.XObject.Im0.write(b"\0\0\0\x0cjP  uuid" + WORD, filter=Name.JPXDecode)
    assert clean(packed(made)).stays == ("is a PDF document that holds a JPEG 2000 picture with notes, which stay",)


def test_a_name_of_a_form_stays() -> None:
    made = document()
    field = made.make_indirect(remark(made, "/Widget"))
    made.pages[0].obj.Annots = Array([field])
    made.Root.AcroForm = Dictionary(Fields=Array([field]))
    with pikepdf.open(io.BytesIO(clean(packed(made)).data)) as opened:
        assert str(opened.pages[0].obj.Annots[0].T) == W


def test_what_is_signed_or_encrypted_is_named_and_copied() -> None:
    signed = document()
    signed.Root.AcroForm = Dictionary(SigFlags=3, Fields=Array())
    locked = packed(document(), encryption=pikepdf.Encryption(owner="a", user=""))
    shut = packed(document(), encryption=pikepdf.Encryption(owner="a", user="b"))
    for data, reason in (
        (packed(signed), "encrypted or signed"),
        (locked, "encrypted or signed"),
        (shut, "cannot be read"),
    ):
        made = clean(data)
        assert made.data == data
        assert reason in made.stays[0]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", b"%PDF-\xff\xfe\0"]
)
def test_what_cannot_be_read_is_named_and_copied(data: bytes) -> None:
    made = clean(data)
    assert made.data == data
    assert made.stays[0].startswith("is a PDF document that cannot be read ")


def test_cut_off_at_every_hundredth_byte() -> None:
    told = telling(document())
    for length in range(5, len(told), 100):
        made = clean(told[:length])
        assert made.stays or WORD not in texts(made.data)
        assert clean(made.data).data == made.data


def test_without_pikepdf_it_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    told = telling(document())
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    made = clean(told)
    assert made.data == told
    (reason,) = made.stays
    assert reason.startswith("is a PDF document, and pikepdf is missing (pip install 'manytongues[pdf]'): ")


def test_the_extra_is_the_one_that_is_named() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert '\npdf = ["pikepdf' in text
