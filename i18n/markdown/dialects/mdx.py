"""What does MDX add: imports, components, expressions, comments in braces; and what it takes away: indented code."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from i18n.markdown import html, masking
from i18n.markdown.dialects.arguments import is_plain
from i18n.markdown.dialects.common import (
    CODE_IN_ARTICLE,
    filled,
    formulas,
    is_for_readers,
    line_start,
    paired,
    text_after,
)
from i18n.markdown.dialects.javascript import BLANK_LINE, EXPRESSION, EXPRESSION_IN_TEXT, MODULE, modules
from i18n.markdown.fences import after_line
from i18n.markdown.masking import Body, Construct, Masker, Words
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

_END = rb"(?=\r?\n|\r|\Z)"
_NAME = rb"[A-Za-z_$][\w.:$-]*+"


def _attributes(expression: bytes) -> bytes:
    return rb"""(?:[^<>"'{}`/]++|"[^"]*+"|'[^']*+'|/(?!>)|""" + expression + rb")*+"


_TAG = rb"<(?:/?" + _NAME + rb"(?=[\s/>{])" + _attributes(EXPRESSION) + rb"/?|/?)>"
_DETAIL = rb"""(?:[^<>"'{}`/]++|"[^"]*+"|'[^']*+'|/(?!>))*+"""


def _unlike_html(expression: bytes) -> bytes:
    """A tag that CommonMark takes for text: it has a value in braces, or a name with a dot.

    The expression stands in it once: each time, a pattern is as much longer as braces may nest.
    """
    braced = _NAME + rb"(?=[\s{])(?=" + _DETAIL + rb"\{)"
    dotted = rb"/?[A-Za-z_$][\w$-]*+\.[\w.$-]*+(?=[\s/>])"
    return rb"<(?:" + braced + rb"|" + dotted + rb")" + _attributes(expression) + rb"/?>"


TAG_UNLIKE_HTML = _unlike_html(EXPRESSION)

_HTML_ATTRIBUTE = rb"""\s+[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+"""
_HTML_TAG = rb"/?[A-Za-z][A-Za-z0-9-]*+(?:" + _HTML_ATTRIBUTE + rb")*+\s*+/?>"
STRAY = rb"\\(?P<literal>[\\<{}])|[{}]|<(?!" + _HTML_TAG + rb")"
"""A brace or the begin of a tag that nothing closes, which makes MDX refuse the page; a tag that only JSX knows."""

STRAY_IN_TEXT = re.compile(r"<(?![A-Za-z_$/>]|!--.*?-->)|\\\Z")
"""The begin of no tag and no comment; a backslash that a tag may follow."""
OPENS = re.compile(rf"(?!{MODULE.decode()})(?:import|export)(?=[ \t{{*\"'])")
"""What MDX takes for the begin of a module, and fails at; one that it is goes to the page for no escape."""

_LINE = re.compile(rb"(?P<text>[^\r\n]*)(?:\r\n|\n|\r|\Z)")
_CODE_ELEMENT = re.compile(rb"<(?P<name>script|style|svg|pre|math|textarea|template|iframe|object|noscript)\b")
_VERBATIM = re.compile(_CODE_ELEMENT.pattern + _attributes(EXPRESSION) + rb">")
_LONE = re.compile(rb"(?P<text>(?=[<{])(?:" + _TAG + rb"|" + EXPRESSION + rb"|[ \t]++)++)" + _END, re.M)
EACH_TAG = re.compile(_TAG + rb"|(?P<expression>" + EXPRESSION + rb")")
_TAG_NAME = re.compile(rb"<(?P<close>/?)(?P<name>" + _NAME + rb")?")
_COMMENT_START = re.compile(rb"\{/\*")
_COMMENT_END = re.compile(rb"\*/\}[ \t]*(?:(?P<alone>" + _END + rb")|)")
_NOTE = re.compile(rb"(?s)\{/\*\s*(?:i18n:|mdbook-xgettext:|mdpo-|translate:o)(?:(?!\*/).)*\*/\}")
_OPENING = rb"<(?!/)" + _NAME + rb"(?=[\s>{])" + _attributes(EXPRESSION_IN_TEXT) + rb"(?<!/)>"
_CLOSING = rb"</" + _NAME + rb"[ \t]*>"
_WHOLE = re.compile(
    rb"(?P<open>(?:" + _OPENING + rb"[ \t]*)++)(?P<inner>[^<{\s][^\r\n]*?|<[^\r\n]+?)"
    rb"(?P<close>(?:[ \t]*" + _CLOSING + rb")+)[ \t]*" + _END,
    re.M,
)
_IN_TEXT = re.compile(
    rb"\\.|" + CODE_IN_ARTICLE + rb"|<!--.*?-->"
    rb"|(?P<tag>" + _unlike_html(EXPRESSION_IN_TEXT) + rb")|(?P<expression>" + EXPRESSION_IN_TEXT + rb")",
    re.S,
)
_CANDIDATE = re.compile(rb"\{|<[A-Za-z_$][\w$-]*+\.|</[A-Za-z_$][\w$-]*+\.")
_MARKUP = re.compile(rb"[*_`<>\[\]\\~&!:/@]")
_INLINE_NAMES = frozenset(
    b"a abbr b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark q s samp small span "
    b"strike strong sub sup time tt u var wbr".split()
)
_VALUE = re.compile(
    rb"""(?<![\w$.-])(?P<name>[\w:-]+)\s*(?:=\s*\{?|:)\s*(?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)')""",
    re.S,
)
_BRACED = re.compile(EXPRESSION)
_TITLED = re.compile(
    rb"(?P<text>:{2,}[ \t]*[\w-]+"
    rb"(?:\[(?P<title>(?:\\.|\[(?:\\.|[^\]\r\n\\])*\]|[^\[\]\r\n\\])*)\]|[ \t]+(?P<rest>[^\r\n{\[][^\r\n]*?))?"
    rb"(?:[ \t]*\{[^{}\r\n]*\})?[ \t]*|:{3,}[ \t]*)" + _END,
    re.M,
)
_PATH = re.compile(rb"[^\s]*[./\\][^\s]*")


def verbatim(body: Body) -> Iterator[Construct]:
    """Elements that hold code: all of them, blank lines and braces included."""
    unclosed: set[bytes] = set()
    for match in body.starting(b"<", _VERBATIM):
        name = match["name"]
        closing = None if name in unclosed else _closing(name).search(body.data, match.end())
        if closing is None:
            unclosed.add(name)
        else:
            yield Construct(Span(match.start(), closing.end()), b"")


@functools.cache
def _closing(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"</" + name + rb"[ \t]*>[ \t]*" + _END)


def comments(body: Body) -> Iterator[Construct]:
    """Comments that fill their lines: one of HTML for the parser, so that what they say to this program is found."""
    for opening in body.starting(b"{", _COMMENT_START):
        closing = _COMMENT_END.search(body.data, opening.end())
        if closing is None:
            yield Construct(Span(*opening.span()), never_ends=True)
            return
        if closing["alone"] is not None:
            start, end = opening.start(), closing.end()
            text = body.data[start:end]
            inside = _stays_inside(body.data[line_start(body.data, start) : start], text)
            yield Construct(Span(start, end), _comment(text) if inside else _alone(body.data, start))


def notes(body: Body) -> Iterator[Construct]:
    """Comments within a text that speak to this program: for the parser they are HTML's."""
    for match in body.found(_NOTE):
        yield Construct(Span(*match.span()), _comment(match[0]))


def components(body: Body) -> Iterator[Construct]:
    """Tags and expressions that fill their lines; the Markdown between them is Markdown."""
    opened: list[bytes] = []
    for match in body.starting(b"<{", _LONE):
        start, end = match.span("text")
        if not _is_html(match["text"]) or _is_whole(match["text"]) or _closes(match["text"], opened):
            _follow(match["text"], opened)
            yield Construct(Span(start, end), _alone(body.data, start), values(body, Span(start, end)))


def _is_whole(text: bytes) -> bool:
    """Whether tags of text are closed on their line: such a line is no part of the paragraph around it."""
    tags = _tags(text)
    opening = sum(not tag.startswith(b"</") and not tag.endswith(b"/>") for tag in tags)
    return opening == sum(tag.startswith(b"</") for tag in tags)


def _closes(text: bytes, opened: list[bytes]) -> bool:
    """Whether tags of text close what fills a line above, as `</span>` does for `<span style={{…}}>`."""
    names = [(tag["close"], tag["name"]) for tag in _TAG_NAME.finditer(text)]
    return bool(opened) and all(close and name in opened for close, name in names)


def _follow(text: bytes, opened: list[bytes]) -> None:
    """Note which tags of text are open after a line of tags."""
    for tag in _tags(text):
        head = _TAG_NAME.match(tag)
        if head is None or head["name"] not in _INLINE_NAMES or tag.endswith(b"/>"):
            continue
        if not head["close"]:
            opened.append(head["name"])
        elif head["name"] in opened:
            del opened[len(opened) - 1 - opened[::-1].index(head["name"])]


def _alone(data: bytes, start: int) -> bytes:
    """Nothing; a rule at the head of a list item, since an empty one would not end a paragraph above it."""
    return b"***" if data[line_start(data, start) : start].strip(b" \t>") else b""


def _stays_inside(lead: bytes, text: bytes) -> bool:
    """Whether no line of it is indented less than the first, which could end the containers around it."""
    lines = text.splitlines()[1:]
    return not lines or (
        not lead.strip() and all(len(line) - len(line.lstrip()) >= len(lead) for line in lines if line.strip())
    )


def _comment(text: bytes) -> bytes:
    end = len(text.rstrip(b" \t")) - len(b"-->")
    return b"<!--" + masking.blanked(text[4:end]) + b"-->" + text[end + 3 :]


def _is_html(text: bytes) -> bool:
    """Whether CommonMark reads it well: the tags of text, without braces."""
    if b"{" in text or b"`" in text:
        return False
    names = [name["name"] for name in _TAG_NAME.finditer(text)]
    return bool(names) and all(name in _INLINE_NAMES for name in names)


def elements(body: Body) -> Iterator[Construct]:
    """`<TabItem label="x">text</TabItem>` on a line of its own: the tags stay outside the message."""
    if b"</" not in body.data:
        return
    for match in body.starting(b"<", _WHOLE):
        opened = [tag["name"] for tag in map(_TAG_NAME.match, _tags(match["open"])) if tag]
        closed = [tag["name"] for tag in map(_TAG_NAME.match, _tags(match["close"])) if tag]
        if opened != closed[::-1] or not _stands_alone(body.data, match) or not _balanced(match["inner"]):
            continue
        if all(name and name[:1].islower() and b"." not in name for name in opened) and b"{" not in match["open"]:
            continue
        span: Span[BodyBytes] = Span(*match.span("open"))
        yield Construct(span, text_after(span.end - span.start), values(body, span))
        yield Construct(Span(*match.span("close")), b"")


def _tags(text: bytes) -> list[bytes]:
    return [match[0] for match in EACH_TAG.finditer(text)]


def _balanced(text: bytes) -> bool:
    depth = 0
    for tag in _tags(text):
        if tag.startswith(b"<") and not tag.endswith(b"/>"):
            depth += -1 if tag.startswith(b"</") else 1
            if depth < 0:
                return False
    return True


def _stands_alone(data: bytes, match: re.Match[bytes]) -> bool:
    """Whether the lines next to it are no part of its paragraph."""
    line = line_start(data, match.start())
    above = data[line_start(data, line - 1) : line].strip() if line else b""
    below = _LINE.match(data, after_line(data, match.end()))
    following = below["text"].strip(b" \t>") if below else b""
    return (not above.strip(b"> \t") or above.endswith((b">", b"*/}")) or above.startswith(b":::")) and (
        not following or following.startswith((b"<", b"{", b":::"))
    )


def in_text(body: Body) -> Iterator[Construct]:
    """Within text: tags that CommonMark does not take for HTML, expressions that it would take for markup."""
    for start, end in _paragraphs(body):
        for match in _IN_TEXT.finditer(body.data, start, end):
            if body.in_code(match.start()):
                continue
            if match["tag"]:
                yield Construct(Span(*match.span()), _as_html(match["tag"]), within_text=True)
            elif match["expression"] and _MARKUP.search(match["expression"]):
                mask = filled(match["expression"][1:-1])
                yield Construct(Span(*match.span()), b"{" + mask + b"}", within_text=True)


def _paragraphs(body: Body) -> Iterator[tuple[int, int]]:
    """Spans between blank lines that may hold what `in_text` looks for."""
    data, end = body.data, 0
    for match in body.found(_CANDIDATE):
        if match.start() >= end:
            # From the paragraph's begin, since a code span may have been opened there.
            start = max(end, data.rfind(b"\n\n", end, match.start()), data.rfind(b"\n\r\n", end, match.start()))
            blank = BLANK_LINE.search(data, match.end())
            end = blank.start() if blank else len(data)
            yield start, end


def _as_html(tag: bytes) -> bytes:
    """A tag as long that CommonMark knows, with the same name, and the same whatever its attributes are."""
    closing = b"/" if tag.startswith(b"</") else b""
    head = _TAG_NAME.match(tag)
    name = head["name"] if head and head["name"] and re.fullmatch(rb"[A-Za-z][A-Za-z0-9-]*", head["name"]) else b"a"
    blank = filled(tag, b" ")
    opening, ending = b"<" + closing + name, b">"
    if not closing and len(opening) + len(b' alt="">') <= len(tag):
        # Values of `alt` are for readers, so no comparison looks at this one, and it may span lines.
        opening, ending = opening + b' alt="', b'">'
    return opening + blank[len(opening) : len(tag) - len(ending)] + ending


def values(body: Body, span: Span[BodyBytes]) -> tuple[Words, ...]:
    """Attributes for readers within a span, and such properties of the objects in it."""
    found: list[Words] = []
    braced: list[tuple[int, int]] | None = None
    for match in _VALUE.finditer(body.data, *span):
        name = match["name"].decode(errors="replace").lower()
        group = "double" if match["double"] is not None else "single"
        if (
            name not in body.parameters
            or not is_for_readers(match[group])
            or is_plain(body.data, Span(*match.span(group)))
        ):
            continue
        if braced is None:
            braced = [each.span() for each in _BRACED.finditer(body.data, *span)]
        script = any(low < match.start(group) < high for low, high in braced)
        kind, detail = html.kind_of_attribute(name)
        place = Place.PARAMETER if script else Place.ATTRIBUTE
        found.append(Words(kind, place, Span(*match.span(group)), detail=detail))
    return tuple(found)


def directives(body: Body) -> Iterator[Construct]:
    """`:::note[Title]` with any depth of colons, and the closing colons."""
    if b"::" not in body.data:
        return
    for match, never_ends in paired(body.starting(b":", _TITLED)):
        mask = _alone(body.data, match.start())
        yield Construct(Span(*match.span("text")), mask, _title(match), never_ends=never_ends)


def _title(match: re.Match[bytes]) -> tuple[Words, ...]:
    for group, place in (("title", Place.LABEL), ("rest", Place.LINE)):
        text = match[group]
        if text and is_for_readers(text):
            return (Words(Kind.TITLE, place, Span(match.start(group), match.start(group) + len(text.rstrip()))),)
    return ()


def fence_titles(body: Body) -> Iterator[Construct]:
    """`title="…"` in the line that opens a fence, unless it names a file: the line stays as it is for the parser."""
    for fence in body.fences:
        if b"title" not in fence.info:
            continue
        words = tuple(_fence_titles(body.data, fence.head))
        if words:
            yield Construct(Span(fence.head.start, words[-1].span.end), None, words)


def _fence_titles(data: bytes, head: Span[BodyBytes]) -> Iterator[Words]:
    for match in _VALUE.finditer(data, *head):
        group = "double" if match["double"] is not None else "single"
        text = match[group]
        if match["name"] == b"title" and is_for_readers(text) and not _PATH.fullmatch(text):
            yield Words(Kind.CODE_TITLE, Place.QUOTED, Span(*match.span(group)))


FINDERS: Sequence[Masker] = (
    modules,
    verbatim,
    comments,
    notes,
    components,
    elements,
    directives,
    fence_titles,
    formulas,
    in_text,
)
