"""Does a compiled article still have its source's structure, and if not, which message is to blame?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from i18n.markdown import html
from i18n.markdown.skeleton import Skeleton
from i18n.markdown.splice import Edit
from i18n.model import Place, Segment

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_OPEN_TEMPLATE = re.compile(r"\{\{|\{%")
_ALONE = frozenset((Place.HTML, Place.ATTRIBUTE, Place.TITLE, Place.YAML, Place.LABEL))
_ROUNDS = 16
"""After so many rounds that each blamed one message, each round blames twice as many as the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A translation ready to be put in place."""

    segment: Segment
    edit: Edit


Attempt = Callable[[list[Piece]], tuple[Skeleton, Callable[[int], int]]]
"""Compiles with the pieces given: the skeleton, and which piece a byte of the result belongs to."""


def line_breaks(msgid: str, msgstr: str) -> str:
    """Say how the line breaks of a translation differ from its source's."""
    return f"The source has {msgid.count(chr(10))} line breaks, the translation {msgstr.count(chr(10))}."


def lone(segment: Segment, text: str) -> str:
    """What is wrong with a translation that can be told without its surroundings; empty when nothing is."""
    if segment.place not in _ALONE:
        return ""
    if "{" in text and _templates(text) != _templates(segment.msgid):
        return "its template tags ({{ … }}, {% … %}) are not those of the source."
    if segment.place is Place.HTML and ("<" in text or "<" in segment.msgid):
        return _difference(Counter(html.tags(segment.msgid)), Counter(html.tags(_spelled(text))), "tag")
    return ""


def _templates(text: str) -> Counter[str]:
    return Counter(" ".join(tag.split()) for tag in (*_TEMPLATE.findall(text), *_OPEN_TEMPLATE.findall(text)))


def _spelled(text: str) -> str:
    return " ".join(text.split())


def _difference(expected: Counter[Any], got: Counter[Any], what: str) -> str:
    lost, new = list((expected - got).elements()), list((got - expected).elements())
    said = [f"the {what} `{each}` is missing" for each in lost[:2]] + [
        f"the {what} `{each}` is new" for each in new[:2]
    ]
    return "; ".join(said) + "." if said else ""


def settle(pieces: list[Piece], expected: Skeleton, attempt: Attempt) -> tuple[list[Piece], list[tuple[Piece, str]]]:
    """Leave out pieces until the rest keeps the skeleton: the pieces kept, and those left out with the reason."""
    refused: list[tuple[Piece, str]] = []
    kept = pieces
    rounds = 0
    while kept:
        built, owner = attempt(kept)
        blamed = _blamed(expected, built, owner, kept, attempt)
        if not blamed:
            break
        rounds += 1
        if rounds > _ROUNDS:
            first = min(blamed)
            why = blamed[first]
            blamed |= dict.fromkeys(range(first, min(len(kept), first + 2 ** (rounds - _ROUNDS))), why)
        refused += [(kept[at], why) for at, why in sorted(blamed.items())]
        kept = [piece for at, piece in enumerate(kept) if at not in blamed]
    return kept, refused


def _blamed(
    expected: Skeleton, built: Skeleton, owner: Callable[[int], int], kept: list[Piece], attempt: Attempt
) -> dict[int, str]:
    """Which of the pieces break the skeleton, and how. Empty only when it is kept."""
    if expected.tokens == built.tokens:
        if expected.definitions == built.definitions:
            return {}
        defining = [at for at, piece in enumerate(kept) if b"]:" in piece.edit.data]
        return dict.fromkeys(defining or range(len(kept)), "it changes what the references of the article point to.")
    found: dict[int, str] = {}
    for at, (old, new) in enumerate(zip(expected.tokens, built.tokens, strict=False)):
        if old == new:
            continue
        if not (_is_text(old) and _is_text(new)):
            if not found:
                found[owner(built.positions[at])] = _block_difference(old, new)
            break
        found |= _in_leaf(at, built, owner, kept, attempt, expected, _inline_difference(old, new))
    return found or {owner(built.positions[-1] if built.positions else 0): "a block is missing or new after it."}


def _in_leaf(
    at: int,
    built: Skeleton,
    owner: Callable[[int], int],
    kept: list[Piece],
    attempt: Attempt,
    expected: Skeleton,
    why: str,
) -> dict[int, str]:
    """The pieces within one leaf; where there are several, those that break it alone."""
    first = owner(built.positions[at])
    end = built.positions[at + 1] if at + 1 < len(built.positions) else built.positions[at] + 1
    last = max(first, owner(max(end - 1, built.positions[at])))
    if first == last:
        return {first: why}
    alone = [each for each in range(first, last + 1) if attempt([kept[each]])[0].tokens != expected.tokens]
    return dict.fromkeys(alone or range(first, last + 1), why)


def emphasis(expected: Skeleton, built: Skeleton) -> Iterator[tuple[int, str]]:
    """Where the emphasis differs: the position in the result and what to say."""
    if expected.emphasis == built.emphasis:
        return
    for old, new, position in zip(expected.emphasis, built.emphasis, built.positions, strict=False):
        if old != new:
            yield position, f"The source has {_counted(old)}, the translation {_counted(new)}."


def _counted(marks: tuple[str, ...]) -> str:
    return ", ".join(f"{count} × {mark}" for mark, count in Counter(marks).items()) or "no emphasis"


def _is_text(token: Any) -> bool:
    return isinstance(token, tuple) and bool(token) and token[0] == "text"


def _inline_difference(old: Any, new: Any) -> str:
    lost, added = Counter(old[1:]) - Counter(new[1:]), Counter(new[1:]) - Counter(old[1:])
    said = [f"{_named(each)} is missing" for each in list(lost)[:2]] + [
        f"{_named(each)} is new" for each in list(added)[:2]
    ]
    return "; ".join(said) + "."


def _named(item: tuple[Any, ...]) -> str:
    kind, value = item[0], item[1]
    if kind in ("link", "image"):
        empty = "" if item[3] or kind == "image" else " (without text)"
        return f"the {kind} to `{value}`{empty}"
    if kind == "html":
        return f"the tag `{' '.join(value)}`"
    return f"the {_NAMES.get(kind, kind)} `{value}`"


_NAMES = {
    "code": "code",
    "FootnoteReference": "footnote",
    "template": "template tag",
    "InlineMath": "formula",
    "DisplayMath": "formula",
}


def _block_difference(old: Any, new: Any) -> str:
    return f"where the source has {_block_name(old)}, the page would have {_block_name(new)}."


def _block_name(token: Any) -> str:
    if not isinstance(token, tuple):
        return "the end of a block" if token == "end" else "a rule" if token == "rule" else "other content"
    if token and token[0] == "text":
        return "text"
    return "a " + re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(token[0])).lower() if token else "HTML"
