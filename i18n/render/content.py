"""Which element may stand in which? The content models of the HTML standard (4.4 to 4.11), as a page needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

TEXT = "#text"
PHRASING = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u "
    "var wbr".split()
) | {TEXT, "math"}
VOID = frozenset("br hr img wbr col".split())
TRANSPARENT = frozenset("a ins del".split())
"""May hold what the element around them may."""
_ONLY_PHRASING = PHRASING - TRANSPARENT | frozenset("p h1 h2 h3 h4 h5 h6 pre summary".split())
_PARTS = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset("caption colgroup thead tbody tfoot tr".split()),
    "colgroup": frozenset({"col"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tfoot": frozenset({"tr"}),
    "tr": frozenset({"td", "th"}),
}
"""Elements that hold nothing but their parts."""
_OF_OTHERS = {"ruby": frozenset({"rt", "rp"}), "figure": frozenset({"figcaption"}), "details": frozenset({"summary"})}
"""Parts of elements that hold something else too."""
_ALL_PARTS = frozenset().union(*_PARTS.values(), *_OF_OTHERS.values())
_FIRST = frozenset({"summary", "caption"})
"""Parts that come before all else."""
_IMPLIED = {"ul": "li", "ol": "li", "dl": "dd", "table": "tr", "thead": "tr", "tbody": "tr", "tfoot": "tr", "tr": "td"}
"""The part that something else needs around it."""
NAMES = PHRASING - {TEXT, "math"} | _ALL_PARTS | frozenset(_PARTS) | frozenset(
    "address article aside blockquote details div figure footer h1 h2 h3 h4 h5 h6 header hr main nav p pre section"
    .split()
)  # fmt: skip
"""Every element that a page may have, save those of a formula."""


class Maker(Enum):
    """Who opened an element."""

    PAGE = 1
    MESSAGE = 2
    """It holds one message: nothing within closes what stands around."""
    ARTICLE = 3
    """Raw HTML, or what a part of a list or a table needs around it: it gives way."""


@dataclass(eq=False, slots=True)
class Element:
    """An element that was opened."""

    name: str
    maker: Maker
    is_empty: bool = True
    """Nothing stands in it yet."""


def is_plain(parent: Element, child: str) -> bool:
    """Tell cheaply that a child may stand in an element: most are words in a text."""
    return child in PHRASING and child != "a" and parent.name not in _PARTS and parent.name != "details"


def may_hold(around: Sequence[Element], child: str) -> bool:
    """Whether an element may stand in the innermost of those around it, the outermost of which holds any block."""
    if child == "a" and any(each.name == "a" for each in around):
        return False
    at = len(around) - 1
    while at > 0 and around[at].name in TRANSPARENT:
        at -= 1
    parent = around[at]
    if parent.name in _PARTS:
        fits = child in _PARTS[parent.name]
    elif child in _ALL_PARTS:
        fits = child in _OF_OTHERS.get(parent.name, ())
    else:
        fits = child in PHRASING or parent.name not in _ONLY_PHRASING
    return fits and (child not in _FIRST or parent.is_empty)


def needed(around: Sequence[Element], child: str) -> tuple[str, ...] | None:
    """The parts that a child needs around it there, none where it may stand as it is; None if nothing helps."""
    if may_hold(around, child):
        return ()
    parts: tuple[str, ...] = ()
    while child not in _ALL_PARTS and (part := _IMPLIED.get(parts[-1] if parts else around[-1].name)):
        parts += (part,)
    inside = (*around, *(Element(part, Maker.ARTICLE) for part in parts))
    return parts if parts and may_hold(inside, child) else None
