"""MyST: Sphinx's directives, roles, targets, comments and substitutions in Markdown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.markdown import masking, parser
from i18n.markdown.dialects import arguments, common, csv_tables, dialect, paragraphs, tables
from i18n.markdown.fences import Fence, LinePattern, after_line
from i18n.markdown.masking import Body, Construct, Masker, Words
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

_NESTING = 20
"""Directives within one another; deeper ones are read as text."""
_END = rb"(?=[\r\n]|\Z)"
_FIELD_NAME = rb":[^\s:`{}](?:[^\r\n:`{}]|:(?!\s))*+:"
_LEAD = rb"(?:[ \t>]++|(?:[-*+:~]|\d{1,9}[.)]|\[\^[^\]\r\n]*+\]:|" + _FIELD_NAME + rb")[ \t]++)*+"
"""What may stand before a directive on its line: each begins a container of blocks."""
_OPENING = LinePattern(
    rb"(?P<lead>" + _LEAD + rb")(?:(?P<comment><!--)|(?P<mark>`{3,}+|~{3,}+|:{3,}+)(?P<info>[^\r\n]*))"
)
_NAME = re.compile(rb"[ \t]*\{(?P<name>[^{}\s]+)\}[ \t]*(?P<title>[^\r\n]*)")
_OPTION = re.compile(
    rb"[ \t>]*:(?P<name>[\w-]+):(?P<value>[^\r\n]*)"
    rb"(?P<more>(?:(?:\r\n|\n)[ \t>]*[ \t]{2,}[^\s:][^\r\n]*)*)(?:\r\n|\n|\Z)"
)
_BLOCK = re.compile(rb"[ \t>]*---[ \t]*(?:\r\n|\n)(?:[^\r\n]*(?:\r\n|\n))*?[ \t>]*---[ \t]*(?:\r\n|\n|\Z)")
_BLOCK_VALUE = re.compile(rb"^[ \t>]*(?P<name>[\w-]+):(?P<value>[^\r\n]*)", re.M)
_ENTRY = re.compile(rb"^[ \t>]*(?P<line>(?P<title>[^\s<][^\r\n<]*?)[ \t]+<[^<>\r\n]+>)[ \t]*" + _END, re.M)
_CODE = re.compile(
    rb"""(?x)
      (?:[\w.-]+:)?(?:code|sourcecode|code-[\w-]+|[\w-]*literal[\w-]*|[\w-]*-code|include|raw|eval-[\w-]+)
    | math | amsmath | mermaid | graphviz | digraph | graph | plantuml | uml | tikz | svgbob | typst | wavedrom | bnf
    | doctest | test[\w-]+ | jupyter-[\w-]+ | ipython | plot | altair-plot | prompt | terminal | thebe-button
    | glue(?::\w+)? | toctree | tableofcontents | image | bibliography | index | highlight | tabularcolumns
    | productionlist
    | iframe | embed | video | youtube | anywidget | any:[\w-]+ | anu:[\w-]+ | auto[\w-]+ | apidoc | program-output
    | command-output | exec[\w-]* | argparse | click | [\w-]+-help | myst-config | myst-warnings | py-script | meta
    | parsed-literal | default-role | role | rst-class | currentmodule | module | contents | automodule | swagger
    | openapi | sphinx-[\w-]+ | inheritance-diagram | todolist | list-of-[\w-]+ | sectionauthor | codeauthor
    """
)
"""Directives whose body is not Markdown for readers."""
_TITLED = re.compile(
    rb"""(?x)
      admonition | attention | caution | danger | error | hint | important | note | seealso | tip | warning | todo
    | topic | sidebar | margin | aside | dropdown | details | toggle | card | grid-item-card | tab | tab-item
    | table | list-table | csv-table | rubric | centered | version\w+ | deprecated | exercise(?:-start)? | prf:\w+
    | theorem | lemma | definition | corollary | proposition | example | remark | axiom | quote | block
    """
)
"""Directives whose argument is for readers; with others it is a path, a class, a name."""
_VERSIONED = re.compile(rb"(?:version\w+|deprecated)")
_ROLE = rb"\{[\w:+.-]+\}(?=`)"
_ATTRIBUTES = rb"\{[ \t]*(?:[.#%][^{}\r\n]*|[\w-]+=[^{}\r\n]*)\}"
_INLINE_MATH = rb"(?<![\\\w$])\$(?![\s$])(?:\\.|[^$\r\n\\]|(?:\r\n|\n)(?![ \t>]*[\r\n]))*?(?<!\s)\$(?![\d$])"
_MATH_START = re.compile(rb"\$\$|\\begin\{(?P<environment>[a-zA-Z]+\*?)\}")
_MATH_END = re.compile(rb"[ \t]*(?:\([^()\r\n]*\)[ \t]*)?" + _END)
_IN_TEXT = re.compile(common.CODE_IN_ARTICLE + rb"|(?P<role>" + _ROLE + rb")|(?P<math>" + _INLINE_MATH + rb")", re.S)
_FIELD = re.compile(
    rb":(?P<title>[^\s:`{}](?:[^\r\n:`{}]|:(?!\s))*):(?:[ \t]+(?P<text>(?=[^\s]))|[ \t]*" + _END + rb")"
)
_NAME_OF_CODE = re.compile(rb"[a-z\d_-]")
"""How a field begins that a program reads; a translated name may begin with a letter that has no upper case."""
_FIELD_OF_CODE = re.compile(rb"(?:r?type|vartype|raises)\b")
_REST = re.compile(rb"[^\r\n]*")
_TERM = re.compile(rb"^(?P<indent>[ \t>]*)(?P<title>[^\s>][^\r\n]*)(?:\r\n|\n)(?=(?P=indent)[ \t]+[^\s])", re.M)
_ONE_LINE = re.compile(rb"^[ \t>]*(?P<title>[^\s>][^\r\n]*)", re.M)
_INDENT_BELOW = re.compile(rb"[^\r\n]*\r?\n(?:[ \t]*\r?\n)*(?P<indent>[ ]{2,})(?=[^\s])")
_LIST = re.compile(rb"(?:[-*+]|\d{1,9}[.)])[ \t]|>")
_TILDE = re.compile(rb"~(?=[ \t]+[^\s])")
_MARKUP = re.compile(rb"[*_`<>\[\]\\~&!]")


@dataclass(frozen=True)
class _Directives:
    """What a body holds between lines of backticks, tildes and colons."""

    constructs: list[Construct]
    code: list[Fence]


class _Outside(Body):
    """A body where the directives that hold prose are no code."""

    @functools.cached_property
    def fences(self) -> tuple[Fence, ...]:
        """Fenced code without directives of prose."""
        return tuple(_directives(self).code)


def within_directives(*finders: Masker) -> Masker:
    """The directives, and what the finders find in the prose within and around them."""

    def find(body: Body) -> Iterator[Construct]:
        found = _directives(body)
        outside = _Outside(body.data, body.parameters, body.data_names)
        outside.__dict__["fences"] = tuple(found.code)
        yield from found.constructs
        yield from masking.constructs(outside, finders)

    return find


def _directives(body: Body) -> _Directives:
    found = _Directives([], [])
    _read(body, 0, len(body.data), found)
    return found


def _read(body: Body, start: int, end: int, found: _Directives, depth: int = 0) -> None:
    """Read the fences of a span, and those within the directives that hold prose."""
    data, at = body.data, start
    while at < end:
        opening = _OPENING.search(data, at, end)
        if opening is None:
            return
        if opening["comment"]:
            at = _after_comment(data, opening.end(), end)
            continue
        mark, info = opening["mark"], opening["info"]
        at = opening.end()
        if mark[:1] == b"`" and b"`" in info:
            continue
        named = _NAME.match(data, *opening.span("info"))
        if mark[:1] == b":" and not named:
            found.constructs.append(Construct(Span(opening.start("mark"), at), _mask(opening)))
            continue
        inner = after_line(data, at)
        closing = _closing(mark, len(opening["lead"]) + 3).search(data, inner, end)
        body_end = closing.start("line") if closing else end
        after = after_line(data, closing.end()) if closing else end
        if named is None or _CODE.fullmatch(named["name"]) or named["name"] in body.data_names:
            head: Span[BodyBytes] = Span(opening.start("mark"), inner)
            fence = Fence(Span(opening.start("line"), after), head, info.strip(), Span(inner, body_end))
            found.code.append(fence)
            if named:
                found.constructs.extend(_code(body, opening, named, fence, closing))
        else:
            words = _title(named)
            prose, options = _options(body, inner, body_end)
            span: Span[BodyBytes] = Span(opening.start("mark"), prose)
            begin = Construct(span, _mask(opening), (*words, *options), never_ends=closing is None)
            found.constructs.append(begin)
            prose = _beside_prose(named["name"], data, inner, prose, body_end, found)
            if depth < _NESTING:
                _read(body, prose, body_end, found, depth + 1)
            if closing:
                found.constructs.append(Construct(Span(closing.start("mark"), closing.end()), b""))
        at = max(after, at)


def _beside_prose(name: bytes, data: bytes, options: int, start: int, end: int, found: _Directives) -> int:
    """Read what is no Markdown in the body of some directives; gives where the Markdown begins."""
    if name == b"csv-table":
        found.constructs.append(csv_tables.rows(data, options, start, end))
        return end
    if name == b"line-block":
        found.constructs.extend(_lines(data, start, end))
        return end
    if name == b"glossary":
        found.constructs.extend(_terms(data, start, end))
    return start


def _after_comment(data: bytes, at: int, end: int) -> int:
    """Where the line after a comment begins; the end, where the comment has none."""
    closing = data.find(b"-->", at, end)
    return data.find(b"\n", closing, end) + 1 or end if closing >= 0 else end


def _mask(opening: re.Match[bytes]) -> bytes:
    """Nothing; a rule at the head of a list item, since an empty one would not end a paragraph above it."""
    return b"***" if opening["lead"].strip(b" \t>") else b""


def _code(
    body: Body, opening: re.Match[bytes], named: re.Match[bytes], fence: Fence, closing: re.Match[bytes] | None
) -> Iterator[Construct]:
    """Words in the head of a directive that holds code; a fence of colons becomes one that the parser knows."""
    title, never_ends = _title(named), closing is None
    span: Span[BodyBytes] = Span(opening.start("mark"), opening.end())
    if opening["mark"].startswith(b":"):
        yield Construct(span, b"~~~", title, never_ends=never_ends)
        if closing:
            yield Construct(Span(closing.start("mark"), closing.end()), b"~~~")
    elif title or never_ends:
        yield Construct(span, opening["mark"] + b"{" if title else None, title, never_ends=never_ends)
    inner, options = _options(body, *fence.inner)
    if options:
        # Masked, so that the code does not depend on their words.
        yield Construct(Span(fence.inner.start, inner), b"", options)
    if named["name"] in (b"toctree", b"tableofcontents"):
        for entry in _ENTRY.finditer(body.data, inner, fence.inner.end):
            yield Construct(Span(*entry.span("line")), b"", common.titled(entry, Kind.TITLE, Place.LINE))


def _lines(data: bytes, start: int, end: int) -> Iterator[Construct]:
    """Lines that stay lines, as those of a poem."""
    for match in _ONE_LINE.finditer(data, start, end):
        yield Construct(Span(*match.span("title")), b"", common.titled(match, Kind.PARAGRAPH, Place.LINE))


def _terms(data: bytes, start: int, end: int) -> Iterator[Construct]:
    """Terms of a glossary: lines above deeper ones."""
    for match in _TERM.finditer(data, start, end):
        if not match["title"].startswith(b":"):
            yield Construct(Span(*match.span("title")), b"", common.titled(match, Kind.TERM, Place.LINE))


def _title(named: re.Match[bytes]) -> tuple[Words, ...]:
    """The argument of a directive, where it is for readers."""
    name, title, start = named["name"], named["title"].rstrip(), named.start("title")
    if not _TITLED.fullmatch(name):
        return ()
    if _VERSIONED.fullmatch(name):
        version, space, rest = title.partition(b" ")
        start, title = start + len(version) + len(space) + len(rest) - len(rest.lstrip()), rest.strip()
    if not common.is_for_readers(title):
        return ()
    return (Words(Kind.TITLE, Place.LINE, Span(start, start + len(title))),)


def _options(body: Body, start: int, end: int) -> tuple[int, tuple[Words, ...]]:
    """One past the options at the top of a directive, `:key: value` lines or a YAML block, and their words."""
    words: list[Words] = []
    block = _BLOCK.match(body.data, start, end)
    if block:
        for each in _BLOCK_VALUE.finditer(body.data, block.start(), block.end()):
            words += _value(body, each)
        return block.end(), tuple(words)
    at = start
    while at < end:
        option = _OPTION.match(body.data, at, end)
        if option is None:
            break
        if not option["more"]:
            words += _value(body, option)
        at = option.end()
    return at, tuple(words)


def _value(body: Body, option: re.Match[bytes]) -> Iterator[Words]:
    """The value of one option, its quotes left outside."""
    value = option["value"].strip()
    if (
        option["name"].decode().lower() not in body.parameters
        or arguments.is_plain(body.data, Span(*option.span("value")))
        or not common.is_for_readers(value)
        or value[:1] in (b"|", b">")
    ):
        return
    start = option.start("value") + option["value"].index(value)
    quoted = len(value) > 1 and value[:1] == value[-1:] and value[:1] in (b'"', b"'")
    span: Span[BodyBytes] = Span(start + quoted, start + len(value) - quoted)
    yield Words(Kind.OPTION, Place.QUOTED if quoted else Place.LINE, span, detail=option["name"].decode())


def math(body: Body) -> Iterator[Construct]:
    """Formulas that fill their lines, blank lines and all."""
    at, data = 0, body.data
    open_ended: set[bytes] = set()
    for opening in sorted(body.starting(b"$\\", _MATH_START), key=lambda each: each.start()):
        name = opening["environment"]
        mark = b"\\end{" + name + b"}" if name else b"$$"
        if opening.start() < at or mark in open_ended:
            continue
        closing = data.find(mark, opening.end())
        if closing < 0:
            open_ended.add(mark)
            continue
        end = _MATH_END.match(data, closing + len(mark))
        if end:
            at = end.end()
            yield Construct(Span(opening.start(), at), b"")


def in_text(body: Body) -> Iterator[Construct]:
    """Names of roles, which are no words, and formulas that CommonMark could read as markup: digits for the parser."""
    data = body.data
    if b"$" not in data and b"}`" not in data:
        return
    at = 0
    for start, end in [*body.code, (len(data), len(data))]:
        for match in _IN_TEXT.finditer(data, at, start):
            span = match["role"] or match["math"]
            if span and (match["role"] or _MARKUP.search(span)):
                mask = common.filled(span[1:-1])
                yield Construct(Span(*match.span()), span[:1] + mask + span[-1:], within_text=True)
        at = end


def fields(body: Body) -> Iterator[Construct]:
    """`:Name: text` of a field list: the text stays Markdown, the name is for readers where it begins in upper case."""
    for match in body.starting(b":", _FIELD):
        start, end = match.span()
        words = common.titled(match, Kind.FIELD, Place.LINE) if not _NAME_OF_CODE.match(match["title"]) else ()
        mask = b"***" if match["text"] is None else common.text_after(end - start)
        if match["text"] is not None and _LIST.match(body.data, end):
            mask = b""
            below = _INDENT_BELOW.match(body.data, end)
            width = len(below["indent"]) if below else 4
            yield Construct(Span(end, end), ahead=b"\n" + common.list_marks(width))
        if _FIELD_OF_CODE.match(match["title"]):
            rest = _REST.match(body.data, end)
            end, mask = rest.end() if rest else end, b"***"
        yield Construct(Span(start, end), mask, words)


def tildes(body: Body) -> Iterator[Construct]:
    """Definitions that begin with a tilde, which the parser knows only by their colon."""
    for match in body.starting(b"~", _TILDE):
        yield Construct(Span(*match.span()), b":")


@functools.cache
def _closing(mark: bytes, indent: int) -> LinePattern:
    """The line that closes a fence: indented by at most three more than the opening one (CommonMark 0.31.2 §4.5)."""
    return LinePattern(
        rb"[ \t>]{0,%d}(?P<mark>" % indent + re.escape(mark) + re.escape(mark[:1]) + rb"*+)[ \t]*" + _END
    )


MYST = dialect.Dialect(
    "myst",
    (common.GITHUB | parser.Extension.DEFINITION_LISTS) & ~parser.Extension.ALERTS,
    maskers=(
        within_directives(
            math,
            tables.unlike_parser(tables.MARKDOWN_IT),
            common.marked(b"(", rb"\([^()\r\n]+\)="),
            common.marked(b"%", rb"%[^\r\n]*"),
            common.marked(b"+", rb"\+\+\+[^\r\n]*"),
            common.marked(b"^", rb"\^\^\^+"),
            common.attribute_lists(_ATTRIBUTES),
            common.marked(b"{", common.OUTPUT),
            fields,
            paragraphs.colons,
            tildes,
            in_text,
        ),
    ),
    machinery=common.pattern(common.COMMENT, common.ALERT, common.OUTPUT, rb":{3,}[^\r\n]*", rb"\([^()\r\n]+\)="),
    protected=common.protected(
        _ROLE, common.OUTPUT, _ATTRIBUTES, rb"\{[ \t]*\}", rb"\$\$.*?\$\$", _INLINE_MATH, rb"\[[^\[\]\r\n]*\[\^"
    ),
    texts=("myst.substitutions.*", "substitutions.*"),
    parameters=("caption", "alt", "title", "subtitle", "header", "footer"),
    opens_in_field=re.compile(r"%|\+\+\+|\([^()]+\)=|\^\^\^|:"),
    stray=re.compile(r"\$"),
    stray_characters="$",
    attributes=re.compile(_ATTRIBUTES),
    own_id=common.OWN_ID,
    code_bodies=_CODE,
    has_roles=True,
)
