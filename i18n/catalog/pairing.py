"""Which message of the old catalog became which message of the new template?

First those that differ in nothing a translator must look at, then the same place, then anywhere; see `paired`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from i18n import words
from i18n.catalog import origin, places, urls
from i18n.model import Unit
from i18n.words.folding import single_spaced
from i18n.words.index import WordIndex

SAME_PLACE = 60
"""Least similarity, 0-100, of two messages between the same neighbours."""
ANYWHERE = 75
"""Least similarity, 0-100, of two messages that stand in different places."""
SHORT = 4
"""Messages of fewer words are never matched by similarity: they look alike without meaning the same."""
_PART = 90
"""Least similarity, 0-100, of a message and the best-matching part of a longer one it was split from or joined into."""
_PART_PAIRS = 2_500
"""A gap with more pairs than this has been rewritten, not split; a pair takes ten microseconds."""
_ALL_PAIRS = 250_000
"""Up to so many pairs all are compared; six take a microsecond."""
_CANDIDATES = 200
"""With more pairs than that, so many old messages that share the most words with a new one are compared with it."""
_BEST = 20
"""How many of the most similar old messages are weighed for a new one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old message that lives on in a new one; indexes into the two sequences."""

    old: int
    new: int
    copy: bool = False
    """The old message lives on in another new one, too: here its text is only a start."""


def paired(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Pair each new message with the old one that it was made of, where there is one; every new one at most once.

    In this order: the same key; the same msgid in another context; only white space differs; only URLs differ; the
    msgid is the previous msgid of a fuzzy unit; the same place at a similarity of 0.6 or more; a part of a message that
    was split, or the largest part of one that was joined, in the same place; anywhere at 0.75 or more. Obsolete units
    are paired by key, or copied for the same msgid; they must stand last. An old message is paired once, copies aside.
    """
    search = _Search(old, new)
    search.same_key()
    search.by(lambda unit: unit.msgid, lambda unit: unit.msgid)
    search.by(_folded, _folded)
    search.by(_masked, _masked)
    search.by(lambda unit: unit.previous_msgid, lambda unit: unit.msgid)
    search.same_place()
    search.anywhere()
    search.copies()
    return sorted(search.pairs, key=lambda pair: pair.new)


def _folded(unit: Unit) -> str:
    return single_spaced(unit.msgid)


def _masked(unit: Unit) -> str | None:
    text = urls.masked(unit.msgid)
    return single_spaced(text) if text != unit.msgid else None


