"""Which arguments of a template tag are text for readers, and what of the tag may no translation change?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Generic, NamedTuple

from i18n.span import Span, TextBytes, Unit
from i18n.words.folding import folded

_NAME = re.compile(rb"\{(?:[{%][<%]?-?\s*([\w][\w./-]*)|:|[ \t]*(?=[.\#][\w-]|[\w-]+=))")
"""Name of a tag; a list of attributes has none."""
_LIST = re.compile(rb"\{(?![{%])")
_LOGIC = frozenset(("assign", "if", "elsif", "unless", "case", "when", "for", "tablerow", "capture", "set"))
"""Tags whose strings are compared, not shown."""
_ARGUMENT = re.compile(
    rb"""(?:(?P<key>[\w-]+)\s*[=:]\s*)?
    (?: "(?P<double>(?:\\.|[^"\\])*)" | '(?P<single>(?:\\.|[^'\\])*)' | `(?P<raw>[^`]*)` )
    | (?P<bare>[^\s"'`,()]+)""",
    re.X | re.S,
)
_PLAIN = re.compile(rb"(?i)\s*(?:true|false|null|none|undefined|[-+]?[\d.,]+[ ]?(?:%|[a-z]{1,3})?)\s*")
"""A switch, or a number with a unit or without."""
_CODE_OF_VALUE = re.compile(rb"<[^<>]*>?|\]\s*\([^()\s]*|\{[{%<]|\\.", re.S)
_CLOSING = re.compile(rb"\{[{%][<%]?-?\s*(?:/\s*|end(?=\w|\s))([\w.-]*)")
_TAG_ENDS = re.compile(rb"\}\}|%\}")


class Value(NamedTuple, Generic[Unit]):
    """A quoted argument for readers."""

    name: str
    """What the parameter is called; of one without a name, its position: `0`, `1`, …"""
    span: Span[Unit]
    """Between the quotes."""
    quote: str


def values(data: bytes, tag: Span[Unit], parameters: Collection[str]) -> Iterator[Value[Unit]]:
    """Find the quoted arguments of a tag whose parameter is named.

    A parameter is named as `caption`, `figure.caption` (of that tag alone), or `details.0` (the first one
    without a name). A number after the name does not count: `tabName2`.
    """
    name = _NAME.match(data, *tag)
    owner = name[1].decode().lower() if name and name[1] else ""
    if name is None or owner in _LOGIC:
        return
    position = 0
    for match in _ARGUMENT.finditer(data, name.end(), tag.end):
        kind = match.lastgroup
        key = match["key"].decode().lower() if match["key"] else str(position)
        position += match["key"] is None and b"=" not in (match["bare"] or b"")
        if kind == "bare" or kind is None:
            continue
        if is_plain(data, Span(*match.span(kind))):
            continue
        named = key.rstrip("0123456789") if match["key"] else key
        if f"{owner}.{named}" in parameters or (match["key"] and named in parameters):
            yield Value(key, Span(*match.span(kind)), _QUOTES[kind])


def is_plain(data: bytes, value: Span[Unit]) -> bool:
    """Whether a value is a switch or a number, which readers see in no text."""
    return _PLAIN.fullmatch(data, *value) is not None


_QUOTES = {"double": '"', "single": "'", "raw": "`"}


def form(tag: bytes, parameters: Collection[str]) -> bytes:
    """A tag with its white space evened out, and of the text for readers only what is code in it.

    Two tags of one form do the same, whatever they say to readers.
    """
    if len(_TAG_ENDS.findall(tag)) != 1 and _LIST.match(tag) is None:
        return b" ".join(tag.split())
    pieces, at = [], 0
    whole: Span[TextBytes] = Span(0, len(tag))
    for value in values(tag, whole, parameters):
        pieces += [tag[at : value.span.start], b" ".join(_CODE_OF_VALUE.findall(tag, *value.span))]
        at = value.span.end
    return folded(b"".join([*pieces, tag[at:]]).decode(errors="surrogateescape")).encode(errors="surrogateescape")


def unopened(tags: Sequence[bytes]) -> Iterator[bytes]:
    """The closing tags of a text that close none of those before them: tags may move within a text, but in pairs."""
    opened: list[bytes] = []
    for tag in tags:
        closing = _CLOSING.match(tag)
        if closing is None:
            name = _NAME.match(tag)
            opened.append(name[1] or b"" if name else b"")
            continue
        depth = next((at for at in reversed(range(len(opened))) if closing[1] in (b"", opened[at])), None)
        if depth is None:
            yield tag
        else:
            del opened[depth:]
