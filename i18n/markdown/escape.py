"""How must a translation be written so that it stays text where it lands?

Each function takes free text and returns what renders as that text without opening a block, leaving a
cell, closing a quote. What cannot be escaped without changing its look is left: the skeleton tells.
"""

from __future__ import annotations

import re

from i18n.markdown.dialects import Dialect, common
from i18n.markdown.parser import Extension

_LINE_ENDS = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_FIRST_CHARACTER = re.compile(
    r"""(?x)
      [-+*](?=[ \t]|$)                          # bullet                       CommonMark 0.31.2 §5.2
    | \#{1,6}(?=[ \t]|$)                        # ATX heading                  §4.2
    | >                                         # block quote                  §5.1
    | \|                                        # a table's row, for parsers that need no second bar
    | =+[ \t]*$ | -+[ \t]*$                     # setext underline             §4.3
    | ([-_*])(?:[ \t]*\1){2,}[ \t]*$            # thematic break               §4.1
    | `{3,}[^`]*$ | ~{3,}                       # fence                        §4.5
    | \[(?:\\.|[^\[\]\\])*\]:                   # reference definition, footnote  §4.7
    | <(?:!(?!--.*?-->) | [A-Za-z/?](?!(?:[^<>"']|"[^"]*"|'[^']*')*+>))   # a tag that does not end   §4.6
    | \[![A-Za-z]+\] | \[[ xX]\](?=[ \t])       # alert and task list of GitHub
    | [ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$   # delimiter row of a table
    """
)
_ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
_DEFINITION = re.compile(r"[:~](?=[ \t]|$)")
_LONE_TAG = re.compile(r"(</?[A-Za-z][\w-]*)[ \t]+([^<>]*>)[ \t]*$")
_BARE_BAR = re.compile(r"(?<!\\)\|")
_NO_TEXT = re.compile(rf"{common.CODE}|\$\$.*?\$\$|\$(?=\S)[^$]*(?<=\S)\$|<[^<>]*>", re.S)
"""Code, formulas and tags."""
_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))#(?=#*$)")


def lines(text: str) -> list[str]:
    """The lines of a message, trimmed, empty ones left out: a blank line would end the block."""
    return [line for line in _LINE_ENDS.split(text.strip(" \t\r\n")) if line]


def line_start(line: str, dialect: Dialect) -> str:
    """Keep a line of a paragraph from opening a block."""
    if not line:
        return line
    ordered = _ORDERED.match(line)
    if ordered:
        return f"{ordered[1]}\\{line[len(ordered[1]) :]}"
    if _FIRST_CHARACTER.match(line) or (Extension.DEFINITION_LISTS in dialect.extensions and _DEFINITION.match(line)):
        return "\\" + line
    return line


def paragraph(text: str, dialect: Dialect) -> list[str]:
    """The lines of a paragraph, with a hard break between each two."""
    escaped = [line_start(line, dialect) for line in lines(text)]
    if escaped:
        # A complete tag alone on the first line would begin an HTML block (§4.6, condition 7): break it after its name.
        escaped[0] = _LONE_TAG.sub(r"\1\n\2", escaped[0]) if escaped[0].startswith("<") else escaped[0]
    return escaped


def heading(text: str) -> str:
    """One line after the marks of an ATX heading."""
    return _CLOSING_MARKS.sub(r"\#", " ".join(lines(text)))


def cell(text: str, dialect: Dialect, *, opens_line: bool, touches_bar: bool) -> str:
    """The content of a table cell; `opens_line`: no bar before it, `touches_bar`: a bar directly after it."""
    escaped = _with_escaped_bars(" ".join(lines(text)), dialect)
    if opens_line:
        escaped = line_start(escaped, dialect)
    return escaped + " " if touches_bar and escaped.endswith("\\") else escaped


def _with_escaped_bars(text: str, dialect: Dialect, code: re.Pattern[str] | None = None) -> str:
    """Escape bars outside of what the generator expands before it sees a table, and outside what `code` matches."""
    if "|" not in text:
        return text
    if dialect.expanded is None:
        return _escaped_bars_around(code, text)
    data, pieces, at = text.encode("utf-8", "surrogatepass"), [], 0
    for expanded in dialect.expanded.finditer(data):
        before = data[at : expanded.start()].decode("utf-8", "surrogatepass")
        pieces += [_escaped_bars_around(code, before), expanded[0].decode("utf-8", "surrogatepass")]
        at = expanded.end()
    return "".join([*pieces, _escaped_bars_around(code, data[at:].decode("utf-8", "surrogatepass"))])


def _escaped_bars_around(code: re.Pattern[str] | None, text: str) -> str:
    if code is None:
        return _BARE_BAR.sub(r"\\|", text)
    pieces, at = [], 0
    for span in code.finditer(text):
        pieces += [_BARE_BAR.sub(r"\\|", text[at : span.start()]), span[0]]
        at = span.end()
    return "".join([*pieces, _BARE_BAR.sub(r"\\|", text[at:])])


def without_table(text: str, source: str, dialect: Dialect) -> str:
    """Keep the bars of a paragraph from making a table of it, unless the source's lines are rows of one."""
    if not dialect.tables_by_bars or "|" not in text or all(_has_bar(line, dialect) for line in source.splitlines()):
        return text
    return _with_escaped_bars(text, dialect, code=_NO_TEXT)


def _has_bar(line: str, dialect: Dialect) -> bool:
    return _with_escaped_bars(line, dialect, code=_NO_TEXT) != line


def label(text: str) -> str:
    """An image's description, between its brackets."""
    flat = " ".join(lines(text))
    if not _balanced(flat):
        flat = re.sub(r"(?<!\\)([\[\]])", r"\\\1", flat)
    return flat + "\\" if _odd_backslashes(flat) else flat


def title(text: str, quote: str) -> str:
    """A title between its quotes; `quote` is the opening one: `"`, `'` or `(`."""
    flat = " ".join(lines(text))
    marks = r"[()]" if quote == "(" else re.escape(quote)
    flat = re.sub(rf"(?<!\\)({marks})", r"\\\1", flat)
    return flat + "\\" if _odd_backslashes(flat) else flat


def attribute(text: str, quote: str) -> str:
    """The value of an HTML attribute between its quotes."""
    flat = " ".join(lines(text))
    return flat.replace(quote, "&quot;" if quote == '"' else "&#39;").replace("<", "&lt;")


def _balanced(text: str) -> bool:
    depth = 0
    for match in re.finditer(r"\\.|[\[\]]", text):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _odd_backslashes(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
