"""What do Python-Markdown and its usual extensions add: admonitions, tabs, blocks, snippets, Markdown in HTML?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from i18n.markdown.dialects import paragraphs
from i18n.markdown.dialects.common import (
    END,
    RULE,
    implied,
    is_for_readers,
    line_start,
    marked,
    paired,
    parameters,
    titled,
)
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Words
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

_NO_BLANK_LINE = rb"\r?\n(?![ \t]*[\r\n])"
_ITEM = b"- ***"
"""A list item that begins with a rule: what is indented below stays inside it."""

_TYPES = rb"[\w-]+(?:[ \t]+[\w-]+)*"
_TITLE = rb"\"(?P<title>[^\r\n]*)\""
_CONTAINER = re.compile(
    rb"(?:!!!|\?\?\?\+?)[ \t]?(?:(?P<types>"
    + _TYPES
    + rb")(?:[ \t]+\"(?P<also>[^\r\n]*)\")?|[ \t]*"
    + _TITLE
    + rb")"
    + END
)
_TAB = re.compile(rb"===[!+]{0,2}[ \t]+" + _TITLE + END)
_BLOCK = re.compile(rb"/{3,}[ \t]*(?:(?P<name>[\w-]+)[ \t]*(?:\|[ \t]*(?P<title>[^\r\n]*?))?)?" + END)
_UNTITLED = frozenset((b"html", b"caption", b"figure-caption", b"table-caption", b"define"))
"""Blocks whose argument is a selector or a number."""
_ADMONITIONS = frozenset(b"note attention caution danger error tip hint warning important".split())
"""Blocks that have their name for a title where they have no other."""
_IDENTIFIER = re.compile(rb"(?:\#{1,6}[ \t]*)?:::[ \t]*[^\s]*" + END)
_COMMENT_BEFORE_TEXT = re.compile(
    rb"<!--(?:(?!-->)[^\r\n])*-->(?:[ \t]*<!--(?:(?!-->)[^\r\n])*-->)*(?=[ \t]*(?!<!--)[^\s])"
)
_ADDRESSED = re.compile(rb"i18n:|mdbook-xgettext:|mdpo-|translate:o(?:n|ff)\b")
_DEFINITION = LinePattern(rb"[ \t>]*+(?P<mark>:)(?=[ \t]{1,4}[^\s])")
_LAST_LINE = re.compile(rb"\{:?[ \t]*[^{}\s][^{}\r\n]*\}[ \t]*(?=\r?\n[ \t>]*(?:[\r\n]|\Z)|\Z)")
_ITEM_START = LinePattern(
    rb"(?P<indent>(?:[ ]{4})*+)(?:[ ]{1,3}(?:[-*+]|\d{1,9}\.)[ ]{1,4}|\d{2,9}\.[ ]{2,4})(?=[^ \r\n])"
)
_CLOSE_HEADING = re.compile(rb"(?P<marks>\#{1,6})(?P<title>[^\s\#][^\r\n]*?)[ \t]*\#*(?:[ \t]+\{[^{}\r\n]*\})?" + END)
_TAG = re.compile(
    rb"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>"""
    rb"(?P<alone>" + END + rb")?"
)
_WHOLE_LINE = re.compile(
    rb"""(?i)<(?P<name>[a-z]\w*)(?:[^<>"']|"[^"]*"|'[^']*')*>(?P<title>[^\r\n]*)</(?P=name)[ \t]*>""" + END
)
_ONE_LINERS = frozenset(b"summary figcaption caption legend p h1 h2 h3 h4 h5 h6 li dt dd".split())
_READ_AS_MARKDOWN = re.compile(rb"""(?i)\smarkdown(?:[ \t]*=[ \t]*["']?(?:1|block|span)\b|(?=[\s]|\Z))""")
_STRING = rb"'[^'\r\n]*+'|\"[^\"\r\n]*+\""
_TEMPLATE = (
    rb"\{\{(?:[^{}'\"\r\n]++|" + _STRING + rb"|\}(?!\})|\{(?!\{)|['\"]|" + _NO_BLANK_LINE + rb")*+\}\}"
    rb"|\{%(?:[^{%'\"\r\n]++|" + _STRING + rb"|%(?!\})|\{(?!%)|['\"]|" + _NO_BLANK_LINE + rb")*+%\}"
)
_INCLUDE = rb"\{\*(?:[^*\r\n]|\*(?!\}))*\*\}|\{!(?:[^!\r\n]|!(?!\}))*!\}|\{\#[^\#{}\r\n]*\#\}"
ATTRIBUTES = rb"\{:?[ \t]*(?:[.#][^{}\r\n]*|[\w-]+=[^{}\r\n]*)\}"
TEMPLATES = _TEMPLATE + b"|" + _INCLUDE
_MACHINERY = re.compile(rb"(?:(?:" + TEMPLATES + b"|" + ATTRIBUTES + rb")[ \t]*)+" + END)
_FENCE_TITLE = re.compile(
    rb"(?P<before>[`~]++[ \t]*[^\s=]+(?:[ \t]+[^\r\n]*?)??)[ \t]+title="
    rb"(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)')"
)


