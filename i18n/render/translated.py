"""Which message of its source is each message of a translated page, and in which language is its text?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from i18n.extract.source import Source
from i18n.model import Kind, Place, Segment
from i18n.render.messages import Mark, uid


def of_translation(source: Source, page: Source, source_locale: str) -> tuple[Mark, ...]:
    """The messages of a page that was compiled of an article, with the uids of the article's own.

    A page has the structure of its source; where a text has no letters any more it is no message, and a notice is one
    more. A text that is the source's is in the source's language. What the page alone has keeps a uid of its own.
    """
    segments, originals = page.extraction.segments, source.extraction.segments
    pairs = dict(_pairs(originals, segments))
    return tuple(_mark(each, pairs.get(at), source_locale) for at, each in enumerate(segments))


def _mark(segment: Segment, original: Segment | None, source_locale: str) -> Mark:
    if original is None:
        return Mark(segment, uid(segment.key))
    shows_source = segment.msgid == original.msgid
    return Mark(segment, uid(original.key), source_locale if shows_source else "")


def _pairs(originals: Sequence[Segment], segments: Sequence[Segment]) -> Iterator[tuple[int, Segment]]:
    """By the number of a message of the page, that of the source in its place."""
    if len(originals) == len(segments) and all(map(_alike, originals, segments)):
        yield from enumerate(originals)
        return
    matcher = SequenceMatcher(None, [*map(_place, originals)], [*map(_place, segments)], autojunk=False)
    for first, second, length in matcher.get_matching_blocks():
        for at in range(length):
            yield second + at, originals[first + at]


def _alike(one: Segment, other: Segment) -> bool:
    return _place(one) == _place(other)


def _place(segment: Segment) -> tuple[Kind, Place, int, str]:
    """What a translation leaves a message."""
    return segment.kind, segment.place, segment.level, segment.detail
