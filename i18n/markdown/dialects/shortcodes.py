"""Where do the tags of a template language stand, which of them belong together, and what does the parser see of them?

A generator expands its tags before it reads any Markdown. So a tag within a text is a word to the parser, whatever
its characters; tags that fill their lines are blank to it; and of a tag whose body is code nothing is left.
"""

from __future__ import annotations

import bisect
import enum
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.markdown import fences, masking
from i18n.markdown.dialects import arguments, common
from i18n.markdown.masking import Body, Construct, Masker, Words, placeholder
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

_QUOTES_ONLY = re.compile(rb"[ \t>]*+")
_MARKERS = re.compile(
    rb"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\]\r\n]+\]:)[ \t]++)+(?:\[[ xX]\][ \t]++)?(?:\{:[^{}\r\n]*\}[ \t]*+)?"
)
_LINE_END = re.compile(rb"[ \t]*+(?=\r?\n|\r|\Z)")
_NO_TEXT = re.compile(rb"[ \t>]*+(?:\#{1,6}[ \t]|[<|]|`{3}|~{3}|(?:-[ \t]*){3,}$|\{.*\}[ \t]*\r?$|\r?$)")
_ITEM = re.compile(rb"[ \t>]*+(?:[-*+]|\d{1,9}[.)]|:)[ \t]")
_GOES_ON = re.compile(rb"[ \t>]*+[a-z,.;:!?)\]]")
_SENTENCE_END = re.compile(rb"""[.!?:;\xe2\x80\xa6][)"'*_`\]\xe2\x80\x99\x9d]*[ \t]*\r?$|  \r?$|\\\r?$""")
_TARGET = re.compile(rb"(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\#.])\S*")
_HTML_BLOCK = re.compile(
    rb"^[ \t>]*</?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|div|dl|dt"
    rb"|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|option|p"
    rb"|section|summary|table|tbody|td|template|tfoot|th|thead|title|tr|ul)\b(?![^<>\r\n]*[ \t]markdown=)",
    re.I | re.M,
)

_BLANK_LINE = re.compile(rb"\n\r?\n")


class Role(enum.Enum):
    """What a tag does to those after it."""

    ALONE = "alone"
    MIDDLE = "middle"
    """Between an opening and a closing tag, such as `{% else %}`."""
    OPENS = "opens"
    """Opens if a closing tag of its name follows, else stands alone."""
    CLOSES = "closes"


class Tag(NamedTuple):
    """A tag, or a tag with all of its body where that is code."""

    span: Span[BodyBytes]
    name: bytes
    """For a closing tag, the name of what it closes; empty for whatever was opened last."""
    role: Role
    escapes: bool = True
    """Whether a backslash escapes the quotes of its arguments."""
    is_block: bool = False
    """Never part of a sentence, though it stands alone: a figure, an include."""
    body_start: int = 0
    """For a tag with its body: one past the tag itself."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A template language."""

    tag: re.Pattern[bytes]
    read: Callable[[re.Match[bytes]], Tag]
    """What a match of `tag` is."""
    code_end: Callable[[bytes, re.Match[bytes]], int]
    """One past the end of the code that a tag opens, its closing tag included; -1 where it opens none."""
    closing: Callable[[bytes], re.Pattern[bytes]]
    """The tag that closes the one of a name."""
    leaves_text: bool = True
    """Something of a tag stays in the text that is read as Markdown, so that one by itself ends a list."""


@dataclass(slots=True)
class _Run:
    """Tags side by side, with nothing but blanks between."""

    tags: list[Tag]
    opens_line: bool
    ends_line: bool
    has_marker: bool
    """A list marker stands before it."""
    is_beside: bool = False

    @property
    def span(self) -> Span[BodyBytes]:
        return Span(self.tags[0].span.start, self.tags[-1].span.end)


def tags(grammar: Grammar) -> Masker:
    """Mask every tag of a template language outside fenced code."""

    def find(body: Body) -> Iterator[Construct]:
        yield from constructs(body, list(_tags(body, grammar)), leaves_text=grammar.leaves_text)

    return find


