"""What is a rendered page made of?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import html5lib

Piece: TypeAlias = tuple[str, ...]
"""`start` with a name and attributes, `end`, `text`, `comment`, or `other` of a generator's own."""
Outline: TypeAlias = tuple[Piece, ...]

EMPHASIS = frozenset("em strong del s br".split())
"""Elements that may stand elsewhere in a translation than in its source."""
_SPACES = re.compile(r"[ \t\r\n\f\xa0\u2028]+")
_MADE_OF_WORDS = frozenset({"id", "name", "for", "aria-labelledby", "tabindex"})
"""Attributes that generators make of a heading's words."""
_CLASS = re.compile(r"(?<=admonition )admonition-\S*")
"""What docutils makes of a title."""


def of_html(page: str, besides: Collection[str] = EMPHASIS, *, scripting: bool = True) -> Outline:
    """The outline of a page as browsers read it, with a paragraph after it that must not be swallowed.

    `besides`: elements that are left out, a line break as a space.
    """
    tree = html5lib.parse(f"<!doctype html><main>{page}</main><p>END", namespaceHTMLElements=False, scripting=scripting)
    return tuple(_joined(_walk(tree), besides))


def of_pieces(pieces: Sequence[Any], besides: Collection[str] = EMPHASIS) -> Outline:
    """The outline that a renderer has made itself."""
    return tuple(_joined(map(_read, pieces), besides))


def _read(piece: Any) -> Piece:
    kind, *rest = piece
    return ("start", rest[0], *_attributes(dict(rest[1]))) if kind == "start" else (kind, *rest)


def _attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in sorted(attributes.items()):
        if name not in _MADE_OF_WORDS and not (name == "href" and value.startswith("#")):
            yield f"{name}={folded(_CLASS.sub('', value) if name == 'class' else value)}"


def _walk(node: Any) -> Iterator[Piece]:
    if not isinstance(node.tag, str):
        yield "comment", folded(node.text or "")
    else:
        yield "start", node.tag, *_attributes(node.attrib)
        yield "text", node.text or ""
        for child in node:
            yield from _walk(child)
        yield ("end", node.tag)
    yield "text", node.tail or ""


def _joined(pieces: Iterator[Piece], besides: Collection[str]) -> Iterator[Piece]:
    """Texts as one where nothing but what is left out stands between."""
    text = ""
    for piece in pieces:
        if piece[0] in ("start", "end") and piece[1] in besides:
            text += " " if piece[1] == "br" else ""
            continue
        if piece[0] == "text":
            text += piece[1]
            continue
        if text.strip(" \t\r\n\f"):
            yield "text", folded(text)
        text = ""
        yield piece
    if text.strip(" \t\r\n\f"):
        yield "text", folded(text)


def folded(text: str) -> str:
    """A text with its white space folded."""
    return _SPACES.sub(" ", text).strip(" ")
