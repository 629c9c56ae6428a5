"""Which waivers of translators hold for the page, and what is said of those that do not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TypeVar

from i18n.check.wording import quoted

_Item = TypeVar("_Item", bound=tuple[object, ...])

_MAY_DIFFER = {
    "links": frozenset({"link", "image", "link by reference", "image by reference", "FootnoteReference"}),
    "code": frozenset({"code", "math", "InlineMath", "DisplayMath"}),
}
"""Inlines that may be others than the source's where their rule is waived: by kind."""
_NEVER = ("structure", "active-content", "html", "placeholders")
"""Rules whose waiver does not help a text that is refused."""


def as_waived(expected: Iterable[_Item], got: Iterable[_Item], waived: Collection[str]) -> Counter[_Item]:
    """The inlines of a translation, with those of the source in place of what may differ."""
    kinds = {kind for rule in waived for kind in _MAY_DIFFER.get(rule, ())}
    kept = Counter(item for item in got if item[0] not in kinds)
    return kept + Counter(item for item in expected if item[0] in kinds)


def refused(waived: Collection[str]) -> str:
    """Say which waivers of a refused translation do not hold; empty where it has none that could."""
    named = [rule for rule in (*_NEVER, *_MAY_DIFFER) if rule in waived]
    if not named:
        return ""
    return f" The waiver of {quoted(named)} does not hold here: what breaks the page is never shown."
