"""Which tags, comments and raw text does a browser read in HTML, and where does each part of them stand?

By the states of the HTML standard's tokenizer (13.2.5), a pattern for each group of states. What the tree decides is
taken from the names alone: an element of raw text is one in SVG too, and `<![CDATA[` is never a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from i18n.span import Characters, Span

_SPACE = r"\t\n\f\r "
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_SPACE}/>]*+)")
"""Tag open, end tag open, tag name."""
_ATTRIBUTE = re.compile(
    rf"[{_SPACE}/]*+([^{_SPACE}/>][^{_SPACE}/>=]*+)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^{_SPACE}>]*+)))?"
)
"""Before attribute name to after attribute value. An equals sign may begin a name."""
_TAG_END = re.compile(rf"[{_SPACE}/]*+(?:>|\Z)")
_COMMENT = re.compile(r"(?s)<!--(?:-?>|.*?(?:--!?>|\Z))")
_BOGUS = re.compile(r"<(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)")
"""A bogus comment or a declaration, which ends within its quotes too."""
_DOCTYPE = re.compile(r"<!doctype", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]+);?|#[xX](?P<hex>[0-9A-Fa-f]+);?|(?P<name>[A-Za-z0-9]++(?:;|(?!=))))")
_C1 = {
    number: bytes([number]).decode("cp1252") for number in range(0x80, 0xA0) if number not in b"\x81\x8d\x8f\x90\x9d"
}
"""Numbers of controls, for which browsers take Windows' letters."""
_SCRIPT = re.compile(rf"<!--|-->|<(/?)script(?=[{_SPACE}/>])", re.IGNORECASE)

RAW_TEXT = frozenset("script style textarea title xmp iframe noembed noframes noscript plaintext".split())
"""Elements in which browsers read no tags but their own end; `noscript` where scripts run, `plaintext` for ever."""


class Attribute(NamedTuple):
    """An attribute of a tag."""

    name: str
    """In lower case."""
    value: str
    """With character references resolved; empty where it has none."""
    name_span: Span[Characters]
    value_span: Span[Characters]
    """Without quotes; empty where it has no value."""
    is_repeated: bool
    """Another of the same name stands before it: browsers drop this one."""


class Tag(NamedTuple):
    """A start or an end tag."""

    span: Span[Characters]
    name: str
    """In lower case."""
    name_span: Span[Characters]
    is_closing: bool
    is_empty: bool
    """It ends in `/>`, which browsers mind in SVG and MathML only."""
    attributes: tuple[Attribute, ...]
    """In order of writing."""
    is_finished: bool
    """False when the text ends within it: browsers take all that follows for a part of it."""


class Comment(NamedTuple):
    """A comment, a declaration, or what browsers take for a comment."""

    span: Span[Characters]
    kind: Literal["comment", "doctype", "bogus"]
    is_finished: bool

    def said(self, text: str) -> str:
        """What it says, its marks left out; `text` is the one it was found in."""
        inner = self.span.of(text).removeprefix("<!--")
        return inner.removesuffix("-->").removesuffix("--!>").strip()


class RawText(NamedTuple):
    """What stands in an element of raw text; never empty."""

    span: Span[Characters]
    element: str
    is_finished: bool
    """The element's end tag comes next."""


Token: TypeAlias = Tag | Comment | RawText


def tokens(text: str, *, raw: bool = True) -> Iterator[Token]:
    """Everything but text, in order; without `raw`, tags are looked for in elements of raw text too."""
    at = 0
    while (token := first(text, at)) is not None:
        yield token
        at = token.span.end
        if raw and isinstance(token, Tag) and opens_raw_text(token):
            end = raw_text_end(text, at, token.name)
            if at < (len(text) if end is None else end):
                yield RawText(Span(at, len(text) if end is None else end), token.name, end is not None)
            at = len(text) if end is None else end


def tags(text: str) -> Iterator[Tag]:
    """Every tag, also in raw text and in what a browser takes for a comment."""
    at = 0
    while opening := _TAG.search(text, at):
        tag = _tag(text, opening)
        yield tag
        at = tag.span.end


