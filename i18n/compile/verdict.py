"""Does a compiled article still have its source's structure, and if not, which message is to blame?"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from i18n.markdown import html, inline
from i18n.markdown.code import escape_code
from i18n.markdown.dialects import Dialect, roles
from i18n.markdown.dialects.common import protected_spans
from i18n.markdown.skeleton import Skeleton
from i18n.markdown.splice import Edit
from i18n.model import Place, Segment

_MARK = re.compile(rb"^[ \t>]*[^\w\s\x80-\xff]", re.M)
"""A line that begins with a mark could be a construct of some dialect."""
_ALONE_AT_MOST = 100
_ALONE = frozenset(Place) - {Place.PARAGRAPH, Place.HEADING, Place.CELL}
_READ_AS_MARKDOWN = frozenset((Place.LINE, Place.LABEL, Place.HTML, Place.PARAMETER, Place.QUOTED))
"""Where a generator reads Markdown though the parser sees none: titles, captions, HTML that says so."""
_WITH_TAGS = frozenset((Place.HTML, Place.FRONT_MATTER))
_NEW_ATTRIBUTE = re.compile(r"""["']\s*[\w:-]+\s*=""")
"""A value that templates put between quotes as it is would end there, and the rest be attributes."""
_MARKUP = re.compile(r"[\[<`$]|://|www\.|@")
_LOOK_BACK = 4
_ROUNDS = 16
"""After so many rounds that each blamed one message, each round blames twice as many as the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A translation ready to be put in place."""

    segment: Segment
    edit: Edit


@dataclass(frozen=True, slots=True)
class Built:
    """An article compiled with some of the pieces."""

    skeleton: Skeleton
    owner: Callable[[int], int]
    """Index of the piece that a byte of the result belongs to, or of the nearest before it."""


Attempt = Callable[[list[Piece]], Built]


@dataclass(frozen=True, slots=True)
class Settled:
    """Which pieces stay."""

    kept: tuple[Piece, ...]
    refused: tuple[tuple[Piece, str], ...]
    """Those left out, and why."""
    emphasis: tuple[tuple[Piece, str], ...]
    """Those of the kept whose emphasis differs from the source's, and how."""


def line_breaks(msgid: str, msgstr: str) -> str:
    """Say how the line breaks of a translation differ from its source's."""
    return f"The source has {msgid.count(chr(10))} line breaks, the translation {msgstr.count(chr(10))}."


def lone(segment: Segment, text: str, dialect: Dialect, before: str) -> str:
    """What is wrong with a translation that can be told without its surroundings; empty when nothing is.

    `before` is the character before the segment: the quotation mark of a quoted one.
    """
    if segment.place not in _ALONE:
        return ""
    if _protected(text, dialect) != _protected(segment.msgid, dialect):
        return "the code of the site generator in it is not that of the source."
    if segment.place is Place.CODE and escape_code(text, segment.kind, *segment.code) is None:
        return "it would end the comment or string it stands in."
    if segment.place is Place.QUOTED and (before in text or text.endswith("\\")):
        return "a quotation mark that would end it: use “ ” or ’."
    if segment.place is Place.PARAMETER and _NEW_ATTRIBUTE.search(text) and not _NEW_ATTRIBUTE.search(segment.msgid):
        return "a quotation mark and a name after it, which could become an attribute: use “ ” or ’."
    if segment.place in _WITH_TAGS and ("<" in text or "<" in segment.msgid):
        problem = _difference(_tags(segment.msgid), _tags(_spelled(text)))
        if problem:
            return problem
    if segment.place is Place.FRONT_MATTER and _MARKUP.search(text):
        return _difference(Counter(), _targets(text, dialect) - _targets(segment.msgid, dialect))
    if segment.place in _READ_AS_MARKDOWN and (_MARKUP.search(text) or _MARKUP.search(segment.msgid)):
        return _difference(_markup(segment.msgid, segment.place, dialect), _markup(text, segment.place, dialect))
    return ""


def _tags(text: str) -> Counter[str]:
    return Counter(f"the tag `{tag}`" for tag in html.tags(text))


def _markup(text: str, place: Place, dialect: Dialect) -> Counter[str]:
    """The links, images, code and tags of a text that no skeleton tells of."""
    found: Counter[str] = Counter()
    text = _spelled(text)
    for node in inline.walk(inline.parse(text, dialect)):
        role = roles.name_at_end(text[: node.start]) if dialect.has_roles and node.kind == "code" else ""
        if node.kind in ("link", "image"):
            found[f"the {node.kind} to `{node.value}`"] += 1
        elif role:
            found[f"the role {role} `{roles.kept(role, node.value)}`"] += 1
        elif node.kind == "html" and place is not Place.HTML:
            found += _tags(node.value)
        elif node.kind in ("code", "math") and place is not Place.HTML:
            found[f"the {node.kind} `{node.value}`"] += 1
    return found


def _targets(text: str, dialect: Dialect) -> Counter[str]:
    """Where a text leads, should a theme read it as Markdown."""
    nodes = inline.walk(inline.parse(_spelled(text), dialect))
    return Counter(f"the {node.kind} to `{node.value}`" for node in nodes if node.kind in ("link", "image"))


