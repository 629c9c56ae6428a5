"""What is there to draft in a locale? Made from units and from what is known of their articles, without any disk."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from i18n.draft.engine import Capability, Context
from i18n.draft.many.context import Neighbour, contexts, words
from i18n.draft.many.drafting import wanted
from i18n.draft.many.request import Request
from i18n.extract.source import Source
from i18n.markdown.dialects import Dialect
from i18n.memory import Memory
from i18n.memory.glossary import Glossary, Status
from i18n.message.skeleton import prose
from i18n.model import Key, Kind, Segment, Unit
from i18n.workflow.draft.facts import ArticleFacts
from i18n.workflow.project_memory import Seen

LIKE = 50
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
    requests: Iterable[Request],
    memory: Memory,
    confined: Collection[str],
    capabilities: Collection[Capability],
    guide: str = "",
) -> Iterator[Request]:
    """Add terms, examples and the guide of the language if an engine uses them.

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
        if guide:
            context = replace(context, guide=guide)
        yield request if context is request.context else replace(request, context=context)


def _examples(request: Request, memory: Memory, confined: Collection[str]) -> tuple[tuple[str, str], ...]:
    found = memory.matches(
        request.unit.msgid, LIKE, article=request.article, msgctxt=request.unit.msgctxt, confined=confined
    )
    pairs = (
        (words(match.msgid, request.dialect, request.labels), words(match.msgstr, request.dialect, request.labels))
        for match in found
    )
    return tuple(dict.fromkeys(pairs))[:_EXAMPLES]


@dataclass(frozen=True, slots=True)
class CatalogWork:
    """What drafting takes from a catalog."""

    units: tuple[Unit, ...]
    """Those to be asked for."""
    digest: str
    """SHA-256 of the catalog, in hexadecimal."""
    data: bytes | None = None
    """The catalog, if it is kept for when drafts are written."""
    left: Mapping[str, str] = field(default_factory=dict)
    """Those that were asked for before, and need not be again: why they have no draft, by `name_of` them."""
    is_known: bool = False
    """All of it is remembered: nobody looked into the catalog."""


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
    """Messages to be asked for, article by article."""
    catalogs: Mapping[str, CatalogWork]
    """What there is to do in each catalog that was chosen, by the name of its article."""

    @property
    def seen(self) -> Seen:
        """What was read of the catalogs."""
        data = {name: work.data for name, work in self.catalogs.items() if work.data is not None}
        return Seen({name: work.digest for name, work in self.catalogs.items()}, data)

    @property
    def left(self) -> Counter[str]:
        """Messages that need not be asked for again, by the reason why they have no draft."""
        return Counter(reason for work in self.catalogs.values() for reason in work.left.values())

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


def catalog_work(units: Sequence[Unit], digest: str, *, redo: bool = False) -> CatalogWork:
    """Take what drafting needs from the units of a catalog."""
    return CatalogWork(tuple(unit for unit in units if wanted(unit, redo=redo)), digest)


def name_of(unit: Unit) -> str:
    """Digest what a message is, so that it can be remembered without its text."""
    return hashlib.sha256(repr((unit.msgctxt, unit.msgid)).encode(errors="surrogatepass")).hexdigest()[:32]


def request(
    unit: Unit, article: str, facts: ArticleFacts, dialect: Dialect, place: Context, glossary: Glossary | None
) -> Request:
    """Ask for a message of an article, by its name."""
    terms = glossary.concerning(prose(unit.msgid, dialect, facts.labels)) if glossary else ()
    return Request(unit, article, dialect, facts.labels, facts.private, facts.mt, terms, place)
