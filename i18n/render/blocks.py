"""How do the blocks of an article become XML? One pass over the parser's events, what the dialect adds in between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from i18n.markdown.blocks import raw as raw_blocks
from i18n.markdown.document import line_start
from i18n.markdown.inline import folded
from i18n.markdown.parser import INLINE, Event, Tag
from i18n.model import Place
from i18n.render import code, directives, fragments, raw
from i18n.render.atoms import Atom
from i18n.render.constructs import Constructs
from i18n.render.content import Element
from i18n.render.context import Context
from i18n.render.inline import Texts
from i18n.render.markup import Markup
from i18n.render.notes import Notes
from i18n.span import ArticleBytes, Span

_INLINE = frozenset(
    (
        "Text",
        "Code",
        "InlineMath",
        "DisplayMath",
        "InlineHtml",
        "FootnoteReference",
        "TaskListMarker",
        "SoftBreak",
        "HardBreak",
    )
)
_LEAVES = {"Paragraph": "p", "TableCell": "td", "DefinitionListTitle": "dt"}
_CONTAINERS = {
    "BlockQuote": "blockquote", "DefinitionList": "dl", "DefinitionListDefinition": "dd", "Table": "table",
    "TableRow": "tr",
}  # fmt: skip
_ALIGNED = {"Left": "align-left", "Center": "align-center", "Right": "align-right"}
_MARGIN = re.compile(rb"[ \t]*")


@dataclass(eq=False, slots=True)
class Frame:
    """A container of the parser's that is open."""

    tag: Tag
    element: Element | None
    markup: Markup
    """What stands around it is written to."""
    start: int
    column: int
    """Bytes before it on its line."""
    items: Element | None = None
    """The list whose items come now, or the body of a table."""
    cells: int = 0
    """Of a row, how many cells have been."""


