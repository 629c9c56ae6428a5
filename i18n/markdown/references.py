"""Where do the references of a translated message point? `[Wort][]` for `[word][]` needs the source's label."""

from __future__ import annotations

import re
from collections.abc import Collection

from i18n.markdown import inline
from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline

_BRACKETS = re.compile(r"(?<![\\\]])\[((?:\\.|[^\[\]\\])+)\](?:\[\])?(?![\[(:])")


def resolve(msgid: str, msgstr: str, dialect: Dialect, labels: Collection[str]) -> str:
    """Give the collapsed and shortcut references of `msgstr` the labels that those of `msgid` have.

    They are matched in order, and only where as many stand open as labels are missing; otherwise the text
    is returned as it is, and the skeleton will tell that a link was lost.
    """
    if not labels or "[" not in msgstr or not _BRACKETS.search(msgid):
        return msgstr
    missing = _labels(msgid, dialect, labels)
    for label in _labels(msgstr, dialect, labels):
        if label in missing:
            missing.remove(label)
    if not missing:
        return msgstr
    taken = [(node.start, node.end) for node in _links(msgstr, dialect, labels)]
    open_ones = [
        match
        for match in _BRACKETS.finditer(msgstr)
        if not match[1].startswith("^") and not any(start <= match.start() < end for start, end in taken)
    ]
    if len(open_ones) > len(missing):
        open_ones = [match for match in open_ones if match[0].endswith("[]")]
    if len(open_ones) != len(missing):
        return msgstr
    pieces, at = [], 0
    for match, label in zip(open_ones, missing, strict=True):
        pieces.append(f"{msgstr[at : match.start()]}[{match[1]}][{label}]")
        at = match.end()
    return "".join((*pieces, msgstr[at:]))


def _links(message: str, dialect: Dialect, labels: Collection[str]) -> list[Inline]:
    """Links and images of the message that lead somewhere: labels that nobody defines do not."""
    known = {inline.folded(label) for label in labels}
    return [
        node
        for node in inline.walk(inline.parse(message, dialect, labels))
        if node.kind in ("link", "image") and (node.reference in ("", "autolink") or inline.folded(node.value) in known)
    ]


def _labels(message: str, dialect: Dialect, labels: Collection[str]) -> list[str]:
    return [
        " ".join(node.value.split())
        for node in _links(message, dialect, labels)
        if node.reference in ("full", "collapsed", "shortcut")
    ]
