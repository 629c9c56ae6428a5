"""Where does a generator see a block begin, or none, while CommonMark sees it otherwise: lines within a paragraph?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import line_start
from i18n.markdown.fences import LinePattern
from i18n.markdown.masking import Body, Construct, Masker
from i18n.span import Span

_COLON = re.compile(rb":(?=[^\s])(?!-+:?[ \t]*\|)")
_UNDERLINE = LinePattern(rb"(?P<lead>[ \t>]*+)(?P<marks>-+|=+)(?=[ \t]*(?:[\r\n]|\Z))")
_MAY_UNDERLINE = re.compile(rb"[\n >](?:--|==|[-=][ \t]*(?:[\r\n]|\Z))")
_NO_TEXT = re.compile(rb"[ \t>]*(?:[\r\n]|\Z|\#|<|\||`{3}|~{3}|!!!|\?\?\?|===|---|\{|/{3})")
_REFERENCE = re.compile(
    rb"\[(?!\^)[^\[\]\r\n]+\]:[ \t]*[^\s]+(?:[ \t]+(?:\"[^\r\n]*\"|'[^\r\n]*'|\([^\r\n]*\)))?[ \t]*(?=[\r\n]|\Z)"
)
_CONTAINER = re.compile(rb"(?:(?:!!!|\?\?\?\+?)[ \t]?[^\s]|===[!+]{0,2}[ \t]+\")[^\r\n]*")
LINE = re.compile(rb"(?P<indent>[ ]*+)(?P<text>[^\r\n]*)(?:\r?\n|\Z)")
_SHALLOW = re.compile(rb"\n[ \t]*\r?\n(?P<outer>(?:[ ]{4})+)(?P<more>[ ]{2,3})(?=[^\s])")
_OPENS_BLOCK = re.compile(rb"(?:[-*+]|\d+\.)[ \t]|\#|>|`{3}|~{3}|\||<|\[[^\[\]\r\n]*\]:")
_DEFINITION = LinePattern(rb"(?P<lead>[ \t>]*+):(?=[ \t]{1,4}[^\s])")
_NO_TERM = re.compile(_OPENS_BLOCK.pattern + rb"|[\s:]|===|---|[!?]{3}|/{3}|\Z")
_TEXT = re.compile(
    rb"[ \t>]*+(?P<marks>(?:(?:[-*+:]|\d{1,9}[.)])[ \t]+)*+)(?P<note>\[\^[^\]\r\n]*+\]:[ \t]+)?(?=[^\s\#<{|])"
)
_ITEM = re.compile(rb"[ \t>]*\d{1,9}[.)][ \t]+")
_NUMBER = LinePattern(rb"(?P<lead>[ \t>]*+)(?!1\.)\d{1,9}\.[ \t]+[^\s]")
_HOLDS = re.compile(rb"(?:[-*+]|\d+\.)(?:[ ]{1,4}(?=[^\s])|[ \t])|(?:!!|\?\?|==)(?=[!?=])")
"""What opens an item or an admonition, for which the parser is shown a bullet; its end is where the text stands."""


def margin(data: bytes, start: int) -> int | None:
    """How deep the text of the block stands that the line at `start` goes on with; None where it begins one."""
    found = None
    while start and (text := _TEXT.match(data, above := line_start(data, start - 1))):
        start = above
        if text["note"]:
            return text.start("note") - above + 4
        found = text.end() - above
        if text["marks"]:
            break
    return found


def colons(body: Body) -> Iterator[Construct]:
    """A colon that no blank follows begins no definition: `:warning: Hot!`, `:) or not`."""
    for match in body.starting(b":", _COLON):
        yield Construct(Span(match.start(), match.start()), within_text=True, ahead=b"\\")


def unsure_colons(body: Body) -> Iterator[Construct]:
    """The same where a setting of the generator says whether it is one: the line stays a line, as a text of its own."""
    for match in body.starting(b":", _COLON):
        start = line_start(body.data, match.start())
        if start and not _NO_TEXT.match(body.data, line_start(body.data, start - 1)):
            yield Construct(Span(start, start), ahead=body.data[start : match.start()].rstrip(b" \t") + b"\n")
        yield Construct(Span(match.start(), match.start()), within_text=True, ahead=b"\\")


def underlines(*, ends_paragraph: bool) -> Masker:
    """Hyphens or equals signs below several lines: no heading, which has one line to these generators.

    `ends_paragraph`: three hyphens are a rule there; else, and all others, they are words of the paragraph.
    """

    def find(body: Body) -> Iterator[Construct]:
        data = body.data
        if _MAY_UNDERLINE.search(data) is None:
            return
        for match in body.lines(_UNDERLINE):
            start = match.start("line")
            above = line_start(data, start - 1)
            if above == 0 or _NO_TEXT.match(data, above) or _NO_TEXT.match(data, line_start(data, above - 1)):
                continue
            if ends_paragraph and match["marks"].startswith(b"---"):
                yield Construct(Span(start, start), ahead=match["lead"].rstrip(b" \t") + b"\n")
            else:
                marks = match.start("marks")
                yield Construct(Span(marks, marks), within_text=True, ahead=b"\\")

    return find


def references(body: Body) -> Iterator[Construct]:
    """Definitions of references at the begin of any line of a paragraph."""
    last = -1
    for match in body.starting(b"[", _REFERENCE):
        start = line_start(body.data, match.start())
        lead = body.data[start : match.start()]
        above = line_start(body.data, start - 1)
        if start and above != last and not lead.strip(b" \t>") and body.data[above:start].strip(b" \t\r\n>"):
            yield Construct(Span(start, start), ahead=lead.rstrip(b" \t") + b"\n")
        last = start


def terms(body: Body) -> Iterator[Construct]:
    """Each line of a paragraph above a definition, or above a blank line before it, is a term."""
    data = body.data
    for match in body.lines(_DEFINITION):
        start, lead = match.start("line"), match["lead"]
        line = line_start(data, start - 1)
        if not data[line:start].strip(b" \t\r\n>"):
            line = line_start(data, line - 1)
        found = list[Construct]()
        while line and _is_term(data, line, lead) and _is_term(data, above := line_start(data, line - 1), lead):
            found.append(Construct(Span(line, line), ahead=lead.rstrip(b" \t") + b"\n"))
            line = above
        if not line or _NO_TEXT.match(data, line_start(data, line - 1)):  # else they are no paragraph of their own
            yield from found


def _is_term(data: bytes, line: int, lead: bytes) -> bool:
    """Whether a line is text of a paragraph as deep as the definition."""
    at = line + len(lead)
    return data.startswith(lead, line) and not _NO_TERM.match(data, at)


def numbers(body: Body) -> Iterator[Construct]:
    """Items of any number begin a list right below text; to CommonMark the first alone does."""
    for match in body.lines(_NUMBER):
        start = match.start("line")
        if _interrupts(body.data, start, len(match["lead"])):
            yield Construct(Span(start, start), ahead=match["lead"].rstrip(b" \t") + b"\n")


def _interrupts(data: bytes, start: int, indent: int) -> bool:
    """Whether an item so deep follows text that is no part of an item next to it."""
    is_text = False
    while start and not _NO_TEXT.match(data, above := line_start(data, start - 1)):
        item = _ITEM.match(data, above)
        if item:
            return indent >= item.end() - above
        start, is_text = above, True
    return is_text


def after_containers(body: Body) -> Iterator[Construct]:
    """Text right below an admonition or a tab that is less indented is no part of it."""
    data, seen = body.data, set[int]()
    for match in body.starting(b"!?=", _CONTAINER):
        line = line_start(data, match.start())
        if data[line : match.start()].strip(b" "):
            continue
        end, is_close = _below(data, match.end(), match.start() - line + 4)
        if is_close and end < len(data) and end not in seen:
            seen.add(end)
            yield Construct(Span(end, end), ahead=b"\n")


def _below(data: bytes, at: int, indent: int) -> tuple[int, bool]:
    """Where the first line below that is less indented begins, and whether text stands right above it."""
    at, is_close = data.find(b"\n", at) + 1 or len(data), True
    while at < len(data) and (line := LINE.match(data, at)):
        if line["text"].strip() and len(line["indent"]) < indent:
            break
        is_close, at = bool(line["text"].strip()), line.end()
    return at, is_close


def shallow(body: Body) -> Iterator[Construct]:
    """What is indented by two or three more than the text of its item or admonition is no code: it needs four."""
    for match in body.found(_SHALLOW):
        outer = len(match["outer"])
        text = _text_above(body.data, match.start(), outer)
        if text is not None and outer + len(match["more"]) >= text + 4:
            opens = _OPENS_BLOCK.match(body.data, match.end()) is not None
            yield Construct(Span(*match.span("more")), b"-" if opens else b"x", beside_text=not opens)


def _text_above(data: bytes, at: int, indent: int) -> int | None:
    """How deep the text stands of the item or admonition that the nearest less indented line above opens."""
    start = at + 1
    while start:
        start, end = line_start(data, start - 1), start - 1
        line = data[start:end]
        margin = len(line) - len(line.lstrip(b" "))
        if line.strip() and margin < indent:
            opening = _HOLDS.match(line, margin)
            return opening.end() if opening and margin >= indent - 4 else None
    return None
