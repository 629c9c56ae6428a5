"""What markup stands inside a message? Spans of code, links, images, HTML, emphasis, as a tree."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from i18n.errors import InputError
from i18n.markdown.dialects import Dialect, protection
from i18n.markdown.parser import INLINE, Event, Link, Tag, events
from i18n.span import Characters, Span, TextBytes, in_characters
from i18n.words.folding import single_spaced

_WORD = "x "
"""Stands before a message, which would else be read as a list, a heading, a quote, …"""
_LABELS = re.compile(r"\[((?:\\.|[^\[\]\\])+)\](?!\()")
_RUN = re.compile("([\ue000-\uefff])\\1*")
_KINDS = {
    "Code": "code", "InlineHtml": "html", "InlineMath": "math", "DisplayMath": "math", "FootnoteReference": "footnote",
}  # fmt: skip


MOST = 100
"""Links, images and emphasis inside each other that are read: people write three, and each takes up stack."""
_NESTS = "[*_~"


class NestingError(InputError):
    """A text nests more markup than is read."""


class Inline(NamedTuple):
    """One inline of a message."""

    kind: str
    """`text`, `code`, `math`, `html`, `link`, `image`, `emphasis`, `strong`, `strikethrough`, `footnote`, `break`."""
    span: Span[Characters]
    inner: Span[Characters]
    """The part between the opening and the closing mark; for a leaf all of it."""
    value: str = ""
    """Code: its content; HTML: the raw tag; link, image: the target; footnote: the label; text: entities resolved."""
    title: str = ""
    reference: str = ""
    """`full`, `collapsed` or `shortcut` for a link or image by reference, `autolink` for `<…>`, else empty."""
    children: tuple[Inline, ...] = ()

    @property
    def marks(self) -> tuple[Span[Characters], Span[Characters]]:
        """Where its opening and its closing mark stand, targets included."""
        return Span(self.span.start, self.inner.start), Span(self.inner.end, self.span.end)


def parse(message: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[Inline, ...]:
    """Parse a message (a msgid or msgstr) as the inline content of one block.

    `labels` are those the article defines; `[text][label]`, `[label][]` and `[^note]` are always taken for
    references, a bare `[label]` only if it is one of `labels`. Line breaks of a message are hard breaks.
    Raises `NestingError`.
    Gaps between the children are markup or the text of entities; every character of a container lies inside it.
    """
    message, codes = _without_expanded(message, dialect)
    flat = _WORD + message.replace("\n", " ")
    text = flat + "".join(_definition(label) for label in _referenced(flat, labels))
    parsed = events(text, dialect.extensions, -len(_WORD))
    next(parsed)
    nodes = _Reader(message, parsed).children()
    if codes:
        nodes = tuple(_spelled(node, codes) for node in nodes)
    ends = (Span(at, at + 1) for at, letter in enumerate(message) if letter == "\n")
    breaks = [Inline("break", span, span) for span in ends]
    return tuple(sorted((*nodes, *breaks), key=lambda node: (node.span.start, -node.span.end))) if breaks else nodes


def _without_expanded(message: str, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Stand a private-use letter for each character of code that the generator expands before it reads Markdown.

    The same for what the project wants left as it is.
    """
    may_expand = dialect.expanded is not None and "{" in message
    if not may_expand and not dialect.verbatim:
        return message, {}
    data = message.encode("utf-8", "surrogatepass")
    codes: dict[str, str] = {}

    def letters(code: bytes) -> bytes:
        said = code.decode("utf-8", "surrogatepass")
        written = chr(0xE000 + len(codes) % 0x1000) * len(said)
        codes[written] = said
        return written.encode()

    for span in reversed(protection.own_spans(dialect.verbatim, data)):
        data = data[: span.start] + letters(span.of(data)) + data[span.end :]
    if may_expand and dialect.expanded is not None:
        data = dialect.expanded.sub(lambda match: letters(match[0]), data)
    return data.decode("utf-8", "surrogatepass"), codes