def containers(body: Body) -> Iterator[Construct]:
    """Admonitions, details and tabs with their titles."""
    for match in body.starting(b"!?", _CONTAINER):
        if match["also"] is None and match["types"]:
            name = match["types"].split()[0].lower()
            words = implied(name.decode().capitalize(), name, match.end("types"), ' "', '"')
        else:
            words = titled(match, Kind.TITLE, Place.LINE, "title" if match["also"] is None else "also")
        yield Construct(Span(*match.span()), _ITEM, words, holds=Kind.ADMONITION)
    for match in body.starting(b"=", _TAB):
        yield Construct(Span(*match.span()), _ITEM, titled(match, Kind.TITLE, Place.LINE), holds=Kind.TAB)


def blocks(body: Body) -> Iterator[Construct]:
    """`/// name | title` with the options indented below it, and the slashes that close it."""
    for match, never_ends in paired(body.starting(b"/", _BLOCK)):
        words = () if match["name"] in _UNTITLED else titled(match, Kind.TITLE, Place.LINE)
        if match["title"] is None and match["name"] in _ADMONITIONS:
            words = implied(match["name"].decode().title(), match["name"], match.end("name"), " | ")
        end = _below(body.data, *match.span()) if match["name"] else match.end()
        yield Construct(Span(match.start(), end), RULE if words else b"", words, never_ends=never_ends)


def identifiers(body: Body) -> Iterator[Construct]:
    """`::: package.module` of mkdocstrings with its options."""
    for match in body.starting(b":#", _IDENTIFIER):
        yield Construct(Span(match.start(), _below(body.data, *match.span())), b"")


snippets = marked(b"-", rb"-+8<-+(?:[ \t]+[^\r\n]+|(?:[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?[ \t>]*-+8<-+)?)")
"""`--8<-- "file"`, and the lines between two scissors."""


def machinery(body: Body) -> Iterator[Construct]:
    """Template tags, includes and attribute lists that fill their lines."""
    for match in body.starting(b"{", _MACHINERY):
        span: Span[BodyBytes] = Span(*match.span())
        yield Construct(span, b"", parameters(body, span, Place.QUOTED))


abbreviations = marked(b"*", rb"\*\[[^\]\r\n]+\]:[ \t]*(?P<title>[^\r\n]*?)", kind=Kind.ABBREVIATION)
"""`*[HTML]: …`: the long form is for readers."""


def comments(body: Body) -> Iterator[Construct]:
    """Comments before the text that a block begins with: CommonMark would take all of the line for HTML."""
    for match in body.starting(b"<", _COMMENT_BEFORE_TEXT):
        if _begins_block(body.data, match.start()) and _ADDRESSED.search(match[0]) is None:
            yield Construct(Span(*match.span()), b"x" * len(match[0]), beside_text=True)


def _begins_block(data: bytes, start: int) -> bool:
    """Whether a line's text follows a bullet, a blank line or a comment."""
    line = line_start(data, start)
    if data[line:start].strip(b" \t>"):
        return True
    above = data[line_start(data, line - 1) : line].rstrip()
    return above.endswith(b"-->") or not above.strip(b" \t>")


def definitions(body: Body) -> Iterator[Construct]:
    """`:   ` before a definition is read as a bullet: unlike pulldown-cmark, Python-Markdown takes any term."""
    for match in body.lines(_DEFINITION):
        yield Construct(Span(match.start("mark"), match.end()), b"-", holds=Kind.DEFINITION)


def trailing_attributes(body: Body) -> Iterator[Construct]:
    """Whatever stands in braces on the last line of a paragraph is a list of attributes, be it none to others."""
    for match in body.starting(b"{", _LAST_LINE):
        line = line_start(body.data, match.start())
        if line and body.data[line_start(body.data, line - 1) : line].strip(b" \t\r\n>"):
            yield Construct(Span(*match.span()), b"")


def deep_fences(body: Body) -> Iterator[Construct]:
    """Fenced code below a line of text, however deep: to CommonMark it is part of the paragraph from four spaces on."""
    for fence in body.fences:
        start, mark = fence.span.start, fence.head.start
        if mark - start >= 4 and not body.data[start:mark].strip(b" >"):
            margin = paragraphs.margin(body.data, start)
            if margin is not None and mark - start >= margin + 4:
                yield Construct(Span(mark, fence.span.end), b"")


