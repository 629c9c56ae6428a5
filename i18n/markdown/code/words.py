"""Which words of a code block may be offered for translation?"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from i18n.markdown.code import comments, fence, prose
from i18n.markdown.code.comments import Line
from i18n.markdown.code.escape import escape_code
from i18n.markdown.code.lexing import Sort, Token, canonical, tokens
from i18n.markdown.code.strings import ATTRIBUTE, literals
from i18n.markdown.modes import Mode
from i18n.model import Kind
from i18n.span import Characters, Span


class CodeWords(NamedTuple):
    """A span of code that readers read."""

    kind: Kind
    """`CODE_COMMENT`, `CODE_STRING` or `CODE_BLOCK`."""
    span: Span[Characters]
    mark: str = ""
    """What opens the comment or the string it stands in; `escape_code` needs it."""


_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"@(?P<name>\w+)\s*")
_TYPE = re.compile(r"\{[^{}]*\}\s*")
_NAME = re.compile(r"\[?[\w.$]+(?:=[^\]\s]*)?\]?\s+(?:-\s+)?|[\w.$]+$")
_NAMED = frozenset("param arg argument property prop template throws exception typedef".split())
_TOLD = frozenset("return returns deprecated todo summary description desc remarks note brief details warning".split())
_FIELD = re.compile(r":(?:param|parameter|arg|type|returns?|rtype|raises|var|ivar)\b[^:]*:\s*")
_RULE = re.compile(r"[-=*#~_/+]{2,}\s+|\s+[-=*#~_/+]{2,}")
_KEY = re.compile(r"\s*(?::|=>)")
"""What follows a key."""
_BEFORE = re.compile(r"(?:[=!]==?|\bcase|\bin|\bfrom|\bimport|\brequire\(|[\w)\]]\[|\btypeof)\s*$")
"""What stands before a name that is compared, looked up or imported."""
_WITH_JSX = frozenset({"javascript", "typescript", "jsx", "tsx"})
_ATTRIBUTE = re.compile(r"(?P<name>[\w-]+)=$")
_TEXT_ATTRIBUTES = frozenset("alt title label placeholder summary description aria-label".split())
_HIDDEN = re.compile(r"[ \t]*#(?:[ \t]|$)")
_INSERTED = re.compile(r"[$#\\]?\{[^{}]*\}|[$\\]\([^()]*\)|\$[A-Za-z_]\w*|`[^`]*`")
_TEMPLATES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.S)


def words(info: str, text: str, mode: Mode) -> Iterator[CodeWords]:
    """The spans of a block's code that are for readers, ascending, none within another.

    `info` is the fence's info string, `text` the code between the fences without the containers' prefixes. Each line
    of a comment is a span of its own. Documentation strings count as comments. Nothing for languages that Pygments
    does not know, nor without Pygments, but for `all`.
    """
    if mode == "all":
        stripped = text.rstrip("\r\n")
        if _LETTER.search(stripped):
            yield CodeWords(Kind.CODE_BLOCK, Span(0, len(stripped)))
        return
    language = fence.language(info)
    plain, position = _normalized(text)
    for found in _offered(language, plain, mode):
        said = found.span.of(plain)
        if escape_code(said, found.kind, language, found.mark) == said:
            yield found._replace(span=Span(position(found.span.start), position(found.span.end)))


def outline(info: str, text: str, mode: Mode) -> str:
    """What every translation of a block must leave as it is: its code, with the text of comments and strings blank.

    Code that stands within a string is kept, in any order; of a whole block its template tags are.
    """
    if mode == "all":
        return "\0".join(sorted(_TEMPLATES.findall(text)))
    language = fence.language(info)
    plain, _ = _normalized(text)
    found = tokens(language, plain)
    blanks = [(line.span, "") for line, _ in _comment_lines(plain, found)]
    if mode == "strings":
        inners = (each.inner for each in literals(plain, found, canonical(language)))
        blanks += [(inner, "\0".join(sorted(_INSERTED.findall(plain, *inner)))) for inner in inners]
    pieces, at = [], 0
    for (start, end), kept in sorted(blanks):
        pieces += [plain[at:start], "\0", kept]
        at = end
    return "".join([*pieces, plain[at:]])


def _normalized(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with line feeds alone, and where its characters stand in the text itself."""
    if "\r" not in text:
        return text, lambda at: at
    pairs = [match.start() - at for at, match in enumerate(re.finditer("\r\n", text))]
    return text.replace("\r\n", "\n").replace("\r", "\n"), lambda at: at + bisect.bisect_left(pairs, at)


