"""How must a translation be written so that it stays text where it lands?

Each function takes free text and returns what renders as that text without opening a block, leaving a
cell, closing a quote. What cannot be escaped without changing its look is left: the skeleton tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable

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
    | \[\^(?:\\.|[^\[\]\\])*\]:                 # footnote
    | \[(?:\\.|[^\[\]\\])*\]:[ \t]*(?:(?:<[^<>]*>|\S+)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?)?[ \t]*$
                                                # reference definition         §4.7
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
DESCRIPTION = re.compile(r"!\[((?:\\.|[^\]\\])*)\]")
"""The description of an image in a text, between its brackets."""
_COLON = re.compile(r"(?<![\\:]):(?=\w)")
_CODE = re.compile(common.CODE, re.S)
_KEPT = re.compile(rf"\\[!-/:-@\[-`{{-~]|{_NO_TEXT.pattern}", re.S)
"""The same, and characters that are escaped already."""
_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))#+$")
_NO_ATTRIBUTES = re.compile(r"\{(?=[^{}#.=:]*\}[ \t]*$)")
"""What is taken for attributes of a heading and gives it none: words in braces would be gone."""
_BEGINS_TITLE = re.compile(r"#|\[TOC\]$")
"""What Python-Markdown reads as a heading or as contents in a title too."""
_IN_TITLE = re.compile(r"[\"()|]|(?<![^\W_])'|\\(?=\s|\Z)")
"""Quotes, bars and backslashes of a title, which Python-Markdown and kramdown read in their own ways."""


def lines(text: str) -> list[str]:
    """The lines of a message, trimmed, empty ones left out: a blank line would end the block."""
    text = text.strip(" \t\r\n")
    if "\n" not in text and "\r" not in text:
        return [text] if text else []
    return [line for line in _LINE_ENDS.split(text) if line]


def character(mark: str, dialect: Dialect) -> str:
    """A character that is to mean nothing but itself."""
    return f"&#{ord(mark)};" if dialect.entities or mark == "$" or mark.isalnum() else f"\\{mark}"


def line_start(line: str, dialect: Dialect) -> str:
    """Keep a line of a paragraph from opening a block."""
    if not line:
        return line
    ordered = _ORDERED.match(line)
    at = len(ordered[1]) if ordered else 0
    if not ordered and not _opens_block(line, dialect):
        return line
    return line[:at] + character(line[at], dialect) + line[at + 1 :]


def _opens_block(line: str, dialect: Dialect) -> bool:
    return (
        _FIRST_CHARACTER.match(line) is not None
        or (dialect.opens is not None and dialect.opens.match(line) is not None)
        or (Extension.DEFINITION_LISTS in dialect.extensions and _DEFINITION.match(line) is not None)
    )


def stray(text: str, source: str, dialect: Dialect) -> str:
    """Escape what the dialect's generator may take for a mark though CommonMark takes it for itself.

    As many as the source has stay as they are.
    """
    marks = dialect.stray
    if marks is None or not any(mark in text for mark in dialect.stray_characters):
        return text
    found = _count(marks, text)
    if not found or found <= _count(marks, source):
        return text
    return _outside(_KEPT, text, lambda part: marks.sub(lambda found: _each(found[0], dialect), part))


def close_ticks(text: str, dialect: Dialect) -> str:
    """A text whose code begins right after its backticks where the generator wants that: blanks there say nothing."""
    if not dialect.needs_close_ticks or ("` " not in text and " `" not in text):
        return text
    return _CODE.sub(_closed, text)


def _closed(code: re.Match[str]) -> str:
    ticks = code["ticks"]
    said = code[0][len(ticks) : -len(ticks)].strip(" ")
    return code[0] if not said or "`" in (said[0], said[-1]) else f"{ticks}{said}{ticks}"


def _count(marks: re.Pattern[str], text: str) -> int:
    found = 0
    at = 0
    for kept in _KEPT.finditer(text):
        found += len(marks.findall(text[at : kept.start()]))
        at = kept.end()
    return found + len(marks.findall(text[at:]))


def _each(marks: str, dialect: Dialect) -> str:
    return "".join(character(mark, dialect) for mark in marks)


def _outside(kept: re.Pattern[str], text: str, change: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for span in kept.finditer(text):
        pieces += [change(text[at : span.start()]), span[0]]
        at = span.end()
    return "".join([*pieces, change(text[at:])])


def paragraph(text: str, dialect: Dialect, *, keeps_empty: bool = False) -> list[str]:
    """The lines of a paragraph, with a hard break between each two; `keeps_empty`: those without text too."""
    found = [line.strip(" \t\r") for line in text.strip(" \t\r\n").split("\n")] if keeps_empty else lines(text)
    escaped = [line_start(line, dialect) for line in found]
    if escaped:
        # A complete tag alone on the first line would begin an HTML block (§4.6, condition 7): break it after its name.
        escaped[0] = _LONE_TAG.sub(r"\1\n\2", escaped[0]) if escaped[0].startswith("<") else escaped[0]
    return escaped


def heading(text: str, dialect: Dialect) -> str:
    """One line after the marks of an ATX heading."""
    line = " ".join(lines(text))
    if Extension.HEADING_ATTRIBUTES in dialect.extensions:
        line = _NO_ATTRIBUTES.sub("&#123;", line)
    return _CLOSING_MARKS.sub(lambda found: _each(found[0], dialect), line) if line.endswith("#") else line


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
    return _outside(code, text, lambda part: _BARE_BAR.sub("&#124;", part))


def without_table(text: str, source: str, dialect: Dialect) -> str:
    """Keep the bars of a paragraph from making a table of it, unless the source's lines are rows of one."""
    if not dialect.tables_by_bars or "|" not in text or all(_has_bar(line, dialect) for line in source.splitlines()):
        return text
    return _with_escaped_bars(text, dialect, code=_NO_TEXT)


