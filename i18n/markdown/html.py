"""Which words of raw HTML are for readers, and which tags does it have?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

from i18n.markdown import tokenizer
from i18n.markdown.elements import HIDDEN, INLINE, TEXT_ATTRIBUTES, VOID
from i18n.markdown.tokenizer import Comment, Tag, Token, tokens
from i18n.model import Kind, Place
from i18n.numbers.figures import stands_alone
from i18n.words.addresses import besides_addresses
from i18n.words.folding import folded

_LETTER = re.compile(r"[^\W\d_]")
_ENTITY = re.compile(r"&#?\w+;")
_ENDS = {"<?": "?>", "<![CDATA[": "]]>"}
"""Where Markdown, and whoever writes them, ends what browsers end at the first `>`."""
_OPENINGS = re.compile(r"<(?:/?[A-Za-z][^\s/>]*|[!?])")
_PLAIN = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*)>")
"""A tag without attributes: most are."""
_ISOLATING = frozenset(
    {"bdi", *(f"{name} dir={way}" for name in ("span", "bdi", "bdo") for way in ("ltr", "rtl", "auto"))}
)
_ISOLATED = frozenset({"/span", "/bdi", "/bdo"})
_Piece: TypeAlias = tuple[int, int, Tag | Comment | None]
"""Text, or a tag or comment within text: first position, one past the last."""


@dataclass(frozen=True, slots=True)
class Words:
    """A span of HTML that readers read; positions count characters."""

    kind: Kind
    place: Place
    start: int
    end: int
    detail: str = ""
    """The name of the attribute it is the value of."""


def tags(html: str) -> tuple[str, ...]:
    """Every tag, comment and declaration with its white space folded and the values for readers left out, in order.

    What two versions of a text must have in common, in a browser that runs scripts and in one that does not.
    """
    if plain := _PLAIN.fullmatch(html):
        return (plain[1].lower(),)
    return tuple(found for token in tokens(html) for found in _kept(html, token))


def unpaired(kept: Iterable[str]) -> list[str]:
    """Which of the tags that `tags` gives have no other of their element: what would reach beyond their text."""
    opened: list[str] = []
    closed: list[str] = []
    for tag in kept:
        name = tag.split(" ", 1)[0]
        if not name.startswith("/"):
            opened += [] if name.startswith("<") or name in VOID else [name]
        elif name[1:] in opened:
            opened.reverse()
            opened.remove(name[1:])
            opened.reverse()
        else:
            closed.append(name)
    return closed + opened


def isolating(added: Counter[str]) -> Counter[str]:
    """Those of the tags that `tags` gives which only keep the direction of what they enclose, where they are pairs."""
    found = Counter({tag: count for tag, count in added.items() if tag in _ISOLATING or tag in _ISOLATED})
    opened = Counter(tag.split(" ")[0] for tag in found.elements() if tag in _ISOLATING)
    closed = Counter(tag[1:] for tag in found.elements() if tag in _ISOLATED)
    return found if opened == closed else Counter()


def _kept(html: str, token: Token) -> Iterator[str]:
    if isinstance(token, Tag):
        yield _normal(html, token)
    elif isinstance(token, Comment):
        yield " ".join(html[token.span.start : _end(html, token)].split())
    elif token.element in ("script", "style") and token.is_finished:
        yield " ".join(token.span.of(html).split())
    else:
        text = token.span.of(html)
        for each in tokens(text, raw=False):
            yield from _kept(text, each)


def _normal(html: str, tag: Tag) -> str:
    """A tag in normal form: attributes sorted, quotes and white space evened out, values for readers blank."""
    found = []
    for attribute in tag.attributes:
        if attribute.name in TEXT_ATTRIBUTES:
            # A browser that takes what is around it for raw text would find tags in it.
            found.append(f"{attribute.name}={''.join(_OPENINGS.findall(attribute.value_span.of(html)))}")
        else:
            value = folded(attribute.value).replace('"', "&quot;")
            found.append(f'{attribute.name}="{value}"' if " " in value else f"{attribute.name}={value}")
    name = f"/{tag.name}" if tag.is_closing else tag.name
    return " ".join((name, *sorted(found), *(() if tag.is_finished else ("(unfinished)",))))


def _end(html: str, comment: Comment) -> int:
    """Where a comment ends for those who write it: an instruction and a section of characters by their own marks."""
    for opening, closing in _ENDS.items():
        if html.startswith(opening, comment.span.start):
            end = html.find(closing, comment.span.start + len(opening))
            return len(html) if end < 0 else end + len(closing)
    return comment.span.end


def words(html: str) -> Iterator[Words]:
    """Find the messages of a block of HTML: runs of text with their inline tags, and attributes for readers."""
    pieces: list[_Piece] = []
    at = 0
    hidden: list[str] = []
    for start, end, token in meant(html):
        if start > at and not hidden:
            pieces.append((at, start, None))
        at = end
        name = token.name if isinstance(token, Tag) else ""
        if hidden:
            _leave(hidden, token)
            if hidden or name not in INLINE:
                continue
            pieces.append((start, end, token))
            continue
        if isinstance(token, Tag) and _is_hidden(token, html):
            hidden.append(name)
        if name in INLINE or (isinstance(token, Comment) and token.kind == "comment" and pieces):
            pieces.append((start, end, token))
            continue
        yield from _flush(html, pieces)
        pieces = []
        if isinstance(token, Tag) and not hidden:
            yield from _attributes(html, token)
    if at < len(html) and not hidden:
        pieces.append((at, len(html), None))
    yield from _flush(html, pieces)


def meant(html: str) -> Iterator[tuple[int, int, Tag | Comment]]:
    """The tags and comments as those who write them mean them: raw text that never ends is text."""
    at = 0
    while (token := tokenizer.first(html, at)) is not None:
        at = token.span.end if isinstance(token, Tag) else _end(html, token)
        yield token.span.start, at, token
        if isinstance(token, Tag) and tokenizer.opens_raw_text(token) and not token.is_empty:
            at = tokenizer.raw_text_end(html, at, token.name) or at


def attributes(html: str) -> Iterator[Words]:
    """Find the attributes for readers of every tag."""
    for token in tokens(html):
        if isinstance(token, Tag):
            yield from _attributes(html, token)


def _is_hidden(tag: Tag, html: str) -> bool:
    if tag.is_closing or tag.is_empty or tag.name in VOID:
        return False
    if tag.name in HIDDEN or any(each.name == "translate" and each.value.lower() == "no" for each in tag.attributes):
        return re.search(rf"(?i)</{re.escape(tag.name)}[\s/>]", html[tag.span.end :]) is not None
    return False


def _leave(hidden: list[str], token: Tag | Comment) -> None:
    """Keep count of elements of the hidden one's own name only."""
    if not isinstance(token, Tag) or token.name != hidden[-1]:
        return
    if token.is_closing:
        hidden.pop()
    elif not token.is_empty:
        hidden.append(token.name)


