"""Which words of raw HTML are for readers, and which tags does it have?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.markdown.elements import HIDDEN, INLINE, TEXT_ATTRIBUTES, VOID
from i18n.model import Kind, Place
from i18n.words.addresses import besides_addresses

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z][^>]*>"
    r"""|<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>""",
    re.S,
)
"""A tag, comment, declaration or instruction of HTML as browsers find it."""

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_FOR_READERS = re.compile(rf"""(?i)(?<=\s)({"|".join(sorted(TEXT_ATTRIBUTES))})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LETTER = re.compile(r"[^\W\d_]")
_ENTITY = re.compile(r"&#?\w+;")


@dataclass(frozen=True, slots=True)
class Words:
    """A span of HTML that readers read; positions count characters."""

    kind: Kind
    place: Place
    start: int
    end: int
    detail: str = ""
    """The name of the attribute it is the value of."""


def tags(html: str) -> tuple[str, ...]:
    """Every tag, comment and declaration with its white space folded and the values for readers left out, in order.

    What two versions of a text must have in common.
    """
    return tuple(normal(match) for match in TAG.finditer(html))


def normal(match: re.Match[str]) -> str:
    """One tag in normal form: attributes sorted, quotes and white space evened out, values for readers blank."""
    if match["name"] is None:
        return " ".join(match[0].split())
    found = []
    for name, value in _ATTRIBUTE.findall(match["attributes"]):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        found.append(f"{name}=" if name.lower() in TEXT_ATTRIBUTES else f"{name}={bare}")
    return " ".join((match["close"] + match["name"].lower(), *sorted(found)))


def words(html: str) -> Iterator[Words]:
    """Find the messages of a block of HTML: runs of text with their inline tags, and attributes for readers."""
    pieces: list[tuple[int, int, re.Match[str] | None]] = []
    at = 0
    hidden: list[str] = []
    for match in TAG.finditer(html):
        if match.start() > at and not hidden:
            pieces.append((at, match.start(), None))
        at = match.end()
        name = (match["name"] or "").lower()
        if hidden:
            _leave(hidden, name, match)
            if hidden or name not in INLINE:
                continue
            pieces.append((match.start(), match.end(), match))
            continue
        if name and _is_hidden(match, name, html):
            hidden.append(name)
        if name in INLINE:
            pieces.append((match.start(), match.end(), match))
            continue
        if not name and match[0].startswith("<!--") and pieces:
            pieces.append((match.start(), match.end(), match))
            continue
        yield from _flush(html, pieces)
        pieces = []
        if name and not hidden:
            yield from _attributes(match)
    if at < len(html) and not hidden:
        pieces.append((at, len(html), None))
    yield from _flush(html, pieces)


def attributes(html: str) -> Iterator[Words]:
    """Find the attributes for readers of every tag."""
    for match in TAG.finditer(html):
        if match["name"]:
            yield from _attributes(match)


def _is_hidden(match: re.Match[str], name: str, html: str) -> bool:
    if match["close"] or match["empty"] or name in VOID:
        return False
    if name in HIDDEN or re.search(r"""(?i)\stranslate\s*=\s*["']?no\b""", match["attributes"]):
        return re.search(rf"(?i)</{re.escape(name)}\s*>", html[match.end() :]) is not None
    return False


def _leave(hidden: list[str], name: str, match: re.Match[str]) -> None:
    """Keep count of elements of the hidden one's own name only: anything may stand inside a script."""
    if name != hidden[-1]:
        return
    if match["close"]:
        hidden.pop()
    elif not match["empty"] and name not in ("script", "style", "textarea"):
        hidden.append(name)


def _flush(html: str, pieces: list[tuple[int, int, re.Match[str] | None]]) -> Iterator[Words]:
    """One run between block tags: its text as a message, or the attributes of its tags where it has none."""
    trimmed = _trim(html, pieces)
    if trimmed is None:
        for _, _, match in pieces:
            if match is not None and match["name"]:
                yield from _attributes(match)
        return
    first, last = trimmed
    for _, end, match in pieces:
        if match is not None and match["name"] and end <= first:
            yield from _attributes(match)
    yield Words(Kind.HTML, Place.HTML, first, last)
    for start, _, match in pieces:
        if match is not None and match["name"] and start >= last:
            yield from _attributes(match)


