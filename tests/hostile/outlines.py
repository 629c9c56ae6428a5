"""What is a rendered page made of, and does one have what another has but for the words of some places?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, TypeAlias

import html5lib

from tests.hostile.articles import MARKER
from tests.hostile.pages import Trial

Piece: TypeAlias = tuple[str, ...]
"""`start` with a name and attributes, `end`, `text`, `comment`, or `other` of a generator's own."""
Outline: TypeAlias = tuple[Piece, ...]

_SPACES = re.compile(r"[ \t\r\n\f\xa0\u2028]+")
_MADE_OF_WORDS = frozenset({"id", "name", "for", "aria-labelledby", "tabindex"})
"""Attributes that generators make of a heading's words."""
_CLASS = re.compile(r"(?<=admonition )admonition-\S*")
"""What docutils makes of a title."""
_MAY_DIFFER = frozenset("em strong del s br".split())
_ACTIVE = frozenset("script iframe frame object embed applet base meta link style form svg math".split())
_LOOKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def of_html(page: str, *, scripting: bool = True) -> Outline:
    """The outline of a page as browsers read it, with a paragraph after it that must not be swallowed."""
    tree = html5lib.parse(f"<!doctype html><main>{page}</main><p>END", namespaceHTMLElements=False, scripting=scripting)
    return tuple(_joined(_walk(tree)))


def of_pieces(pieces: Sequence[Any]) -> Outline:
    """The outline that a renderer has made itself."""
    return tuple(_joined(map(_read, pieces)))


def _read(piece: Any) -> Piece:
    kind, *rest = piece
    return ("start", rest[0], *_attributes(dict(rest[1]))) if kind == "start" else (kind, *rest)


def _attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in sorted(attributes.items()):
        if name not in _MADE_OF_WORDS and not (name == "href" and value.startswith("#")):
            yield f"{name}={_folded(_CLASS.sub('', value) if name == 'class' else value)}"


def _walk(node: Any) -> Iterator[Piece]:
    if not isinstance(node.tag, str):
        yield "comment", _folded(node.text or "")
    else:
        yield "start", node.tag, *_attributes(node.attrib)
        yield "text", node.text or ""
        for child in node:
            yield from _walk(child)
        yield ("end", node.tag)
    yield "text", node.tail or ""


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Texts as one where nothing but emphasis and line breaks, which may differ, stands between."""
    text = ""
    for piece in pieces:
        if piece[0] in ("start", "end") and piece[1] in _MAY_DIFFER:
            text += " " if piece[1] == "br" else ""
            continue
        if piece[0] == "text":
            text += piece[1]
            continue
        if text.strip(" \t\r\n\f"):
            yield "text", _folded(text)
        text = ""
        yield piece
    if text.strip(" \t\r\n\f"):
        yield "text", _folded(text)


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def difference(expected: Outline, got: Outline, trial: Trial) -> str:
    """How a page differs from its source's but for the words of a trial's places; empty where it does not."""
    free = [text for marker in trial.words for text in _parts(trial.messages[marker])]
    pairs = tuple(zip(expected, got, strict=False))
    if len(expected) != len(got) or any(_differ(one, other, trial, free) for one, other in pairs):
        return _first(expected, got, trial, free)
    if trial.is_honest and not all(_says(expected, got, trial, kind) for kind in ("text", "start")):
        at = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        return f"words: {at[0]} became {at[1]}"
    return ""


def _parts(message: str) -> list[str]:
    """What may be a text of its own when a message is rendered."""
    return [part for part in map(_folded, re.split(r"[^\w .,]+", message)) if part]


def _differ(one: Piece, other: Piece, trial: Trial, free: Sequence[str]) -> bool:
    """Whether a piece changed that is none of a trial's."""
    if one == other:
        return False
    if one[0] != other[0] or len(one) != len(other) or (one[0] == "start" and one[1] != other[1]):
        return True
    if one[0] == "text" and one[1] in free:
        return False
    return any(
        before != after and not any(marker in trial.words for marker in MARKER.findall(before))
        for before, after in zip(one, other, strict=True)
    )


def _says(expected: Outline, got: Outline, trial: Trial, kind: str) -> bool:
    """Whether readers see the words of a trial, with their escapes and entities resolved or not."""
    pieces, at = [], 0
    wanted = _shown(expected, kind)
    for found in MARKER.finditer(wanted):
        pieces += [
            re.escape(looks(wanted[at : found.start()])),
            f"(?:{_readings(trial.words.get(found[1], found[0]))})",
        ]
        at = found.end()
    pattern = "".join([*pieces, re.escape(looks(wanted[at:]))])
    return re.fullmatch(pattern, looks(_shown(got, kind))) is not None


def _readings(text: str) -> str:
    """A pattern of what readers may see: a text as it is, or with its escapes and entities resolved."""
    plain = _ESCAPE.sub(r"\1", text)
    return "|".join(re.escape(looks(each)) for each in dict.fromkeys((text, plain, unescape(text), unescape(plain))))


def _shown(outline: Outline, kind: str) -> str:
    return "\0".join(part for piece in outline if piece[0] == kind for part in piece[1:])


def looks(text: str) -> str:
    """A text without what typography changes."""
    text = text.replace("…", "...").translate(_LOOKS)
    return re.sub(r"-+", "-", _SPACES.sub("", text))


def _first(expected: Outline, got: Outline, trial: Trial, free: Sequence[str]) -> str:
    """The first difference, and what kind of harm it is."""
    pairs = enumerate(zip(expected, got, strict=False))
    at = next((at for at, (one, other) in pairs if _differ(one, other, trial, free)), min(len(expected), len(got)))
    new = [piece for piece in got if piece not in expected]
    kind = "structure"
    if any(_is_active(piece) for piece in new):
        kind = "active"
    elif any(".example" in part for piece in new if piece[0] == "start" for part in piece[2:]):
        kind = "foreign"
    return f"{kind}: {expected[at : at + 3]} became {got[at : at + 3]}"


def _is_active(piece: Piece) -> bool:
    if piece[0] == "other":
        return True
    if piece[0] != "start":
        return False
    return piece[1] in _ACTIVE or any(
        re.match(r"on\w+=|style=|srcdoc=|[@:]|v-|\w+=\s*(?:javascript|data|vbscript):", part) for part in piece[2:]
    )
