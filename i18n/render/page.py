"""What does a reader see of an article? Its text as XML, each message in one element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from i18n import sites
from i18n.compile.anchors import titles
from i18n.extract.source import Source
from i18n.model import Place
from i18n.render import fragments
from i18n.render.blocks import Blocks
from i18n.render.context import Context, Options
from i18n.render.links import Remark
from i18n.render.markup import Markup
from i18n.render.messages import Mark, Waiting
from i18n.sites.ids import Ids

_SUMMARIES = frozenset({"description", "summary", "subtitle", "tagline", "excerpt", "lead"})


@dataclass(frozen=True, slots=True)
class Rendered:
    """An article as XML."""

    header: str
    """What the front matter says to readers; may be empty."""
    body: str
    title: str
    """Plain text; empty where the article says none."""
    remarks: tuple[Remark, ...]
    """What readers do not get as the article has it."""


def render(source: Source, marks: Sequence[Mark], options: Options) -> Rendered:
    """Write an article as XHTML that may stand in an `article` of any page.

    It is well formed, holds nothing that runs, asks for words or loads something from elsewhere, and each of the
    messages stands in exactly one element, whose `data-uid` has its uid among others by spaces. Raises
    `ConfigurationError` where the article has raw HTML and nh3 is missing.
    """
    context = Context(source, options, Waiting(marks), _heading_ids(source, options))
    header = _header(context, [each for each in marks if each.segment.place is Place.FRONT_MATTER])
    body = Blocks(context, tuple(source.parts.events())).write()
    return Rendered(header, body, _title(source), tuple(context.remarks))


def _heading_ids(source: Source, options: Options) -> dict[int, str]:
    """The id of each heading by the first byte of its text; of several headings with one id, the first has it."""
    headings = source.extraction.headings
    found: Sequence[str] = options.heading_ids
    if len(found) != len(headings):
        found = heading_ids(source, options.ids)
    wanted: dict[str, int] = {}
    for heading, own in zip(headings, found, strict=True):
        if own and not any(letter.isspace() for letter in own):
            wanted.setdefault(own, heading.span.start)
    return {start: own for own, start in wanted.items()}


def heading_ids(source: Source, ids: Ids | None = None) -> tuple[str, ...]:
    """The id of each heading of an article, in order, as its generator makes it; empty for one without."""
    from i18n.sites.ids.rules import RULES  # it takes a while to import

    ids = ids or sites.ids_of(source.dialect.name)
    rules, headings = RULES[ids.rule], source.extraction.headings
    return tuple(rules[0](titles(source, ids), ids)) if rules and headings else ("",) * len(headings)


def _title(source: Source) -> str:
    """The title of the front matter, else the words of the first heading of the first rank."""
    named = [each.msgid for each in source.extraction.segments if _is_title(each.place, each.detail)]
    if named:
        return named[0]
    first = next((each for each in source.extraction.headings if each.level == 1), None)
    return "".join(said for what, said in first.parts if what in ("Text", "Code", "Entity")) if first else ""


def _is_title(place: Place, detail: str) -> bool:
    return place is Place.FRONT_MATTER and detail == "title"


def _header(context: Context, found: Sequence[Mark]) -> str:
    """The title where the body has none of the first rank, the description, and the other values by their names."""
    markup = Markup("header")
    has_title = any(each.level == 1 for each in context.source.extraction.headings)
    rest = []
    for mark in found:
        if mark.segment.detail == "title" and not has_title:
            fragments.element(context, markup, "h1", mark, "title")
        elif mark.segment.detail in _SUMMARIES:
            fragments.element(context, markup, "p", mark, mark.segment.detail)
        else:
            rest.append(mark)
    if rest and context.options.details:
        listed = markup.open("dl", (("class", "front-matter"),))
        for mark in rest:
            term = markup.open("dt")
            markup.text(mark.segment.detail)
            markup.close(term)
            fragments.element(context, markup, "dd", mark, "value")
        markup.close(listed)
    return markup.xml
