"""What does the whole of a page ask while it is written?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from i18n.extract.source import Source
from i18n.locales import direction
from i18n.markdown.inline import folded
from i18n.markdown.masking import Construct
from i18n.markdown.parser import Definition
from i18n.model import Place
from i18n.render import links
from i18n.render.content import Element, Maker
from i18n.render.links import Remark
from i18n.render.markup import Attributes, Markup
from i18n.render.messages import Mark, Waiting
from i18n.render.messages import attributes as shown
from i18n.sites.ids import Ids
from i18n.span import ArticleBytes, Span, in_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an article is rendered."""

    locale: str
    """BCP 47: the language of the page."""
    resolve: links.Resolve = links.as_it_is
    """Where a link leads, and which picture is shown."""
    ids: Ids | None = None
    """How the site makes ids of headings; None: as the generator does by itself that reads the dialect."""
    heading_ids: tuple[str, ...] = ()
    """The id of each heading, where the caller knows them: those of the article that this one translates."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What a block without a title is called in the language of the page, by its kind in lower case: `note`, `tip`."""
    details: bool = True
    """Whether values of the front matter are shown that are neither title nor description."""


@dataclass(slots=True)
class Context:
    """A page while it is written."""

    source: Source
    options: Options
    waiting: Waiting
    heading_ids: Mapping[int, str]
    """By the first byte of a heading's text."""
    remarks: list[Remark] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    """Those that stand on the page."""
    shared: Shared = field(init=False)

    def __post_init__(self) -> None:
        """Look the article up."""
        self.shared = Shared(self.source)
        self.ids |= set(self.heading_ids.values())

    @property
    def direction(self) -> str:
        """Of the page: `ltr` or `rtl`."""
        return direction(self.options.locale)

    def named(self, name: str) -> str:
        """What a block of a kind is called where the article gives it no title."""
        return self.options.names.get(name.lower()) or name.replace("-", " ").replace("_", " ").strip().capitalize()

    def claimed(self, wanted: str) -> str:
        """An id for an element, if no other has it; else empty."""
        if not wanted or wanted in self.ids or re.search(r"\s", wanted):
            return ""
        self.ids.add(wanted)
        return wanted

    def open(
        self, markup: Markup, name: str, attributes: Attributes, found: Iterable[Mark], maker: Maker = Maker.MESSAGE
    ) -> Element | None:
        """Begin the element of messages; they go on waiting where it cannot stand."""
        several = self.waiting.still(found)
        written = (*attributes, *shown(several, self.direction))
        element = markup.open(name, written, Maker.PAGE if maker is Maker.MESSAGE and not several else maker)
        if element is not None:
            for mark in several:
                self.waiting.take(mark)
        return element

    def empty(self, markup: Markup, name: str, attributes: Attributes, found: Iterable[Mark] = ()) -> bool:
        """Write an element without content that shows messages in its attributes."""
        several = self.waiting.still(found)
        stands = markup.empty(name, (*attributes, *shown(several, self.direction)))
        if stands:
            for mark in several:
                self.waiting.take(mark)
        return stands

    def link(self, target: str, start: int) -> str | None:
        """Where a link of the article leads on the page; None and a remark for one that leads nowhere."""
        return self._resolved(target, "link", start)

    def picture(self, target: str, start: int) -> str | None:
        """What a picture of the article is on the page; None and a remark for one that is not shown."""
        return self._resolved(target, "image", start)

    def _resolved(self, target: str, use: links.Use, start: int) -> str | None:
        is_code = "{{" in target or "{%" in target
        found = None if is_code else links.resolved(target, use, self.options.resolve)
        if found is None:
            self.remarks.append(links.remark(target, use, start))
        return found


class Shared:
    """What is known of an article before its page is begun."""

    def __init__(self, source: Source) -> None:
        self.document = source.parts
        self.data = source.parts.data
        self.dialect = source.dialect

    @cached_property
    def masked(self) -> bytes:
        """The article as the parser is given it."""
        return self.document.masked

    @cached_property
    def html(self) -> bytes:
        """The same without the tags that stand for blanks, by which a dialect shows the parser that HTML goes on."""
        seen = bytearray(self.masked)
        for span, construct in self.constructs:
            if construct.mask and construct.mask.startswith(b"<") and span.of(self.data).isspace():
                seen[span.start : span.end] = span.of(self.data)
        return bytes(seen)

    @cached_property
    def constructs(self) -> tuple[tuple[Span[ArticleBytes], Construct], ...]:
        """What the dialect adds, ascending, where it stands in the article."""
        return tuple((in_article(each.span, self.document.body_start), each) for each in self.document.constructs)

    @cached_property
    def definitions(self) -> Mapping[str, Definition]:
        """By their labels, as CommonMark compares them."""
        return {folded(label): each for label, each in self.document.definitions().items()}


def titles(context: Context, label: str) -> list[Mark]:
    """The message that is the title of a definition, for the first link that shows it."""
    definition = context.shared.definitions.get(folded(label)) if label else None
    found = context.waiting.within(definition.span) if definition else []
    return [mark for mark in found if mark.segment.place is Place.TITLE]
