"""Which element may stand in which? The content models of the HTML standard (4.4 to 4.11), as a page needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

TEXT = "#text"
PHRASING = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup u "
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
_NOT_WITHIN = {
    "a": ("a",),
    "address": ("address",),
    "details": ("a",),
    "dfn": ("dfn",),
    "footer": ("address", "footer", "header"),
    "header": ("address", "footer", "header"),
}
"""Elements that stand in none of these, however deep."""
_AFTER = {
    "summary": ("",),
    "caption": ("",),
    "colgroup": ("", "caption", "colgroup"),
    "thead": ("", "caption", "colgroup"),
    "tbody": ("", "caption", "colgroup", "thead", "tbody"),
}
"""Parts that come behind nothing but these."""
_ROWS_AFTER = ("", "caption", "colgroup", "thead", "tr")
"""What a row that stands in a table by itself comes behind."""
_IMPLIED = {"ul": "li", "ol": "li", "dl": "dd", "thead": "tr", "tbody": "tr", "tfoot": "tr", "tr": "td"}
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
    last: str = ""
    """What stands last in it; empty where nothing does."""

    @property
    def is_empty(self) -> bool:
        """Nothing stands in it yet."""
        return not self.last


def is_plain(parent: Element, child: str) -> bool:
    """Tell cheaply that a child may stand in an element: most are words in a text."""
    return child in PHRASING and child not in _NOT_WITHIN and parent.name not in _PARTS and parent.name != "details"


def may_hold(around: Sequence[Element], child: str) -> bool:
    """Whether an element may stand in the innermost of those around it, the outermost of which holds any block."""
    if child in _NOT_WITHIN and any(each.name in _NOT_WITHIN[child] for each in around):
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
    return fits and _follows(parent, child)


def _follows(parent: Element, child: str) -> bool:
    """Whether a child may come behind what an element holds already."""
    if child == "tr" and parent.name == "table":
        return parent.last in _ROWS_AFTER
    if child in ("dd", "rt", "rp"):
        return not parent.is_empty
    return child not in _AFTER or parent.last in _AFTER[child]


def _implied(parent: Element) -> str:
    """The part that something else needs around it in an element; empty where none helps."""
    if parent.name == "table":
        return "tr" if parent.last in _ROWS_AFTER else "tbody"
    return "dt" if parent.name == "dl" and parent.is_empty else _IMPLIED.get(parent.name, "")


def needed(around: Sequence[Element], child: str) -> tuple[str, ...] | None:
    """The parts that a child needs around it there, none where it may stand as it is; None if nothing helps."""
    if may_hold(around, child):
        return ()
    if child in _ALL_PARTS and child != "tr":
        return None
    inside, parts = tuple(around), tuple[str, ...]()
    while not may_hold(inside, child) and (part := _implied(inside[-1])):
        parts += (part,)
        inside += (Element(part, Maker.ARTICLE),)
    return parts if parts and may_hold(inside, child) else None
