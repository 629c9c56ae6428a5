"""How do findings describe a difference, so that a reader sees it on any terminal?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from typing import TypeVar

_T = TypeVar("_T", bound=Hashable)

_LONGEST = 60
_SHOWN = 4
_CUT = re.compile("“[^”]*…[^”]*”")


def visible(text: str) -> str:
    """Spell out what a terminal would not show, or would obey: controls, bidi marks, letters without a meaning."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in _UNSEEN else letter for letter in text)


_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Cut a long text in the middle, where the difference is least likely to be seen; `longest` is at least 5."""
    if len(text) <= longest:
        return text
    tail = (longest - 1) // 3
    return f"{text[: longest - 1 - tail]}…{text[-tail:]}"


def quoted(values: Iterable[str]) -> str:
    """Name values in curly quotes: the first few in full, the rest by number."""
    named = [f"“{visible(shortened(value))}”" for value in values]
    more = [f"and {len(named) - _SHOWN} more"] if len(named) > _SHOWN else []
    return ", ".join(named[:_SHOWN] + more)


def without(message: str, values: Collection[str]) -> str:
    """A message without some values that it may quote, or quote a part of."""
    for value in sorted(values, key=len, reverse=True):
        message = message.replace(visible(shortened(value)), "…").replace(value, "…")
    return _CUT.sub("“…”", message)


def difference(missing: Iterable[str], added: Iterable[str]) -> str:
    """Say what a translation lacks and what it adds; empty when it does neither."""
    lacks, adds = quoted(missing), quoted(added)
    return "; ".join([f"missing {lacks}"] * bool(lacks) + [f"added {adds}"] * bool(adds))


def compared(source: Iterable[_T], target: Iterable[_T]) -> tuple[list[_T], list[_T]]:
    """What the target lacks and what it adds, as multisets in order of appearance."""
    left, right = Counter(source), Counter(target)
    return list((left - right).elements()), list((right - left).elements())