def _has_bar(line: str, dialect: Dialect) -> bool:
    return _with_escaped_bars(line, dialect, code=_NO_TEXT) != line


def label(text: str, dialect: Dialect) -> str:
    """An image's description, between its brackets."""
    flat = " ".join(lines(text))
    if dialect.tables_by_bars:
        flat = _with_escaped_bars(flat, dialect, code=_NO_TEXT)
    if dialect.has_text_directives:
        flat = without_directives(flat)
    if flat.startswith("^"):
        flat = character("^", dialect) + flat[1:]  # some take it for a footnote
    if not _balanced(flat):
        flat = re.sub(r"(?<!\\)([\[\]])", r"\\\1", flat)
    return flat + "\\" if _odd_backslashes(flat) else flat


def title(text: str, quote: str, dialect: Dialect) -> str:
    """A title between its quotes; `quote` is the opening one: `"`, `'` or `(`."""
    flat = " ".join(lines(text))
    if dialect.entities:
        return _IN_TITLE.sub(lambda mark: f"&#{ord(mark[0])};", flat)
    return quoted(flat, quote)


def in_field(text: str, dialect: Dialect) -> str:
    """A text after the name of a field on its line."""
    begins = dialect.opens_in_field is not None and dialect.opens_in_field.match(text)
    return character(text[0], dialect) + text[1:] if begins else text


def line(text: str, dialect: Dialect) -> str:
    """The rest of a line that opens a block."""
    flat = " ".join(lines(text))
    if dialect.entities and (_BEGINS_TITLE.match(flat) or _opens_block(flat, dialect)):
        flat = character(flat[0], dialect) + flat[1:]
    return flat


def quoted(text: str, quote: str) -> str:
    """A value between its quotes, where a backslash escapes."""
    flat = " ".join(lines(text))
    marks = r"[()]" if quote == "(" else re.escape(quote)
    flat = re.sub(rf"(?<!\\)({marks})", r"\\\1", flat)
    return flat + "\\" if _odd_backslashes(flat) else flat


def csv(text: str, *, is_quoted: bool) -> str:
    """A cell of a table that is written as CSV; what would end it is an entity, as the cell is Markdown."""
    flat = " ".join(lines(text)).replace('""', '"').replace('"', "&quot;")
    return flat if is_quoted else flat.replace(",", "&#44;")


def attribute(text: str, quote: str) -> str:
    """The value of an HTML attribute between its quotes."""
    flat = " ".join(lines(text))
    return flat.replace(quote, "&quot;" if quote == '"' else "&#39;").replace("<", "&lt;")


def without_directives(description: str) -> str:
    """An image's description without a colon that a name follows, which would be taken for a directive and left out."""
    return _COLON.sub(r"\\:", description)


def descriptions(text: str, dialect: Dialect) -> str:
    """A text with the descriptions of images in it written as they would be by themselves."""
    if not dialect.has_text_directives or "![" not in text:
        return text
    return DESCRIPTION.sub(lambda image: f"![{without_directives(image[1])}]", text)


def _balanced(text: str) -> bool:
    depth = 0
    for match in re.finditer(r"\\.|[\[\]]", text):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _odd_backslashes(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
