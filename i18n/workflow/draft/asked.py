"""Which messages had no draft when they were asked for last, and need not be asked for again?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from i18n.memory import Growth
from i18n.memory.glossary import Glossary
from i18n.project import Known, Project
from i18n.store.tracing import Account
from i18n.workflow.draft.facts import ArticleFacts
from i18n.workflow.draft.work import CatalogWork, name_of
from i18n.workflow.project_memory import ProjectMemory
from i18n.workflow.remembering import decoded, encoded, of_this_program
from i18n.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a catalog when all its messages without a text were asked for."""

    digest: str
    """SHA-256 of the catalog as it was left, in hexadecimal."""
    left: dict[str, str]
    """Why a message has no draft, and will have none from the same engines, by `name_of` the message."""
    open: int = 0
    """How many others have none: an engine failed, or was not ready."""
    mark: str = ""
    """What the memory held then, as `ProjectMemory.mark` says it; empty if it was not asked."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of the messages of a catalog."""

    asked: Asked
    growth: Growth | None
    """What the memory learned since; None if that does not matter."""
    is_enough: bool
    """Whether nothing is to be asked for, so that nobody need look into the catalog."""

    @property
    def work(self) -> CatalogWork:
        """The work of a catalog into which nobody need look."""
        return CatalogWork((), self.asked.digest, left=self.asked.left, is_known=True)

    def rest_of(self, work: CatalogWork) -> CatalogWork:
        """Take out of the work what need not be asked for again."""
        names = {name_of(unit): unit for unit in work.units}
        left = {
            name: reason
            for name, reason in self.asked.left.items()
            if name in names and not (self.growth and self.growth.may_help(names[name].msgid))
        }
        return replace(work, units=tuple(unit for name, unit in names.items() if name not in left), left=left)


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What earlier commands asked for with the same engines and settings, as the state holds it."""

    session: Session
    project: Project
    articles: tuple[Known, ...]
    """Those to draft."""
    facts: Mapping[str, ArticleFacts]
    memory: ProjectMemory
    minimum: int
    """Least similarity, 0-100, with which the memory helps; 0: it is not asked."""
    depends: object
    """All that drafts depend on in every language, apart from articles, catalogs and what the memory holds."""
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)

    def earlier(self, locale: str) -> dict[str, Earlier]:
        """Find what is known of the catalogs of a language, by the name of their article."""
        articles = {known.reference: known.name for known in self.articles}
        keys, state = dict.fromkeys(articles, self._key(locale)), self.session.state
        found: dict[str, Earlier] = {}
        growths: dict[str, Growth | None] = {}
        for reference, (row, used) in (state.recall(_step(locale), keys, {}) if state else {}).items():
            name, asked = articles[reference], decoded(Asked, row)
            if asked is None or used != {reference: self.facts[name].digest}:
                continue  # it changed just now
            growth = None
            if asked.left and self.minimum:
                if asked.mark not in growths:
                    growths[asked.mark] = self.memory.growth(locale, asked.mark, self.minimum)
                if (growth := growths[asked.mark]) is None:
                    continue
            settled = not asked.open and not (asked.left and growth)
            found[name] = Earlier(asked, growth, settled and self._is_still(name, locale, asked.digest))
        return found

    def keep(self, locale: str, done: Iterable[tuple[str, Asked]]) -> None:
        """Remember what came of catalogs, by the name of the article."""
        mark, state = self.memory.mark(locale) if self.minimum else "", self.session.state
        if state is None or (self.minimum and not mark):
            return
        references, key = {known.name: known.reference for known in self.articles}, self._key(locale)
        for name, asked in done:
            used = {references[name]: self.facts[name].digest}
            state.keep(_step(locale), references[name], key, used, encoded(replace(asked, mark=mark)))

    def _is_still(self, name: str, locale: str, digest: str) -> bool:
        """Whether a catalog is as it was; then that is what is known of it."""
        path, state = self.project.catalog(name, locale), self.session.state
        if state is None or state.digest(path) != digest:
            return False
        self.session.note(Account({path: digest}))
        return True

    def _key(self, locale: str) -> bytes:
        terms = self.glossaries[locale].terms if locale in self.glossaries else ()
        return of_this_program("asked", self.depends, terms, sorted(self.memory.private))


def _step(locale: str) -> str:
    return f"asked {locale}"