def _offered(language: str, text: str, mode: Mode) -> Iterator[CodeWords]:
    found = tokens(language, text)
    if not found:
        return
    offered = list(_comments(text, found, canonical(language)))
    if mode == "strings":
        offered += _strings(text, found, canonical(language))
    yield from sorted(offered, key=lambda each: each.span.start)


# Comments


def _comment_lines(text: str, found: tuple[Token, ...]) -> Iterator[tuple[Line, bool]]:
    """Every line of every comment, and whether code stands between it and the line before."""
    at, parted = 0, True
    while at < len(found):
        first = found[at]
        if first.sort not in (Sort.COMMENT, Sort.DOC):
            parted = parted or not first.span.of(text).isspace()
            at += 1
            continue
        end, at = first.span.end, at + 1
        while at < len(found) and found[at].sort is first.sort and found[at].span.start == end:
            end, at = found[at].span.end, at + 1
        for line in comments.lines(text, Span(first.span.start, end), is_doc=first.sort is Sort.DOC):
            yield line, parted
            parted = False


def _comments(text: str, found: tuple[Token, ...], language: str) -> Iterator[CodeWords]:
    example, previous = "", 0
    for line, parted in _comment_lines(text, found):
        said, start = line.span.of(text), line.span.start
        if parted or (example == ">>>" and text.count("\n", previous, start) > 1):
            example = ""
        previous = line.span.end
        if said.startswith(("```", "~~~")):
            example = "" if example == said[:3] else said[:3]
            continue
        if said.startswith(">>>"):
            example = ">>>"
        if example or len(said) > prose.LONGEST or (language == "rust" and _is_hidden(text, start)):
            continue
        span = _described(text, _without_rules(text, line.span))
        if span.start < span.end and prose.is_comment(span.of(text)):
            mark = line.mark if span.start == start else line.mark.rstrip() + " "
            yield CodeWords(Kind.CODE_COMMENT, span, mark)


def _is_hidden(text: str, at: int) -> bool:
    """Whether a line is one of those that rustdoc and mdBook compile but do not show."""
    return _HIDDEN.match(text, text.rfind("\n", 0, at) + 1) is not None


def _without_rules(text: str, span: Span[Characters]) -> Span[Characters]:
    """Leave out the ornaments around a title: `--- Title ---`."""
    start, end = span
    for match in _RULE.finditer(text, start, end):
        if match.start() == start:
            start = match.end()
        elif match.end() == end:
            end = match.start()
    return Span(start, end)


def _described(text: str, span: Span[Characters]) -> Span[Characters]:
    """Leave out what a documentation tool reads before a description: `@param {string} name - `, `:param name: `."""
    end = span.end
    field = _FIELD.match(text, *span)
    if field:
        return Span(field.end(), end)
    tag = _TAG.match(text, *span)
    if tag is None:
        return span
    if tag["name"] not in _NAMED and tag["name"] not in _TOLD:
        return Span(end, end)
    patterns = (_TYPE, _NAME) if tag["name"] in _NAMED else (_TYPE,)
    at = tag.end()
    for pattern in patterns:
        match = pattern.match(text, at, end)
        at = match.end() if match else at
    return Span(at, end)


# Strings


def _strings(text: str, found: tuple[Token, ...], language: str) -> Iterator[CodeWords]:
    for each in literals(text, found, language):
        span, start = each.inner.stripped(text, " "), each.span.start
        said, before = span.of(text), text[text.rfind("\n", 0, start) + 1 : start]
        if not said or not prose.is_string(said) or _KEY.match(text, each.span.end) or _BEFORE.search(before):
            continue
        attribute = _ATTRIBUTE.search(before) if language in _WITH_JSX else None
        if attribute is None or attribute["name"].lower() in _TEXT_ATTRIBUTES:
            yield CodeWords(Kind.CODE_STRING, span, ATTRIBUTE * bool(attribute) + each.mark)
