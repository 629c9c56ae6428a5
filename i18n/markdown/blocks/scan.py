"""Which blocks does an article's body have? One pass over the parser's events."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from i18n.markdown.blocks import headings, messages, raw
from i18n.markdown.blocks.columns import Columns
from i18n.markdown.blocks.found import Comment, Heading, Leaf
from i18n.markdown.blocks.page import Page
from i18n.markdown.blocks.text import OpenText
from i18n.markdown.inline import folded
from i18n.markdown.modes import Mode, Modes
from i18n.markdown.parser import INLINE, Tag, What
from i18n.model import Kind, Place
from i18n.span import ArticleBytes, Span

_KINDS = {
    "Item": Kind.LIST_ITEM, "BlockQuote": Kind.QUOTE, "FootnoteDefinition": Kind.FOOTNOTE,
    "DefinitionListTitle": Kind.TERM, "DefinitionListDefinition": Kind.DEFINITION,
}  # fmt: skip
"""What the text in a container is, if the container says so."""
_MARGIN = re.compile(rb"[ \t]*")


@dataclass(frozen=True, slots=True)
class Scan:
    """What the parser's events tell, in order of position."""

    leaves: tuple[Leaf, ...]
    headings: tuple[Heading, ...]
    comments: tuple[Comment, ...]
    targets: tuple[str, ...]
    """Targets of links and images, each once."""
    code: tuple[Span[ArticleBytes], ...]
    """Blocks of code, fenced and indented."""
    indented: tuple[Span[ArticleBytes], ...]
    """Indented code."""
    html: tuple[Span[ArticleBytes], ...]
    """Blocks of HTML."""
    open_comments: tuple[int, ...]
    """Where comments of HTML begin that nothing ends."""
    labels: frozenset[str]
    """Labels of reference definitions that a link or an image uses, as CommonMark compares them."""


def scan(page: Page, modes: Modes) -> Scan:
    """Read the body of an article; `modes`: what of its code is for readers."""
    return _Scanner(page, modes).read()


