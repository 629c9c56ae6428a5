"""What is kept of an article that was read, so that the same bytes need no second reading?"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from i18n.extract.article import Extraction, Rules, dialect_of
from i18n.extract.source import Source, own_rules
from i18n.markdown.document import Document
from i18n.markdown.frontmatter import FrontMatter
from i18n.markdown.splice import Edit, splice
from i18n.model import Article
from i18n.span import ArticleBytes, Span


@dataclass(frozen=True, slots=True)
class Kept:
    """What reading an article found, apart from its bytes."""

    path: str
    """Path below the source folder."""
    sha256: str
    """Digest of the article's bytes, in hexadecimal."""
    front: FrontMatter | None
    extraction: Extraction


def kept(source: Source, sha256: str) -> Kept:
    """Keep what was found in an article whose bytes have this digest."""
    return Kept(source.article.path, sha256, source.parts.front, source.extraction)


def source_of(article: Article, sha256: str, rules: Rules, found: Kept) -> Source | None:
    """Make the source that reading the article by the rules of its project makes; None if it was another article.

    Positions that do not fit its bytes were not found in them either.
    """
    if (found.path, found.sha256) != (article.path, sha256) or not _fit(found.extraction.unpublished, article.data):
        return None
    own = own_rules(rules, article.path)
    dialect = dialect_of(own)
    data = splice(article.data, [Edit(span, b"") for span in found.extraction.unpublished]).data
    front = found.front
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    if front is not None:
        if not _fit([front.span], data) or front.span.of(data) != front.text.encode():
            return None
        start = front.body_start
    headings = (span for each in found.extraction.headings for span in (each.span, each.attributes) if span)
    if not _fit((segment.span for segment in found.extraction.segments), data) or not _fit(headings, data):
        return None
    return Source(article, own, dialect, Document(data, front, start, dialect), found.extraction)


def _fit(spans: Iterable[Span[ArticleBytes]], data: bytes) -> bool:
    """Whether spans lie within the data, one after the other."""
    at = 0
    for start, end in spans:
        if not at <= start <= end:
            return False
        at = end
    return at <= len(data)
