"""What of an article's raw HTML do readers get? Tags that nh3 lets pass, each by itself, at their places."""

from __future__ import annotations

import functools
import html as entities
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from i18n.errors import ConfigurationError
from i18n.markdown import html, tokenizer
from i18n.markdown.blocks.raw import Raw
from i18n.markdown.dialects import common
from i18n.markdown.tokenizer import Comment, Tag
from i18n.model import Place
from i18n.render import fragments
from i18n.render.atoms import Write, atoms
from i18n.render.content import NAMES, VOID, Maker
from i18n.render.context import Context
from i18n.render.markup import Attributes, Markup
from i18n.render.messages import Mark
from i18n.render.running import Running
from i18n.span import ArticleBytes, Span

_TODAY = {
    "strike": "s", "tt": "code", "center": "div", "font": "span", "big": "span", "acronym": "abbr", "dir": "ul",
    "menu": "ul",
}  # fmt: skip
"""Elements that HTML has no more, and those that came after them."""
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "details": {"open"},
    "bdo": {"dir"},
}
_AROUND = {
    "caption": "<table>", "colgroup": "<table>", "thead": "<table>", "tbody": "<table>", "tfoot": "<table>",
    "tr": "<table><tbody>", "td": "<table><tbody><tr>", "th": "<table><tbody><tr>", "col": "<table><colgroup>",
}  # fmt: skip
"""What a part of a table is read in."""
_SCHEMES = {"http", "https", "mailto", "tel", "data"}
_NUMBER = re.compile(r"[0-9]{1,5}")
_NUMBERS = frozenset("width height start value colspan rowspan".split())
_UNSEEN = frozenset("script style template noscript svg math object select head title".split())
"""Elements whose content no reader of the page sees."""
_LEFT_OUT = frozenset("iframe video audio object embed".split())
"""Elements of which readers are told that they are not there."""
_QUOTED = frozenset((Place.ATTRIBUTE, Place.QUOTED, Place.PARAMETER))
_TEMPLATE = re.compile(common.TEMPLATES.decode(), re.S)


def inline(context: Context, markup: Markup, said: str, start: int, end: int) -> None:
    """Write a tag that stands in a text; a comment is nothing."""
    token = tokenizer.first(said, 0)
    if isinstance(token, Tag):
        span: Span[ArticleBytes] = Span(start, end)
        _Tags(context, markup).tag(said, token, span)


def block(context: Context, markup: Markup, found: Raw, write: Write) -> None:
    """Write a block of HTML, its messages at their places; `write` writes what stands in it of the dialect.

    It is read as the parser is given it, so that a tag of the generator in an attribute does not end that.
    """
    _Block(context, markup, found, write).write()


def formula(markup: Markup, said: str) -> None:
    """Write a formula as it stands."""
    opened = markup.open("code", (("class", "formula"), ("dir", "ltr")))
    markup.text(said)
    markup.close(opened)


def no_picture(context: Context, markup: Markup, name: str, found: Sequence[Mark], attributes: Attributes = ()) -> None:
    """Say which picture is not shown."""
    opened = context.open(markup, "span", (("class", "no-picture"), *attributes), found)
    markup.text(name)
    markup.close(opened)


@functools.lru_cache(maxsize=4096)
def passed(written: str, name: str) -> tuple[tuple[str, str], ...] | None:
    """The attributes of a start tag that nh3 lets pass; None where it does not let the tag pass.

    Raises `ConfigurationError` where nh3 is missing.
    """
    try:
        import nh3
    except ImportError:
        raise ConfigurationError(
            "The article has raw HTML, and nh3, which cleans it, is missing.", "pip install 'manytongues[html]'"
        ) from None
    around = _AROUND.get(name, "")
    clean = nh3.clean(
        around + written,
        tags=set(NAMES),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags=set(),
    )
    for token in tokenizer.tokens(clean, raw=False):
        if isinstance(token, Tag) and token.name == name and not token.is_closing:
            return tuple((each.name, each.value) for each in token.attributes)
    return None


def name_of(text: str, tag: Tag) -> str:
    """What an element is called of which nothing else is shown: by what it says to readers, else by its name."""
    if tag.name in _FORMS:
        return ""
    said = next((each.value for each in tag.attributes if each.name in ("text", "label", "title") and each.value), "")
    return _plain(said) or tag.name_span.of(text)


_FORMS = frozenset("input source track param meta link base option path circle rect line polygon use".split())
"""Elements of which nothing is left without those around them."""