def _flush(html: str, pieces: list[_Piece]) -> Iterator[Words]:
    """One run between block tags: its text as a message, or the attributes of its tags where it has none."""
    first, last = _trim(html, pieces) or (len(html), 0)
    tags = [(start, end, tag) for start, end, tag in pieces if isinstance(tag, Tag)]
    for _, end, tag in tags:
        if end <= first:
            yield from _attributes(html, tag)
    if first < last:
        yield Words(Kind.HTML, Place.HTML, first, last)
        for start, _, tag in tags:
            if start >= last:
                yield from _attributes(html, tag)


def _trim(html: str, pieces: list[_Piece]) -> tuple[int, int] | None:
    """Narrow a run to its words: tags at its ends stay outside, except those whose pair stands inside."""
    if not any(tag is None and _has_words(html[start:end]) for start, end, tag in pieces) and not _is_figures(
        html, pieces
    ):
        return None
    low, high = 0, len(pieces) - 1
    while low < high:
        if _bare(html, pieces[low]):
            low += 1
        elif _bare(html, pieces[high]):
            high -= 1
        elif _is_empty_element(html, pieces, low):
            low += 2
        elif _is_empty_element(html, pieces, high - 1):
            high -= 2
        elif _is_open(pieces[low]) and (_partner(pieces, range(low, high + 1)) in (None, high)):
            high -= _partner(pieces, range(low, high + 1)) == high
            low += 1
        elif _is_close(pieces[high]) and _partner(pieces, range(high, low - 1, -1)) is None:
            high -= 1
        else:
            break
    start, end = pieces[low][0], pieces[high][1]
    text = html[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _bare(html: str, piece: _Piece) -> bool:
    """Whether a piece at the end of a run holds nothing for readers."""
    start, end, tag = piece
    if tag is None:
        return not html[start:end].strip()
    return isinstance(tag, Comment) or tag.name in ("br", "wbr")


def _is_empty_element(html: str, pieces: list[_Piece], low: int) -> bool:
    """Whether an element with nothing in it begins there: the target of a link, a coloured square."""
    first = pieces[low][2]
    return (
        isinstance(first, Tag)
        and _is_open(pieces[low])
        and _is_close(pieces[low + 1])
        and _partner(pieces, range(low, low + 2)) is not None
        and not _has_attributes(html, first)
    )


def _is_open(piece: _Piece) -> bool:
    tag = piece[2]
    return isinstance(tag, Tag) and not tag.is_closing and tag.name not in VOID


def _is_close(piece: _Piece) -> bool:
    return isinstance(piece[2], Tag) and piece[2].is_closing


def _partner(pieces: list[_Piece], positions: range) -> int | None:
    """Where the element whose tag stands at the first position has its other tag; None when it has none there."""
    one = pieces[positions[0]][2]
    depth = 0
    for at in positions:
        other = pieces[at][2]
        if isinstance(one, Tag) and isinstance(other, Tag) and other.name == one.name:
            depth += 1 if other.is_closing == one.is_closing else -1
            if depth == 0:
                return at
    return None


def _has_words(text: str) -> bool:
    return bool(_LETTER.search(besides_addresses(_ENTITY.sub("", text))))


def _is_read(text: str) -> bool:
    return _has_words(text) or stands_alone(unescape(text))


def _is_figures(html: str, pieces: list[_Piece]) -> bool:
    """Whether a run without words is numbers that languages write otherwise, and no tag in it has words for readers."""
    text = "".join(html[start:end] for start, end, tag in pieces if tag is None)
    if not stands_alone(unescape(besides_addresses(text))):
        return False
    return not any(isinstance(tag, Tag) and _has_attributes(html, tag) for _, _, tag in pieces)


def _has_attributes(html: str, tag: Tag) -> bool:
    """Whether a tag has an attribute for readers with words in it."""
    return any(_has_words(html[each.start : each.end]) for each in _attributes(html, tag))


def _attributes(html: str, tag: Tag) -> Iterator[Words]:
    """Those for readers that say something between quotes."""
    for attribute in () if tag.is_closing else tag.attributes:
        start, end = attribute.value_span
        if attribute.name in TEXT_ATTRIBUTES and html[start - 1] in "\"'" and _is_read(html[start:end]):
            kind, detail = kind_of_attribute(attribute.name)
            yield Words(kind, Place.ATTRIBUTE, start, end, detail)


def kind_of_attribute(name: str) -> tuple[Kind, str]:
    """What the value of an attribute is, with its detail: of an image, `alt` is the description."""
    return (Kind.IMAGE_DESCRIPTION, "") if name == "alt" else (Kind.ATTRIBUTE, name)
