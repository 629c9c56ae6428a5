"""Are identifiers that stand in the source's prose still there?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.words.literals import literals


def literal(pair: Pair) -> Iterator[Remark]:
    """Look for names of options, functions and files outside code marks, which nobody translates."""
    if missing := [one for one in literals(pair.source.prose) if one not in pair.msgstr]:
        yield Remark(f"{quoted(missing)} is missing. Programs read it: keep it as it is, in code marks if you like.")
