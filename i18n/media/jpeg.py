"""Which segments of a JPEG file show the picture?

ITU-T T.81 Annex B, JFIF 1.02, ICC.1 Annex B.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.media.exif import only_orientation
from i18n.media.outcome import Clean, cleaned

KIND = "a JPEG picture"
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_END = b"\xff\xd9"
_EXIF = b"Exif\0"
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length: TEM, RSTn, SOI."""
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})
"""DHT, DAC, DQT, DNL and DRI."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - _TABLES - {0xC8}
"""SOFn."""
_SHOWING = _TABLES | _FRAMES | {_SOS}
_ONCE = frozenset({0xE0, 0xE1})
"""JFIF and Exif: the first one counts."""
_NAMES = {
    0xE1: {_EXIF: "Exif", b"http://ns.adobe.com/x": "XMP"},
    0xE2: {b"MPF\0": "further pictures"},
    0xE0: {b"JFXX\0": "thumbnail"},
    0xED: {b"Photoshop 3.0\0": "IPTC"},
    0xFE: {b"": "comment"},
}
_MARKER = re.compile(rb"\xff([^\x00\xff])")
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""Where entropy-coded data ends: at a marker that is neither a stuffed zero nor a restart; fill bytes may be before."""


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    body: bytes
    """What follows the length, as far as it is there."""
    head: bytes
    """Marker and length as written; empty for a marker that stands alone."""
    scan: bytes = b""
    """The entropy-coded data behind a start of scan."""
    fault: str = ""
    """What is wrong with it; a segment that is not whole shows nothing."""


def clean(data: bytes) -> Clean:
    """Take out all segments that show nothing, and what follows the end of the picture."""
    parts, gone, fault = [data[:2]], [], ""
    found: set[int] = set()
    for segment in _segments(data):
        fault = fault or segment.fault
        kept = b"" if segment.fault else _kept(segment)
        if segment.marker in _ONCE and kept:
            kept = b"" if segment.marker in found else kept
        if kept:
            found.add(segment.marker)
        if kept != segment.head + segment.body + segment.scan:
            gone.append(_name(segment))
        parts.append(kept)
        if segment.marker == _EOI and segment.body:
            gone[-1:] = ["data after the end"]
    if _SOS in found and _EOI not in found:
        parts.append(_END)
    return cleaned(KIND, parts, filter(None, gone), fault, shows=_SOS in found and not found.isdisjoint(_FRAMES))


def _segments(data: bytes) -> Iterator[_Segment]:
    """Walk as decoders do: bytes that are no marker are skipped, and nothing is read after the end of the image."""
    at = 2
    while found := _MARKER.search(data, at):
        if between := data[at : found.start()].strip(b"\xff"):
            yield _Segment(0, between, b"")
        marker, at = found[1][0], found.end()
        if marker == _EOI:
            yield _Segment(marker, data[at:], _END)
            return
        if marker in _ALONE:
            continue
        head, length = bytes((0xFF, marker)) + data[at : at + 2], int.from_bytes(data[at : at + 2], "big")
        body = data[at + 2 : at + length]
        if len(head) == 4 and length < 2:
            yield _Segment(marker, b"", head, fault="has a segment of impossible length")
            at += 2
            continue
        at += length
        if len(head) < 4 or at > len(data):
            yield _Segment(marker, body, head, fault="ends within a segment")
            return
        end = at
        if marker == _SOS:
            stop = _SCAN_END.search(data, at)
            end = stop.start() if stop else len(data)
        yield _Segment(marker, body, head, data[at:end].rstrip(b"\xff"))
        at = end
    yield _Segment(_SOI, b"", b"", fault="ends before its end marker")


def _kept(segment: _Segment) -> bytes:
    """What of a segment goes into the clean picture."""
    marker, body = segment.marker, segment.body
    if marker == _EOI:
        return segment.head
    if marker in _SHOWING:
        return segment.head + body + segment.scan
    if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return _segment(marker, body[:12] + b"\0\0")
    if marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        return _segment(marker, body[:12])
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        return segment.head + body
    if marker == 0xE1 and body.startswith(_EXIF):
        turned = only_orientation(body[len(_EXIF) + 1 :])
        return _segment(marker, _EXIF + b"\0" + turned) if turned else b""
    return b""


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _name(segment: _Segment) -> str:
    """What is said of a segment that was taken out or shortened; empty for one that held nothing."""
    for start, name in _NAMES.get(segment.marker, {}).items():
        if segment.body.startswith(start):
            return name
    if segment.marker == 0xE0:
        return "thumbnail" if segment.body[12:14] != b"\0\0" else "data of an application"
    return "data of an application" if segment.marker & 0xF0 == 0xE0 else "other data"