def deep_items(body: Body) -> Iterator[Construct]:
    """What is indented by four below an item belongs to it, even where the item's own text stands further right.

    CommonMark would take it for code: a bullet in place of its first spaces keeps it text.
    """
    for match in body.lines(_ITEM_START):
        outer = len(match["indent"])
        text = match.end() - match.start("line")
        line = _below_item(body.data, match.end(), outer + 4, text) if text > outer + 4 else None
        if line is not None:
            yield Construct(Span(line + outer, line + outer + 4), b"-")


def _below_item(data: bytes, start: int, least: int, text: int) -> int | None:
    """Start of the line after a blank one where what belongs to an item is less indented than the item's text."""
    at, after_blank = _line_end(data, start) + 1, False
    while at < len(data):
        line = paragraphs.LINE.match(data, at)
        if line is None:
            return None
        if line["text"]:
            indent = len(line["indent"])
            if indent < least:
                return None
            if indent < text and after_blank:
                return at
        after_blank = not line["text"]
        at = line.end()
    return None


contents = marked(b"[/", rb"\[TOC\]|///Footnotes Go Here///")
"""`[TOC]`, and where footnotes are to stand."""


def close_headings(body: Body) -> Iterator[Construct]:
    """`#Title`: Python-Markdown needs no space after the marks."""
    for match in body.starting(b"#", _CLOSE_HEADING):
        words = titled(match, Kind.HEADING, Place.LINE, level=len(match["marks"]))
        yield Construct(Span(*match.span()), match["marks"], words)


formulas = marked(
    b"$\\",
    rb"(?:\$\$(?:[^$\r\n\\]|\\[^\r\n]|" + _NO_BLANK_LINE + rb")+\$\$"
    rb"|\\\[(?:[^\r\n\\]|\\[^\r\n\]]|" + _NO_BLANK_LINE + rb")+\\\]"
    rb"|\\begin\{(?P<name>[\w*]+)\}(?:[^\r\n]|" + _NO_BLANK_LINE + rb"){0,2000}?\\end\{(?P=name)\})",
)
"""Displayed formulas."""


def markdown_in_html(body: Body) -> Iterator[Construct]:
    """Tags around Markdown (`<div markdown>`), alone on their lines, and those that close them."""
    if b"markdown" not in body.data:
        return
    opened: list[tuple[bytes, bool]] = []
    names: Counter[bytes] = Counter()
    for match in body.starting(b"<", _TAG):
        name = match["name"].lower()
        span: Span[BodyBytes] = Span(*match.span())
        if match["close"]:
            while names[name]:
                other, masked = opened.pop()
                names[other] -= 1
                if other == name:
                    if masked and match["alone"] is not None:
                        yield Construct(span, b"")
                    break
            continue
        whole = _WHOLE_LINE.match(body.data, span.start) if opened and opened[-1][1] and name in _ONE_LINERS else None
        if whole is not None:
            yield Construct(Span(*whole.span()), RULE, titled(whole, Kind.HTML, Place.LINE))
        elif not match["empty"] and b"</" + name not in body.data[span.end : _line_end(body.data, span.end)].lower():
            masked = match["alone"] is not None and _READ_AS_MARKDOWN.search(match["attributes"]) is not None
            opened.append((name, masked))
            names[name] += 1
            if masked:
                mask = _ITEM if b"\n" not in match[0] else b""
                yield Construct(span, mask, parameters(body, span, Place.ATTRIBUTE, Kind.ATTRIBUTE))


def fence_titles(body: Body) -> Iterator[Construct]:
    """`title="…"` after the language of a fence; file names are left alone.

    Without a language the title stays as it is: other readers of Markdown take its first word for the language.
    """
    for fence in body.fences:
        match = _FENCE_TITLE.match(body.data, *fence.head)
        if match is None:
            continue
        group = "double" if match["double"] is not None else "single"
        if is_for_readers(match[group]):
            words = Words(Kind.CODE_TITLE, Place.QUOTED, Span(*match.span(group)))
            yield Construct(Span(*match.span()), match["before"], (words,))


def _below(data: bytes, start: int, end: int) -> int:
    """One past the lines directly below that are indented by four or more than the text at `start`."""
    indent = start - line_start(data, start)
    deeper = re.compile(rb"(?:\r?\n(?:[ ]{%d}|[ \t]*\t)[ \t]*[^\s][^\r\n]*)+" % (indent + 4)).match(data, end)
    return deeper.end() if deeper else end


def _line_end(data: bytes, position: int) -> int:
    end = data.find(b"\n", position)
    return len(data) if end < 0 else end
