"""How is a page written so that it is XML, whatever is put into it?

What the renderer opens by itself stands; what raw HTML of an article opens gives way where the two do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from i18n.render.content import TEXT, VOID, Element, Maker, is_plain, needed

Attributes: TypeAlias = Iterable[tuple[str, str]]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, 2.2)."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "\n"})
_BLANKS = re.compile("[\x0b\x0c]")
"""White space to HTML and none to XML."""
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#10;"}
)
_NAME = re.compile(r"[a-z][a-z0-9-]*(?::[a-z][a-z-]*)?")
_MORE = "…"
"""What readers press where details have no summary."""


def escaped(text: str) -> str:
    """Text as it stands in XML."""
    return _valid(text.replace("\r\n", "\n")).translate(_TEXT)


def _valid(text: str) -> str:
    return _NOT_XML.sub("\ufffd", _BLANKS.sub(" ", text))


def _tag(name: str, attributes: Attributes, end: str) -> str:
    written = [name]
    for key, value in dict(attributes).items():
        assert _NAME.fullmatch(key), key
        written.append(f'{key}="{_valid(value).translate(_VALUE)}"')
    return f"<{' '.join(written)}{end}"


def _missing(element: Element) -> str:
    """What an element needs that ends without it."""
    if element.name == "details" and element.is_empty:
        return f"<summary>{_MORE}</summary>"
    if element.name == "dl" and element.last == "dt":
        return "<dd></dd>"
    if element.name == "ruby" and element.last not in ("rt", "rp"):
        return "<rt></rt>" if element.last else "\u200b<rt></rt>"
    return ""


class Markup:
    """XML while it is written. Whatever is called in whatever order, it is well formed."""

    __slots__ = ("_open", "_pieces")

    def __init__(self, around: str = "article") -> None:
        """Begin what will stand in an element that may hold any block."""
        self._pieces: list[str] = []
        self._open = [Element(around, Maker.PAGE)]

    @property
    def xml(self) -> str:
        """What was written, all of it closed."""
        self._close_down_to(1)
        return "".join(self._pieces)

    def text(self, said: str) -> None:
        """Write text."""
        if not said:
            return
        if said.isspace() or self._admit(TEXT):
            if not said.isspace():
                self._open[-1].last = TEXT
            self._pieces.append(escaped(said))

    def open(self, name: str, attributes: Attributes = (), maker: Maker = Maker.PAGE) -> Element | None:
        """Begin an element; None where it cannot stand, so that its content stands without it."""
        if not self._admit(name):
            return None
        self._open[-1].last = name
        element = Element(name, maker)
        self._open.append(element)
        self._pieces.append(_tag(name, attributes, ">"))
        return element

    def empty(self, name: str, attributes: Attributes = ()) -> bool:
        """Write an element without content; whether it can stand here."""
        assert name in VOID
        if not self._admit(name):
            return False
        self._open[-1].last = name
        self._pieces.append(_tag(name, attributes, "/>"))
        return True

    def close(self, element: Element | None) -> None:
        """End an element and what is open in it; nothing where that was over, or where a message within goes on."""
        if element is None or element not in self._open:
            return
        at = self._open.index(element)
        if not any(each.maker is Maker.MESSAGE for each in self._open[at + 1 :]):
            self._close_down_to(at)

    def close_named(self, name: str) -> bool:
        """End the innermost element of the article's own of a name; never one that the page or a message holds open."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].maker is not Maker.ARTICLE:
                return False
            if self._open[at].name == name:
                self._close_down_to(at)
                return True
        return False

    def insert(self, xml: str, name: str = "div") -> None:
        """Put in what another one wrote, which stands where an element of that name may."""
        if xml and self._admit(name):
            self._open[-1].last = name
            self._pieces.append(xml)

    def line(self) -> None:
        """End a line of the output between blocks."""
        self._pieces.append("\n")

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            element = self._open.pop()
            self._pieces.append(f"{_missing(element)}</{element.name}>")

    def _admit(self, name: str) -> bool:
        """Make room for an element: close what gives way, open the part that it needs around it."""
        parent = self._open[-1]
        if is_plain(parent, name):
            return True
        room = self._room(name)
        if room is None:
            return False
        depth, parts = room
        self._close_down_to(depth)
        for part in parts:
            self._open[-1].last = part
            self._open.append(Element(part, Maker.ARTICLE))
            self._pieces.append(f"<{part}>")
        parent = self._open[-1]
        if parent.name == "details" and parent.is_empty and name != "summary":
            self._pieces.append(f"<summary>{_MORE}</summary>")
            parent.last = "summary"
        return True

    def _room(self, name: str) -> tuple[int, tuple[str, ...]] | None:
        """How many elements stay open for one of this name, and which parts it needs around it; None: it cannot be."""
        for depth in range(len(self._open), 0, -1):
            parts = needed(self._open[:depth], name)
            if parts is not None:
                return depth, parts
            if depth > 1 and self._open[depth - 1].maker is not Maker.ARTICLE:
                return None
        return None
