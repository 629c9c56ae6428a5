"""What are the parts of an XML text?

XML 1.0, read by spans as it stands: no entity is ever expanded, nothing is fetched.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass


class MalformedError(Exception):
    """The text is not well-formed as far as the walk can tell; its argument says at which character."""


class Part(enum.Enum):
    """What stands in a span."""

    TEXT = "text"
    CDATA = "cdata"
    COMMENT = "comment"
    INSTRUCTION = "instruction"
    """A processing instruction, or the XML declaration."""
    DOCTYPE = "doctype"
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag."""

    start: int
    """Where the white space before it begins."""
    end: int
    """Right behind its closing quote."""
    name: str
    value: str
    """Between the quotes, as written."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text; the stretches follow each other without gaps."""

    part: Part
    start: int
    end: int
    name: str = ""
    """Of an element, or of the target of an instruction."""
    attributes: tuple[Attribute, ...] = ()


_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#(?:0*(\d{1,3})|[xX]0*([0-9A-Fa-f]{1,2})));", re.ASCII)
_ESCAPED = str.maketrans({**{text: f"&{name};" for name, text in _PREDEFINED.items()}, "\0": "&"})
_FLAGS = re.ASCII | re.DOTALL
_NAME = r"[^\s<>/=\"'&!?\[\]][^\s<>/=\"'&?]*+"
_TEXT = re.compile(r"[^<]++", _FLAGS)
_COMMENT = re.compile(r"<!--(?:(?!--).)*+-->", _FLAGS)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", _FLAGS)
_INSTRUCTION = re.compile(rf"<\?({_NAME}).*?\?>", _FLAGS)
_CLOSE = re.compile(rf"</({_NAME})\s*+>", _FLAGS)
_OPEN = re.compile(rf"<({_NAME})", _FLAGS)
_ATTRIBUTE = re.compile(rf"\s++({_NAME})\s*+=\s*+(?:\"([^\"<]*+)\"|'([^'<]*+)')", _FLAGS)
_END = re.compile(r"\s*+(/?)>", _FLAGS)
_DOCTYPE = re.compile(r"<!DOCTYPE\s(?:[^\"'<>\[\]]|\"[^\"]*+\"|'[^']*+')*+", _FLAGS)
_SUBSET_ITEM = re.compile(
    r"\s++|%[^\s;]++;|<!--(?:(?!--).)*+-->|<\?.*?\?>|<![A-Z]++(?:[^\"'<>]|\"[^\"]*+\"|'[^']*+')*+>", _FLAGS
)
_SUBSET_END = re.compile(r"\]\s*+>", _FLAGS)


def tokens(text: str) -> Iterator[Token]:
    """Walk over a text; raises `MalformedError` where no part can begin."""
    at = 0
    while at < len(text):
        token = _token(text, at)
        yield token
        at = token.end


def _token(text: str, at: int) -> Token:
    if found := _TEXT.match(text, at):
        return Token(Part.TEXT, at, found.end())
    for part, pattern in ((Part.COMMENT, _COMMENT), (Part.CDATA, _CDATA)):
        if found := pattern.match(text, at):
            return Token(part, at, found.end())
    for part, pattern in ((Part.CLOSE, _CLOSE), (Part.INSTRUCTION, _INSTRUCTION)):
        if found := pattern.match(text, at):
            return Token(part, at, found.end(), found[1])
    if found := _DOCTYPE.match(text, at):
        return Token(Part.DOCTYPE, at, _doctype_end(text, found.end()))
    return _tag(text, at)


def _tag(text: str, start: int) -> Token:
    opened = _OPEN.match(text, start)
    if not opened:
        raise MalformedError(start)
    attributes, at = [], opened.end()
    while found := _ATTRIBUTE.match(text, at):
        attributes.append(Attribute(at, found.end(), found[1], found[2] if found[2] is not None else found[3]))
        at = found.end()
    end = _END.match(text, at)
    if not end or len({each.name for each in attributes}) < len(attributes):
        raise MalformedError(start)
    return Token(Part.EMPTY if end[1] else Part.OPEN, start, end.end(), opened[1], tuple(attributes))


def _doctype_end(text: str, at: int) -> int:
    if text[at : at + 1] == ">":
        return at + 1
    items = list(subset(text, at))
    found = _SUBSET_END.match(text, items[-1][1] if items else at + 1)
    if text[at : at + 1] != "[" or not found:
        raise MalformedError(at)
    return found.end()


def subset(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Walk over the declarations of an internal subset whose bracket stands at `at`: start and end of each."""
    at += 1
    while found := _SUBSET_ITEM.match(text, at):
        yield at, found.end()
        at = found.end()


def unescaped(value: str) -> str:
    """Read the references of ASCII; the ampersand of every other one becomes NUL, which no XML has."""
    parts, at = [], 0
    for found in _REFERENCE.finditer(value):
        code = int(found[2]) if found[2] else int(found[3], 16) if found[3] else 0
        if code < 128 and (found[1] or code):
            parts += [value[at : found.start()].replace("&", "\0"), _PREDEFINED.get(found[1], chr(code))]
            at = found.end()
    return "".join([*parts, value[at:].replace("&", "\0")])


def escaped(value: str) -> str:
    """Write a text that was read by `unescaped`."""
    return value.translate(_ESCAPED)
