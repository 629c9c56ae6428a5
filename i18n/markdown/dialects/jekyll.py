"""Jekyll: kramdown with Liquid."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import COMMENT, GITHUB, OWN_ID, parameters, pattern, preprocessed, titled
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.python_markdown import abbreviations, formulas
from i18n.markdown.dialects.shortcodes import Grammar, Role, Tag, tags
from i18n.markdown.masking import Body, Construct, LinePattern, placeholder
from i18n.markdown.parser import Extension
from i18n.model import Place

_NO_BLANK_LINE = rb"\n(?![ \t]*\r?\n)"
_TAG = rb"\{%(?:[^%{\n]|%(?!\})|\{(?!%)|" + _NO_BLANK_LINE + rb")*+%\}"
_OUTPUT = rb"\{\{(?:[^}{\n\"']|\"[^\"}\n]*+\"|'[^'}\n]*+'|[\"']|\}(?!\})|\{(?!\{)|" + _NO_BLANK_LINE + rb")*+\}\}"
_EXTENSION = rb"\{::?/?[A-Za-z][\w-]*(?:[ \t]+[^{}\r\n]*)?\}|\{:/\}"
"""`{::options … /}`, `{::nomarkdown}` … `{:/}`; also `{:toc}`."""
_ATTRIBUTES = rb"\{:(?!:)(?:[^{}\r\n]|\{[^{}\r\n]*\})*\}"
_CODE = rb"highlight|comment|mermaid|plantuml|uml|graphviz|math|katex|latex|chart|javascript|css|schema|style"
"""Tags whose body is code, data, or for nobody."""
_CODE_BLOCK = rb"\{%-?\s*(?P<name>" + _CODE + rb")\b[^%]*+%\}.*?\{%-?\s*end(?P=name)\s*-?%\}"
_CODE_SPAN = rb"`(?!`)(?:(?!\{%-?\s*endraw)[^`])*+`(?!`)|``(?!`)(?:(?!\{%-?\s*endraw)(?:[^`]|`(?!`)))*+``(?!`)"
"""Without a group for the marks: Python 3.11 loses the groups within what is possessive."""
_RAW = (
    rb"\{%-?\s*raw\s*-?%\}(?:(?!\{%-?\s*(?:end)?raw\b)(?:"
    + _CODE_SPAN + b"|" + _TAG + b"|" + _OUTPUT + b"|" + _NO_BLANK_LINE
    + rb"|[^A-Za-z\x80-\xff\n]))*+\{%-?\s*endraw\s*-?%\}"
)  # fmt: skip
"""Code alone between `{% raw %}` and `{% endraw %}` within a text; words there are for readers."""
_RAW_CODE = re.compile(_RAW, re.S)
_HEAD = re.compile(rb"\{%-?\s*(?P<name>\#|[\w-]+)|\{:(?P<extension>:?/?[\w-]*)")
_MIDDLES = frozenset((b"else", b"elsif", b"when"))
_WORDS = frozenset((b"link", b"post_url", b"cycle", b"increment", b"decrement", b"t", b"translate"))
"""Tags that write a word or two."""
_CONTENTS = re.compile(rb"\{:[ \t]*toc(?![\w-])[^{}\r\n]*\}[ \t]*(?=[\r\n]|\Z)")
_ITEM = re.compile(rb"[ \t>]*(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+[^\r\n]*)\r?\n[ \t>]*\Z")
_ROWS = LinePattern(rb"[ \t]{0,3}\|[^\n]*(?:\n[ \t]{0,3}\|[^\n]*)*")
_DELIMITERS = re.compile(rb"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?")
_CELL = re.compile(rb"(?P<cell>(?:\\.|(?P<code>`++).*?(?<!`)(?P=code)(?!`)|" + _TAG + b"|" + _OUTPUT + rb"|[^|\r\n])+)")
_ITEM_ATTRIBUTES = re.compile(_ATTRIBUTES)
_ELEMENT = re.compile(
    rb"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>"""
    rb"(?P<alone>[ \t]*(?=[\r\n]|\Z))?"
)
_READ_AS_MARKDOWN = re.compile(rb"""(?i)\smarkdown[ \t]*=[ \t]*["']?(?:1|block|span)\b""")
_LINE_END = re.compile(rb"[ \t]*(?=[\r\n]|\Z)")


def _read(match: re.Match[bytes]) -> Tag:
    start, end = match.span()
    head = _HEAD.match(match[0])
    if head is None:
        return Tag(start, end, b"", Role.ALONE, escapes=False)
    if head["extension"] is not None:
        name = head["extension"].lstrip(b":")
        if name.startswith(b"/"):
            return Tag(start, end, b"::" + name[1:] if name != b"/" else b"", Role.CLOSES, is_block=True)
        closed = match[0].endswith(b"/}") or not match[0].startswith(b"{::")
        return Tag(start, end, b"::" + name, Role.ALONE if closed else Role.OPENS, is_block=True)
    name = head["name"]
    if name.startswith(b"end"):
        return Tag(start, end, name[3:], Role.CLOSES)
    if name in _MIDDLES:
        return Tag(start, end, name, Role.MIDDLE)
    return Tag(start, end, name, Role.OPENS, escapes=name.startswith(b"include"), is_block=name not in _WORDS)


