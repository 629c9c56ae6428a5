"""What do several dialects share?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from i18n.markdown.dialects import arguments
from i18n.markdown.masking import Body, Construct, Implied, Masker, Words, has_words
from i18n.markdown.parser import Extension
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span
from i18n.words.addresses import besides_addresses

GITHUB = Extension.TABLES | Extension.FOOTNOTES | Extension.STRIKETHROUGH | Extension.TASK_LISTS | Extension.ALERTS
END = rb"[ \t]*(?=[\r\n]|\Z)"
"""Nothing more on a line."""
RULE = b"***"
"""Stands for a line with a title: a blank one would not tell whether it lies in code."""
COMMENT = rb"<!--[^-]*+(?:(?:-(?!->))++[^-]*+){0,1000}+-->"
"""Most words with hyphens that are looked at: many that never close are still read in reasonable time."""
ALERT = rb"\[![A-Za-z]+\][+-]?"
OUTPUT = rb"\{\{[^{}]*+(?:(?:\{(?!\{)|\}(?!\}))[^{}]*+)*+\}\}"
TAG = rb"\{%[^{%]*+(?:(?:\{(?!%)|%(?!\}))[^{%]*+)*+%\}"
"""None goes on past the next one that opens, or many that never close would take a minute to read."""
TEMPLATES = OUTPUT + b"|" + TAG + rb"|\{\#[^{#]*+(?:(?:\{(?!\#)|\#(?!\}))[^{#]*+)*+\#\}"
HALF_TEMPLATES = rb"\{\{|\}\}|\{%|%\}"
"""What opens or closes a tag of which the other end stands in another text, or nowhere: the generator may find it."""
_NAME_OF_TAG = rb"/?(?!(?:strong|em|del)>)[A-Za-z!?_:][\w:.-]*|/(?![A-Za-z])"
COUNTED = rb"(?P<counted>\]\(|<(?:" + _NAME_OF_TAG + rb"))"
"""Python-Markdown and kramdown take `[x](a b)` for a link, `<img/src=x>` or `<a.b>` for a tag, and leave `</` to the
browser, which CommonMark does not: there must be no more than in the source."""
COUNTED_UNESCAPED = rb"(?P<counted>\]\(|<(?:(?<!\\<)|(?<=\\\\<))(?:" + _NAME_OF_TAG + rb"))"
"""The same for kramdown, to which `\\<` is a character; Python-Markdown escapes no `<`."""
FOOTNOTE_WITHOUT_NAME = re.compile(r"(?<=\[)\^(?=\])")
"""`[^](a.md)`: a link to CommonMark, and none to cmark and kramdown."""
COLONS = rb":{3,}[^\r\n]*"
ATTRIBUTE_LIST = rb"\{:?[ ]?[.\#][^{}\r\n]*\}|\{:[^{}\r\n]*\}"
CODE = r"(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
"""Code in a text of one paragraph, for patterns whose dot matches line ends (CommonMark 0.31.2 §6.1)."""
CODE_IN_ARTICLE = (
    rb"(?P<ticks>`++)(?:[^`\r\n]++|(?!(?P=ticks)(?!`))`++|(?:\r\n|\n|\r)(?![ \t>]*[\r\n]))*+(?P=ticks)(?!`)|`++"
)
"""The same among other paragraphs; backticks that open none too."""
CODE_SPAN = rb"\\(?P<escaped>\\(?![(\[])|`)|`(?<!``)(?P<code>`*)(?!`).*?(?<!`)`(?P=code)(?!`)"
"""An escaped backtick opens none, whatever follows it; two backslashes before a bracket open a formula of MathJax."""
FORMULA = rb"\$\$.{1,2000}?\$\$|\$(?<![\\\w$]\$)[^\s$][^$\r\n]*?(?<!\s)\$(?![\w$])"
FORMULA_BESIDE_CODE = rb"\$\$[^`]{1,2000}?\$\$|\$(?<![\\\w$]\$)[^\s$`][^$`\r\n]*?(?<!\s)\$(?![\w$])"
"""The same for a dialect whose pattern looks into code too: none from one span of code to the next."""
LONE_BRACES = rb"\{[ \t]*(?:[.#][\w\x80-\xff-]|[\w-]+=)[^{}\r\n]*\}"
"""A list of attributes to Hugo and Zola."""
ID_IN_LONE_BRACES = re.compile(rb"[ \t]*" + LONE_BRACES + rb"[ \t]*$")
OWN_ID = re.compile(rb"[ \t]*\{:?[ \t]*[#.][^{}\r\n]*\}[ \t]*$")
_ALERT_TITLE = re.compile(ALERT + rb"[ \t]+(?P<title>[^\r\n]+)")
_FILE_NAME = re.compile(rb"[ \t]*(?:[\w.@~/\\*{}\[\]-]*(?:\.\w{1,10}|/)|[.~]*/[\w.@~/*-]+)[ \t]*")
_NOT_SAID = re.compile(rf"(?s){CODE}|:[a-z0-9_+-]+:|\{{[^{{}}]*\}}+|<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]{2}|[^\W\d_\x00-\x7f]")
QUOTED = re.compile(
    rb"""(?<![\w-])([\w:-]+)[ \t\r\n]*[=:][ \t\r\n]*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')""", re.S
)


