"""What must be known of each article to draft its messages?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.drafts import depends_on_day
from i18n.extract.source import Source
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.store import Store
from i18n.store.tracing import digest
from i18n.workflow import reading, remembering, rereading
from i18n.workflow.remembering import Repeated, Step, encoded, remembered
from i18n.workflow.session import Session


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What drafting needs to know of an article."""

    labels: tuple[str, ...]
    """Labels of its reference definitions."""
    mt: str
    """`local`, `off` or nothing, as its front matter says."""
    private: bool
    digest: str
    """SHA-256 of the article, in hexadecimal."""
    by_day: bool = False
    """Whether another day may make something else of it."""


def article_facts(source: Source) -> ArticleFacts:
    """Keep what drafting needs of an article that was read."""
    article, extraction = source.article, source.extraction
    by_day = depends_on_day(article.data, article.path, source.rules.drafts)
    return ArticleFacts(extraction.labels, extraction.mt, source.is_private, str(digest(article.data)), by_day)


def keep(session: Session, project: Project, known: Iterable[tuple[Known, ArticleFacts]]) -> None:
    """Remember of articles that were read what `facts_of` would find."""
    state, key = session.state, remembering.key_of(_STEP, reading.rules(session, project).timeless)
    for article, facts in known:
        if state and not facts.by_day:
            found = encoded(_Found(facts))
            state.keep(_STEP.name, article.reference, key(article), {article.reference: facts.digest}, found)


def facts_of(
    session: Session, project: Project, articles: Sequence[Known]
) -> Iterator[tuple[Known, ArticleFacts | Finding]]:
    """Find what drafting needs of each article, or why it cannot be read; those that did not change are not read."""
    rules = reading.rules(session, project)

    def plan() -> _Plan:
        return _Plan(session.store, rules, rereading.Memory(session.state, rules).recalled(articles))

    found = remembered(session.silent, "", _STEP, plan, articles, rules.timeless)
    for known, each in zip(articles, found, strict=True):
        yield known, each.finding or each.known


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a worker needs to know."""

    store: Store
    rules: Rules
    earlier: Mapping[str, bytes]
    """What was found in articles before, by reference."""


@dataclass(frozen=True, slots=True)
class _Found:
    known: ArticleFacts
    finding: Finding | None = None
    """Why the article cannot be read; then nothing is known of it."""


def _found(plan: _Plan, known: Known) -> _Found:
    try:
        data = plan.store.read(known.reference)
        source = rereading.source_of(known, data, plan.rules, plan.earlier.get(known.reference))
    except InputError as error:
        return _Found(ArticleFacts((), "", private=True, digest=""), reading.failure(error, known.path))
    return _Found(article_facts(source))


def _repeated(known: Known, found: _Found) -> Repeated[Known, _Found] | None:
    return None if found.known.by_day else Repeated(known, found)


_STEP: Step[_Plan, Known, _Found] = Step("facts for drafts", _found, _Found, _repeated, attrgetter("private"))
