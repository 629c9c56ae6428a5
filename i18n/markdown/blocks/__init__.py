"""Which spans of an article are text for readers?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from i18n.markdown.blocks import constructs, titles
from i18n.markdown.blocks.found import Blocks, Comment, Heading, Leaf
from i18n.markdown.blocks.page import page
from i18n.markdown.blocks.scan import scan
from i18n.markdown.dialects import Dialect
from i18n.markdown.document import Document
from i18n.markdown.inline import folded
from i18n.model import Kind

if TYPE_CHECKING:
    from i18n.markdown import code

__all__ = ["Blocks", "Comment", "Heading", "Leaf", "read"]


def read(document: Document, dialect: Dialect, code_mode: code.Mode | None = None) -> Blocks:
    """Read the body of an article; `code_mode`: what of fenced code is for readers, nothing if it is None."""
    seen = page(document, dialect)
    found = scan(seen, code_mode)
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
    return Blocks(tuple(_apart(leaves)), found.headings, found.comments, found.targets, tuple(definitions))


def _apart(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """The leaves by position, without the words of a construct that lie within a text."""
    end = 0
    for leaf in sorted(leaves, key=lambda leaf: (leaf.span.start, -leaf.span.end)):
        if leaf.span.start >= end:
            yield leaf
            end = leaf.span.end