class Blocks:
    """Writes the body of one article."""

    def __init__(self, context: Context, events: Sequence[Event]) -> None:
        self._context = context
        self._events = events
        labels = (str(tag.detail[0]) for what, _, tag, *_ in events if what == "Start" and tag and tag.name == _NOTE)
        self._notes = Notes(context, frozenset(map(folded, labels)))
        self._markup = Markup()
        self._constructs = Constructs(context)
        self._texts = Texts(context, self._notes, self._atom)
        self._frames: list[Frame] = []
        self._alignments: tuple[str, ...] = ()

    def write(self) -> str:
        """Write all of it."""
        at = 0
        while at < len(self._events):
            at = self._next(at)
            if not self._frames:
                # The range of a list of definitions reaches over what follows it.
                following = [each[3] for each in self._events[at : at + 1]]
                self._left(min(self._events[at - 1][4], self._constructs.next_start, *following))
        self._constructs.before(self._markup, len(self._context.shared.data) + 1, 0)
        self._left(len(self._context.shared.data))
        self._notes.write(self._markup)
        return self._markup.xml

    def _atom(self, atom: Atom) -> None:
        self._constructs.atom(self._markup, atom)

    def _left(self, position: int) -> None:
        """Write the messages that found no element: what is unknown is shown, too."""
        for mark in self._context.waiting.before(position):
            if mark.segment.place is not Place.FRONT_MATTER:
                fragments.element(self._context, self._markup, "p", mark, "message")

    def _next(self, at: int) -> int:
        """Write what begins with an event; gives the number of the event after it."""
        what, _, tag, start, end = self._events[at]
        if what in _INLINE or (tag is not None and tag.name in INLINE):
            return self._bare(at)
        if what == "Rule":
            self._flush(start)
            if not self._constructs.holds(start):
                self._markup.empty("hr")
                self._markup.line()
            return at + 1
        assert tag is not None
        if what == "End":
            self._end(end)
            return at + 1
        if tag.name == "Item" and self._frames[-1].items and self._constructs.waits(self._margin(start)):
            self._markup.close(self._frames[-1].items)
            self._frames[-1].items = None
        self._flush(start, tag)
        if tag.name in ("CodeBlock", "HtmlBlock"):
            return self._verbatim(at, tag)
        if tag.name in _LEAVES or tag.name == "Heading":
            return self._leaf(at, tag)
        self._begin(tag, start)
        return at + 1

    def _flush(self, start: int, tag: Tag | None = None) -> None:
        """Write what the dialect adds before a position; an item or a block may stand in a construct's place."""
        within = tag is None or tag.name in ("List", "Item", "HtmlBlock", "Heading")
        self._constructs.before(self._markup, self._margin(start) + within, self._depth)

    def _margin(self, start: int) -> int:
        # The range of a nested item begins at its indentation.
        margin = _MARGIN.match(self._context.shared.masked, start)
        return margin.end() if margin else start

    def _past(self, at: int) -> int:
        """The number of the event after the block that begins with one."""
        depth = 0
        while True:
            what = self._events[at][0]
            depth += (what == "Start") - (what == "End")
            at += 1
            if not depth:
                return at

    @property
    def _depth(self) -> int:
        """How many containers are open, without those that stand for something else."""
        return sum(frame.element is not None or frame.tag.name == _NOTE for frame in self._frames)

    def _leaf(self, at: int, tag: Tag) -> int:
        after = self._past(at)
        events = self._events[at + 1 : after - 1]
        _, _, _, start, end = self._events[at]
        if tag.name == "Heading":
            self._heading(tag, events, Span(start, end))
        elif tag.name == "TableCell":
            self._cell(events)
        else:
            shown = events[1:] if events and events[0][0] == "TaskListMarker" else events
            name = _LEAVES[tag.name]
            if shown is not events and self._is_task(events[0]):
                opened = self._markup.open("p")
                self._task(events[0])
                self._texts.bare(self._markup, shown)
                self._markup.close(opened)
            elif shown:
                self._texts.block(self._markup, name, (), shown, ())
        self._markup.line()
        return after

    def _heading(self, tag: Tag, events: Sequence[Event], span: Span[ArticleBytes]) -> None:
        context = self._context
        own = next(
            (each for each in context.source.extraction.headings if span.start <= each.span.start < span.end), None
        )
        hidden: tuple[Span[ArticleBytes], ...] = ()
        if own is not None and own.attributes is not None:
            hidden = (Span(own.span.end, own.attributes.end),)
        found = context.heading_ids.get(own.span.start, "") if own is not None else ""
        if events or not self._constructs.holds(span.start):
            self._texts.block(self._markup, f"h{tag.level}", (("id", found),) if found else (), events, hidden)

    def _cell(self, events: Sequence[Event]) -> None:
        row = self._frames[-1]
        name = "th" if row.tag.name == "TableHead" else "td"
        aligned = _ALIGNED.get(self._alignments[row.cells]) if row.cells < len(self._alignments) else None
        row.cells += 1
        self._texts.block(self._markup, name, (("class", aligned),) if aligned else (), events, ())

    def _bare(self, at: int) -> int:
        """Write the text of a tight item, which has no paragraph."""
        first, depth = at, 0
        while at < len(self._events):
            what, _, tag, *_ = self._events[at]
            if not (what in _INLINE or (tag is not None and tag.name in INLINE)):
                break
            depth += (what == "Start") - (what == "End")
            at += 1
        events = self._events[first:at]
        if events[0][0] == "TaskListMarker":
            self._task(events[0])
            events = events[1:]
        self._texts.bare(self._markup, events)
        return at

    def _is_task(self, event: Event) -> bool:
        """Whether the mark of a task is the article's own, not one that stands for a construct."""
        return not self._constructs.holds(event[3])

    def _task(self, event: Event) -> None:
        if self._is_task(event):
            opened = self._markup.open("span", (("class", "task"),))
            self._markup.text("☑" if event[1] == "x" else "☐")
            self._markup.close(opened)
            self._markup.text(" ")

    def _verbatim(self, at: int, tag: Tag) -> int:
        after = self._past(at)
        _, _, _, start, end = self._events[at]
        within = self._events[at + 1 : after - 1]
        if tag.name == "CodeBlock":
            self._constructs.skip(Span(start, end))
            directive = directives.at(self._context, self._margin(start))
            if directive is None:
                code.write(self._context, self._markup, tag.info, within, Span(start, end))
            else:
                directives.write(self._context, self._markup, directive, within, Span(start, end))
        elif not self._constructs.holds(self._margin(start), end):
            lines = [Span[ArticleBytes](first, last) for what, _, _, first, last in within if what == "Html"]
            found = raw_blocks.block(self._context.shared.html, Span(start, end), lines)
            raw.block(self._context, self._markup, found, self._atom)
        self._markup.line()
        return after

    def _begin(self, tag: Tag, start: int) -> None:
        """Begin a container."""
        data, markup = self._context.shared.data, self._markup
        frame = Frame(tag, None, markup, start, self._margin(start) - line_start(data, start))
        if tag.name == "Item":
            frame.element = self._item(start)
        elif tag.name == "TableHead":
            self._frames[-1].items = markup.open("thead")
            frame.element = markup.open("tr")
        elif tag.name == "TableRow":
            table = self._frames[-1]
            if table.items is None or table.items.name == "thead":
                markup.close(table.items)
                table.items = markup.open("tbody")
            frame.element = markup.open("tr")
        elif tag.name == "FootnoteDefinition":
            self._markup = Markup("li")
        elif tag.name == "BlockQuote" and tag.detail:
            kind = str(tag.detail[0]).lower()
            frame.element = self._constructs.boxed(markup, kind, self._context.named(kind))
        elif tag.name in _CONTAINERS:
            frame.element = markup.open(_CONTAINERS[tag.name])
        if tag.name == "Table" and tag.detail:
            self._alignments = tuple(map(str, tag.detail[0]))  # type: ignore[call-overload]
        if tag.name != "List":
            self._markup.line()
        self._frames.append(frame)

    def _item(self, start: int) -> Element | None:
        """Begin an item, or what one stands for."""
        parent, markup, position = self._frames[-1], self._markup, self._margin(start)
        if self._constructs.holds(position):
            markup.close(parent.items)
            parent.items = None
            return self._constructs.held(markup, position)
        if parent.items is None:
            first = parent.tag.detail[0] if parent.tag.detail else None
            numbered = (("start", str(first)),) if first is not None and first != 1 else ()
            parent.items = markup.open("ul" if first is None else "ol", numbered)
            markup.line()
        return markup.open("li")

    def _end(self, end: int) -> None:
        """End the innermost container."""
        frame = self._frames[-1]
        data = self._context.shared.data
        if frame.tag.name not in ("List", "DefinitionList"):
            least = frame.column + 1 if frame.tag.name in ("Item", _NOTE, "DefinitionListDefinition") else 0
            self._constructs.before(self._markup, end, self._depth, least_column=least, data=data)
        self._frames.pop()
        self._constructs.leave(self._depth)
        if frame.tag.name == "FootnoteDefinition":
            self._left(end)
            self._notes.keep(str(frame.tag.detail[0]), self._markup.xml)
            self._markup = frame.markup
            return
        self._markup.close(frame.items)
        self._markup.close(frame.element)
        if frame.tag.name in ("List", "Item") or frame.element is not None:
            self._markup.line()


_NOTE = "FootnoteDefinition"
