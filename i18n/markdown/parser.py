"""Which blocks and inlines does CommonMark see, and where? The only importer of pyromark."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import pyromark

from i18n.errors import InputError
from i18n.span import ArticleBytes, Span

if TYPE_CHECKING:
    from pyromark import event as pulldown

What: TypeAlias = Literal[
    "Text", "Code", "InlineMath", "DisplayMath", "Html", "InlineHtml", "FootnoteReference", "TaskListMarker",
    "SoftBreak", "HardBreak", "Rule", "Start", "End",
]  # fmt: skip
Name: TypeAlias = Literal[
    "Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List", "Item", "FootnoteDefinition",
    "DefinitionList", "DefinitionListTitle", "DefinitionListDefinition", "Table", "TableHead", "TableRow", "TableCell",
    "Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image", "MetadataBlock",
]  # fmt: skip
Reference: TypeAlias = Literal["", "full", "collapsed", "shortcut", "autolink"]
"""How a link or an image names its target: in parentheses (empty), by a label in one of three ways, as its text."""
INLINE: Mapping[str, str] = {
    "Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strikethrough", "Superscript": "superscript",
    "Subscript": "subscript", "Link": "link", "Image": "image",
}  # fmt: skip
"""The tags within the text of a block, and the field's words for them."""


class Link(NamedTuple):
    """Where a link or an image leads."""

    target: str
    title: str
    reference: Reference
    label: str
    """The label of a link by reference; else empty."""


class Tag(NamedTuple):
    """A block, or an inline that holds others, at its begin or its end. Details are known at its begin alone."""

    name: Name
    detail: tuple[object, ...] = ()
    """What else tells a block from others of its name: rank and attributes, first number, alignment, label."""
    level: int = 0
    """Rank of a heading."""
    info: str | None = None
    """The info string of fenced code."""
    link: Link | None = None


Event: TypeAlias = tuple[What, str, Tag | None, int, int]
"""What the parser sees; its text; the tag that starts or ends; the first byte, and one past the last.

A plain tuple, as a page has thousands of them: a class would add a tenth to the time an extraction takes.
"""


class Definition(NamedTuple):
    """Where a label leads."""

    target: str
    title: str
    span: Span[ArticleBytes]


class Extension(enum.Flag):
    """Syntax beyond CommonMark that the parser itself knows."""

    NONE = 0
    TABLES = enum.auto()
    FOOTNOTES = enum.auto()
    STRIKETHROUGH = enum.auto()
    TASK_LISTS = enum.auto()
    ALERTS = enum.auto()
    HEADING_ATTRIBUTES = enum.auto()
    DEFINITION_LISTS = enum.auto()
    MATH = enum.auto()


_OPTIONS = {
    Extension.TABLES: pyromark.Options.ENABLE_TABLES,
    Extension.FOOTNOTES: pyromark.Options.ENABLE_FOOTNOTES,
    Extension.STRIKETHROUGH: pyromark.Options.ENABLE_STRIKETHROUGH,
    Extension.TASK_LISTS: pyromark.Options.ENABLE_TASKLISTS,
    Extension.ALERTS: pyromark.Options.ENABLE_GFM,
    Extension.HEADING_ATTRIBUTES: pyromark.Options.ENABLE_HEADING_ATTRIBUTES,
    Extension.DEFINITION_LISTS: pyromark.Options.ENABLE_DEFINITION_LIST,
    Extension.MATH: pyromark.Options.ENABLE_MATH,
}
_TAGS: dict[str, Tag] = {name: Tag(name) for name in get_args(Name)}
INDENTED = Tag("CodeBlock", ("Indented",))
"""Where indented code starts."""
_EVENTS: dict[str, What] = {what: what for what in get_args(What)}
_REFERENCES: dict[str, Reference] = {
    "Inline": "", "Reference": "full", "Collapsed": "collapsed", "Autolink": "autolink", "Email": "autolink",
}  # fmt: skip
"""By pulldown-cmark's word; any other is a shortcut."""


_PANIC = "PanicException"
"""What pyo3 raises for a fault in the parser: no `Exception`, and of a class that no module names."""
_HINT = "Look for a lone backslash, or for odd braces, at the end of a line, and write these lines in another way."


@functools.cache
def _markdown(extensions: Extension) -> pyromark.Markdown:
    options = pyromark.Options(0)
    for extension, option in _OPTIONS.items():
        if extension in extensions:
            options |= option
    return pyromark.Markdown(options=options)


def events(text: str, extensions: Extension, offset: int = 0) -> Iterator[Event]:
    """Parse `text`, which must not begin with a byte order mark (it would be read as a paragraph).

    Positions count from `offset` bytes before the text. Raises `InputError` for the few on which the parser fails.
    """
    try:
        for event, span in _markdown(extensions).events_with_range(text):
            start, end = span["start"] + offset, span["end"] + offset
            if isinstance(event, str):
                yield event, "", None, start, end
            elif "Text" in event:
                yield "Text", event["Text"], None, start, end
            elif "Start" in event:
                begun = event["Start"]
                yield "Start", "", _TAGS[begun] if isinstance(begun, str) else _detailed(event), start, end
            elif "End" in event:
                ended = event["End"]
                yield "End", "", _TAGS[ended if isinstance(ended, str) else next(iter(ended))], start, end
            elif "TaskListMarker" in event:
                yield "TaskListMarker", "x" if event["TaskListMarker"] else " ", None, start, end
            else:
                ((what, said),) = event.items()
                yield _EVENTS[what], str(said), None, start, end
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise InputError("The parser of Markdown fails on it", _HINT) from None


def _detailed(event: pulldown.Event) -> Tag:
    assert not isinstance(event, str)
    assert "Start" in event
    tag = event["Start"]
    if isinstance(tag, str):
        return _TAGS[tag]
    if "Link" in tag or "Image" in tag:
        name: Name = "Link" if "Link" in tag else "Image"
        link = tag["Link"] if "Link" in tag else tag["Image"]
        reference = _REFERENCES.get(str(link["link_type"]), "shortcut")
        return Tag(name, link=Link(link["dest_url"], link["title"], reference, link["id"]))
    if "Heading" in tag:
        heading = tag["Heading"]
        level = int(heading["level"][1])
        return Tag("Heading", (level, heading["id"], heading["classes"], heading["attrs"]), level)
    if "CodeBlock" in tag:
        return INDENTED if isinstance(tag["CodeBlock"], str) else Tag("CodeBlock", info=tag["CodeBlock"]["Fenced"])
    ((other, detail),) = tag.items()
    return _TAGS[other] if detail is None else Tag(_TAGS[other].name, (detail,))


def reference_definitions(text: str, extensions: Extension, offset: int = 0) -> dict[str, Definition]:
    """Labels in document order, each with its definition; the text begins at byte `offset` of the article.

    Of several definitions of one label only the first, which is the one that counts.
    """
    return {
        label: Definition(
            each["dest"], each["title"] or "", Span(each["span"]["start"] + offset, each["span"]["end"] + offset)
        )
        for label, each in _markdown(extensions).reference_definitions(text).items()
    }
