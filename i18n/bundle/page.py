"""What is an article once it is rendered, and in which order do readers meet the articles?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

_INDEX = re.compile(r"(?i)_?index|readme")
_CODE = re.compile(r"<(pre|code|kbd|samp)\b(?![^<>]* dir=)")
_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Page:
    """An article in one language, as XHTML."""

    name: str
    """That of its article, without what it ends in: a path below the source folder, POSIX form."""
    place: str
    """Where it lies below the folder of its language, without what it ends in."""
    title: str
    header: str
    body: str

    def text(self, direction: str) -> str:
        """What stands on it: on one that runs from right to left code runs from left to right, whatever the style."""
        xml = f"{self.header}{self.body}"
        return _CODE.sub(r'<\1 dir="ltr"', xml) if direction == "rtl" else xml


def ordered(names: Iterable[str]) -> list[str]:
    """Order names of pages as readers meet them: folder by folder, the index of each first, numbers by their value."""
    return sorted(names, key=_rank)


def folders(pages: Sequence[Page]) -> list[tuple[Page, Sequence[Page]]]:
    """Group pages, which are in order: each of the top folder alone, those of another folder below its first."""
    found: list[tuple[Page, Sequence[Page]]] = []
    for folder, held in groupby(pages, key=lambda page: page.name.rpartition("/")[0].partition("/")[0]):
        first, *others = held
        if folder and _is_index(first.name):
            found.append((first, others))
        else:
            found += [(page, ()) for page in (first, *others)]
    return found


def _is_index(name: str) -> bool:
    return _INDEX.fullmatch(posixpath.basename(name)) is not None


def _rank(name: str) -> tuple[object, ...]:
    *folder, base = name.split("/")
    parts = [(1, _natural(part)) for part in folder]
    return (*parts, (0, ()) if _is_index(base) else (0, _natural(base) or ((0, 0, ""),)), name)


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    pieces = enumerate(_NUMBERS.split(text.casefold()))
    return tuple((1, int(piece), "") if at % 2 else (2, 0, piece) for at, piece in pieces if piece)