class _Tags:
    """Writes tags of raw HTML."""

    def __init__(self, context: Context, markup: Markup) -> None:
        self._context = context
        self._markup = markup

    def tag(self, text: str, tag: Tag, span: Span[ArticleBytes]) -> None:
        """Write one tag, which stands in the article at that span."""
        name = _TODAY.get(tag.name, tag.name)
        if tag.is_closing:
            self._markup.close_named(name)
            return
        if name not in NAMES or not tag.is_finished:
            self._left_out(text, tag, span)
            return
        rest = tag.span.of(text)[1 + len(tag.name) :]
        attributes = passed(f"<{name}{rest}", name)
        if attributes is None or (name == "bdo" and not any(key == "dir" for key, _ in attributes)):
            return
        found = self._attributes(span)
        if name == "img":
            self._picture(dict(attributes), span.start, found)
        elif name in VOID:
            self._context.empty(self._markup, name, self._kept(attributes, span.start), found)
        else:
            self._context.open(self._markup, name, self._kept(attributes, span.start), found, Maker.ARTICLE)

    def _left_out(self, text: str, tag: Tag, span: Span[ArticleBytes]) -> None:
        """Say that something is not there, and what its attributes say to readers."""
        found = self._attributes(span)
        shown = name_of(text, tag) if tag.is_empty or tag.name in _LEFT_OUT else ""
        if shown and not found:
            opened = self._markup.open("span", (("class", "left-out"),))
            self._markup.text(shown)
            self._markup.close(opened)
        for mark in found:
            fragments.element(self._context, self._markup, "span", mark, "left-out")

    def _attributes(self, span: Span[ArticleBytes]) -> list[Mark]:
        return [each for each in self._context.waiting.within(span) if each.segment.place in _QUOTED]

    def _kept(self, attributes: Sequence[tuple[str, str]], start: int) -> Iterator[tuple[str, str]]:
        for name, value in attributes:
            value = self._context.shared.document.spelled(value)
            if name == "href":
                target = self._context.link(value, start)
                if target is not None:
                    yield name, target
            elif name == "id":
                own = self._context.claimed(_plain(value))
                if own:
                    yield name, own
            elif name in ("open", "reversed"):
                yield name, name
            elif name == "lang":
                if re.fullmatch(r"[A-Za-z0-9-]{1,35}", value):
                    yield from (("lang", value), ("xml:lang", value))
            elif name == "dir":
                if value.lower() in ("ltr", "rtl", "auto"):
                    yield name, value.lower()
            elif name not in _NUMBERS or _NUMBER.fullmatch(value):
                yield name, _plain(value)

    def _picture(self, attributes: dict[str, str], start: int, found: Sequence[Mark]) -> None:
        spelled = self._context.shared.document.spelled
        source, description = spelled(attributes.pop("src", "")), _plain(spelled(attributes.pop("alt", "")))
        rest = list(self._kept(list(attributes.items()), start))
        picture = self._context.picture(source, start)
        if picture is not None:
            self._context.empty(self._markup, "img", (("src", picture), ("alt", description), *rest), found)
        else:
            told = [each for each in rest if each[0] in ("id", "title", "lang", "xml:lang", "dir")]
            no_picture(self._context, self._markup, description or source, found, told)


def _plain(value: str) -> str:
    """A value without the tags of a generator."""
    return _TEMPLATE.sub("", value) if "{" in value else value


class _Place(NamedTuple):
    """A position in a block, and the byte of the article that it is."""

    characters: int
    bytes: int


class _Block:
    """A block of HTML while it is written."""

    def __init__(self, context: Context, markup: Markup, found: Raw, write: Write) -> None:
        self._context = context
        self._markup = markup
        self._text = found.text
        self._atom = write
        self._atoms = [each for each in atoms(context.shared, found.span, ()) if each.what in ("construct", "template")]
        self._known = _Place(0, found.span.start)
        marks = (each for each in context.waiting.within(found.span) if each.segment.place is Place.HTML)
        self._running = Running(context, markup, marks)
        self._skipped = 0
        """Up to where what stands of the dialect is written."""
        self._unseen = ""
        """The element without words for readers that is open."""

    def write(self) -> None:
        """Write text and tags in order."""
        at, tags = 0, _Tags(self._context, self._markup)
        for start, end, token in html.meant(self._text):
            self._words(at, start)
            at = end
            self._running.reach(self._byte(start))
            if isinstance(token, Comment) or self._hides(token):
                continue
            tags.tag(self._text, token, Span(self._byte(start), self._byte(end)))
        self._unseen = ""
        self._words(at, len(self._text))
        self._running.end()

    def _hides(self, tag: Tag) -> bool:
        """Whether a tag stands in what readers do not see, or begins or ends that."""
        if self._unseen:
            if tag.is_closing and tag.name == self._unseen:
                self._unseen = ""
            return True
        if tag.name in _UNSEEN and not tag.is_closing and f"</{tag.name}" in self._text[tag.span.end :].lower():
            self._unseen = tag.name
            return True
        return tag.name in _UNSEEN

    def _words(self, start: int, end: int) -> None:
        """Write text, in which messages begin and end, and what stands in it of the dialect."""
        here, last = self._byte(start), self._byte(end)
        text = self._text[start:end].encode("utf-8", "surrogatepass")
        atoms = {each.span.start: each for each in self._atoms if here <= each.span.start and each.span.end <= last}
        places = {place for each in atoms.values() for place in each.span if here < place < last}
        offset = here
        for cut in (*sorted(places | self._running.cuts(here, last)), last):
            self._running.reach(here)
            if here in atoms and not self._unseen:
                self._atom(atoms[here])
                self._skipped = atoms[here].span.end
            elif not self._unseen and here >= self._skipped:
                self._markup.text(entities.unescape(text[here - offset : cut - offset].decode(errors="replace")))
            here = cut

    def _byte(self, characters: int) -> int:
        """The byte of the article that a character of the block is; asked in ascending order, mostly."""
        known = self._known
        if characters < known.characters:
            return known.bytes - len(self._text[characters : known.characters].encode("utf-8", "surrogatepass"))
        gone = self._text[known.characters : characters].encode("utf-8", "surrogatepass")
        self._known = _Place(characters, known.bytes + len(gone))
        return self._known.bytes
