"""What do all readers of blocks ask of an article?"""

from __future__ import annotations

import bisect
import html
import re
from dataclasses import dataclass

from i18n.markdown.dialects import Dialect, common, protection
from i18n.markdown.document import Document
from i18n.markdown.elements import HIDDEN
from i18n.numbers.figures import stands_alone
from i18n.span import ArticleBytes, Span, in_article
from i18n.words.addresses import besides_addresses

LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(rb"[\d\xd9-\xff]")
"""Of ASCII, or the first byte of one of another script."""
EMOJI_CODE = re.compile(r":[a-z0-9_+-]+:")
_CODE_OR_TAG = re.compile(rf"(?s){common.CODE}|<!--.*?-->|</?[A-Za-z][^<>]*>|\]\([^()]*\)|\]\[[^\[\]]*\]")
_UNREAD = re.compile(
    rf"(?is)<({'|'.join(sorted(HIDDEN))})\b[^<>]*>.{{0,2000}}?</\1\s*>"
    r"|!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?|\[\^[^\[\]]*\]".encode()
)
"""What has no text next to other text: elements that are not for readers, images, references to footnotes."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it is written, and as it is where only Markdown is left."""

    document: Document
    dialect: Dialect
    data: bytes
    """The article."""
    seen: bytes
    """The article with nothing in it that is no Markdown yet, at the same offsets."""
    beside: tuple[Span[ArticleBytes], ...]
    """Code of the dialect that stands next to text but is no part of it; ascending."""

    def has_words(self, span: Span[ArticleBytes]) -> bool:
        """Whether a letter for readers is left when machinery, code, tags and emoji are gone."""
        return has_words(span.of(self.seen), self.dialect.machinery)

    def has_figures(self, span: Span[ArticleBytes], *, is_name: bool = False) -> bool:
        """Whether a stretch without words has numbers for readers that other languages may write otherwise."""
        text = span.of(self.seen)
        if _DIGIT.search(text) is None:
            return False
        text = _UNREAD.sub(b" ", text)
        is_name = is_name or b"](" in text or b"`" in text
        for code in (self.dialect.machinery, self.dialect.formula):
            text = code.sub(b" ", text) if code else text
        text = self.dialect.protected.sub(_escaped, text) if self.dialect.protected else text
        rest = besides_addresses(_CODE_OR_TAG.sub(" ", text.decode()), emails=False)
        return stands_alone(html.unescape(_ESCAPED.sub(r"\1", EMOJI_CODE.sub(" ", rest))), is_name=is_name)

    def beside_within(self, span: Span[ArticleBytes]) -> tuple[Span[ArticleBytes], ...]:
        """The spans within a text that are no part of it."""
        if not self.beside:
            return ()
        first = bisect.bisect_right(self.beside, span.start, key=lambda each: each.end)
        return self.beside[first : bisect.bisect_left(self.beside, span.end, key=lambda each: each.start)]


def page(document: Document, dialect: Dialect) -> Page:
    """Look at an article as its dialect does."""
    seen = document.masked if dialect.expanded else _without_verbatim(document) if dialect.verbatim else document.data
    beside = (in_article(each.span, document.body_start) for each in document.constructs if each.beside_text)
    return Page(document, dialect, document.data, seen, tuple(beside))


def _without_verbatim(document: Document) -> bytes:
    """The article with what the project wants left as it is as the parser is given it."""
    data = bytearray(document.data)
    for start, end in protection.own_spans(document.dialect.verbatim, document.data, document.body_start):
        data[start:end] = document.masked[start:end]
    return bytes(data)


def _escaped(code: re.Match[bytes]) -> bytes:
    """What a reader sees of code of the dialect: an escaped mark alone."""
    return code[0] if code["escaped"] is not None else b" "


def has_words(text: bytes, machinery: re.Pattern[bytes] | None) -> bool:
    """Whether a letter for readers is left in a text when machinery, code, tags and emoji are gone."""
    rest = (machinery.sub(b"", text) if machinery else text).decode()
    rest = besides_addresses(_CODE_OR_TAG.sub("", rest), emails=False)
    return LETTER.search(EMOJI_CODE.sub("", rest)) is not None