def _trim(html: str, pieces: list[tuple[int, int, re.Match[str] | None]]) -> tuple[int, int] | None:
    """Narrow a run to its words: tags at its ends stay outside, except those whose pair stands inside."""
    if not any(match is None and _has_words(html[start:end]) for start, end, match in pieces):
        return None
    low, high = 0, len(pieces) - 1
    while low < high:
        if _bare(html, pieces[low]):
            low += 1
        elif _bare(html, pieces[high]):
            high -= 1
        elif _is_empty_element(pieces, low):
            low += 2
        elif _is_empty_element(pieces, high - 1):
            high -= 2
        elif _is_open(pieces[low]) and (_partner(pieces, low, high) in (None, high)):
            high -= _partner(pieces, low, high) == high
            low += 1
        elif _is_close(pieces[high]) and not _opened(pieces, low, high):
            high -= 1
        else:
            break
    start, end = pieces[low][0], pieces[high][1]
    text = html[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _bare(html: str, piece: tuple[int, int, re.Match[str] | None]) -> bool:
    """Whether a piece at the end of a run holds nothing for readers."""
    start, end, match = piece
    if match is None:
        return not html[start:end].strip()
    return match["name"] is None or match["name"].lower() in ("br", "wbr")


def _is_empty_element(pieces: list[tuple[int, int, re.Match[str] | None]], low: int) -> bool:
    """Whether an element with nothing in it begins there: the target of a link, a coloured square."""
    first, second = pieces[low][2], pieces[low + 1][2]
    return (
        first is not None
        and second is not None
        and _is_open(pieces[low])
        and _is_close(pieces[low + 1])
        and first["name"].lower() == (second["name"] or "").lower()
        and not _has_attributes_for_readers(first)
    )


def _has_attributes_for_readers(match: re.Match[str]) -> bool:
    return any(True for _ in _attributes(match))


def _is_open(piece: tuple[int, int, re.Match[str] | None]) -> bool:
    match = piece[2]
    return match is not None and bool(match["name"]) and not match["close"] and match["name"].lower() not in VOID


def _is_close(piece: tuple[int, int, re.Match[str] | None]) -> bool:
    return piece[2] is not None and bool(piece[2]["close"])


def _partner(pieces: list[tuple[int, int, re.Match[str] | None]], low: int, high: int) -> int | None:
    """Where the element opened at `low` closes, or None when it does not within the run."""
    depth, name = 0, pieces[low][2]["name"].lower()  # type: ignore[index]
    for at in range(low, high + 1):
        match = pieces[at][2]
        if match is not None and (match["name"] or "").lower() == name:
            depth += -1 if match["close"] else 1
            if depth == 0:
                return at
    return None


def _opened(pieces: list[tuple[int, int, re.Match[str] | None]], low: int, high: int) -> bool:
    """Whether the tag closed at `high` was opened within the run."""
    depth, name = 0, pieces[high][2]["name"].lower()  # type: ignore[index]
    for at in range(high, low - 1, -1):
        match = pieces[at][2]
        if match is not None and (match["name"] or "").lower() == name:
            depth += 1 if match["close"] else -1
            if depth == 0:
                return True
    return False


def _has_words(text: str) -> bool:
    return bool(_LETTER.search(besides_addresses(_ENTITY.sub("", text))))


def _attributes(match: re.Match[str]) -> Iterator[Words]:
    if match["close"]:
        return
    base = match.start("attributes")
    for attribute in _FOR_READERS.finditer(match["attributes"]):
        group = 2 if attribute[2] is not None else 3
        if _has_words(attribute[group]):
            name = attribute[1].lower()
            kind, detail = kind_of_attribute(name)
            start, end = base + attribute.start(group), base + attribute.end(group)
            yield Words(kind, Place.ATTRIBUTE, start, end, detail)


def kind_of_attribute(name: str) -> tuple[Kind, str]:
    """What the value of an attribute is, with its detail: of an image, `alt` is the description."""
    return (Kind.IMAGE_DESCRIPTION, "") if name == "alt" else (Kind.ATTRIBUTE, name)
