"""What is a file, by its first bytes and whatever its name says?"""

from __future__ import annotations

import re

TIFF = "a TIFF picture or raw photograph"
OFFICE = "an office file or archive"
FILM = "a film"
SOUND = "a sound recording"

_STRONG = (
    (0, b"II*\0", TIFF),
    (0, b"MM\0*", TIFF),
    (0, b"II+\0", TIFF),
    (0, b"MM\0+", TIFF),
    (0, b"\xff\x0a", "a JPEG XL picture"),
    (4, b"JXL ", "a JPEG XL picture"),
    (4, b"jP  ", "a JPEG 2000 picture"),
    (0, b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (0, b"8BPS", "a Photoshop picture"),
    (0, b"gimp xcf", "a GIMP picture"),
    (0, b"AT&TFORM", "a DjVu document"),
    (40, b" EMF", "a Windows metafile"),
    (0, b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (0, b"PK\3\4", OFFICE),
    (0, b"\x1f\x8b", "a compressed file"),
    (0, b"BZh", "a compressed file"),
    (0, b"\xfd7zXZ\0", "a compressed file"),
    (0, b"\x28\xb5\x2f\xfd", "a compressed file"),
    (0, b"7z\xbc\xaf\x27\x1c", OFFICE),
    (0, b"Rar!\x1a\7", OFFICE),
    (257, b"ustar", OFFICE),
    (0, b"ID3", SOUND),
    (0, b"fLaC", SOUND),
    (0, b"OggS", SOUND),
    (8, b"WAVE", SOUND),
    (8, b"AIFF", SOUND),
    (8, b"AIFC", SOUND),
    (0, b"MThd", SOUND),
    *((0, bytes((0xFF, second)), SOUND) for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xF1, 0xF9, 0xE3)),
    (0, b"#!AMR", SOUND),
    (0, b"caff", SOUND),
    (8, b"AVI ", FILM),
    (0, b"\x1a\x45\xdf\xa3", FILM),
    (0, b"FLV\1", FILM),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", FILM),
    (0, b"\0\0\1\xba", FILM),
)
_BRANDS = re.compile(rb"(?P<avif>avi[fs])|(?P<heif>he[iv][cmsx]|mif1|msf1)|(?P<sound>M4[AB] )")
_BRAND_NAMES = {"avif": "an AVIF picture", "heif": "a HEIC picture", "sound": SOUND, "": FILM}
_FONTS = (b"wOFF", b"wOF2", b"\0\1\0\0", b"OTTO", b"ttcf", b"true")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINKED_PROFILE = b"KNIL"
"""In a bitmap: its colour profile is a file of the author's machine."""


def text_of(data: bytes) -> tuple[str, str] | None:
    """Decode what is text, with the name of its encoding, in which it encodes to the same bytes; else None."""
    for encoding, marks in (("utf-16-le", (b"\xff\xfe", b"<\0")), ("utf-16-be", (b"\xfe\xff", b"\0<"))):
        if data.startswith(marks):
            return _decoded(data, encoding)
    return None if _CONTROL.search(data) else _decoded(data, "utf-8") or _decoded(data, "latin-1")


def _decoded(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, encoding)


def opaque(data: bytes) -> str:
    """Name the kind of a binary file that cannot be cleaned; empty for one that says nothing of people or places."""
    if data[4:8] == b"ftyp":
        found = _BRANDS.search(data, 8, 8 + int.from_bytes(data[:4], "big"))
        return _BRAND_NAMES[(found and found.lastgroup) or ""]
    for at, signature, name in _STRONG:
        if data.startswith(signature, at):
            return name
    if data.startswith(b"BM"):
        is_plain = int.from_bytes(data[2:6], "little") == len(data) and data[70:74] != _LINKED_PROFILE
        return "" if is_plain else "a bitmap with more in it than its picture"
    if data.startswith((b"\0\0\1\0", b"\0\0\2\0")):
        return "an icon that holds PNG pictures" if b"\x89PNG" in data else ""
    return "" if not data or data.startswith((*_FONTS, b"\0asm")) else "a file of a kind that is not known"


def telling(text: str) -> str:
    """Name the kind of a text that carries notes about its author and cannot be cleaned; empty for any other."""
    start = text.lstrip("\ufeff \t\r\n")[:2000]
    if start.startswith("{\\rtf") or "<office:document" in start:
        return OFFICE
    if start.startswith("%!PS"):
        return "a PostScript document"
    return "a file of metadata (XMP)" if "<x:xmpmeta" in start or "<?xpacket" in start else ""
