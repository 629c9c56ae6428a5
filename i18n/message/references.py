"""Where do the references of a translated message point? `[Wort][]` for `[word][]` needs the source's label."""

from __future__ import annotations

import re
from collections.abc import Collection

from i18n.markdown import inline
from i18n.markdown.dialects import Dialect

DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
"""A reference definition within a message, and where it leads."""
_BRACKETS = re.compile(r"(?<![\\\]])\[((?:\\.|[^\[\]\\])+)\](?:\[\])?(?!\[(?!\^)|\()")


def resolve(msgid: str, msgstr: str, dialect: Dialect, labels: Collection[str]) -> str:
    """Give the collapsed and shortcut references of `msgstr` the labels that those of `msgid` have.

    They are matched in order, and only where as many stand open as labels are missing; otherwise the text
    is returned as it is, and the skeleton will tell that a link was lost.
    """
    if not labels or "[" not in msgstr or not _BRACKETS.search(msgid):
        return msgstr
    if inline.named(msgid, labels) == inline.named(msgstr, labels):
        return msgstr
    missing = _without(_references(msgid, dialect, labels), _references(msgstr, dialect, labels))
    if not missing:
        return msgstr
    open_ones = _open(msgstr, dialect, labels)
    if len(open_ones) > len(missing):
        open_ones = [match for match in open_ones if match[0].endswith("[]")]
    if len(open_ones) != len(missing):
        return msgstr
    pieces, at = [], 0
    for match, label in zip(open_ones, _in_order(missing, open_ones), strict=True):
        pieces.append(f"{msgstr[at : match.start()]}[{match[1]}][{label}]")
        at = match.end()
    return "".join((*pieces, msgstr[at:]))


def brackets(text: str) -> int:
    """How many brackets of a text without markup could be references whose labels nobody defines."""
    return sum(not text.startswith(":", found.end()) for found in _BRACKETS.finditer(text))


def _links(message: str, dialect: Dialect, labels: Collection[str]) -> list[inline.Inline]:
    """Links and images of the message that lead somewhere: labels that nobody defines do not."""
    known = inline.all_folded(tuple(labels))
    return [
        node
        for node in inline.walk(inline.parse(message, dialect, labels))
        if node.kind in ("link", "image") and (node.reference in ("", "autolink") or inline.folded(node.value) in known)
    ]


def _references(message: str, dialect: Dialect, labels: Collection[str]) -> list[tuple[str, str]]:
    """Form and label of each reference, in order."""
    return [
        (node.reference, " ".join(node.value.split()))
        for node in _links(message, dialect, labels)
        if node.reference in ("full", "collapsed", "shortcut")
    ]


def _without(wanted: list[tuple[str, str]], there: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The references of the source that the translation has not: one of the same form counts before another."""
    missing = list(wanted)
    for form, label in there:
        same = [each for each in missing if inline.folded(each[1]) == inline.folded(label)]
        if same:
            missing.remove(next((each for each in same if each[0] == form), same[0]))
    return missing


def _open(msgstr: str, dialect: Dialect, labels: Collection[str]) -> list[re.Match[str]]:
    """Brackets of the translation that lead nowhere yet."""
    taken = [node.span for node in _links(msgstr, dialect, labels)]
    nodes = inline.walk(inline.parse(msgstr, dialect, labels))
    taken += [node.span for node in nodes if node.kind in ("code", "math", "html")]
    return [
        match
        for match in _BRACKETS.finditer(msgstr)
        if not match[1].startswith("^")
        and not (match.start() == 0 and msgstr.startswith(":", match.end()))
        and not any(start <= match.start() < end for start, end in taken)
    ]


def _in_order(missing: list[tuple[str, str]], open_ones: list[re.Match[str]]) -> list[str]:
    """The label for each open bracket: collapsed ones take those of collapsed ones where the counts agree."""
    collapsed = [label for form, label in missing if form == "collapsed"]
    if len(collapsed) != sum(1 for match in open_ones if match[0].endswith("[]")):
        return [label for _, label in missing]
    first, others = iter(collapsed), iter([label for form, label in missing if form != "collapsed"])
    return [next(first) if match[0].endswith("[]") else next(others) for match in open_ones]
