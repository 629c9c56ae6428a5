"""Which finished translations of a project say the same text otherwise? Compared by digests: few are read again."""

from __future__ import annotations

import base64
import hashlib
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.catalog.origin import waivers
from i18n.message.wordless import is_wordless
from i18n.model import Severity, Unit
from i18n.words.folding import single_spaced

RULE = "agreement"
SEVERITY = Severity.INFO
_ROW = struct.Struct(">8sII")
"""A digest of the message, one of its translation, the line in the catalog."""
_LEAST = 2
"""Words of a text from which on it is compared: one word alone may need another one in another place."""


def noted(units: Iterable[Unit]) -> str:
    """Note the finished translations of a catalog that others are compared with; empty without any.

    Messages with a context have one because they may differ. Capitals and the amount of white space do not count.
    """
    rows = [_row(unit) for unit in units if _is_compared(unit)]
    return base64.b64encode(b"".join(rows)).decode() if rows else ""


def _is_compared(unit: Unit) -> bool:
    if unit.fuzzy or unit.obsolete or not unit.msgstr or unit.msgctxt is not None or unit.msgid_plural is not None:
        return False
    if unit.msgid.count(" ") < _LEAST - 1 or unit.msgstr == unit.msgid or is_wordless(unit.msgid):
        return False
    return RULE not in waivers(unit)


def _row(unit: Unit) -> bytes:
    return _ROW.pack(_digest(unit.msgid, 8), int.from_bytes(_digest(_folded(unit.msgstr), 4)), unit.line)


def _digest(text: str, size: int) -> bytes:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=size).digest()


def _folded(msgstr: str) -> str:
    return single_spaced(msgstr).casefold()


class Place(NamedTuple):
    """Where a translation stands."""

    page: int
    """Number of the page."""
    line: int
    """1-based, in its catalog."""


@dataclass(frozen=True, slots=True)
class Group:
    """Places in which a text is translated, by translation: the most frequent one first, then the first one."""

    places: tuple[tuple[Place, ...], ...]

    @property
    def usual(self) -> tuple[Place, ...]:
        """Where it is translated as in most places."""
        return self.places[0]

    @property
    def other(self) -> Place:
        """The first place where it is translated otherwise."""
        return min(place for places in self.places[1:] for place in places)


def groups(pages: Sequence[str]) -> Iterator[Group]:
    """Find the texts that have several translations in one language; `pages` are what was `noted`, in order."""
    counted = Counter(row[:8] for page in pages for row in _rows(page))
    found: defaultdict[bytes, defaultdict[bytes, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for number, page in enumerate(pages):
        for row in _rows(page):
            if counted[row[:8]] > 1:
                found[row[:8]][row[8:12]].append(Place(number, int.from_bytes(row[12:])))
    several = (list(map(tuple, by_text.values())) for by_text in found.values() if len(by_text) > 1)
    made = [Group(tuple(sorted(places, key=lambda some: (-len(some), some)))) for places in several]
    yield from sorted(made, key=lambda group: group.other)


def _rows(page: str) -> Iterator[bytes]:
    data = base64.b64decode(page)
    return (data[at : at + _ROW.size] for at in range(0, len(data), _ROW.size))
