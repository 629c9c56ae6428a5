"""What does the project have to be drafted, and with what? Read, and neither sent nor written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from i18n.draft.engine import Capability, Engine
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.many.memory import MemoryStep
from i18n.errors import ConfigurationError, InputError
from i18n.memory import Memory
from i18n.memory.glossary import Glossary
from i18n.message.terms import Facts
from i18n.model import Finding
from i18n.privacy.redaction import Name
from i18n.project import Project
from i18n.workflow import reading
from i18n.workflow.draft.asked import AskedBefore
from i18n.workflow.draft.engines import engines_of, memory_step, standing
from i18n.workflow.draft.facts import ArticleFacts, facts_of, keep
from i18n.workflow.draft.names import redacted_names
from i18n.workflow.draft.receipts import Receipt
from i18n.workflow.draft.work import LIKE, Extent, LocaleWork
from i18n.workflow.draft.works import WorkReader
from i18n.workflow.extract import moving
from i18n.workflow.project_memory import ProjectMemory
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

_KEPT = 100_000
"""Messages of all locales together that are kept once they were read: some 40 MB. What is more is read again, one
locale at a time."""
NO_RECEIPTS: Mapping[str, Receipt] = MappingProxyType({})


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
    """What the project has to be drafted. Nothing of it has been sent. To be closed."""

    project: Project
    options: DraftOptions
    engines: tuple[Engine, ...]
    read: Callable[[str], LocaleWork]
    """Reads what a locale has, each time that it is asked."""
    extents: Mapping[str, Extent]
    """How much each locale has."""
    findings: tuple[Finding, ...]
    memory: ProjectMemory
    asked: AskedBefore
    confined: frozenset[str] = frozenset()
    """Articles with `mt` in their front matter: their translations are context for themselves alone."""
    names: tuple[Name, ...] = ()
    """Names that must not leave this machine."""
    kept: dict[str, LocaleWork] = field(default_factory=dict)
    """What some locales have, until it is asked for."""

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

    def step(self, memory: Memory, facts: Facts) -> MemoryStep | None:
        """Ask a memory in its place among the engines; its drafts have facts as `facts` writes them."""
        return memory_step(self.project, self.options.engines, memory, facts)

    def close(self) -> None:
        """Close the memory."""
        self.memory.close()


def used_by(engines: Iterable[Engine]) -> frozenset[Capability]:
    """What any of these engines uses next to the texts."""
    return frozenset(capability for each in engines for capability in each.capabilities)


def prepare(
    session: Session,
    project: Project,
    selection: Selection,
    options: DraftOptions,
    receipts: Mapping[str, Receipt] = NO_RECEIPTS,
) -> Preparation:
    """Find what there is to draft. Sends and writes nothing. Raises `ConfigurationError`.

    Articles and catalogs of which there are `receipts`, by the article's path, are not read again.
    """
    names = redacted_names(project)
    engines = engines_of(project, options.engines)
    _verify_prices(project, options, engines)
    used = used_by(engines)
    facts, findings = _facts(session, project, selection, receipts)
    glossaries, wrong = _glossaries(session, project)
    # Without it, names that must stay would be sent and translated.
    chosen = () if wrong else tuple(known for known in selection.articles if known.name in facts)
    memory = ProjectMemory(session, project, _sources(session, project, selection, facts))
    confined = frozenset(name for name, found in facts.items() if found.mt)
    how, with_examples = reading.rules(session, project), Capability.EXAMPLES in used
    asks_memory = MEMORY in options.engines or with_examples
    asked = AskedBefore(
        session,
        project,
        chosen,
        facts,
        memory,
        (LIKE if with_examples else project.memory.minimum) if asks_memory else 0,
        (standing(project, options.engines, session.now), names, project, how.timeless, confined),
        glossaries,
    )
    placed = Capability.PLACE in used
    reader = WorkReader(session, how, asked, receipts, placed=placed, redo=options.redo)
    findings += wrong
    extents, kept = _survey(reader.work(locale, findings) for locale in selection.locales)
    return Preparation(
        project,
        options,
        engines,
        lambda locale: reader.work(locale, []),
        extents,
        tuple(findings),
        memory,
        asked,
        confined,
        names,
        kept,
    )


def _facts(
    session: Session, project: Project, selection: Selection, receipts: Mapping[str, Receipt]
) -> tuple[dict[str, ArticleFacts], list[Finding]]:
    """What must be known of each article, by its name, and what is wrong with the others."""
    articles = selection.found.articles
    read = {known: receipts[known.path].facts for known in articles if known.path in receipts}
    keep(session, project, ((known, each) for known, each in read.items() if isinstance(each, ArticleFacts)))
    found = read | dict(facts_of(session, project, [known for known in articles if known not in read]))
    facts = {known.name: each for known in articles if isinstance(each := found[known], ArticleFacts)}
    return facts, [each for known in articles if isinstance(each := found[known], Finding)]


def _glossaries(session: Session, project: Project) -> tuple[Mapping[str, Glossary], list[Finding]]:
    """The glossary of each locale, or what is wrong with it."""
    try:
        return reading.read_glossaries(session.store, project), []
    except InputError as error:
        return {}, [reading.failure(error)]


def _sources(
    session: Session, project: Project, selection: Selection, facts: Mapping[str, ArticleFacts]
) -> dict[str, bool]:
    """Articles whose translations are drawn on, by name: whether for themselves alone."""
    articles = selection.found.articles
    names = (*(known.name for known in articles), *moving.gone(session.store, project, articles))
    # An article that is gone, or cannot be read, may have been private.
    return {name: name not in facts or facts[name].private for name in names}


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