def _spelled(node: Inline, codes: dict[str, str]) -> Inline:
    """The node with the code in its values as it is written."""
    children = tuple(_spelled(child, codes) for child in node.children)
    return node._replace(value=_written(node.value, codes), title=_written(node.title, codes), children=children)


def _written(value: str, codes: dict[str, str]) -> str:
    return _RUN.sub(lambda run: codes.get(run[0], run[0]), value) if value else value


def may_nest(message: str) -> bool:
    """Tell cheaply whether a text may nest more markup than is read: most have not nearly as many marks."""
    return len(message) > MOST and sum(map(message.count, _NESTS)) > MOST


def walk(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every node, parents before children, in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def _referenced(flat: str, labels: Collection[str]) -> dict[str, None]:
    """The labels that this message may refer to: those it names in brackets and no others."""
    if "[" not in flat:
        return {}
    known = all_folded(tuple(labels))
    return {
        match[1]: None
        for match in _LABELS.finditer(flat)
        if match[1].startswith("^")
        or flat[match.start() - 1] == "]"
        or flat.startswith("[]", match.end())
        or folded(match[1]) in known
    }


def named(message: str, labels: Collection[str]) -> list[str]:
    """The labels, as CommonMark compares them, that stand in brackets in a message, sorted."""
    known = all_folded(tuple(labels))
    return sorted(label for label in (folded(match[1]) for match in _LABELS.finditer(message)) if label in known)


@functools.lru_cache(maxsize=16)
def all_folded(labels: tuple[str, ...]) -> frozenset[str]:
    """The labels of an article as CommonMark compares them; the same for all its messages."""
    return frozenset(map(folded, labels))


def folded(label: str) -> str:
    """A label as CommonMark compares it (0.31.2 §4.7): case and white space do not count."""
    return single_spaced(label).casefold()


def _definition(label: str) -> str:
    return f"\n\n[{label}]: x"


class _Reader:
    """Turns the parser's events into nodes; positions count from the message, before which a word stands."""

    def __init__(self, message: str, parsed: Iterator[Event]) -> None:
        self._message = message
        self._events = parsed
        self._depth = 0
        self._data = None if message.isascii() else message.encode("utf-8", "surrogatepass")

    def children(self) -> tuple[Inline, ...]:
        """Read nodes up to the end event of the container they stand in."""
        nodes = []
        for what, text, tag, start, end in self._events:
            if what == "End":
                break
            span = self._span(start, end)
            if tag is not None:
                nodes.append(self._container(tag, span))
            elif end > 0:
                said = " " if what in ("SoftBreak", "HardBreak") else text
                nodes.append(Inline(_KINDS.get(what, "text"), span, span, said if start >= 0 else said[-start:]))
        return tuple(nodes)

    def _span(self, start: int, end: int) -> Span[Characters]:
        if self._data is None or end <= 0:
            return Span(max(start, 0), end)
        span: Span[TextBytes] = Span(max(start, 0), end)
        return in_characters(span, self._data)

    def _container(self, tag: Tag, span: Span[Characters]) -> Inline:
        self._depth += 1
        if self._depth > MOST:
            raise NestingError(
                f"Links, images and emphasis stand inside each other more than {MOST} deep.", "Take some of them out."
            )
        kind, children = INLINE[tag.name], self.children()
        self._depth -= 1
        if tag.link is not None:
            return self._link(kind, tag.link, span, children)
        start, end = span
        width = 2 if kind == "strong" or self._message.startswith("~~", start) else 1
        return Inline(kind, span, Span(start + width, end - width), children=children)

    def _link(self, kind: str, link: Link, span: Span[Characters], children: tuple[Inline, ...]) -> Inline:
        start, end = span
        if link.reference == "autolink":
            return Inline(kind, span, Span(start + 1, end - 1), link.target, "", link.reference, children)
        inner = start + (2 if kind == "image" else 1)
        inner_end = children[-1].span.end if children else inner
        if link.reference == "collapsed" and self._message.startswith("[]", end):
            span = Span(start, end + 2)  # pulldown-cmark leaves the brackets out of the range
        target, title = (link.label, "") if link.reference else (link.target, link.title)
        return Inline(kind, span, Span(inner, inner_end), target, title, link.reference, children)
