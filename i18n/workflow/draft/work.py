"""What is there to draft in a locale? Made from units and from what is known of their articles, without any disk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.draft.engine import NO_CONTEXT, Capability, Context
from i18n.draft.many.context import Neighbour, contexts, words
from i18n.draft.many.drafting import wanted
from i18n.draft.many.request import Request
from i18n.extract.source import Source
from i18n.markdown.dialects import Dialect
from i18n.memory import Memory
from i18n.memory.glossary import Glossary, Status
from i18n.message.skeleton import prose
from i18n.model import Key, Kind, Segment, Unit

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


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What drafting needs to know of an article."""

    dialect: Dialect
    labels: tuple[str, ...]
    """Labels of its reference definitions."""
    mt: str
    """`local`, `off` or nothing, as its front matter says."""
    private: bool
    contexts: Mapping[Key, Context]
    """The place of each message; empty if no engine uses it."""


@dataclass(frozen=True, slots=True)
class CatalogWork:
    """What drafting takes from a catalog."""

    units: tuple[Unit, ...]
    """Those that want a draft."""
    digest: str = ""
    """SHA-256 of the catalog, in hexadecimal."""
    data: bytes | None = None
    """The catalog, if it is kept for when drafts are written."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a locale has to be drafted."""

    messages: int
    sendable: int
    """Messages that may leave this machine."""
    characters: int
    """Length of these, in characters."""
    articles: frozenset[str]
    """Names of the articles that hold these."""


@dataclass(frozen=True, slots=True)
class LocaleWork:
    """What a locale has to be drafted."""

    locale: str
    requests: tuple[Request, ...]
    """Messages that want a draft, article by article."""
    catalogs: Mapping[str, bytes]
    """Those that are kept for when drafts are written, by the name of their article."""
    digests: Mapping[str, str]
    """SHA-256 of all catalogs, in hexadecimal, by the name of their article."""

    @property
    def extent(self) -> Extent:
        """How much it is."""
        sendable = [request for request in self.requests if not request.is_confined]
        return Extent(
            len(self.requests),
            len(sendable),
            sum(len(request.unit.msgid) for request in sendable),
            frozenset(request.article for request in sendable),
        )


def article_facts(source: Source, *, placed: bool) -> ArticleFacts:
    """Keep what drafting needs of an article that was read; with `placed` the place of each message too."""
    contexts = places(source) if placed else {}
    return ArticleFacts(source.dialect, source.extraction.labels, source.extraction.mt, source.is_private, contexts)


def catalog_work(units: Sequence[Unit], digest: str, *, redo: bool = False) -> CatalogWork:
    """Take what drafting needs from the units of a catalog."""
    return CatalogWork(tuple(unit for unit in units if wanted(unit, redo=redo)), digest)


def locale_work(
    locale: str,
    catalogs: Iterable[tuple[str, CatalogWork]],
    facts: Mapping[str, ArticleFacts],
    chosen: Collection[str],
    glossary: Glossary | None,
) -> LocaleWork:
    """Find what a locale has to be drafted in its catalogs, which come by the name of their article.

    Only the `chosen` articles are drafted.
    """
    requests: list[Request] = []
    kept: dict[str, bytes] = {}
    digests: dict[str, str] = {}
    for name, catalog in catalogs:
        digests[name] = catalog.digest
        if catalog.data is not None:
            kept[name] = catalog.data
        if name in chosen:
            requests += (_request(unit, name, facts[name], glossary) for unit in catalog.units)
    return LocaleWork(locale, tuple(requests), kept, digests)


def _request(unit: Unit, name: str, known: ArticleFacts, glossary: Glossary | None) -> Request:
    terms = glossary.concerning(prose(unit.msgid, known.dialect, known.labels)) if glossary else ()
    context = known.contexts.get(unit.key, NO_CONTEXT)
    return Request(unit, name, known.dialect, known.labels, known.private, known.mt, terms, context)
