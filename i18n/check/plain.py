"""Does a translation plainly name no tag and no address that its source does not? A quick yes, before any parsing."""

from __future__ import annotations

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
        tags = Counter(map(str.lower, _TAG.findall(msgstr)))
        if "<" in _TAG.sub(" ", msgstr) or not _WITH_CONTENT.isdisjoint(tags):
            return False
        if tags - Counter(map(str.lower, _TAG.findall(msgid))):
            return False
    return _GATE.search(msgstr) is None or _addresses(msgstr) <= _addresses(msgid)


def _addresses(text: str) -> set[str]:
    return {found.rstrip(_TRAILING) for found in _ADDRESS.findall(text)}
