"""Which cleaner is a file's, and what is published of it? Any bytes may come; none make this fail."""

from __future__ import annotations

from collections.abc import Callable

from i18n.media import gif, jpeg, kinds, pdf, png, svg, svgz, webp
from i18n.media.outcome import Clean

_DEEPEST = 3
"""Pictures in pictures in pictures are looked at; beyond that, nobody draws."""
_AS_IS = "which cannot be cleaned: it is published as it is, with all that it says of people, places and times"


def clean(data: bytes, depth: int = 0) -> Clean:
    """Take out of a file what it does not need to be shown; the same bytes give the same answer everywhere.

    Cleaning again changes nothing. The bytes say which kind it is, never a name. `depth` says in how many other
    files this one lies.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return jpeg.clean(data)
    if data.startswith(png.SIGNATURE):
        return png.clean(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp.clean(data)
    if data.startswith(b"%PDF-"):
        return pdf.clean(data)
    if data.startswith(svgz.MAGIC) and depth < _DEEPEST and (drawing := svgz.clean(data, _drawing(depth))):
        return drawing
    found = kinds.text_of(data)
    if found:
        return _text(data, *found, depth)
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= gif.HEAD:
        return gif.clean(data)
    if b"%PDF-" in data[:1024]:
        return pdf.clean(data)
    return _as_is(data, kinds.opaque(data))


def _drawing(depth: int) -> Callable[[bytes], Clean]:
    """A cleaner of what is text, and a drawing; anything else is not taken for one."""

    def cleaned(data: bytes) -> Clean:
        found = kinds.text_of(data)
        return _text(data, *found, depth + 1) if found else _as_is(data, "")

    return cleaned


def _text(data: bytes, text: str, encoding: str, depth: int) -> Clean:
    if not svg.is_svg(text):
        return _as_is(data, kinds.telling(text))
    if depth >= _DEEPEST:
        return _as_is(data, "a picture within pictures within pictures")
    return svg.clean(text, encoding, data, lambda inner: clean(inner, depth + 1))


def _as_is(data: bytes, kind: str) -> Clean:
    stays = (f"is {kind}, {_AS_IS}",) if kind else ()
    return Clean(kind or "a file", data, stays=stays, copied=False)
