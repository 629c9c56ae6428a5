"""Does a translation have the code of its source?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import compared, difference


def code(pair: Pair) -> Iterator[Remark]:
    """Compare code spans as multisets: what stands in them is typed by readers, not read."""
    if pair.source.code == pair.target.code:
        return
    missing, added = compared(pair.source.code, pair.target.code)
    if missing or added:
        yield Remark(f"Code differs: {difference(missing, added)}. Keep text between backticks as it is in the source.")