class _Search:
    """What has been paired so far, and what is left."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old, self.new = old, new
        self.pairs: list[Pair] = []
        self.old_left: dict[int, None] = {}
        """Indexes in order; neither obsolete units nor those with plural forms."""
        self.new_left: dict[int, None] = {}
        self.places: list[tuple[list[int], list[int]]] = []
        """Old and new indexes left between two neighbours that both orders share."""

    def same_key(self) -> None:
        """Pair what has not changed at all, and find the places between."""
        index = {unit.key: at for at, unit in enumerate(self.old)}
        for at, unit in enumerate(self.new):
            if (found := index.get(unit.key)) is not None:
                self.pairs.append(Pair(found, at))
            else:
                self.new_left[at] = None
        if not self.new_left:
            return
        taken = {pair.old for pair in self.pairs}
        active = [unit for unit in self.old if not unit.obsolete]
        self.old_left = {at: None for at, unit in enumerate(active) if at not in taken and unit.msgid_plural is None}
        for gap in places.gaps([unit.key for unit in active], [unit.key for unit in self.new]):
            old = [at for at in gap.old if at in self.old_left]
            new = [at for at in gap.new if at in self.new_left]
            if old and new:
                self.places.append((old, new))

    def by(self, old_key: Callable[[Unit], str | None], new_key: Callable[[Unit], str | None]) -> None:
        """Pair what has the same key, with preference for the same place; None is no key."""
        if not self.old_left or not self.new_left:
            return
        place = {at: number for number, (old, _) in enumerate(self.places) for at in old}
        waiting: defaultdict[str, list[int]] = defaultdict(list)
        for at in self.old_left:
            if (key := old_key(self.old[at])) is not None:
                waiting[key].append(at)
        new_place = {at: number for number, (_, new) in enumerate(self.places) for at in new}
        for at in list(self.new_left):
            key = new_key(self.new[at])
            if key is not None and (candidates := waiting.get(key)):
                here = new_place.get(at)
                best = next((old for old in candidates if here is not None and place.get(old) == here), candidates[0])
                candidates.remove(best)
                self._take(best, at)

    def same_place(self) -> None:
        """Pair what is similar and stands between the same neighbours; then the parts of what was split or joined."""
        for old_here, new_here in self.places:
            old = _comparable(self.old, (at for at in old_here if at in self.old_left))
            new = _comparable(self.new, (at for at in new_here if at in self.new_left))
            self._take_best(old, new, SAME_PLACE)
            if len(old) * len(new) <= _PART_PAIRS:
                for at, text in new.items():
                    if at in self.new_left:
                        self._part(old, text, at)

    def anywhere(self) -> None:
        """Pair what is very similar, wherever it stands."""
        old = _comparable(self.old, self.old_left)
        if old:
            self._take_best(old, _comparable(self.new, self.new_left), ANYWHERE)

    def copies(self) -> None:
        """Start from the text of the same msgid in another context, although that is needed there, too."""
        wanted = {self.new[at].msgid for at in self.new_left}
        texts = {unit.msgid: at for at, unit in enumerate(self.old) if unit.msgid in wanted and origin.is_human(unit)}
        for at in self.new_left:
            if (found := texts.get(self.new[at].msgid)) is not None:
                self.pairs.append(Pair(found, at, copy=True))

    def _take_best(self, old: dict[int, str], new: dict[int, str], minimum: int) -> None:
        """Pair the most similar first, of equals those in order."""
        while old and new:
            candidates = sorted(_similar(old, new, minimum))
            for *_, new_at, old_at in candidates:
                if old_at in self.old_left and new_at in self.new_left:
                    self._take(old_at, new_at)
            # A long list of like items: the few best of each may all be taken, and others would do as well.
            weighed = Counter(new_at for *_, new_at, _ in candidates)
            new = {at: text for at, text in new.items() if at in self.new_left and weighed[at] == _BEST}
            old = {at: text for at, text in old.items() if at in self.old_left}

    def _take(self, old: int, new: int) -> None:
        self.pairs.append(Pair(old, new))
        del self.old_left[old], self.new_left[new]

    def _part(self, old: dict[int, str], text: str, new: int) -> None:
        """Pair a message with the one it was split from, as others may be, or the longest one it was joined from."""
        from rapidfuzz import fuzz

        parts = [
            (min(len(text), len(other)), -at)
            for at, other in old.items()
            if (at in self.old_left or len(text) < len(other))
            and origin.is_human(self.old[at])
            and fuzz.partial_ratio(text, other, score_cutoff=_PART)
        ]
        if not parts:
            return
        at = -max(parts)[1]
        if at in self.old_left:
            self._take(at, new)
        else:
            self.pairs.append(Pair(at, new, copy=True))
            del self.new_left[new]


def _comparable(units: Sequence[Unit], indexes: Iterable[int]) -> dict[int, str]:
    """The folded msgids of those units that are not too short to be compared."""
    texts = {at: single_spaced(units[at].msgid) for at in indexes}
    return {at: text for at, text in texts.items() if words.count(text) >= SHORT}


def _similar(old: dict[int, str], new: dict[int, str], minimum: int) -> Iterator[tuple[float, int, int, int]]:
    """Pairs of at least that similarity, as distance in text, distance in order, new index, old index."""
    from rapidfuzz import fuzz, process

    indexes, texts = list(old), list(old.values())
    index = WordIndex(texts) if len(old) * len(new) > _ALL_PAIRS else None
    for rank, (new_at, text) in enumerate(new.items()):
        expected = rank * len(texts) // len(new)
        near = index.sharing(text, _CANDIDATES, expected) if index else range(len(texts))
        choices = [texts[number] for number in near] if index else texts
        for _, score, offset in process.extract(text, choices, scorer=fuzz.ratio, limit=_BEST, score_cutoff=minimum):
            at = near[offset]
            yield 100 - score, abs(at - expected), new_at, indexes[at]