def _protected(text: str, dialect: Dialect) -> Counter[bytes]:
    """The protected spans of a text, and every brace that could open another, in what looks like code too.

    In HTML a backtick is a character, and in an attribute it opens no code.
    """
    if dialect.protected is None:
        return Counter()
    data = text.encode("utf-8", "surrogatepass")
    spans = protected_spans(dialect.protected, data, dialect.parameters)
    return Counter((*spans, *_opening(dialect.protected).findall(data)))


@functools.cache
def _opening(protected: re.Pattern[bytes]) -> re.Pattern[bytes]:
    """What opens code of the generator: two marks, or one brace where any brace does, as in MDX."""
    return re.compile(rb"\{" if protected.search(b"{") else rb"\{[{%<]")


def _spelled(text: str) -> str:
    return " ".join(text.split())


def _difference(expected: Counter[str], got: Counter[str]) -> str:
    lost, new = list((expected - got).elements()), list((got - expected).elements())
    said = [f"{each} is missing" for each in lost[:2]] + [f"{each} is new" for each in new[:2]]
    return "; ".join(said) + "." if said else ""


def settle(
    pieces: list[Piece], expected: Skeleton, attempt: Attempt, may_lead_to: Callable[[str], bool] = lambda _: False
) -> Settled:
    """Leave out pieces until the rest keeps the skeleton, but for links that lead where a translation may lead."""
    refused: list[tuple[Piece, str]] = []
    kept, rounds = pieces, 0
    while kept:
        built = attempt(kept)
        blamed = _blamed(expected, _with_targets_of(expected, built, may_lead_to), kept, attempt)
        if not blamed:
            remarks = _emphasis(expected, built.skeleton)
            return Settled(tuple(kept), tuple(refused), tuple((kept[built.owner(at)], said) for at, said in remarks))
        rounds += 1
        if rounds > _ROUNDS:
            first = min(blamed)
            blamed |= dict.fromkeys(range(first, min(len(kept), first + 2 ** (rounds - _ROUNDS))), blamed[first])
        refused += [(kept[at], why) for at, why in sorted(blamed.items())]
        kept = [piece for at, piece in enumerate(kept) if at not in blamed]
    return Settled((), tuple(refused), ())


def _with_targets_of(expected: Skeleton, built: Built, may_lead_to: Callable[[str], bool]) -> Built:
    """The result with its new links as if they led where the source's do, as far as they may lead elsewhere."""
    old, new = expected.tokens, built.skeleton.tokens
    if old == new or len(old) != len(new):
        return built
    tokens = tuple(
        one if _is_text(one) and _is_text(other) and _differ_in_targets(one, other, may_lead_to) else other
        for one, other in zip(old, new, strict=True)
    )
    return replace(built, skeleton=replace(built.skeleton, tokens=tokens))


def _differ_in_targets(old: Any, new: Any, may_lead_to: Callable[[str], bool]) -> bool:
    lost, added = Counter(old[1:]) - Counter(new[1:]), Counter(new[1:]) - Counter(old[1:])
    return (
        Counter((kind, *rest) for kind, _, *rest in lost.elements())
        == Counter((kind, *rest) for kind, _, *rest in added.elements())
        and all(item[0] == "link" for item in lost)
        and all(item[0] == "link" and may_lead_to(item[1]) for item in added)
    )


def _blamed(expected: Skeleton, built: Built, kept: list[Piece], attempt: Attempt) -> dict[int, str]:
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


def _breaks_a_block(nearest: int, expected: Skeleton, kept: list[Piece], attempt: Attempt) -> int:
    """The piece that changes the blocks alone: where one made its own block vanish, the difference shows after it."""
    for at in range(nearest, max(-1, nearest - _LOOK_BACK), -1):
        if attempt([kept[at]]).skeleton.tokens != expected.tokens:
            return at
    return nearest


def _changes_machinery(expected: Skeleton, kept: list[Piece], attempt: Attempt) -> Iterable[int]:
    """The pieces that alone add or lose a construct of the dialect; all that could, where none does alone."""
    suspects = [at for at, piece in enumerate(kept) if _MARK.search(piece.edit.data)] or range(len(kept))
    if len(suspects) > _ALONE_AT_MOST:
        return suspects
    alone = [at for at in suspects if attempt([kept[at]]).skeleton.machinery != expected.machinery]
    if not alone and len(kept) <= _ALONE_AT_MOST:
        alone = [at for at in range(len(kept)) if attempt([kept[at]]).skeleton.machinery != expected.machinery]
    return alone or suspects


def _in_leaf(at: int, expected: Skeleton, built: Built, kept: list[Piece], attempt: Attempt) -> Iterable[int]:
    """The pieces within one leaf; where there are several, those that break it alone."""
    positions = built.skeleton.positions
    first = built.owner(positions[at])
    last = max(first, built.owner(positions[at + 1] - 1)) if at + 1 < len(positions) else first
    if first == last:
        return (first,)
    return [
        each for each in range(first, last + 1) if attempt([kept[each]]).skeleton.tokens != expected.tokens
    ] or range(first, last + 1)


def _emphasis(expected: Skeleton, built: Skeleton) -> Iterator[tuple[int, str]]:
    """Where the emphasis differs: the position in the result, and what to say."""
    if expected.emphasis == built.emphasis:
        return
    for old, new, position in zip(expected.emphasis, built.emphasis, built.positions, strict=True):
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
