"""How does a text of the article become XML, each message in it in one element?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n.markdown.document import Document
from i18n.markdown.parser import INLINE, Event, Link, Tag
from i18n.model import Place
from i18n.render import raw, roles, targets
from i18n.render.atoms import Atom, Write, atoms
from i18n.render.content import Element, Maker
from i18n.render.context import Context, titles
from i18n.render.markup import Attributes, Markup
from i18n.render.messages import Mark
from i18n.render.notes import Notes
from i18n.render.running import Running
from i18n.span import ArticleBytes, Span
from i18n.words.hosts import scheme

_ELEMENTS = {
    "Emphasis": "em", "Strong": "strong", "Strikethrough": "del", "Superscript": "sup", "Subscript": "sub",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uefff]+\u0300*")
_BACKSLASH = 0x5C


class Texts:
    """Writes the texts of one article."""

    def __init__(self, context: Context, notes: Notes, atom: Write) -> None:
        """`atom` writes what is no Markdown."""
        self.context = context
        self.notes = notes
        self.atom = atom

    def block(
        self,
        markup: Markup,
        name: str,
        attributes: Attributes,
        events: Sequence[Event],
        hidden: Sequence[Span[ArticleBytes]],
    ) -> None:
        """Write a text with the element around it, which is the message's if it holds nothing else."""
        found = _Found(self.context, events, hidden)
        only = found.only
        element = self.context.open(markup, name, attributes, (only,) if only else ())
        _Text(self, markup, found, () if only and element else found.marks).write(events)
        markup.close(element)

    def bare(self, markup: Markup, events: Sequence[Event]) -> None:
        """Write a text that has no element around it."""
        found = _Found(self.context, events, ())
        _Text(self, markup, found, found.marks).write(events)


class _Found:
    """What is known of a text before it is written."""

    def __init__(self, context: Context, events: Sequence[Event], hidden: Sequence[Span[ArticleBytes]]) -> None:
        shown = [event for event in events if event[0] != "TaskListMarker"]
        start = min((event[3] for event in shown), default=0)
        # The parser leaves the backslash of an escape out of the text's range.
        self.start = start - (start > 0 and context.shared.data[start - 1] == _BACKSLASH)
        self.end = max((event[4] for event in shown), default=0)
        span: Span[ArticleBytes] = Span(self.start, self.end)
        self.marks = context.waiting.texts(Span(self.start, self.end + 2)) if shown else []
        self.hidden = hidden
        self.atoms = atoms(context.shared, span, events) if shown else []
        self.only = self._only(context.shared.data)

    def _only(self, data: bytes) -> Mark | None:
        """The message that is all of the text."""
        if len(self.marks) != 1:
            return None
        start, end = self.marks[0].segment.span
        rest = [each for each in self.hidden if each.start >= end]
        last = min((each.start for each in rest), default=self.end)
        return self.marks[0] if not (data[self.start : start] + data[end:last]).strip() else None


