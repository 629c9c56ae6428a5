"""How is a measurement shown? As a Markdown table on stdout; what is going on meanwhile, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table whose first column is text and whose others are numbers."""
    lines = [list(header), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines.insert(1, rule)
    return "\n".join(
        f"| {' | '.join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])])} |" for line in lines
    )


def say(what: str) -> None:
    """Tell what is going on, apart from the tables."""
    print(what, file=sys.stderr, flush=True)
