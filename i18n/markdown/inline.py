"""What markup stands inside a message? Spans of code, links, images, HTML, emphasis, as a tree."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from i18n.errors import InputError
from i18n.markdown.dialects import Dialect
from i18n.markdown.parser import INLINE, Event, Link, Tag, events

_LABELS = re.compile(r"\[((?:\\.|[^\[\]\\])+)\](?!\()")
_RUN = re.compile("([\ue000-\uefff])\\1*")
_KINDS = {
    "Code": "code", "InlineHtml": "html", "InlineMath": "math", "DisplayMath": "math", "FootnoteReference": "footnote",
}  # fmt: skip


MOST = 100
"""Links, images and emphasis inside each other that are read: people write three, and each takes up stack."""
_NESTS = re.compile(r"[\[*_~]")


class NestingError(InputError):
    """A text nests more markup than is read."""


@dataclass(frozen=True, slots=True)
class Inline:
    """One inline of a message; positions count characters of the message."""

    kind: str
    """`text`, `code`, `math`, `html`, `link`, `image`, `emphasis`, `strong`, `strikethrough`, `footnote`, `break`."""
    start: int
    end: int
    """One past the last character."""
    inner_start: int
    """Where the part between the opening and the closing mark begins; `start` for a leaf."""
    inner_end: int
    """One past that part; `end` for a leaf."""
    value: str = ""
    """Code: its content; HTML: the raw tag; link, image: the target; footnote: the label; text: entities resolved."""
    title: str = ""
    reference: str = ""
    """`full`, `collapsed` or `shortcut` for a link or image by reference, `autolink` for `<…>`, else empty."""
    children: tuple[Inline, ...] = ()


def parse(message: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[Inline, ...]:
    """Parse a message (a msgid or msgstr) as the inline content of one block.

    `labels` are those the article defines; `[text][label]`, `[label][]` and `[^note]` are always taken for
    references, a bare `[label]` only if it is one of `labels`. Line breaks of a message are hard breaks.
    Raises `NestingError`.
    Gaps between the children are markup or the text of entities; every character of a container lies inside it.
    """
    message, codes = _without_expanded(message, dialect)
    # A word and a space before the message keep it from being read as a list, a heading, a quote, …
    flat = "x " + message.replace("\n", " ")
    text = flat + "".join(_definition(label) for label in _referenced(flat, labels))
    parsed = events(text, dialect.extensions)
    next(parsed)
    reader = _Reader(text, parsed)
    nodes = reader.children(2)
    if codes:
        nodes = tuple(_spelled(node, codes) for node in nodes)
    breaks = [Inline("break", at, at + 1, at, at + 1) for at, letter in enumerate(message) if letter == "\n"]
    return tuple(sorted((*nodes, *breaks), key=lambda node: (node.start, -node.end))) if breaks else nodes


def _without_expanded(message: str, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Stand a private-use letter for each character of code that the generator expands before it reads Markdown."""
    if dialect.expanded is None or "{" not in message:
        return message, {}
    data = message.encode("utf-8", "surrogatepass")
    pieces: list[str] = []
    codes: dict[str, str] = {}
    at = 0
    for match in dialect.expanded.finditer(data):
        code = match[0].decode("utf-8", "surrogatepass")
        letter = chr(0xE000 + len(codes) % 0x1000)
        codes[letter * len(code)] = code
        pieces += [data[at : match.start()].decode("utf-8", "surrogatepass"), letter * len(code)]
        at = match.end()
    return "".join([*pieces, data[at:].decode("utf-8", "surrogatepass")]), codes


def _spelled(node: Inline, codes: dict[str, str]) -> Inline:
    """The node with the code in its values as it is written."""
    children = tuple(_spelled(child, codes) for child in node.children)
    return dataclasses.replace(
        node, value=_written(node.value, codes), title=_written(node.title, codes), children=children
    )


def _written(value: str, codes: dict[str, str]) -> str:
    return _RUN.sub(lambda run: codes.get(run[0], run[0]), value) if value else value


def may_nest(message: str) -> bool:
    """Tell cheaply whether a text may nest more markup than is read: most have not nearly as many marks."""
    return len(message) > MOST and len(_NESTS.findall(message)) > MOST


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
    return " ".join(label.split()).casefold()


def _definition(label: str) -> str:
    return f"\n\n[{label}]: x"


class _Reader:
    """Turns the parser's events into nodes; positions are shifted to those of the message."""

    def __init__(self, text: str, parsed: Iterator[Event]) -> None:
        self._text = text
        self._events = parsed
        self._depth = 0
        self._bytes = None if text.isascii() else text.encode("utf-8", "surrogatepass")

    def children(self, shift: int) -> tuple[Inline, ...]:
        """Read nodes up to the end event of the container they stand in."""
        nodes = []
        for what, text, tag, first_byte, end_byte in self._events:
            if what == "End":
                break
            start, end = self._at(first_byte) - shift, self._at(end_byte) - shift
            if tag is not None:
                node = self._container(tag, start, end, shift)
            else:
                said = " " if what in ("SoftBreak", "HardBreak") else text
                node = Inline(_KINDS.get(what, "text"), start, end, start, end, said)
            if node.end > 0:
                nodes.append(node)
        if nodes and nodes[0].start < 0:
            first = nodes[0]
            nodes[0] = Inline("text", 0, first.end, 0, first.end, first.value[-first.start :])
        return tuple(nodes)

    def _at(self, byte: int) -> int:
        return byte if self._bytes is None else len(self._bytes[:byte].decode("utf-8", "surrogatepass"))

    def _container(self, tag: Tag, start: int, end: int, shift: int) -> Inline:
        self._depth += 1
        if self._depth > MOST:
            raise NestingError(
                f"Links, images and emphasis stand inside each other more than {MOST} deep.", "Take some of them out."
            )
        kind, children = INLINE[tag.name], self.children(shift)
        self._depth -= 1
        if tag.link is not None:
            return self._link(kind, tag.link, start, end, shift, children)
        double = kind == "strong" or self._text.startswith("~~", start + shift)
        width = 2 if double else 1
        return Inline(kind, start, end, start + width, end - width, children=children)

    def _link(self, kind: str, link: Link, start: int, end: int, shift: int, children: tuple[Inline, ...]) -> Inline:
        if link.reference == "autolink":
            return Inline(kind, start, end, start + 1, end - 1, link.target, "", link.reference, children)
        inner = start + (2 if kind == "image" else 1)
        inner_end = children[-1].end if children else inner
        if link.reference == "collapsed" and self._text.startswith("[]", end + shift):
            end += 2  # pulldown-cmark leaves the brackets out of the range
        target, title = (link.label, "") if link.reference else (link.target, link.title)
        return Inline(kind, start, end, inner, inner_end, target, title, link.reference, children)