class _Text:
    """One text while it is written."""

    def __init__(self, texts: Texts, markup: Markup, found: _Found, marks: Sequence[Mark]) -> None:
        self._texts = texts
        self._context = texts.context
        self._document: Document = texts.context.shared.document
        self._markup = markup
        self._running = Running(texts.context, markup, marks)
        self._atoms = found.atoms
        self._hidden = found.hidden
        self._elements: list[Element | None] = []
        self._done = 0
        """What of the article is written."""

    def write(self, events: Sequence[Event]) -> None:
        at = 0
        while at < len(events):
            what, said, tag, start, end = events[at]
            if what == "End":
                self._end(tag, end)
            elif self._is_past(start, end, tag):
                if tag is not None:
                    self._elements.append(None)
            elif tag is not None and tag.name == "Image":
                at = self._image(events, at)
            else:
                self._reach(start)
                self._one(what, said, tag, start, end)
            at += 1
        while self._elements:
            self._markup.close(self._elements.pop())
        self._reach(max((event[4] for event in events), default=0))
        self._running.end()

    def _end(self, tag: Tag | None, end: int) -> None:
        """End an inline that holds others; what stands in the target of a link is not shown."""
        if self._elements:
            self._markup.close(self._elements.pop())
        if tag is not None and tag.name == "Link":
            while self._atoms and self._atoms[0].span.start < end:
                self._atoms.pop(0)

    def _is_past(self, start: int, end: int, tag: Tag | None) -> bool:
        """Whether an inline stands in what is written as one thing, or not at all."""
        if start < self._done and (tag is not None or end <= self._done):
            return True
        for atom in self._atoms:
            if atom.span.start <= start < atom.span.end and (tag is not None or end <= atom.span.end):
                self._reach(atom.span.start, atom)
                return True
            if atom.span.start > start:
                break
        return any(each.start <= start < each.end and end <= each.end for each in self._hidden)

    def _reach(self, position: int, atom: Atom | None = None) -> None:
        """Come to a position: messages end and begin, and what is no Markdown is written."""
        while self._atoms and (self._atoms[0].span.start < position or self._atoms[0] is atom):
            first = self._atoms.pop(0)
            self._running.reach(first.span.start)
            self._texts.atom(first)
            self._done = max(self._done, first.span.end)
        self._running.reach(position)

    def _one(self, what: str, said: str, tag: Tag | None, start: int, end: int) -> None:
        markup = self._markup
        if tag is not None:
            self._elements.append(self._container(tag, start))
        elif what == "Text":
            self._text(said, start, end)
        elif what == "Code":
            self._code(self._document.spelled(said).replace("\r\n", " ").replace("\n", " "), start)
        elif what == "InlineHtml":
            raw.inline(self._context, markup, said, start, end)
        elif what == "FootnoteReference":
            self._texts.notes.reference(markup, said)
        elif what == "HardBreak" or (what == "SoftBreak" and self._context.shared.dialect.breaks):
            markup.empty("br")
            markup.text("\n")
        elif what == "SoftBreak":
            markup.text("\n")

    def _code(self, said: str, start: int) -> None:
        role = roles.name_before(self._context, start)
        if role and role.split(":")[0] == "math":
            raw.formula(self._markup, said)
        elif not role or not roles.write(self._markup, role, said):
            opened = self._markup.open("code", (("dir", "ltr"),) if self._context.direction == "rtl" else ())
            self._markup.text(said)
            self._markup.close(opened)

    def _container(self, tag: Tag, start: int) -> Element | None:
        if tag.link is None:
            return self._markup.open(_ELEMENTS[tag.name])
        target = targets.written(self._document.spelled(tag.link.target))
        if tag.link.reference == "autolink" and not scheme(target):
            target = f"mailto:{target}"
        leads = self._context.link(target, start)
        found = titles(self._context, tag.link.label)
        attributes = [("href", leads)] if leads is not None else [("class", "no-link")]
        if tag.link.title:
            attributes.append(("title", self._document.spelled(tag.link.title)))
        return self._context.open(self._markup, "a" if leads is not None else "span", attributes, found, Maker.PAGE)

    def _text(self, said: str, start: int, end: int) -> None:
        """Write text, in which messages may begin and end, and code of the dialect may stand."""
        cuts = self._cuts(start, end)
        if not cuts and self._done <= start:
            self._say(said)
        elif said.encode("utf-8", "surrogatepass") == self._context.shared.masked[start:end]:
            self._pieces(start, end, cuts)
        else:
            self._reach(end)
            self._say(_PRIVATE.sub("", said))

    def _pieces(self, start: int, end: int, cuts: Sequence[int]) -> None:
        """Write text that is in the parser's body as it says."""
        seen, at = self._context.shared.masked, max(start, self._done)
        for cut in (*cuts, end):
            if cut > at:
                self._reach(at, next((each for each in self._atoms if each.span.start == at), None))
                at = max(at, self._done)
            if cut > at:
                hidden = any(each.start <= at and cut <= each.end for each in self._hidden)
                self._say("" if hidden else seen[at:cut].decode(errors="replace"))
                at = cut
        last = next((each for each in self._atoms if each.span.start < end), None)
        if last is not None:
            self._reach(last.span.start, last)

    def _cuts(self, start: int, end: int) -> list[int]:
        places = [place for atom in self._atoms for place in atom.span]
        places += [place for span in self._hidden for place in span]
        if self._done > start:
            places.append(self._done)
        within = {place for place in places if start < place < end} | self._running.cuts(start, end)
        return sorted(within | self._at_start(start))

    def _at_start(self, start: int) -> set[int]:
        """Where the text begins, if something of the dialect or nothing for readers begins there."""
        begins = any(atom.span.start == start for atom in self._atoms)
        return {start} if begins or any(each.start <= start < each.end for each in self._hidden) else set()

    def _say(self, said: str) -> None:
        self._markup.text(said)

    def _image(self, events: Sequence[Event], at: int) -> int:
        """Write an image; gives the number of the event that ends it."""
        _, _, tag, start, end = events[at]
        self._reach(start)
        depth, description = 0, []
        while True:
            what, said, inner, *_ = events[at]
            if inner is not None and inner.name in INLINE:
                depth += 1 if what == "Start" else -1
            elif what in ("Text", "Code"):
                description.append(said)
            elif what in ("SoftBreak", "HardBreak"):
                description.append(" ")
            if not depth:
                break
            at += 1
        assert tag is not None
        assert tag.link is not None
        self._show(tag.link, _PRIVATE.sub("", "".join(description)), start, end)
        self._done = max(self._done, end)
        return at

    def _show(self, link: Link, description: str, start: int, end: int) -> None:
        context = self._context
        found = [each for each in context.waiting.within(Span(start, end)) if each.segment.place in _IN_IMAGE]
        found += titles(context, link.label)
        picture = context.picture(self._document.spelled(link.target), start)
        title = (("title", self._document.spelled(link.title)),) if link.title else ()
        if picture is not None:
            context.empty(self._markup, "img", (("src", picture), ("alt", description), *title), found)
        else:
            raw.no_picture(context, self._markup, description or link.target, found, title)


_IN_IMAGE = frozenset((Place.LABEL, Place.TITLE))
