"""What of a PDF document shows its pages?

ISO 32000-2, read and written by pikepdf, which the extra `pdf` brings.
"""

from __future__ import annotations

import functools
import logging
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from i18n.media import jpeg
from i18n.media.folders import without_folders
from i18n.media.outcome import Clean

if TYPE_CHECKING:
    import pikepdf

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it mends is no news to a user
KIND = "a PDF document"
_NOTES = {
    "/Metadata": "XMP",
    "/PieceInfo": "data of an application",
    "/LastModified": "time",
    "/Thumb": "thumbnail",
    "/AF": "attached file",
    "/EmbeddedFiles": "attached file",
    "/Collection": "attached file",
    "/EF": "attached file",
    "/SpiderInfo": "data of an application",
    "/CreatorInfo": "data of an application",
}
"""Keys that no page needs, in any dictionary."""
_SIGNS = ("/T", "/M", "/CreationDate", "/NM")
"""Who wrote a remark on a page, and when."""
_PAGES_OWN = frozenset({"/Widget", "/Link"})
"""Annotations that are no remarks: fields and links, whose `/T` is a name that the form needs."""
_PATHS = ("/F", "/UF", "/URI")
"""Where a document names another file."""
_JPX_NOTES = (b"uuid", b"xml ")
"""Boxes in which JPEG 2000 holds Exif and XMP."""
_MOST_WRITES = 5
"""One is enough for most, three for all that were tried."""
_DEEPEST = 100
_AS_IS = "it is published as it is, with all that it says"


def clean(data: bytes) -> Clean:
    """Take out all that tells of authors, programs and times, what is attached, and earlier states of the file."""
    try:
        import pikepdf  # noqa: F401
    except ImportError:
        reason = f"is {KIND}, and pikepdf is missing (pip install 'manytongues[pdf]'): {_AS_IS}"
        return Clean(KIND, data, stays=(reason,))
    return _read(data)


@functools.lru_cache(8)
def _read(data: bytes) -> Clean:
    """Clean a document with pikepdf; one that many pages link to is written once."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as document:
            if document.is_encrypted or "/Perms" in document.Root or _is_signed(document):
                return Clean(KIND, data, stays=(f"is {KIND} that is encrypted or signed: {_AS_IS}",))
            gone = tuple(dict.fromkeys(_taken_out(document)))
            stays = tuple(dict.fromkeys(_left(document)))
            made = _settled(_written(document))
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        pikepdf.DeletedObjectError,
        ValueError,
        TypeError,
        KeyError,
        RuntimeError,
        zlib.error,
    ) as error:
        return Clean(KIND, data, stays=(f"is {KIND} that cannot be read ({_words(error)}): {_AS_IS}",))
    return Clean(KIND, made, gone, stays)


def _written(document: pikepdf.Pdf) -> bytes:
    """The document's bytes, which depend on what is in it alone; nothing is compressed again."""
    if "/ID" in document.trailer:
        del document.trailer["/ID"]
    made = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pikepdf speaks of fields that no form lists, which are as they were
        document.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()


def _settled(made: bytes) -> bytes:
    """Write a document until that changes nothing: qpdf orders keys in one way when it mends, and then in another."""
    import pikepdf

    for _ in range(_MOST_WRITES):
        with pikepdf.open(BytesIO(made)) as document:
            before, made = made, _written(document)
        if made == before:
            break
    return made


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _is_signed(document: pikepdf.Pdf) -> bool:
    import pikepdf

    form = document.Root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
    return bool(int(flags) & 1)


def _taken_out(document: pikepdf.Pdf) -> Iterator[str]:
    """Take out of every object what shows nothing, and name it."""
    import pikepdf

    if "/Info" in document.trailer:
        del document.trailer["/Info"]
        yield "document information"
    for each in document.objects:
        if isinstance(each, pikepdf.Stream):
            yield from _stream(each)
        yield from _dictionaries(each, 0)


def _filters(stream: pikepdf.Stream) -> list[str]:
    """Names of the filters that a stream went through, the last one first."""
    import pikepdf

    named = stream.get("/Filter", pikepdf.Array())
    return [str(name) for name in (named.as_list() if isinstance(named, pikepdf.Array) else [named])]


def _stream(stream: pikepdf.Stream) -> Iterator[str]:
    """Clean a JPEG picture that lies in a document as it lay in its file."""
    import pikepdf

    filters, data = _filters(stream), stream.read_raw_bytes()
    if filters == ["/FlateDecode", "/DCTDecode"]:
        data = zlib.decompress(data)
    elif filters != ["/DCTDecode"]:
        return
    outcome = jpeg.clean(data)
    if outcome.gone and not outcome.stays:
        stream.write(outcome.data, filter=pikepdf.Name.DCTDecode)
        yield from outcome.gone


def _left(document: pikepdf.Pdf) -> Iterator[str]:
    """Why something may be left in a document."""
    import pikepdf

    for stream in (each for each in document.objects if isinstance(each, pikepdf.Stream)):
        if "/JPXDecode" in _filters(stream) and any(box in stream.read_raw_bytes() for box in _JPX_NOTES):
            yield f"is {KIND} that holds a JPEG 2000 picture with notes, which stay"


def _dictionaries(value: pikepdf.Object, depth: int) -> Iterator[str]:
    """Take notes out of an object and of what is written inside it; other objects have their own turn."""
    import pikepdf

    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(value, pikepdf.Array):
        children = list(value.as_list())
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        yield from _notes(value)
        children = [value[key] for key in dict.fromkeys(value.keys())]
    else:
        return
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _dictionaries(child, depth + 1)


def _notes(entry: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[str]:
    import pikepdf

    for key, name in _NOTES.items():
        if key in entry:
            del entry[key]
            yield name
    if "/Rect" in entry and str(entry.get("/Subtype", "/Widget")) not in _PAGES_OWN:
        for key in (each for each in _SIGNS if each in entry):
            del entry[key]
            yield "names of those who remarked"
    for key in (each for each in _PATHS if isinstance(entry.get(each), pikepdf.String)):
        path = str(entry[key])
        if (short := without_folders(path, address=key == "/URI")) != path:
            entry[key] = pikepdf.String(short)
            yield "folder"
