"""Which translations break the structure of a page, and how?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from i18n.compile.landing import Piece
from i18n.compile.leading import MayLead, differ_in_targets, tags_differ_in_targets
from i18n.compile.waiving import as_waived
from i18n.markdown import html
from i18n.markdown.skeleton import Skeleton
from i18n.message.markup import Markup
from i18n.model import Severity

_MARK = re.compile(rb"^[ \t>]*[^\w\s\x80-\xff]", re.M)
"""A line that begins with a mark could be a construct of some dialect."""
_LOOK_BACK = 4


@dataclass(frozen=True, slots=True)
class Built:
    """An article compiled with some of the pieces."""

    skeleton: Skeleton
    owner: Callable[[int], int]
    """Index of the piece that a byte of the result belongs to, or of the nearest before it."""


Said = Callable[[int], tuple[Markup, frozenset[str]]]
"""The message of the source that a byte of the result belongs to, and the rules that are waived for its translation."""
Attempt = Callable[[Sequence[Piece]], Built]


def judged(expected: Skeleton, built: Built, may_lead_to: MayLead, said: Said, *, isolates: bool) -> Built:
    """The result as if what may differ in its texts did not.

    Its new links lead where the source's do, as far as they may lead elsewhere; words of the source have no new marks
    of code round them; links and code are the source's where their rule is waived; with `isolates` it lacks the tags
    that keep the direction of what they enclose.
    """
    old, new = expected.tokens, built.skeleton.tokens
    if old == new or len(old) != len(new):
        return built
    tokens = tuple(
        other if one == other else _judged(one, other, may_lead_to, *said(position), isolates=isolates)
        for one, other, position in zip(old, new, built.skeleton.positions, strict=True)
    )
    return replace(built, skeleton=replace(built.skeleton, tokens=tokens))


def _judged(old: Any, new: Any, may_lead_to: MayLead, source: Markup, waived: frozenset[str], *, isolates: bool) -> Any:
    if not (_is_text(old) and _is_text(new)):
        return old if _may_be_html(old, new) and tags_differ_in_targets(old, new, may_lead_to) else new
    new = _without_marks(old, new, source)
    if waived:
        new = ("text", *sorted(as_waived(old[1:], new[1:], waived).elements(), key=repr))
    if isolates:
        new = _without_isolation(old, new)
    return old if differ_in_targets(old[1:], new[1:], may_lead_to) else new


def _without_marks(old: Any, new: Any, source: Markup) -> Any:
    added = Counter(new[1:]) - Counter(old[1:])
    gone = Counter({each: count for each, count in added.items() if each[0] == "code" and source.says(each[1])})
    return _without(new, gone)


def _without(text: Any, gone: Counter[Any]) -> Any:
    return ("text", *sorted((Counter(text[1:]) - gone).elements(), key=repr)) if gone else text


def _without_isolation(old: Any, new: Any) -> Any:
    added = Counter(new[1:]) - Counter(old[1:])
    tags = Counter({item[1][0]: count for item, count in added.items() if item[0] == "html" and len(item[1]) == 1})
    gone = Counter({("html", (tag,)): count for tag, count in html.isolating(tags).items()})
    return _without(new, gone)


def blamed(expected: Skeleton, built: Built, kept: Sequence[Piece], attempt: Attempt) -> dict[int, str]:
    """Which of the pieces break the skeleton, and how. Empty only when it is kept."""
    got = built.skeleton
    if expected.tokens == got.tokens:
        if expected.machinery != got.machinery:
            guilty = _changes_machinery(expected, kept, attempt)
            return dict.fromkeys(guilty, "it adds or loses markup of the site generator.")
        if expected.definitions == got.definitions:
            return {}
        defining = [at for at, piece in enumerate(kept) if b"]:" in piece.edit.data]
        return dict.fromkeys(defining or range(len(kept)), "it changes what the references of the article point to.")
    found: dict[int, str] = {}
    for at, (old, new) in enumerate(zip(expected.tokens, got.tokens, strict=False)):
        if old == new:
            continue
        if _is_text(old) and _is_text(new):
            why = _inline_difference(old, new)
            found |= dict.fromkeys(_in_leaf(at, expected, built, kept, attempt), why)
        elif found:
            break
        else:
            return {
                _breaks_a_block(built.owner(got.positions[at]), expected, kept, attempt): _block_difference(old, new)
            }
    return found or {built.owner(got.positions[-1] if got.positions else 0): "a block after it is missing or new."}


def _breaks_a_block(nearest: int, expected: Skeleton, kept: Sequence[Piece], attempt: Attempt) -> int:
    """The piece that changes the blocks alone: where one made its own block vanish, the difference shows after it."""
    for at in range(nearest, max(-1, nearest - _LOOK_BACK), -1):
        if attempt([kept[at]]).skeleton.tokens != expected.tokens:
            return at
    return nearest


def _changes_machinery(expected: Skeleton, kept: Sequence[Piece], attempt: Attempt) -> Iterable[int]:
    """The pieces that alone add or lose a construct of the dialect; all that could, where none does alone."""

    def guilty(some: Sequence[int]) -> list[int]:
        if attempt([kept[at] for at in some]).skeleton.machinery == expected.machinery:
            return []
        middle = len(some) // 2
        return [*guilty(some[:middle]), *guilty(some[middle:])] if middle else [*some]

    suspects = [at for at, piece in enumerate(kept) if _MARK.search(piece.edit.data)]
    return guilty(suspects) or guilty(range(len(kept))) or suspects or range(len(kept))


def _in_leaf(at: int, expected: Skeleton, built: Built, kept: Sequence[Piece], attempt: Attempt) -> Iterable[int]:
    """The pieces within one leaf; where there are several, those that break it alone."""
    positions = built.skeleton.positions
    first = built.owner(positions[at])
    last = max(first, built.owner(positions[at + 1] - 1)) if at + 1 < len(positions) else first
    if first == last:
        return (first,)
    return [
        each for each in range(first, last + 1) if attempt([kept[each]]).skeleton.tokens != expected.tokens
    ] or range(first, last + 1)


def differing_emphasis(
    expected: Skeleton, built: Skeleton, *, has_italics: bool
) -> Iterator[tuple[int, Severity, str]]:
    """Where the emphasis differs: the position in the result, how bad that is, and what to say.

    What is only added is information. Italics are nothing in a script that knows none: they may come, go or be bold.
    """
    if expected.emphasis == built.emphasis:
        return
    for old, new, position in zip(expected.emphasis, built.emphasis, built.positions, strict=True):
        added = Counter(new) - Counter(old)
        if old == new or (not has_italics and added.keys() == {"emphasis"} and len(new) == len(old) + added.total()):
            continue
        if not has_italics and (Counter(old) - Counter(new)).keys() == {"emphasis"} and added.keys() <= {"strong"}:
            continue
        severity = Severity.WARNING if Counter(old) - Counter(new) else Severity.INFO
        yield position, severity, f"The source has {_counted(old)}, the translation {_counted(new)}."


def _counted(marks: tuple[str, ...]) -> str:
    return ", ".join(f"{count} × {mark}" for mark, count in Counter(marks).items()) or "no emphasis"


def _is_text(token: Any) -> bool:
    return isinstance(token, tuple) and bool(token) and token[0] == "text"


def _may_be_html(*tokens: Any) -> bool:
    """Whether tokens may be the tags of a block of HTML."""
    return all(isinstance(token, tuple) and all(isinstance(each, str) for each in token) for token in tokens)


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
