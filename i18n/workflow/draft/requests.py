"""What does the project have to be drafted, and with what? Read, and neither sent nor written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from i18n.catalog import codec
from i18n.draft.engine import Capability, Engine
from i18n.draft.many.memory import MemoryStep
from i18n.errors import ConfigurationError, InputError
from i18n.extract.article import Rules
from i18n.memory import Memory, glossary
from i18n.model import Finding
from i18n.privacy.redaction import Name
from i18n.project import Known, Project
from i18n.store import Store
from i18n.store.tracing import digest
from i18n.workflow import reading
from i18n.workflow.draft.engines import engines_of, memory_step
from i18n.workflow.draft.names import redacted_names
from i18n.workflow.draft.receipts import Receipt
from i18n.workflow.draft.work import (
    ArticleFacts,
    CatalogWork,
    Extent,
    LocaleWork,
    article_facts,
    catalog_work,
    locale_work,
)
from i18n.workflow.extract import moving
from i18n.workflow.extract.catalogs import read
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import Held, held, note_days

_KEPT = 100_000
"""Messages of all locales together that are kept once they were read: some 40 MB. What is more is read again, one
locale at a time."""


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What to draft with, and up to what."""

    engines: tuple[str, ...]
    """Names in the order to be tried, that of the memory among them."""
    redo: bool = False
    """Replace drafts that nobody touched."""
    max_characters: int = 0
    """What may be sent beyond this process in all; 0: no limit."""
    max_cost: float = 0.0
    """What it may cost in all, in the currency of the price table; 0: no limit."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the project has to be drafted. Nothing of it has been sent."""

    project: Project
    options: DraftOptions
    engines: tuple[Engine, ...]
    read: Callable[[str], LocaleWork]
    """Reads what a locale has, each time that it is asked."""
    extents: Mapping[str, Extent]
    """How much each locale has."""
    findings: tuple[Finding, ...]
    confined: frozenset[str] = frozenset()
    """Articles with `mt` in their front matter: their translations are context for themselves alone."""
    names: tuple[Name, ...] = ()
    """Names that must not leave this machine."""
    kept: dict[str, LocaleWork] = field(default_factory=dict)
    """What some locales have, until it is asked for."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""
    sources: Mapping[str, bool] = field(default_factory=dict)
    """Articles whose translations are drawn on, by name: whether for themselves alone."""

    @property
    def messages(self) -> int:
        """How many messages would be asked for."""
        return sum(extent.messages for extent in self.extents.values())

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What any of the engines uses next to the texts."""
        return used_by(self.engines)

    def works(self) -> Iterator[LocaleWork]:
        """What each locale has to be drafted, one after the other."""
        for locale in self.extents:
            yield self.kept.pop(locale) if locale in self.kept else self.read(locale)

    def step(self, memory: Memory) -> MemoryStep | None:
        """Ask a memory in its place among the engines."""
        return memory_step(self.project, self.options.engines, memory)


def used_by(engines: Iterable[Engine]) -> frozenset[Capability]:
    """What any of these engines uses next to the texts."""
    return frozenset(capability for each in engines for capability in each.capabilities)