def constructs(body: Body, found: Sequence[Tag], *, leaves_text: bool = True) -> Iterator[Construct]:
    """Mask tags, which ascend; `leaves_text`: as in `Grammar`."""
    if not found:
        return
    partners = _partners(found)
    runs = list(_runs(body.data, found))
    of_tag = {id(tag): run for run in runs for tag in run.tags}
    for run in runs:
        partner = partners.get(id(run.tags[-1]))
        if partner is not None:
            _part_from_body(body.data, run, of_tag[id(partner)])
    html = [match.start() for match in _HTML_BLOCK.finditer(body.data)]
    for run in runs:
        yield from _constructs(body, run, partners, html, leaves_text=leaves_text)


def _tags(body: Body, grammar: Grammar) -> Iterator[Tag]:
    data, code = body.data, body.code
    at, fence = 0, 0
    while True:
        match = grammar.tag.search(data, at)
        if match is None:
            return
        while fence < len(code) and code[fence].end <= match.start():
            fence += 1
        if fence < len(code) and code[fence].start <= match.start():
            at = code[fence].end
            continue
        tag = grammar.read(match)
        end = _code_end(body, match, tag, grammar) if tag.role is Role.OPENS else -1
        if end < 0:
            at = match.end()
            yield tag
            continue
        yield Tag(Span(tag.span.start, end), tag.name, Role.ALONE, is_block=True, body_start=match.end())
        if fence < len(code) and code[fence].start < end:
            # A fence within code need not close within it: look for fences again.
            code, fence = tuple(each.span for each in fences.fences(data, end)), 0
        at = end


def _code_end(body: Body, match: re.Match[bytes], tag: Tag, grammar: Grammar) -> int:
    if tag.name not in body.data_names:
        return grammar.code_end(body.data, match)
    closing = grammar.closing(tag.name).search(body.data, match.end())
    return closing.end() if closing else -1


def _partners(found: Sequence[Tag]) -> dict[int, Tag]:
    """The closing tag of each opening one, and the other way round, by identity."""
    partners: dict[int, Tag] = {}
    opened: list[Tag] = []
    for tag in found:
        if tag.role is Role.OPENS:
            opened.append(tag)
        elif tag.role is Role.CLOSES:
            depth = next((at for at in reversed(range(len(opened))) if tag.name in (b"", opened[at].name)), None)
            if depth is not None:
                partners[id(opened[depth])], partners[id(tag)] = tag, opened[depth]
                del opened[depth:]
    return partners


def _runs(data: bytes, found: Sequence[Tag]) -> Iterator[_Run]:
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and not data[found[last].span.end : found[last + 1].span.start].strip(b" \t"):
            last += 1
        run = list(found[at : last + 1])
        start = run[0].span.start
        lead = data[common.line_start(data, start) : start]
        has_marker = _MARKERS.fullmatch(lead) is not None
        yield _Run(
            run,
            has_marker or _QUOTES_ONLY.fullmatch(lead) is not None,
            _LINE_END.match(data, run[-1].span.end) is not None,
            has_marker,
        )
        at = last + 1


def _part_from_body(data: bytes, run: _Run, partner: _Run) -> None:
    """Keep a pair of tags around the whole of a text out of that text."""
    if partner is run or not run.opens_line or not partner.ends_line:
        return
    before, after = _line_before(data, run.span.start), _line_after(data, partner.span.end)
    opens_text = run.ends_line or run.has_marker or _NO_TEXT.match(before)
    closes_text = partner.opens_line or _NO_TEXT.match(after) or _ITEM.match(after)
    if opens_text and closes_text:
        run.is_beside = not run.ends_line
        partner.is_beside = not partner.opens_line


