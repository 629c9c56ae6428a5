"""How do articles become templates, and how are catalogs brought up to date with them?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import cast

from i18n.catalog import headers
from i18n.errors import FileError
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.workflow import exit_status, reading, rereading, severities, sharing, withheld
from i18n.workflow.extract import article, moving, translated
from i18n.workflow.extract.catalogs import Outcome, Plan, Reading, Receipt, update_one
from i18n.workflow.extract.left import Left, news
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import Held


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `extract` did, or would do."""

    articles: int
    messages: int
    outcomes: tuple[Outcome, ...]
    """Articles for which something was written, in order."""
    findings: tuple[Finding, ...]
    moved: tuple[tuple[str, str], ...]
    """Names of articles that took the catalogs of another name along: the old one and the new one."""
    left: tuple[Left, ...]
    """Catalogs whose article or language is gone, if they were not named before; they are kept."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named, and names of such that are gone."""

    @property
    def writes(self) -> bool:
        """Something was written or moved."""
        return bool(self.outcomes or self.moved)

    @property
    def is_behind(self) -> bool:
        """Something was behind its article, rather than only written in another form than ours."""
        templates = any(outcome.behind for outcome in self.outcomes)
        return bool(self.moved) or templates or any(change.why > article.Why.FORM for change in self._changes)

    @property
    def carried(self) -> int:
        """Messages that were carried over from another form, in all catalogs."""
        return sum(change.carried for change in self._changes)

    @property
    def raised(self) -> int:
        """Catalogs that were written only because other rules stood in their headers."""
        return sum(change.why is article.Why.RULES for change in self._changes)

    @property
    def _changes(self) -> list[article.Change]:
        return [change for outcome in self.outcomes for change in outcome.changes]

    @property
    def changed(self) -> tuple[str, ...]:
        """Articles for which something was written."""
        return tuple(outcome.article for outcome in self.outcomes)

    @property
    def status(self) -> int:
        """3 if an input could not be read."""
        return exit_status.of_findings(self.findings)


def extract_all(session: Session, project: Project, selection: Selection) -> Extracted:
    """Bring the templates and catalogs of the selected articles up to date."""
    extracted, _, _ = extract_and_keep(session, project, selection, _nothing)
    shared = severities.adjusted(project, sharing.private_files(project, selection.found))
    return replace(extracted, findings=(*extracted.findings, *shared))


def _nothing(reading: Reading) -> None:
    del reading


def extract_and_keep(
    session: Session, project: Project, selection: Selection, keep: Callable[[Reading], Receipt | None]
) -> tuple[Extracted, dict[str, Held], dict[str, Receipt]]:
    """Do the same; give by path what is not for readers, and what `keep` takes of each article that had to be read."""
    with session.writing_catalogs(project):
        extracted, held, receipts = _extract(session, project, selection, keep)
    withheld.note_days(session, held.values())
    private = extracted.private.union(path for path, each in held.items() if each.back)
    return replace(extracted, private=private), held, receipts


def _repeated(
    known: Known, result: tuple[Outcome, Held, Receipt | None]
) -> Repeated[Known, tuple[Outcome, Held, Receipt | None]] | None:
    """What would come of the same article at once again."""
    outcome, held, _ = result
    if held.by_day:
        return None
    return Repeated(
        known, (replace(outcome, template=False, behind=False, changes=(), emptied=(), texts=(), read=None), held, None)
    )


def _extract(
    session: Session,
    project: Project,
    selection: Selection,
    keep: Callable[[Reading], Receipt | None],
) -> tuple[Extracted, dict[str, Held], dict[str, Receipt]]:
    store, now = session.store, session.now
    moves, stay, unread = moving.renamed(session, project, selection, reading.rules(session, project))
    unmoved, findings = _moved(session, moves)
    how = reading.rules(session, project)

    def plan() -> Plan[Receipt]:
        context = article.ExtractContext(project, _fresh(project, now), now)
        remembered = session.state.texts() if session.state else None
        return Plan(store, how, context, selection.locales, unmoved, keep, remembered, session.state is not None)

    memory = rereading.Memory(session.state, how)
    messages = 0
    outcomes: list[Outcome] = []
    held: dict[str, Held] = {}
    receipts: dict[str, Receipt] = {}
    findings += (*unread, *(left := reading.left_behind(session.store, project, selection.found)))
    stuck = {finding.article for finding in findings}
    findings += translated.found(project, selection.found)
    articles = [known for known in selection.articles if known.path not in stuck]
    results: Iterable[tuple[Outcome, Held, Receipt | None]]
    if unmoved:
        results = session.map("Extracting", update_one, plan(), articles)
    else:
        depends = (project, how.timeless)
        name = f"extracted {' '.join(selection.locales)}"
        kind = cast("type[tuple[Outcome, Held, Receipt | None]]", tuple[Outcome, Held, None])
        step: Step[Plan[Receipt], Known, tuple[Outcome, Held, Receipt | None]]
        step = Step(name, update_one, kind, _repeated, attrgetter("private"))
        results = remembered(session, "Extracting", step, plan, articles, depends)
    for known, (outcome, held[known.path], receipt) in zip(articles, results, strict=True):
        messages += outcome.messages
        findings += (*outcome.findings, *outcome.emptied)
        if session.state:
            session.state.leave(outcome.texts)
        memory.keep(known, outcome.read)
        if outcome.template or outcome.changes:
            outcomes.append(replace(outcome, findings=(), emptied=(), texts=(), read=None))
        if receipt is not None:
            receipts[known.path] = receipt
    if any(finding.rule == "emptied" for finding in findings):
        session.depends_on("what was said before")  # it is said once
    extracted = Extracted(
        len(selection.articles),
        messages,
        tuple(outcomes),
        severities.adjusted(project, findings),
        tuple((move.old, move.new) for move in moves),
        news(session, stay),
        withheld.listed(project, (*(each.article for each in stay), *(finding.article for finding in left))),
    )
    return extracted, held, receipts


def _moved(session: Session, moves: Iterable[moving.Move]) -> tuple[dict[str, str], list[Finding]]:
    """Move files, or say where they lie still, by where they belong; and what went wrong."""
    unmoved: dict[str, str] = {}
    findings = []
    for move in moves:
        try:
            for source, target in move.paths.items():
                session.store.move(source, target)
        except FileError as error:
            findings.append(reading.failure(error, move.article))
        unmoved |= {target: source for source, target in move.paths.items()} if session.pretend else {}
        if session.state:
            session.state.move(move.paths)
    return unmoved, findings


def _fresh(project: Project, now: datetime) -> dict[str, tuple[tuple[str, str], ...]]:
    def made(locale: str | None) -> tuple[tuple[str, str], ...]:
        return headers.fresh(project.name, locale, project.source_locale, project.privacy.translators, now)

    return {"": made(None)} | {locale: made(locale) for locale in project.locales}