def pattern(*parts: bytes) -> re.Pattern[bytes]:
    """Any of the parts."""
    return re.compile(b"|".join(parts), re.S)


def may_hold_machinery(data: bytes, start: int, end: int) -> bool:
    """Tell cheaply whether the machinery of any dialect may stand in a stretch: most texts have none of its marks."""
    return (
        data.find(b"{", start, end) >= 0
        or data.find(b"<", start, end) >= 0
        or data.find(b"[!", start, end) >= 0
        or data.find(b":::", start, end) >= 0
        or data.find(b")=", start, end) >= 0
    )


def protected(*parts: bytes) -> re.Pattern[bytes]:
    """Any of the parts, outside code spans.

    Where each alternative begins with a byte, not with an assertion or a group, a search takes half the time.
    """
    return re.compile(CODE_SPAN + b"|" + b"|".join(parts), re.S)


def preprocessed(*parts: bytes) -> re.Pattern[bytes]:
    """Any of the parts, in code spans too: the generator reads them before any Markdown."""
    return re.compile(b"|".join(parts) + rb"|(?P<code>(?!))(?P<escaped>)", re.S)


def lines(start: bytes, mask: bytes = b"") -> Masker:
    """Mask whole lines whose text, after indentation and quote marks, matches `start`."""
    compiled = re.compile(rb"^(?P<lead>[ \t>]*)(?P<text>(?:" + start + rb")[ \t]*)(?=\r?\n|\r|\Z)", re.M)

    def find(body: Body) -> Iterator[Construct]:
        for match in body.found(compiled):
            yield Construct(Span(*match.span("text")), mask)

    return find


def marked(marks: bytes, text: bytes, mask: bytes = b"", kind: Kind | None = None) -> Masker:
    """Mask lines whose text begins with one of the marks and matches; group `title` holds the words of that kind."""
    compiled = re.compile(text + END)

    def find(body: Body) -> Iterator[Construct]:
        for match in body.starting(marks, compiled):
            words = titled(match, kind, Place.LINE) if kind else ()
            yield Construct(Span(*match.span()), RULE if words and not mask else mask, words)

    return find


def paired(lines: Iterable[re.Match[bytes]]) -> Iterator[tuple[re.Match[bytes], bool]]:
    """Lines of three marks or more that begin a container where a name follows, and end one where none does.

    For each, whether it begins what nothing ends: a line ends the last container of as many marks, or else of fewer.
    """
    found = list(lines)
    opened: list[tuple[int, int]] = []
    widths: Counter[int] = Counter()
    lost: set[int] = set()
    for at, line in enumerate(found):
        width = len(line[0]) - len(line[0].lstrip(line[0][:1]))
        if line[0][width:].strip():
            if width > 2:
                opened.append((at, width))
                widths[width] += 1
            continue
        least = width if widths[width] else 0
        if not any(count and least <= other <= width for other, count in widths.items()):
            continue
        while opened:
            which, other = opened.pop()
            widths[other] -= 1
            if least <= other <= width:
                break
            lost.add(which)
    lost.update(which for which, _ in opened)
    return ((line, at in lost) for at, line in enumerate(found))


def alerts(body: Body) -> Iterator[Construct]:
    """`> [!NOTE] Title`: GitHub has no titles, its followers do."""
    for match in body.starting(b"[", _ALERT_TITLE):
        if b">" in body.data[line_start(body.data, match.start()) : match.start()]:
            yield Construct(Span(*match.span()), RULE, titled(match, Kind.TITLE, Place.LINE))


