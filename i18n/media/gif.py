"""Which blocks of a GIF file show the picture?

GIF89a specification.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from i18n.media.outcome import Clean, cleaned

KIND = "a GIF picture"
HEAD = 13
"""Bytes of signature and logical screen descriptor."""
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_TEXT, _CONTROL, _COMMENT, _APPLICATION = 0x01, 0xF9, 0xFE, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0\3\1", b"\x0bANIMEXTS1.0\3\1")
_NAMES = {_TEXT: "text", _COMMENT: "comment"}
_SHORT = "ends before its trailer"


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    kind: int
    label: int = 0
    """Of an extension."""
    is_whole: bool = True


def clean(data: bytes) -> Clean:
    """Take out comments, text and what applications added, but for the count of loops; and what follows the end."""
    at = HEAD + _table(data[10])
    parts, gone, broken, shows = [data[:at]], [], _SHORT, False
    for block in _blocks(data, at):
        kept = _kept(data, block)
        parts.append(kept)
        at = block.end
        shows = shows or block.kind == _IMAGE
        if block.kind == _TRAILER:
            broken = ""
        elif kept != data[block.start : block.end]:
            gone.append(_NAMES.get(block.label, "data of an application"))
    if not broken and at < len(data):
        gone.append("data after the end")
    return cleaned(KIND, parts, gone, broken, shows=shows)


def _table(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> Iterator[_Block]:
    """Walk as browsers do: the first byte that opens no block ends the picture."""
    while at < len(data):
        kind, start = data[at], at
        if kind == _EXTENSION and at + 1 < len(data):
            end, is_whole = _sub_blocks(data, at + 2)
        elif kind == _IMAGE and at + 9 < len(data):
            end, is_whole = _sub_blocks(data, at + 11 + _table(data[at + 9]))
        else:
            if kind not in {_EXTENSION, _IMAGE}:
                yield _Block(start, start + 1, _TRAILER)
            return
        yield _Block(start, end, kind, data[at + 1] if kind == _EXTENSION else 0, is_whole)
        at = end


def _sub_blocks(data: bytes, at: int) -> tuple[int, bool]:
    """Find the end of a chain of sub-blocks, and say whether it is there."""
    while at < len(data):
        size = data[at]
        at += 1 + size
        if size == 0:
            return at, True
    return len(data), False


def _kept(data: bytes, block: _Block) -> bytes:
    """What of a block goes into the clean picture."""
    if block.kind == _TRAILER:
        return b";"
    whole = data[block.start : block.end]
    if block.kind == _IMAGE:
        return whole
    if block.label == _CONTROL and whole[2:3] == b"\4" and block.is_whole:
        return whole[:7] + b"\0"
    if block.label == _APPLICATION and whole[2:16] in _LOOPS and block.is_whole:
        return whole[:18] + b"\0"
    return b""
