"""Which files does a text hold in data: addresses, and how does it read when they are clean?

RFC 2397.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from i18n.media.outcome import Clean

Cleaner = Callable[[bytes], Clean]
"""Cleans a file."""

_ADDRESS = re.compile(
    r"\A\s*(data:.*)|\"\s*(data:[^\"]*)|'\s*(data:[^']*)|(data:[^\s\"'()<>]*)", re.ASCII | re.IGNORECASE | re.DOTALL
)
"""An address as a whole text, in quotes, and as style sheets and Markdown write it."""
_LEFT = "!#$&'*+,/:;=?@()[]~ "
"""What is not escaped in a data: address that is written out, whose quotes are escaped."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A text whose files are clean."""

    text: str
    gone: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


def embedded(text: str, clean: Cleaner) -> Embedded:
    """Clean the files in data: addresses; what is clean stays as it is written."""
    if "data:" not in text.lower():
        return Embedded(text)
    outcomes: list[Clean] = []
    parts: list[str] = []
    at = 0
    for start, end, data, is_base64 in _files(text):
        outcome = clean(data)
        outcomes.append(outcome)
        if outcome.data != data:
            parts += [text[at:start], _written(outcome.data, is_base64=is_base64)]
            at = end
    gone = tuple(each for outcome in outcomes for each in outcome.gone)
    stays = tuple(f"holds a file that {each}" for outcome in outcomes for each in outcome.stays)
    return Embedded("".join([*parts, text[at:]]), gone, stays)


def _files(text: str) -> Iterator[tuple[int, int, bytes, bool]]:
    """Start, end and content of each file, in order, and whether it is in base64."""
    for address in _ADDRESS.finditer(text):
        kind, comma, body = address[address.lastindex or 0].partition(",")
        if comma:
            is_base64 = kind.rstrip().lower().endswith("base64")
            yield address.end() - len(body), address.end(), _read(body, is_base64=is_base64), is_base64


def _read(body: str, *, is_base64: bool) -> bytes:
    """Decode as browsers do; what they cannot read is taken as it is, and is a file of an unknown kind."""
    data = unquote_to_bytes(body)
    if not is_base64:
        return data
    data = b"".join(data.split()).rstrip(b"=")
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except binascii.Error:
        return b"\0" + data


def _written(data: bytes, *, is_base64: bool) -> str:
    return base64.b64encode(data).decode("ascii") if is_base64 else quote(data, safe=_LEFT)