def titled(match: re.Match[bytes], kind: Kind, place: Place, group: str = "title", level: int = 0) -> tuple[Words, ...]:
    """That group of a match in a body as words, if a reader reads it."""
    if not match[group] or not is_for_readers(match[group]):
        return ()
    span: Span[BodyBytes] = Span(*match.span(group))
    return (Words(kind, place, span.stripped(match.string), level),)


def implied(title: str, name: bytes, at: int, before: str, after: str = "") -> tuple[Words, ...]:
    """The title that a generator shows for a block of a name by itself, and where another one is written."""
    shown = Implied(title, before, after)
    return (Words(Kind.TITLE, Place.LINE, Span(at, at), detail=f"of {name.decode()}", implied=shown),)


def is_for_readers(title: bytes) -> bool:
    """Whether a title says something: versions (`4.x`), names of files, icons and code alone do not."""
    if _FILE_NAME.fullmatch(title):
        return False
    said = _NOT_SAID.sub(" ", besides_addresses(title.decode(errors="replace"), emails=False))
    return _WORD.search(said) is not None


def has_letters(text: bytes) -> bool:
    """Whether a text says something, be it one letter: names of files, icons and code alone do not."""
    said = _NOT_SAID.sub(" ", besides_addresses(text.decode(errors="replace"), emails=False))
    return not _FILE_NAME.fullmatch(text) and has_words(said)


def text_after(width: int) -> bytes:
    """What stands for that many bytes (two at least) before text, so that the text is a leaf of its own.

    What follows the mark of a task may stand any distance from it; with less room, lists within one another.
    """
    return b"- [ ]" if width > len(b"- [ ]") else list_marks(width)


def list_marks(width: int) -> bytes:
    """As many bytes (two at least) that open lists within one another, the text after them in the innermost."""
    count = -(-width // 5)
    wide, rest = divmod(width, count)
    return b"".join(b"-".ljust(wide + (at < rest)) for at in range(count))


def parameters(body: Body, span: Span[BodyBytes], place: Place, kind: Kind = Kind.PARAMETER) -> tuple[Words, ...]:
    """Quoted values of the parameters for readers within a span."""
    found = []
    for match in QUOTED.finditer(body.data, *span):
        name = match[1].decode().lower()
        group = 2 if match[2] is not None else 3
        value: Span[BodyBytes] = Span(*match.span(group))
        if name in body.parameters and not arguments.is_plain(body.data, value) and has_letters(match[group]):
            found.append(Words(kind, place, value, detail=name))
    return tuple(found)


formulas = marked(b"$", rb"\$\$(?:[^$\r\n\\]|\\[^\r\n]|\r?\n(?![ \t]*[\r\n]))+\$\$")
"""Displayed formulas of MDX and VitePress."""


def attribute_lists(pattern: bytes) -> Masker:
    """Mask lists of attributes alone on their lines, and find their texts for readers."""
    compiled = re.compile(pattern + END)

    def find(body: Body) -> Iterator[Construct]:
        for match in body.starting(b"{", compiled):
            span: Span[BodyBytes] = Span(*match.span())
            yield Construct(span, b"", attribute_texts(body.data, span, body.parameters))

    return find


def attribute_texts(data: bytes, span: Span[BodyBytes], names: Collection[str]) -> tuple[Words, ...]:
    """The texts for readers in a list of attributes."""
    return tuple(
        Words(Kind.PARAMETER, Place.QUOTED, value.span, detail=value.name)
        for value in arguments.values(data, span, names)
        if is_for_readers(value.span.of(data))
    )


_PREFIX_OR_BYTES = re.compile(rb"(?P<prefix>^[ \t>]+)|[^\r\n|]+", re.M)


def filled(text: bytes, byte: bytes = b"0") -> bytes:
    """The text with another byte for all but line ends, bars, and the blanks and quote marks that lines begin with."""
    return _PREFIX_OR_BYTES.sub(lambda match: match["prefix"] or byte * len(match[0]), text)


def line_start(data: bytes, position: int) -> int:
    """The first byte of the line of a body that a position lies in; its lines end in LF."""
    return data.rfind(b"\n", 0, max(position, 0)) + 1