def first(text: str, at: int) -> Tag | Comment | None:
    """The first tag or comment that begins at `at` or later."""
    while (at := text.find("<", at)) >= 0:
        if opening := _TAG.match(text, at):
            return _tag(text, opening)
        if comment := _comment(text, at):
            return comment
        at += 1
    return None


def opens_raw_text(tag: Tag) -> bool:
    """Whether browsers read no tags after it."""
    return tag.name in RAW_TEXT and not tag.is_closing and tag.is_finished


def raw_text_end(text: str, at: int, element: str) -> int | None:
    """Where the end tag of an element of raw text begins whose text begins at `at`; None when it never ends."""
    if element == "script":
        return _script_end(text, at)
    end = None if element == "plaintext" else re.compile(rf"(?i)</{element}(?=[{_SPACE}/>])").search(text, at)
    return end.start() if end else None


def _script_end(text: str, at: int) -> int | None:
    """The script data states: in a comment of a script, a script of its own hides an end tag."""
    is_comment = is_script = False
    while mark := _SCRIPT.search(text, at):
        at = mark.end()
        if mark[0] == "<!--":
            if not is_comment:
                is_comment, at = True, mark.start() + 2  # its own dashes may end it
        elif mark[0] == "-->":
            is_comment = is_script = False
        elif mark[1] and not is_script:
            return mark.start()
        else:
            is_script = is_comment and not mark[1]
    return None


def _tag(text: str, opening: re.Match[str]) -> Tag:
    at = opening.end()
    attributes: list[Attribute] = []
    names: set[str] = set()
    while match := _ATTRIBUTE.match(text, at):
        at = match.end()
        attributes.append(_attribute(match, names))
        names.add(attributes[-1].name)
    end = _TAG_END.match(text, at)
    assert end is not None  # whatever is neither white space nor a slash begins an attribute
    return Tag(
        Span(opening.start(), end.end()),
        lowered(opening[2]),
        Span(*opening.span(2)),
        bool(opening[1]),
        end[0].endswith("/>"),
        tuple(attributes),
        end[0].endswith(">"),
    )


def _attribute(match: re.Match[str], names: set[str]) -> Attribute:
    name, group = lowered(match[1]), match.lastindex or 1
    value: Span[Characters] = Span(*match.span(group)) if group > 1 else Span(match.end(1), match.end(1))
    return Attribute(name, resolved(value.of(match.string)), Span(*match.span(1)), value, name in names)


def _comment(text: str, at: int) -> Comment | None:
    if match := _COMMENT.match(text, at):
        return Comment(Span(*match.span()), "comment", _ends(match[0]))
    if match := _BOGUS.match(text, at):
        if match[0] == "</":
            return None
        kind: Literal["doctype", "bogus"] = "doctype" if _DOCTYPE.match(text, at) else "bogus"
        return Comment(Span(*match.span()), kind, match[0].endswith(">"))
    return None


def _ends(comment: str) -> bool:
    return comment in ("<!-->", "<!--->") or comment.endswith(("-->", "--!>"), len("<!--"))


def lowered(name: str) -> str:
    """A name as browsers have it: letters of ASCII alone change their case."""
    if name.isascii():
        return name.lower().replace("\0", "\ufffd")
    return "".join(letter.lower() if letter.isascii() else letter for letter in name).replace("\0", "\ufffd")


def resolved(value: str) -> str:
    """The value of an attribute as browsers have it: a name without a semicolon counts only where no word goes on."""
    if "\0" in value or "\r" in value:
        value = value.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(_character, value) if "&" in value else value


def _character(reference: re.Match[str]) -> str:
    if reference["name"]:
        from html.entities import html5  # two thousand names

        return html5.get(reference["name"], reference[0])
    digits, base = (reference["decimal"], 10) if reference["decimal"] else (reference["hex"], 16)
    significant = digits.lstrip("0")
    number = int(significant, base) if 0 < len(significant) <= 7 else 0
    if not 0 < number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return _C1.get(number, chr(number))