def _constructs(
    body: Body, run: _Run, partners: dict[int, Tag], html: Sequence[int], *, leaves_text: bool
) -> Iterator[Construct]:
    data = body.data
    if run.opens_line and run.ends_line and not run.has_marker and not _is_word(data, run, partners):
        around = _html_around(data, run.span.start, html)
        if around is not None and not _close(run, partners, around):
            # A translation may join the lines of HTML: there a tag must be the same thing alone and among words.
            for tag in run.tags:
                yield Construct(tag.span, placeholder(tag.span.of(data)), _words(body, (tag,)), within_text=True)
        else:
            mask = _comment(data, run.span) if leaves_text else b""
            yield Construct(run.span, mask, _words(body, run.tags))
        return
    beside = run.is_beside or (run.opens_line and run.ends_line and run.has_marker)
    for tag in run.tags:
        mask = placeholder(tag.span.of(data))
        if beside:
            yield Construct(tag.span, mask, _words(body, (tag,)), beside_text=True)
        else:
            yield Construct(tag.span, mask, within_text=True)


def _is_word(data: bytes, run: _Run, partners: dict[int, Tag]) -> bool:
    """Whether tags that fill a line are words of a sentence that goes on before and after it."""
    if any(tag.is_block or tag.role is Role.MIDDLE or id(tag) in partners for tag in run.tags):
        return False
    after = _line_after(data, run.span.end)
    if _NO_TEXT.match(after) or _ITEM.match(after):
        return False
    if _GOES_ON.match(after):
        return True
    before = _line_before(data, run.span.start)
    return not (_NO_TEXT.match(before) or _ITEM.match(before) or _SENTENCE_END.search(before))


def _html_around(data: bytes, position: int, openings: Sequence[int]) -> int | None:
    """Where the block of HTML begins that a line belongs to, which a blank line would end.

    `openings`: where such blocks begin.
    """
    at = bisect.bisect_left(openings, position) - 1
    return openings[at] if at >= 0 and _BLANK_LINE.search(data, openings[at], position) is None else None


def _close(run: _Run, partners: dict[int, Tag], start: int) -> bool:
    """Whether tags close what was opened before a block of HTML that begins at `start`, which ends with them."""
    opened = [partners.get(id(tag)) for tag in run.tags if tag.role is Role.CLOSES]
    return len(opened) == len(run.tags) and all(tag is not None and tag.span.start < start for tag in opened)


def _comment(data: bytes, span: Span[BodyBytes]) -> bytes:
    """A comment in place of what stands by itself between blank lines and ends a list there; else a blank line."""
    start, end = span
    lead = data[common.line_start(data, start) : start]
    alone = not (_line_before(data, start).strip() or _line_after(data, end).strip())
    if not alone or b">" in lead or len(lead) > 3 or end - start < len(b"<!---->"):
        return b""
    return b"<!--" + masking.blanked(data[start + 4 : end - 3]) + b"-->"


def _words(body: Body, found: Sequence[Tag]) -> tuple[Words, ...]:
    words = []
    for tag in found:
        if tag.role is Role.CLOSES:
            continue
        span: Span[BodyBytes] = Span(tag.span.start, tag.body_start or tag.span.end)
        for value in arguments.values(body.data, span, body.parameters):
            if common.is_for_readers(value.span.of(body.data)) and not _TARGET.fullmatch(body.data, *value.span):
                place = Place.PARAMETER if tag.escapes and value.quote != "`" else Place.QUOTED
                name = value.name if not value.name.isdigit() else tag.name.decode()
                words.append(Words(Kind.PARAMETER, place, value.span, detail=name))
    return tuple(words)


def _line_before(data: bytes, position: int) -> bytes:
    """The line above that of `position`, without its line feed."""
    end = data.rfind(b"\n", 0, position)
    return data[data.rfind(b"\n", 0, end) + 1 : end] if end >= 0 else b""


def _line_after(data: bytes, position: int) -> bytes:
    start = data.find(b"\n", position) + 1
    if not start:
        return b""
    end = data.find(b"\n", start)
    return data[start : end if end >= 0 else len(data)]
