"""How are drafts kept as they come?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from i18n.draft.many.drafting import DraftOutcome
from i18n.errors import FileError, StorageError
from i18n.model import Finding
from i18n.project import Project
from i18n.workflow.catalogs import UnitChange, update
from i18n.workflow.draft.asked import Asked
from i18n.workflow.draft.work import LocaleWork, name_of
from i18n.workflow.reading import failure
from i18n.workflow.session import Session

_PENDING = 200
"""Drafts after which a catalog is written although its article is not done: what a power cut may cost."""


@dataclass(slots=True)
class Tally:
    """What became of the messages of one locale."""

    locale: str
    wanted: int
    """Messages that had no text, with `--redo` also those with a draft that nobody touched; those too that were asked
    for before."""
    drafted: Counter[str] = field(default_factory=Counter)
    """Messages by engine."""
    left: Counter[str] = field(default_factory=Counter)
    """Messages without a draft by reason."""
    broken: int = 0
    """Messages for which an engine failed."""
    overtaken: int = 0
    """Messages that somebody changed in the catalog meanwhile."""
    articles: set[str] = field(default_factory=set)
    """Names of the articles whose catalogs were written."""
    findings: list[Finding] = field(default_factory=list)
    """Catalogs that could not be written."""


class CatalogWriter:
    """Collects the drafts of one locale and writes each catalog when its article is done."""

    def __init__(self, session: Session, project: Project, work: LocaleWork) -> None:
        self.tally = Tally(work.locale, len(work.requests) + work.left.total(), left=work.left)
        self._catalogs = dict(work.seen.data)
        catalogs = {name: each for name, each in work.catalogs.items() if not each.is_known}
        self.asked = {name: Asked(each.digest, dict(each.left)) for name, each in catalogs.items()}
        """What came of each catalog that was looked into, by the name of its article; not if somebody else wrote it."""
        self._session = session
        self._project = project
        self._article = ""
        self._pending: list[UnitChange] = []
        self.drafted: list[tuple[str, str, str]] = []
        """Catalogs that only got drafts: the name of the article, and the digests from before and after."""

    def add(self, outcome: DraftOutcome) -> None:
        """Add an outcome; they come article by article. Raises `StorageError` if the disk is full or fails."""
        if outcome.request.article != self._article or len(self._pending) >= _PENDING:
            self.close()
        self._article = outcome.request.article
        if outcome.engine:
            self.tally.drafted[outcome.engine] += 1
        else:
            self.tally.left[outcome.reason] += 1
            self.tally.broken += outcome.broken
            self._left(outcome)
        if outcome.unit is not outcome.request.unit:
            self._pending.append(UnitChange(outcome.request.unit, outcome.unit))

    def close(self) -> None:
        """Write what has not been written yet.

        A catalog that cannot be written is a finding. Raises `StorageError` if the disk is full or fails: an engine
        would be paid for drafts that nobody gets.
        """
        pending, self._pending = self._pending, []
        if not pending:
            return
        before = self._catalogs.get(self._article)
        try:
            updated = update(self._session, self._project, self._article, self.tally.locale, pending, before)
        except FileError as error:
            if isinstance(error, StorageError) and error.everywhere:
                raise
            self.tally.findings.append(failure(error, locale=self.tally.locale))
            self.asked.pop(self._article, None)
            return
        if before is not None:
            self._catalogs[self._article] = updated.data
        self.tally.overtaken += len(updated.overtaken)
        self.drafted.append((self._article, updated.before, updated.digest))
        asked = self.asked.pop(self._article, None)
        if asked and asked.digest == updated.before and not updated.overtaken:
            self.asked[self._article] = replace(asked, digest=updated.digest)
        if updated.written:
            self.tally.articles.add(self._article)

    def _left(self, outcome: DraftOutcome) -> None:
        """Note that a message has no draft."""
        asked = self.asked.get(self._article)
        if asked and outcome.open:
            self.asked[self._article] = replace(asked, open=asked.open + 1)
        elif asked:
            asked.left[name_of(outcome.unit)] = outcome.reason
