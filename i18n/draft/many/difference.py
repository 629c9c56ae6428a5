"""How does a message differ from the one in the memory?"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_AROUND = 4
"""Words and spaces shown on each side of a difference."""


def difference(before: str, after: str) -> str:
    """Mark what was removed and what was added, as `wdiff` does: `the [-old-]{+new+} bridge`; equal text is shortened.

    One line; empty if only white space differs.
    """
    old, new = _tokens(before), _tokens(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if all(tag == "equal" for tag, *_ in codes):
        return ""
    last = len(codes) - 1
    parts = []
    for number, (tag, first, end, start, stop) in enumerate(codes):
        if tag == "equal":
            parts.append(_short(old[first:end], head=number > 0, tail=number < last))
            continue
        parts.append(f"[-{''.join(old[first:end])}-]" if first < end else "")
        parts.append(f"{{+{''.join(new[start:stop])}+}}" if start < stop else "")
    return "".join(parts).strip()


def _short(tokens: list[str], *, head: bool, tail: bool) -> str:
    """The part of equal text that is near a difference before it (`head`) or after it (`tail`)."""
    if len(tokens) <= _AROUND * (head + tail) + 1:
        return "".join(tokens)
    return ("".join(tokens[:_AROUND]) if head else "") + "…" + ("".join(tokens[-_AROUND:]) if tail else "")


def _tokens(text: str) -> list[str]:
    return [" " if found[0].isspace() else found[0] for found in _TOKEN.finditer(text)]
