"""What context may engines be sent with each message: its place, terms, approved translations of similar messages?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from i18n.draft.engine import Capability, Context
from i18n.draft.many.context import Neighbour, contexts, words
from i18n.draft.many.drafting import Request
from i18n.extract.source import Source
from i18n.markdown.dialects import Dialect
from i18n.memory import Memory
from i18n.memory.glossary import Status
from i18n.model import Key, Kind, Segment

_LIKE = 50
"""Least similarity of an example, 0-100: below that it shows little but the style."""
_EXAMPLES = 3


def places(source: Source) -> Mapping[Key, Context]:
    """The place of each message of an article; the first place of a message that occurs several times."""
    segments, labels = source.extraction.segments, source.extraction.labels
    neighbours = [_neighbour(segment, source.dialect, labels) for segment in segments]
    found: dict[Key, Context] = {}
    for segment, context in zip(segments, contexts(neighbours), strict=True):
        found.setdefault(segment.key, context)
    return found


def _neighbour(segment: Segment, dialect: Dialect, labels: Collection[str]) -> Neighbour:
    title = segment.kind is Kind.FRONT_MATTER and segment.detail == "title"
    return Neighbour(words(segment.msgid, dialect, labels), segment.level, title, segment.note)


def with_context(
    requests: Iterable[Request], memory: Memory, confined: Collection[str], capabilities: Collection[Capability]
) -> Iterator[Request]:
    """Add terms and examples if an engine uses them.

    Translations of articles by the names in `confined` (those with `mt` in their front matter) are examples for
    themselves alone, like those of private articles.
    """
    for request in requests:
        context = request.context
        if Capability.TERMS in capabilities:
            terms = tuple((each.source, each.target) for each in request.terms if each.status is Status.APPROVED)
            context = replace(context, terms=terms)
        if Capability.EXAMPLES in capabilities:
            context = replace(context, examples=_examples(request, memory, confined))
        yield request if context is request.context else replace(request, context=context)


def _examples(request: Request, memory: Memory, confined: Collection[str]) -> tuple[tuple[str, str], ...]:
    found = memory.matches(
        request.unit.msgid, _LIKE, article=request.article, msgctxt=request.unit.msgctxt, confined=confined
    )
    pairs = (
        (words(match.msgid, request.dialect, request.labels), words(match.msgstr, request.dialect, request.labels))
        for match in found
    )
    return tuple(dict.fromkeys(pairs))[:_EXAMPLES]
