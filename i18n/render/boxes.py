"""Which element shows a block that a dialect adds: an admonition, details, a tab, a figure, a box with its name?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from i18n.markdown.dialects.common import QUOTED
from i18n.model import Kind, Place
from i18n.render import fragments, raw
from i18n.render.content import Element
from i18n.render.context import Context
from i18n.render.heads import Piece
from i18n.render.markup import Markup
from i18n.render.messages import Mark

_ADMONITIONS = frozenset(
    "abstract admonition alert aside attention bug callout caution check danger error example exercise failure "
    "faq hint important info list-table missing note notice question quote seealso success summary tip tldr todo "
    "warning".split()
)
_DETAILS = frozenset("accordion accordionitem collapse collapsible details dropdown expand spoiler toggle".split())
_TABS = frozenset("tab tabitem tab-item tabpanel group-tab".split())
_PLAIN = frozenset(
    "block blockquote cards cardgrid card-grid center code-group columns column div fragment grid grid-container "
    "grid-item html linkcard list-table margin quote raw row section steps sidebar span tab-set tabs tabpanels "
    "v-pre wide".split()
)
"""Blocks that have no title of their own: what stands in them is shown."""
_FIGURES = frozenset("figure img image picture".split())
_SILENT = frozenset(
    "toc tableofcontents contents anchor br clear clearfix newpage pagebreak index highlight meta role "
    "default-role".split()
)
"""What shows readers nothing by itself, or makes a list of links to what is on the page."""
_CONTROL = frozenset("assign capture case comment for if paginate tablerow unless with".split())
"""Tags that decide what is shown: what stands in them is shown."""
_MIDDLES = frozenset("break continue cycle decrement else elsif increment when".split())
_TITLES = (Kind.TITLE, Kind.TAB, Kind.PARAMETER, Kind.ATTRIBUTE)
_SOURCE = re.compile(r"(?:src|link|image|url|path|file)\Z", re.IGNORECASE)
_BARE = re.compile(r"([^\s\"'=<>{}]+\.(?:png|jpe?g|gif|webp|avif|svg))(?=\s|\Z)", re.IGNORECASE)
_CLASS = re.compile(r"[^a-z0-9]+")


def is_known(name: str) -> bool:
    """Whether a block of a name is shown as what it is."""
    return name.lower() in _ADMONITIONS | _DETAILS | _TABS | _PLAIN | _FIGURES | _SILENT | _CONTROL


def titled(markup: Markup, kind: str, title: str) -> Element | None:
    """Begin an admonition of a kind."""
    opened = markup.open("aside", (("class", f"admonition {_class(kind)}"),))
    _title(markup, title)
    return opened


def begin(context: Context, markup: Markup, piece: Piece, found: Sequence[Mark]) -> Element | None:
    """Begin a block, with its title where it has one."""
    name = piece.name.lower()
    title = next((mark for mark in found if mark.segment.kind in _TITLES), None)
    if piece.key == "?" or name in _DETAILS:
        opened = markup.open("details", (("class", _class(name)),))
        _head(context, markup, "summary", title, piece)
        return opened
    if name in _FIGURES:
        figure = _figure(context, markup, piece, found)
        markup.open("figcaption")
        return figure
    if name in _PLAIN or name in _CONTROL:
        opened = markup.open("div", (("class", _class(name)),))
        if title is not None:
            fragments.element(context, markup, "p", title, "title")
        return opened
    kind = "tab" if name in _TABS else f"admonition {_class(name)}" if name in _ADMONITIONS else f"box {_class(name)}"
    opened = markup.open("section" if kind == "tab" else "aside", (("class", kind),))
    _head(context, markup, "p", title, piece)
    return opened


def _head(context: Context, markup: Markup, name: str, title: Mark | None, piece: Piece) -> None:
    """The title of a block, or what it is called."""
    if title is not None:
        fragments.element(context, markup, name, title, "title")
        return
    said = _written(piece)
    if said:
        opened = markup.open(name, (("class", "title"),))
        fragments.write(context, markup, said)
        markup.close(opened)
    elif piece.name and not piece.said.endswith('""'):
        _title(markup, context.named(piece.name), name)


def _written(piece: Piece) -> str:
    """A title that is no message, such as a version or the name of a file."""
    found = _TITLE.search(piece.said)
    said = (found["quoted"] or found["label"] or "") if found else ""
    return " ".join(_PICTURE_NAME.sub(" ", said).split())


_TITLE = re.compile(r"(?s)\A(?:[\w \t-]*\"(?P<quoted>.*)\"|\[(?P<label>[^\[\]]*)\]|\|?[ \t]*(?P<rest>(?!)))")
_PICTURE_NAME = re.compile(r":[a-z][\w+-]*:")


def _title(markup: Markup, said: str, name: str = "p") -> None:
    opened = markup.open(name, (("class", "title"),))
    markup.text(said)
    markup.close(opened)


def alone(context: Context, markup: Markup, piece: Piece, found: Sequence[Mark]) -> None:
    """Write a block that nothing stands in."""
    name = piece.name.lower()
    if piece.role == "formula":
        opened = markup.open("div", (("class", "formula"),))
        raw.formula(markup, piece.said)
        markup.close(opened)
    elif piece.role == "anchor":
        own = context.claimed(piece.name)
        if own:
            markup.close(markup.open("div", (("id", own),)))
    elif piece.role == "code":
        pre = markup.open("pre", (("dir", "ltr"),))
        inner = markup.open("code")
        markup.text(piece.said)
        markup.close(inner)
        markup.close(pre)
    elif piece.role == "literal":
        opened = markup.open("p")
        fragments.literal(markup, piece.said)
        markup.close(opened)
    elif name in _FIGURES:
        markup.close(_figure(context, markup, piece, found))
    elif name not in _SILENT | _CONTROL | _MIDDLES:
        _box(context, markup, piece, found)


def _figure(context: Context, markup: Markup, piece: Piece, found: Sequence[Mark]) -> Element | None:
    """Begin a figure: its picture, and its caption, which may go on."""
    said = piece.said.encode()
    values = {match[1].decode(): (match[2] or match[3] or b"").decode() for match in QUOTED.finditer(said)}
    bare = _BARE.search(piece.said)
    source = next((value for key, value in values.items() if _SOURCE.match(key)), bare[1] if bare else "")
    described = [mark for mark in found if mark.segment.detail.lower() == "alt" or mark.segment.kind in _DESCRIBES]
    description = described[0].segment.msgid if described else values.get("alt", "")
    start = found[0].segment.span.start if found else 0
    opened = markup.open("figure")
    picture = context.picture(source, start) if source else None
    if picture is not None:
        context.empty(markup, "img", (("src", picture), ("alt", description)), described)
    else:
        raw.no_picture(context, markup, description or source or context.named(piece.name), described)
    rest(context, markup, [mark for mark in found if mark not in described], "figcaption")
    return opened


_DESCRIBES = (Kind.IMAGE_DESCRIPTION,)


def _box(context: Context, markup: Markup, piece: Piece, found: Sequence[Mark]) -> None:
    """A box with the name of what it is, and the words that it has for readers."""
    opened = markup.open("div", (("class", f"box {_class(piece.name)}".strip()),))
    if piece.name and piece.role != "title":
        _title(markup, _called(piece))
    elif piece.role == "title" and not found:
        _title(markup, context.named(piece.name))
    rest(context, markup, found)
    markup.close(opened)


def _called(piece: Piece) -> str:
    """The name of a construct, and what a tag of a template says without naming a parameter."""
    if not piece.key.startswith("%") or "=" in piece.said or len(piece.said) > _LONGEST:
        return piece.name
    return f"{piece.name} {_QUOTES.sub('', piece.said)}".strip()


_QUOTES = re.compile(r"[\"'`/(){}<>]+")
_LONGEST = 60
"""Characters of arguments that are shown."""


def rest(context: Context, markup: Markup, found: Iterable[Mark], name: str = "p") -> None:
    """Write the messages of a construct that have no element yet."""
    for mark in found:
        segment = mark.segment
        if segment.place in (Place.HTML, Place.PARAGRAPH, Place.CELL, Place.CODE) or not context.waiting.still((mark,)):
            continue
        level = segment.level if segment.kind is Kind.HEADING and 1 <= segment.level <= 6 else 0
        kind = "title" if level or name == "figcaption" or segment.kind in _TITLES else "words"
        fragments.element(context, markup, f"h{level}" if level else name, mark, kind)


def keys(markup: Markup, said: str) -> None:
    """Write which keys are pressed together: `++ctrl+c++`."""
    for at, key in enumerate(said.strip("+").split("+")):
        markup.text("+" if at else "")
        opened = markup.open("kbd")
        markup.text(key.strip('"').replace("-", " ").title())
        markup.close(opened)


def lines(context: Context, markup: Markup, found: Iterable[Mark]) -> None:
    """Write what stands on the line of a tag as its text."""
    for mark in found:
        if mark.segment.place is Place.LINE:
            fragments.element(context, markup, "span", mark, "line")


def within(markup: Markup, piece: Piece) -> None:
    """Write a piece that stands in a text: what stands for something is named."""
    if piece.role == "literal":
        fragments.literal(markup, piece.said)
    elif piece.role == "formula":
        raw.formula(markup, piece.said)
    elif piece.role == "code":
        opened = markup.open("code", (("dir", "ltr"),))
        markup.text(piece.said)
        markup.close(opened)
    elif piece.role in ("alone", "opens") and piece.name.lower() not in _SILENT | _CONTROL | _MIDDLES:
        opened = markup.open("span", (("class", f"box {_class(piece.name)}".strip()),))
        markup.text(_called(piece))
        markup.close(opened)


def _class(name: str) -> str:
    return _CLASS.sub("-", name.lower()).strip("-") or "block"