class _Scanner:
    def __init__(self, page: Page, modes: Modes) -> None:
        self._page = page
        self._modes = modes
        self._mode: Mode | None = None
        """What of the block of code that is open is for readers."""
        offset = page.document.body_start
        self._held = {each.span.start + offset: each.holds for each in page.document.constructs if each.holds}
        self._containers: list[Kind | None] = []
        """What the text in each open block is, if the block says so."""
        self._quotes = 0
        self._text: OpenText | None = None
        self._columns: Columns | None = None
        """Those of the table that was open last."""
        self._verbatim: Tag | None = None
        """The block of code or HTML that is open."""
        self._line: What | None = None
        """The event that is a line to keep of it."""
        self._lines: list[Span[ArticleBytes]] = []
        self._within: list[Comment] = []
        """Comments within the text that is open."""
        self._waiting: list[tuple[int, int]] = []
        """Comments that wait for a block after them: which one, and in how many containers."""
        self._leaves: list[Leaf] = []
        self._headings: list[Heading] = []
        self._comments: list[Comment] = []
        self._targets: dict[str, None] = {}
        self._code: list[Span[ArticleBytes]] = []
        self._indented: list[Span[ArticleBytes]] = []
        self._html: list[Span[ArticleBytes]] = []
        self._open_comments: list[int] = []
        self._elements: list[str] = []
        """Elements of raw HTML that are open, where the generator reads no Markdown in them."""
        self._labels: set[str] = set()

    def read(self) -> Scan:
        for what, said, tag, start, end in self._page.document.events():
            if tag is not None:
                if what == "Start":
                    self._start(tag, start, end)
                else:
                    self._end(tag, start, end)
            elif self._verbatim is not None:
                if what == self._line:
                    self._lines.append(Span(start, end))
            elif what == "Text":
                text = self._text or self._implied(start)
                if text is not None:
                    text.say(said, start, end)
            elif what == "Rule":
                self._close()
                self._begins(end)
            else:
                self._inline(what, said, start, end)
        return Scan(
            tuple(self._leaves),
            tuple(self._headings),
            tuple(self._comments),
            tuple(self._targets),
            tuple(self._code),
            tuple(self._indented),
            tuple(self._html),
            tuple(self._open_comments),
            frozenset(self._labels),
        )

    def _inline(self, what: What, said: str, start: int, end: int) -> None:
        if what == "SoftBreak" or what == "HardBreak":
            if self._text is not None:
                self._text.pause(start, is_hard=what == "HardBreak")
            return
        text = self._text or self._implied(start)
        if text is None or what == "TaskListMarker":
            return
        if what == "InlineHtml":
            self._targets |= dict.fromkeys(raw.targets(self._page.document.spelled(said)))
            text.tag(said, start, end)
            if said.startswith("<!--"):
                self._note(start, end)
        elif what == "FootnoteReference":
            text.footnote(said, start, end)
        else:
            text.code(said, start, end)

    def _note(self, start: int, end: int) -> None:
        """Keep a comment within a text."""
        comment = raw.comment(raw.block(self._page.data, Span(start, end), [Span(start, end)]))
        if comment is not None:
            self._within.append(replace(comment, is_block=False))

    def _implied(self, start: int) -> OpenText | None:
        """The text of a tight list item, which begins with its first inline."""
        if self._containers:
            self._text = OpenText(self._page, self._kind(Kind.LIST_ITEM), Place.PARAGRAPH, start - 1)
        return self._text

    def _start(self, tag: Tag, start: int, end: int) -> None:
        if tag.name in INLINE:
            if tag.link is not None and tag.link.target:
                self._targets[self._page.document.spelled(tag.link.target)] = None
            if tag.link is not None and tag.link.label:
                self._labels.add(folded(tag.link.label))
            text = self._text or self._implied(start)
            if text is not None:
                text.begin(tag, start, end)
            return
        if self._text is not None:
            self._close()  # the text of a tight list item ends where a block within the item begins
        if self._waiting and tag.name != "HtmlBlock":
            self._begins(end)
        self._containers.append(self._held_at(start) if tag.name == "Item" and self._held else _KINDS.get(tag.name))
        self._open(tag, start, end)

    def _held_at(self, start: int) -> Kind:
        """What the text in a list item is that may stand for a construct."""
        # The range of a nested item begins at its indentation.
        margin = _MARGIN.match(self._page.data, start)
        return self._held.get(margin.end() if margin else start, Kind.LIST_ITEM)

    def _open(self, tag: Tag, start: int, end: int) -> None:
        page, name = self._page, tag.name
        if name == "Paragraph":
            self._text = OpenText(page, self._kind(Kind.PARAGRAPH), Place.PARAGRAPH, start)
        elif name == "Table":
            self._columns = Columns(page.seen, Span(start, end))
        elif self._columns is not None and name in ("TableHead", "TableRow"):
            self._columns.begin_row()
        elif self._columns is not None and name == "TableCell":
            self._columns.begin_cell()
            self._text = OpenText(page, Kind.TABLE_CELL, Place.CELL, start)
        elif name == "Heading":
            place = Place.HEADING if page.data[start : start + 1] == b"#" else Place.PARAGRAPH
            self._text = OpenText(page, Kind.HEADING, place, start, tag.level)
        elif name == "BlockQuote":
            self._quotes += 1
        elif name == "HtmlBlock":
            self._html.append(Span(start, end))
            self._verbatim, self._line, self._lines = tag, "Html", []
        elif name == "CodeBlock":
            self._mode = self._modes.of(len(self._code), is_fenced=tag.info is not None)
            self._verbatim, self._line, self._lines = tag, "Text" if self._mode else None, []
            self._code.append(Span(start, end))
            if tag.info is None:
                self._indented.append(Span(start, end))

    def _end(self, tag: Tag, start: int, end: int) -> None:
        if tag.name in INLINE:
            if self._text is not None:
                self._text.finish(tag, start, end)
            return
        if self._text is not None:
            self._close()
        self._containers.pop()
        if tag.name == "BlockQuote":
            self._quotes -= 1
        elif self._verbatim is not None:
            if tag.name == "HtmlBlock":
                self._end_html(Span(start, end))
            elif self._lines and self._mode is not None:
                from i18n.markdown.blocks import fenced  # few projects ask for what stands in code

                self._leaves += fenced.leaves(self._verbatim.info or "", self._lines, self._page.data, self._mode)
            self._verbatim = None

    def _end_html(self, span: Span[ArticleBytes]) -> None:
        block = raw.block(self._page.data, span, self._lines)
        comment = raw.comment(block)
        if comment is not None:
            self._waiting.append((len(self._comments), len(self._containers)))
            self._comments.append(comment)
        else:
            self._begins(span.end)
            for each, is_finished in raw.comments(block):
                self._comments.append(each)
                if not is_finished and self._page.data.find(b"-->", each.span.start) < 0:
                    self._open_comments.append(each.span.start)
            self._targets |= dict.fromkeys(raw.targets(block.text))
            self._leaves += raw.leaves(block, self._page)
            if self._page.dialect.reads_html is not None:
                raw.go_through(block.text, self._elements)

    def _begins(self, end: int) -> None:
        """Let the comments before a block know where it ends, if it stands in the same container."""
        for which, depth in self._waiting:
            if depth == len(self._containers):
                comment = self._comments[which]
                self._comments[which] = replace(comment, concerned=Span(comment.span.end, end))
        self._waiting.clear()

    def _kind(self, otherwise: Kind) -> Kind:
        for kind in reversed(self._containers):
            if kind is not None:
                return kind
        return otherwise

    def _close(self) -> None:
        text = self._text.closed(self._quotes) if self._text is not None else None
        self._text = None
        if text is not None:
            self._comments += (replace(comment, concerned=text.span) for comment in self._within)
            self._within.clear()
            is_name = text.kind is Kind.HEADING
            if text.kind is Kind.TABLE_CELL and not text.has_words and self._columns is not None:
                is_name = self._columns.holds_names
            self._leaves += messages.leaves(text, self._page, is_name=is_name)
            if text.parts is not None and not self._elements:
                self._headings.append(headings.heading(text, text.parts, self._page))