def _code_end(data: bytes, match: re.Match[bytes]) -> int:
    head = _HEAD.match(match[0])
    name = (head["name"] or head["extension"] or b"") if head else b""
    if name == b"raw":
        raw = _RAW_CODE.match(data, match.start())
        return raw.end() if raw else -1
    if name != b":comment" and not re.fullmatch(_CODE, name):
        return -1
    closing = _closing(name).search(data, match.end())
    return closing.end() if closing else -1


@functools.cache
def _closing(name: bytes) -> re.Pattern[bytes]:
    if name == b":comment":
        return re.compile(rb"\{:/(?:comment)?\}")
    return re.compile(rb"\{%-?\s*end" + re.escape(name) + rb"\s*-?%\}")


def contents(body: Body) -> Iterator[Construct]:
    """A list item that `{:toc}` replaces by the table of contents."""
    data = body.data
    for match in body.starting(b"{", _CONTENTS):
        above = data.rfind(b"\n", 0, match.start())
        item = _ITEM.match(data[data.rfind(b"\n", 0, max(above, 0)) + 1 : match.start()])
        if item is not None:
            yield Construct(match.start() - len(item[0]) + item.start("item"), match.end(), b"")


def rows(body: Body) -> Iterator[Construct]:
    """Tables without a heading, or with several lines of it: kramdown's alone."""
    if b"\n|" not in body.data and not body.data.startswith(b"|"):
        return
    for match in _ROWS.finditer(body.data):
        start = match.start("line")
        if _has_heading(match["line"].split(b"\n")) or body.in_code(start) or not _begins_block(body.data, start):
            continue
        words = tuple(
            each
            for cell in _CELL.finditer(body.data, start, match.end("line"))
            for each in titled(cell, "table cell", Place.LINE, "cell")
        )
        yield Construct(start, match.end("line"), b"", words)


def _has_heading(lines: list[bytes]) -> bool:
    """Whether a table is one to GitHub too: a row, then the delimiters of as many cells."""
    if _DELIMITERS.fullmatch(lines[0]):
        lines = lines[1:]
    if len(lines) < 2 or not _DELIMITERS.fullmatch(lines[1]):
        return False
    return len(_CELL.findall(lines[0].strip(b" \t\r|"))) == len(_CELL.findall(lines[1].strip(b" \t\r|")))


def attributes(body: Body) -> Iterator[Construct]:
    """Attribute lists on lines of their own, and at the beginning of a list item."""
    for match in body.starting(b"{", _ITEM_ATTRIBUTES):
        start, end = match.span()
        alone = _LINE_END.match(body.data, end) is not None
        words = parameters(body, start, end, Place.QUOTED)
        if alone and not _in_item(body.data, start):
            yield Construct(start, end, b"", words)
        elif _in_item(body.data, start):
            yield Construct(start, end, placeholder(match[0]), words, beside_text=True)


def markdown_in_html(body: Body) -> Iterator[Construct]:
    """Tags around Markdown (`markdown="1"`), alone on their lines and in no other HTML, and those that close them."""
    if b"markdown=" not in body.data:
        return
    opened: list[tuple[bytes, bool]] = []
    last = 0
    for match in body.starting(b"<", _ELEMENT):
        name, (start, end) = match["name"].lower(), match.span()
        if match["close"]:
            while opened:
                other, masked = opened.pop()
                if other == name:
                    if masked and match["alone"] is not None:
                        yield Construct(start, end, b"")
                        last = end
                    break
        elif not match["empty"] and b"</" + name not in body.data[end : _line_end(body.data, end)].lower():
            masked = (
                match["alone"] is not None
                and _READ_AS_MARKDOWN.search(match["attributes"]) is not None
                and (_begins_block(body.data, start) or not body.data[last:start].strip(b" \t\r\n>"))
            )
            opened.append((name, masked))
            if masked:
                yield Construct(start, end, b"", parameters(body, start, end, Place.ATTRIBUTE, "attribute"))
                last = end


def _begins_block(data: bytes, start: int) -> bool:
    """Whether a line comes first or after a blank one."""
    above = data.rfind(b"\n", 0, start)
    return above < 0 or not data[data.rfind(b"\n", 0, above) + 1 : above].strip(b" \t\r>")


def _line_end(data: bytes, position: int) -> int:
    end = data.find(b"\n", position)
    return end if end >= 0 else len(data)


def _in_item(data: bytes, position: int) -> bool:
    """Whether a list marker stands before a position on its line."""
    return bool(data[data.rfind(b"\n", 0, position) + 1 : position].strip(b" \t>"))


JEKYLL = Dialect(
    "jekyll",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        tags(Grammar(re.compile(_TAG + b"|" + _OUTPUT + b"|" + _EXTENSION), _read, _code_end)),
        contents,
        rows,
        attributes,
        abbreviations,
        markdown_in_html,
        formulas,
    ),
    machinery=pattern(COMMENT, _ATTRIBUTES),
    protected=preprocessed(_CODE_BLOCK, _RAW, _TAG, _OUTPUT, _EXTENSION, _ATTRIBUTES, rb"\{\#[^{}\r\n]*\}"),
    keys=("title", "description", "excerpt", "subtitle"),
    parameters=("caption", "alt", "title", "text", "content", "summary", "label"),
    expanded=pattern(_CODE_BLOCK, _RAW, _TAG, _OUTPUT),
    own_id=OWN_ID,
)
