"""What is known of front matter, whatever it is written in?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from i18n.project.keypaths import KEY, spelled
from i18n.span import ArticleBytes, Characters, Span, in_bytes

LINE_END = re.compile(r"\r\n|\n|\r")
TEXT = "text"
"""The kind of a leaf that is a string; every other kind is its format's own."""
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block at the top of an article that is data, not Markdown; or a whole file of data."""

    kind: str
    """`yaml`, `toml` or `json`; with ` file` after it for a whole file."""
    text: str
    """Between the two marks, line ends as they are; JSON has no marks, so its braces belong to it."""
    span: Span[ArticleBytes]
    """Where `text` stands."""
    body_start: int
    """First byte of the body in the article."""
    problem: str = ""
    """Why it cannot be read; empty when it can."""
    problem_line: int = 0
    """Line of the problem within the article, 1-based."""
    problem_column: int = 0

    @property
    def language(self) -> str:
        """The name people know it by: `YAML`."""
        return self.kind.split()[0].upper()

    def in_article(self, span: Span[Characters]) -> Span[ArticleBytes]:
        """Count in bytes of the article what was counted in characters of `text`."""
        return in_bytes(span, self.text, self.span.start)


FLOW = ","
"""The style of a plain scalar within the brackets of YAML."""
NOWHERE: Span[Characters] = Span(0, 0)


class Leaf(NamedTuple):
    """A value that holds no others: a scalar, or an empty list or table. In a file of data a key is one too."""

    path: str
    """Its key path, as a configuration would spell it: `title`, `images[].alt`, `nav[].key()`."""
    kind: str
    """`TEXT`, or whatever tells its type from others'."""
    value: str
    """What the parser makes of it."""
    span: Span[Characters] = NOWHERE
    """Where a text stands in `FrontMatter.text`, with its quotes or its `|`; empty for one that must stay as it is."""
    style: str = ""
    """The mark it opens with: `'`, `"`, `|`, `>`, `'''` or three double quotes; empty for a plain scalar,
    `FLOW` for one within brackets."""
    place: str = ""
    """Its position as numbers, where keys may change; the keys of one table share theirs. Else empty."""

    @property
    def content(self) -> tuple[str, str, str]:
        """What a program that reads the front matter sees of it."""
        return self.place or self.path, self.kind, self.value

    @property
    def is_key(self) -> bool:
        """Whether it is a key of a table."""
        return self.path.endswith(KEY)


class Bounds(NamedTuple):
    """Where a block lies, counted from the top of the article."""

    whole: Span[Characters]
    """Up to the body."""
    inner: Span[Characters]
    """Between the marks."""


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of front matter is found, read and written."""

    bounds: Callable[[str], Bounds | None]
    """Find the block of an article."""
    marks: tuple[str, str]
    """What stands before and after the text of a block."""
    key: re.Pattern[str]
    """What must occur in text that cannot be read for it to be broken front matter rather than Markdown."""
    leaves: Callable[[str], tuple[Leaf, ...] | None]
    """Read the text between the marks; None when it holds no table. Raises `UnreadableError`."""
    spellings: Callable[[str, Leaf, str], Iterator[str]]
    """Ways to write a value in place of the leaf's, the most like the old one first; some may be wrong there."""


def block(pattern: re.Pattern[str]) -> Callable[[str], Bounds | None]:
    """How a block is found whose text between the marks is the pattern's first group."""

    def bounds(text: str) -> Bounds | None:
        match = pattern.match(text)
        return Bounds(Span(*match.span()), Span(*match.span(1))) if match else None

    return bounds


def file_of(form: Format, leaves: Callable[[str], tuple[Leaf, ...] | None]) -> Format:
    """The same for files that hold nothing else."""

    def bounds(text: str) -> Bounds:
        whole: Span[Characters] = Span(0, len(text))
        return Bounds(whole, whole)

    return replace(form, bounds=bounds, marks=("", ""), leaves=leaves)


def below(path: str, key: str) -> str:
    """Lengthen a key path by a key; it is cut where no configured path is as long, as each leaf has one."""
    return f"{path}{'.' if path else ''}{spelled(key)}"[:_LONGEST]


def within(path: str) -> str:
    """Lengthen the key path of a list to that of what it holds."""
    return f"{path}[]"[:_LONGEST]


def keys_of(path: str) -> str:
    """Lengthen the key path of a table to that of its keys."""
    return f"{path}{'.' if path else ''}{KEY}"[-_LONGEST:]


def numbered(place: str, step: int | str) -> str:
    """Lengthen a position."""
    return f"{place}.{step}"[-_LONGEST:]


class UnreadableError(Exception):
    """The text of a block is not what its marks promise."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(problem, line, column)
        self.problem = problem
        self.line = line
        """Within the text between the marks, 1-based."""
        self.column = column
        """1-based."""


class Lines:
    """On which line of a text does a character stand? Line ends of all three kinds count."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        """First character of every line."""

    def at(self, position: int) -> int:
        """Number of the line, from 0."""
        return bisect_right(self.starts, position) - 1

    def place(self, position: int) -> tuple[int, int]:
        """Line and column, 1-based."""
        line = self.at(position)
        return line + 1, position - self.starts[line] + 1
