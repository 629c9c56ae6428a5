"""Does a translation have the HTML of its source?"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.check import rule, wording
from i18n.check.foreign import foreign
from i18n.check.hosts import allowed
from i18n.locales import direction
from i18n.markdown import elements, tokenizer
from i18n.markdown.html import isolating, tags
from i18n.words.folding import folded

_HOLE = "\ufffc"
_ADDRESSES = frozenset({"href", "src"})
_LEADING = ("<a ", "<area ", "<img ")


def html(pair: rule.Pair) -> Iterator[rule.Remark]:
    """Compare tags and attributes as multisets; only text attributes may hold another text."""
    if pair.source.tags == pair.target.tags:
        return
    target = _without_isolation(pair) if direction(pair.locale) == "rtl" else pair.target.tags
    missing, added = wording.compared(map(_element, pair.source.tags), map(_element, target))
    _pair_allowed(missing, added, pair.hosts)
    if missing or added:
        text = wording.difference((one.shown for one in missing), (one.shown for one in added))
        said = f"HTML differs: {text}. Keep tags and attributes; only the text of alt and title may change."
        yield rule.Remark(said, locked=bool(foreign(pair)))


def _without_isolation(pair: rule.Pair) -> Iterator[str]:
    """The tags of the translation without those that it adds to keep the direction of what they enclose."""
    source, target = (["\n".join(tags(raw)) for raw in side.tags] for side in (pair.source, pair.target))
    gone = isolating(Counter(target) - Counter(source))
    for raw, normal in zip(pair.target.tags, target, strict=True):
        if gone[normal]:
            gone[normal] -= 1
        else:
            yield raw


@dataclass(frozen=True, slots=True)
class _Element:
    """The part of a tag that must be equal."""

    shape: str
    """The tag in one spelling: attributes sorted, text attributes without values, `_HOLE` for each address."""
    addresses: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        parts = self.shape.split(_HOLE)
        return "".join(itertools.chain.from_iterable(itertools.zip_longest(parts, self.addresses, fillvalue="")))


def _element(raw: str) -> _Element:
    raw = folded(raw)
    element = tokenizer.first(raw, 0)
    if not isinstance(element, tokenizer.Tag):
        return _Element(raw)
    attributes = sorted((attribute.name, attribute.value) for attribute in element.attributes)
    parts = [("/" if element.is_closing else "") + element.name, *(_shape(name, value) for name, value in attributes)]
    return _Element(f"<{' '.join(parts)}>", tuple(value for name, value in attributes if name in _ADDRESSES))


def _shape(name: str, value: str) -> str:
    if name in elements.TEXT_ATTRIBUTES:
        return name
    if name in _ADDRESSES:
        return f'{name}="{_HOLE}"'
    return f'{name}="{value}"' if value else name


def _pair_allowed(missing: list[_Element], added: list[_Element], hosts: tuple[str, ...]) -> None:
    """Take out what differs only by an address that the project allows."""
    if not hosts:
        return
    for one in list(added):
        gone = next((other for other in missing if _may_become(other, one, hosts)), None)
        if gone is not None:
            missing.remove(gone)
            added.remove(one)


def _may_become(gone: _Element, one: _Element, hosts: tuple[str, ...]) -> bool:
    """Whether a link or an image leads to another address that it may lead to; frames and scripts never do."""
    if not one.shape.startswith(_LEADING):
        return False
    pairs = zip(gone.addresses, one.addresses, strict=False)
    return gone.shape == one.shape and all(old == new or allowed(new, hosts) for old, new in pairs)
