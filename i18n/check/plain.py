"""Does a translation plainly name no tag and no address that its source does not? A quick yes, before any parsing."""

from __future__ import annotations

import functools
import re
from collections import Counter

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*) ?/?>")
"""A tag that everybody reads alike."""
_MARK = r"(?:[:@&\\](?=\S)|//|[wW]{3}\.|\.(?<=\w\.)[^\W\d_]{2})"
"""What every scheme, every host and every entity that spells one has."""
_GATE = re.compile(_MARK)
_ADDRESS = re.compile(rf"(?<![^\s<>\"'()\[\]])[^\s<>\"'()\[\]]*{_MARK}[^\s<>\"]*")
"""Whatever one of them could stand in, up to the next white space or tag; looked for where a word begins alone."""
_WITH_CONTENT = frozenset({"script", "style"})
_TRAILING = ".,:;!?)*_~"


def brings_nothing(msgid: str, msgstr: str) -> bool:
    """Whether every tag and all that could be an address stands in the source too; False says nothing."""
    if "<" in msgstr:
        tags, there = _TAG.findall(msgstr), _TAG.findall(msgid)
        if "<" in _TAG.sub(" ", msgstr) or not _WITH_CONTENT.isdisjoint(map(str.lower, tags)):
            return False
        if tags != there and Counter(map(str.lower, tags)) - Counter(map(str.lower, there)):
            return False
    return not _may_name(msgstr) or _GATE.search(msgstr) is None or _addresses(msgstr) <= _addresses(msgid)


def _may_name(text: str) -> bool:
    """Tell by its marks alone whether the gate may open: the pattern looks at each letter."""
    if ":" in text or "@" in text or "&" in text or "\\" in text or "//" in text:
        return True
    at = text.find(".")
    while at >= 0:
        if text[at + 1 : at + 3].isalnum() or text[at - 1] in "wW":
            return True
        at = text.find(".", at + 1)
    return False


@functools.lru_cache(maxsize=2048)
def _addresses(text: str) -> frozenset[str]:
    """Found once in a message for the languages of its article."""
    return frozenset(found.rstrip(_TRAILING) for found in _ADDRESS.findall(text))
