"""In which ways do articles go wrong? Slips of editors, bad merges and hostile bytes, each a pure change of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

BITS = (
    "`", "``", "```", "~~~", "*", "**", "_", "~~", "$", "$$", "[", "]", "(", ")", "](", "][", "[^1]", "[^1]: ", "]: ",
    "![", "<", ">", "</", "/>", "<!--", "-->", "<b>", "</b>", "<div>", "</div>", "<Tabs>", "</Tabs>", "<>", "</>",
    "<script>", "</script>", "<pre>", "</pre>", "<style>", "<svg>", "<?", "?>", "<![CDATA[", "]]>", "{", "}", "{{",
    "}}", "{{<", ">}}", "{{%", "%}}", "{{#", "{%", "%}", "{#", "#}", "{/*", "*/}", "{: .a}", "{ #id }", "{#id}",
    "{% raw %}", "{% endraw %}", "{{< x >}}", "{{< /x >}}", "{% x() %}", "{% end %}", ":::", "::::", ":::note",
    "::: tip T", ":::{note}", "```{note}", "{note}`", "!!! note", '??? a "T"', '=== "T"', "///", "/// a | T", "%",
    "+++", "---", "===", "***", "--8<--", "<<< @/a", "[[toc]]", "(a)=", ": ", ":", "~ ", "- ", "* ", "1. ", "- [ ] ",
    "# ", "> ", "> [!NOTE]", "|", "\\|", "| - |", "\\", "\\\\", "&", "&amp;", "&#0;", '"', "'", "“", "=", "import ",
    "export const x = {", "<!-- i18n:skip -->", "<!-- i18n:skip-start -->", "<!-- i18n:skip-end -->", "javascript:",
    " ", "  ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\xa0",
    "\xad", "\u0300", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u3000", "\ue000", "\ufdd0", "\ufeff",
    "\ufffd", "é", "한국어", "العربية", "😀",
)  # fmt: skip
"""What a hand or a merge may leave anywhere: delimiters of every dialect, halves of pairs, odd characters."""

_DELIMITER = re.compile(
    r"`+|~+|\*+|_+|:{2,}|!{3}|\?{3}\+?|={3,}|-{3,}|\+{3,}|\{\{?[<%#]?|[>%#]?\}\}?|[<>\[\]()|#$\"'\\]"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Change(NamedTuple):
    """One slip: which, where (any numbers; they are taken modulo what there is), and what comes in."""

    kind: str
    at: int
    size: int
    bit: str


def mutated(text: str, changes: Iterable[Change], other: str = "") -> str:
    """Apply the changes one after the other; `other` is the article that parts of are spliced in."""
    for change in changes:
        text = CHANGES[change.kind](text, change, other)
    return text


def _lines(text: str) -> list[str]:
    return _LINE.findall(text) or [""]


def _some(count: int, change: Change) -> slice:
    """A few of so many, at least one."""
    start = change.at % count
    return slice(start, start + 1 + change.size % 5)


def _delete(text: str, change: Change, _other: str) -> str:
    lines = _lines(text)
    del lines[_some(len(lines), change)]
    return "".join(lines)


def _duplicate(text: str, change: Change, _other: str) -> str:
    lines = _lines(text)
    some = _some(len(lines), change)
    return "".join([*lines[: some.stop], *lines[some], *lines[some.stop :]])


def _swap(text: str, change: Change, _other: str) -> str:
    lines = _lines(text)
    one, two = change.at % len(lines), change.size % len(lines)
    lines[one], lines[two] = lines[two], lines[one]
    return "".join(lines)


def _prefix(text: str, change: Change, prefix: str) -> str:
    lines = _lines(text)
    some = _some(len(lines), change)
    lines[some] = [prefix + line for line in lines[some]]
    return "".join(lines)


def _indent(text: str, change: Change, _other: str) -> str:
    return _prefix(text, change, ("  ", "   ", "    ", "\t")[change.size % 4])


def _quote(text: str, change: Change, _other: str) -> str:
    return _prefix(text, change, ("> ", ">")[change.size % 2])


def _unindent(text: str, change: Change, _other: str) -> str:
    lines = _lines(text)
    some = _some(len(lines), change)
    width = 1 + change.size % 4
    lines[some] = [re.sub(rf"^[ \t>]{{1,{width}}}", "", line) for line in lines[some]]
    return "".join(lines)


def _wrap(text: str, change: Change, _other: str) -> str:
    """Make some lines the content of a list item or a note."""
    lines = _lines(text)
    some = _some(len(lines), change)
    first, further = (("- ", "  "), ("1. ", "   "), ("[^n]: ", "    "), (": ", "  "), ("> - ", ">   "))[change.size % 5]
    lines[some] = [(further if at else first) + line for at, line in enumerate(lines[some])]
    return "".join(lines)


def _join(text: str, change: Change, _other: str) -> str:
    lines = _lines(text)
    at = change.at % len(lines)
    lines[at] = lines[at].rstrip("\r\n") + (" " if change.size % 2 else "")
    return "".join(lines)


def _cut(text: str, change: Change, _other: str) -> str:
    """Take out a piece that begins anywhere."""
    at = change.at % (len(text) + 1)
    return text[:at] + text[at + 1 + change.size % 40 :]


def _end(text: str, change: Change, _other: str) -> str:
    return text[: change.at % (len(text) + 1)]


def _insert(text: str, change: Change, _other: str) -> str:
    at = change.at % (len(text) + 1)
    return text[:at] + change.bit + text[at:]


def _instead(text: str, change: Change, _other: str) -> str:
    """Another delimiter in place of one, or none."""
    found = list(_DELIMITER.finditer(text))
    if not found:
        return text
    match = found[change.at % len(found)]
    return text[: match.start()] + ("", change.bit, match[0] * 2)[change.size % 3] + text[match.end() :]


def _splice(text: str, change: Change, other: str) -> str:
    """Lines of another article among those of this one."""
    lines, theirs = _lines(text), _lines(other)
    at = change.at % (len(lines) + 1)
    return "".join([*lines[:at], *theirs[_some(len(theirs), Change("", change.size, change.at, ""))], *lines[at:]])


def _line_ends(text: str, change: Change, _other: str) -> str:
    """Other line ends from a place on, as where two files were put together."""
    at = change.at % (len(text) + 1) if change.size % 2 else 0
    return text[:at] + re.sub(r"\r\n|\n|\r", ("\n", "\r\n", "\r")[change.size % 3], text[at:])


def _mark(text: str, _change: Change, _other: str) -> str:
    return text[1:] if text.startswith("\ufeff") else "\ufeff" + text


CHANGES: dict[str, Callable[[str, Change, str], str]] = {
    "delete": _delete,
    "duplicate": _duplicate,
    "swap": _swap,
    "indent": _indent,
    "unindent": _unindent,
    "quote": _quote,
    "wrap": _wrap,
    "join": _join,
    "cut": _cut,
    "end": _end,
    "insert": _insert,
    "instead": _instead,
    "splice": _splice,
    "line ends": _line_ends,
    "byte order mark": _mark,
}
