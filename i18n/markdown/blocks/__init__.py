"""Which spans of an article are text for readers?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from i18n.markdown.blocks import constructs, titles
from i18n.markdown.blocks.found import Blocks, Comment, Heading, Leaf, Part
from i18n.markdown.blocks.page import page
from i18n.markdown.blocks.scan import Scan, scan
from i18n.markdown.dialects import Dialect
from i18n.markdown.document import Document
from i18n.markdown.inline import folded
from i18n.markdown.modes import NO_CODE, Modes
from i18n.model import Kind
from i18n.span import covers

__all__ = ["Blocks", "Comment", "Heading", "Leaf", "Part", "read"]


def read(document: Document, dialect: Dialect, code: Modes = NO_CODE) -> Blocks:
    """Read the body of an article; `code`: what of its code is for readers."""
    seen = page(document, dialect)
    found = scan(seen, code)
    definitions = document.definitions()
    leaves = [
        *found.leaves,
        *(
            leaf
            for label, each in definitions.items()
            if each.title and folded(label) in found.labels  # `[//]: # (…)` is how Markdown's authors write a remark
            for leaf in titles.leaves(each.span, Kind.LINK_TITLE, seen)
        ),
        *(constructs.leaves(document, found) if document.constructs else ()),
    ]
    return Blocks(
        tuple(_apart(leaves)),
        found.headings,
        found.comments,
        found.targets,
        tuple(definitions),
        found.code,
        tuple(sorted((*found.open_comments, *_open_directives(document, found)))),
    )


def _open_directives(document: Document, found: Scan) -> Iterator[int]:
    """Where directives begin that nothing ends; in HTML and in indented code there are none."""
    for construct in document.constructs:
        start = construct.span.start + document.body_start
        if construct.never_ends and not covers(found.html, start) and not covers(found.indented, start):
            yield start


def _apart(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """The leaves by position, without the words of a construct that lie within a text."""
    end = 0
    for leaf in sorted(leaves, key=lambda leaf: (leaf.span.start, -leaf.span.end)):
        if leaf.span.start >= end:
            yield leaf
            end = leaf.span.end
