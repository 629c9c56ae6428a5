"""How does a person read findings, on a terminal or in a file?"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator

from i18n.check.wording import shortened, visible
from i18n.model import Finding, Severity

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_NARROWEST = 40
_EXCERPT = 72
_INDENT = 18
"""Columns before the text: the line in seven, the severity in seven, and two gaps of two."""


def table(findings: Iterable[Finding], width: int, *, color: bool = False) -> str:
    """Findings by file and message, no line wider than `width` columns (40 at least), wide letters counted as two.

    Words that are wider than a line are cut, so that tables keep their shape on a terminal.
    """
    width = max(width, _NARROWEST)
    blocks = []
    for path, in_file in itertools.groupby(_ordered(findings), key=lambda finding: finding.path):
        rows = list(wrapped(visible(path), width, ""))
        for _, group in itertools.groupby(in_file, key=lambda finding: (finding.line, finding.msgctxt, finding.msgid)):
            rows += _message(list(group), width, color=color)
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


def lines(findings: Iterable[Finding]) -> str:
    """One finding a line, as compilers write them: `path:line: severity: text [rule]`; what a pipe gets."""
    return "".join(
        f"{_place(one)}: {one.severity.value}: {visible(one.message)} [{one.rule}]\n" for one in _ordered(findings)
    )


def _place(finding: Finding) -> str:
    return f"{visible(finding.path)}:{finding.line}" if finding.line else visible(finding.path)


def summary(findings: Iterable[Finding]) -> str:
    """How many of each severity, in one line without its newline."""
    counts = Counter(finding.severity for finding in findings)
    named = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return ", ".join(named) or "no findings"


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'s' if number != 1 and name != 'info' else ''}"


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(
        findings, key=lambda one: (one.path, one.line, one.msgctxt or "", one.msgid, _RANK[one.severity], one.rule)
    )


def _message(group: list[Finding], width: int, *, color: bool) -> Iterator[str]:
    """What is said of one message, and at the end its beginning, so that it is found without opening the file."""
    place = str(group[0].line or "")
    for finding in group:
        severity = finding.severity.value
        head, *rest = wrapped(f"{finding.rule}: {visible(finding.message)}", width, " " * _INDENT)
        mark = f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m" if color else severity
        yield f"{place:>7}  {mark}{' ' * (_INDENT - 9 - len(severity))}{head[_INDENT:]}"
        yield from rest
        place = ""
    if group[0].msgid:
        excerpt = visible(shortened(" ".join(group[0].msgid.split()), _EXCERPT))
        yield from wrapped(f"in “{excerpt}”", width, " " * _INDENT)


def wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    """Lines of whole words; a word that is wider than a line is cut between letters."""
    room = width - len(indent)
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if columns(joined) <= room:
            line = joined
            continue
        if line:
            yield indent + line
        *full, line = _cut(word, room)
        yield from (indent + piece for piece in full)
    if line:
        yield indent + line


def _cut(word: str, room: int) -> Iterator[str]:
    piece, used = "", 0
    for letter in word:
        wide = _column(letter)
        if used + wide > room:
            yield piece
            piece, used = "", 0
        piece, used = piece + letter, used + wide
    yield piece


def columns(text: str) -> int:
    """Columns that a text takes on a terminal; controls, which `visible` spells out, count as one."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # takes longer than many a command

    return max(wcswidth(text), 0) or sum(map(_column, text))


def _column(letter: str) -> int:
    from wcwidth import wcwidth

    return max(wcwidth(letter), 0)
