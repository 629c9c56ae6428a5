"""Which columns of a table hold names of releases, whose numbers no language writes otherwise?"""

from __future__ import annotations

import re

from i18n.numbers.figures import is_release, speaks_of_releases
from i18n.span import ArticleBytes, Span

_BAR = re.compile(r"(?<!\\)\|")
_LINE = re.compile(r"[^\r\n]+")
_PREFIX = re.compile(r"[ \t>]*\|?")


class Columns:
    """A table while its cells come in."""

    __slots__ = ("_column", "_data", "_named", "_span")

    def __init__(self, data: bytes, span: Span[ArticleBytes]) -> None:
        """Begin a table that stands there in an article."""
        self._data, self._span = data, span
        self._column = -1
        self._named: frozenset[int] | None = None

    def begin_row(self) -> None:
        """Come to the first cell of a row."""
        self._column = -1

    def begin_cell(self) -> None:
        """Come to the next cell."""
        self._column += 1

    @property
    def holds_names(self) -> bool:
        """Whether the column of the cell that is open is one of releases: its head says so, or another cell is one."""
        if self._named is None:
            self._named = _named(self._span.of(self._data).decode())
        return self._column in self._named


def _named(table: str) -> frozenset[int]:
    rows = [_BAR.split(_PREFIX.sub("", line, count=1)) for line in _LINE.findall(table)]
    return frozenset(
        column
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if (is_release(cell) if number else speaks_of_releases(cell))
    )
