"""What does one reading of an article's body find?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from i18n.model import NO_CODE, CodePlace, Kind, Place
from i18n.span import ArticleBytes, Span


class Leaf(NamedTuple):
    """A span of text for readers. A tuple, as articles have thousands and a data class takes four times as long."""

    kind: Kind
    place: Place
    span: Span[ArticleBytes]
    message: str
    """The span without container prefixes: a soft break is a space, a hard break a line feed."""
    level: int = 0
    """Rank of a heading."""
    detail: str = ""
    """The name of an attribute, parameter or option; else empty."""
    code: CodePlace = NO_CODE
    around: tuple[str, str] = ("", "")
    """What is written around the text where the span is empty, as a generator shows the message there by itself."""


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: a block of its own, or within a text or another block of HTML."""

    text: str
    span: Span[ArticleBytes]
    """Up to its `-->`."""
    concerned: Span[ArticleBytes]
    """What it speaks of: of a block, what follows up to the end of the next block in the same container, nothing if
    none follows there; within a text, the text; within HTML, what follows in it."""
    is_block: bool = True


Part: TypeAlias = tuple[str, str]
"""What stands in a heading, and what it says: `Text`, `Entity` (as it is written), `Code`, `Html` (a tag or a comment),
`Description` (of an image), `Footnote` (its name), `Break` (of a line), `Template` (what the generator expands)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with words or without."""

    span: Span[ArticleBytes]
    """Its text, without attributes."""
    level: int
    parts: tuple[Part, ...]
    """What its text is made of, in order."""
    attributes: Span[ArticleBytes] | None = None
    """The list of attributes after its text."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What one reading of an article's body found."""

    leaves: tuple[Leaf, ...]
    """In order of position, none within another."""
    headings: tuple[Heading, ...]
    comments: tuple[Comment, ...]
    targets: tuple[str, ...]
    """Targets of links and images as the parser reads them, in order, each once."""
    labels: tuple[str, ...]
    """Labels of reference definitions."""
    code: tuple[Span[ArticleBytes], ...]
    """Blocks of code, fenced and indented, in order."""
    open_ended: tuple[int, ...] = ()
    """Where comments and directives begin that nothing ends, ascending."""