def prepare(
    session: Session,
    project: Project,
    selection: Selection,
    options: DraftOptions,
    receipts: Mapping[str, Receipt] | None = None,
) -> Preparation:
    """Find what there is to draft. Sends and writes nothing. Raises `ConfigurationError`.

    With the `receipts` of all articles and catalogs nothing is read again; without them, one locale at a time.
    """
    names = redacted_names(project)
    engines = engines_of(project, options.engines)
    _verify_prices(project, options, engines)
    private: frozenset[str] = frozenset()
    if receipts is None:
        read_now = _read_articles(session, project, selection, placed=Capability.PLACE in used_by(engines))
        known = [(article.name, found) for article, found, _ in read_now]
        private = frozenset(article.path for article, _, held in read_now if held.back)
        note_days(session, (away for _, _, away in read_now))
    else:
        known = [(name, receipt.facts) for name, receipt in receipts.items() if receipt.facts is not None]
    facts = {name: found for name, found in known if isinstance(found, ArticleFacts)}
    findings = [found for _, found in known if isinstance(found, Finding)]
    chosen = {known.name for known in selection.articles}
    glossaries: Mapping[str, glossary.Glossary] = {}
    try:
        glossaries = reading.read_glossaries(session.store, project)
    except InputError as error:
        # Without it, names that must stay would be sent and translated.
        findings.append(reading.failure(error))
        chosen = set()
    gone = () if receipts is not None else moving.gone(session.store, project, selection.found.articles)

    def work_of(locale: str, findings: list[Finding]) -> LocaleWork:
        works = (
            _read_works(session.store, project, facts, gone, locale, redo=options.redo)
            if receipts is None
            else ((name, receipt.catalogs.get(locale)) for name, receipt in receipts.items())
        )
        return locale_work(locale, _readable(works, findings), facts, chosen, glossaries.get(locale))

    extents, kept = _survey(work_of(locale, findings) for locale in selection.locales)
    confined = frozenset(name for name, found in facts.items() if found.mt)
    # An article that is gone, or cannot be read, may have been private.
    every: Iterable[str] = (
        ((*(known.name for known in selection.found.articles), *gone)) if receipts is None else receipts
    )
    sources = {name: name not in facts or facts[name].private for name in every}
    return Preparation(
        project,
        options,
        engines,
        lambda locale: work_of(locale, []),
        extents,
        tuple(findings),
        confined,
        names,
        kept,
        private,
        sources,
    )


def _survey(works: Iterable[LocaleWork]) -> tuple[dict[str, Extent], dict[str, LocaleWork]]:
    """How much each locale has, and the work of as many locales as are kept."""
    extents: dict[str, Extent] = {}
    kept: dict[str, LocaleWork] = {}
    room = _KEPT
    for work in works:
        extents[work.locale] = work.extent
        room -= len(work.requests)
        if room >= 0:
            kept[work.locale] = work
    return extents, kept


def _verify_prices(project: Project, options: DraftOptions, engines: Iterable[Engine]) -> None:
    """Refuse a limit of cost that cannot be computed: an engine on another machine without a price."""
    if not options.max_cost:
        return
    for each in engines:
        settings = project.engine.get(each.name)
        if not each.traffic.near and (settings is None or settings.price_per_million is None):
            table = f'"{each.name}"' if ":" in each.name else each.name
            raise ConfigurationError(
                f"There is a limit of cost, and {each.name} has no price.",
                f"Set price_per_million in [engine.{table}], to 0 where it costs nothing.",
            )


def _read_articles(
    session: Session, project: Project, selection: Selection, *, placed: bool
) -> list[tuple[Known, ArticleFacts | Finding, Held]]:
    """What drafting needs of each article, and whether it is not for readers."""
    context = _Context(session.store, reading.rules(session, project), placed)
    return list(session.silent.map("", _facts, context, selection.found.articles))


@dataclass(frozen=True, slots=True)
class _Context:
    store: Store
    rules: Rules
    placed: bool


def _facts(context: _Context, known: Known) -> tuple[Known, ArticleFacts | Finding, Held]:
    found = read(context.store, context.rules, known)
    away = held(context.rules, known, found.data)
    source = found.source
    return known, source if isinstance(source, Finding) else article_facts(source, placed=context.placed), away


def _read_works(
    store: Store, project: Project, facts: Mapping[str, ArticleFacts], gone: Iterable[str], locale: str, *, redo: bool
) -> Iterator[tuple[str, CatalogWork | Finding]]:
    """What there is in each catalog by the name of its article, those of articles that are gone last."""
    for name in (*facts, *gone):
        path = project.catalog(name, locale)
        try:
            data = store.read_if_there(path)
            if data is not None:
                units = codec.parse(data, path).units
                yield name, catalog_work(units if name in facts else (), str(digest(data)), redo=redo)
        except InputError as error:
            yield name, reading.failure(error, locale=locale)


def _readable(
    works: Iterable[tuple[str, CatalogWork | Finding | None]], findings: list[Finding]
) -> Iterator[tuple[str, CatalogWork]]:
    """Those that could be read; the findings take why others could not."""
    for name, work in works:
        if isinstance(work, Finding):
            findings.append(work)
        elif work is not None:
            yield name, work
