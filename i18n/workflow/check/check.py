"""What is wrong with the translations, and with what a build would make of them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from i18n.compile.withheld import NOTHING, Withheld
from i18n.errors import InputError
from i18n.model import Finding, Severity
from i18n.project import Project
from i18n.project.localized import own_files
from i18n.workflow import exit_status, reading, severities, sharing
from i18n.workflow.check.agreement import disagreements
from i18n.workflow.pages import PageContext, page_context
from i18n.workflow.publish.manifest_builder import entries_of, recorded
from i18n.workflow.publish.recompiling import pages_of
from i18n.workflow.publish.results import Item, Plan, Result
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.status import Row
from i18n.workflow.withheld import withheld_of

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary


NOTHING_DONE: Mapping[str, Result] = MappingProxyType({})
"""No article was checked before."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    """By article, then by locale."""
    articles: int
    private: frozenset[str]
    """Paths of the articles that are not to be named."""
    rows: tuple[Row, ...]
    """How far the articles are."""
    digests: Mapping[str, str]
    """SHA-256 of the articles that could be read, in hexadecimal, by path."""

    writes = False
    changed = ()

    @property
    def status(self) -> int:
        """3 if an input could not be read, 1 if a finding is an error."""
        return exit_status.of_findings(self.findings, no=exit_status.has_errors(self.findings))

    @property
    def errors(self) -> frozenset[tuple[str, str]]:
        """Article path and locale of every pair with an error."""
        return frozenset(
            (finding.article, finding.locale)
            for finding in self.findings
            if finding.severity is Severity.ERROR and finding.article and finding.locale
        )


def check_all(
    session: Session,
    project: Project,
    selection: Selection,
    texts: Mapping[str, bytes] = reading.NO_TEXTS,
    done: Mapping[str, Result] = NOTHING_DONE,
    hidden: Withheld | None = None,
) -> Checked:
    """Check the catalogs of the selected articles, and compile them to see what that would say. Writes nothing.

    `texts` are the bytes of articles that were read before, by path; `done` is what came of those already checked,
    with whose findings those about the glossary came; `hidden` is what is not for readers, if that is known.
    """
    pages = entries_of(recorded(session.store, project).before if project.build.fallback == "last-good" else None)
    items = [
        Item(known, texts.get(known.path), before=pages[known.path])
        for known in selection.articles
        if known.path not in done
    ]
    if done and not items:
        return checked([done[known.path] for known in selection.articles], NOTHING)
    hidden = hidden or withheld_of(session, project, selection)
    context, findings = check_context(session, project, selection, hidden)
    plan = Plan(session.store, reading.rules(session, project), context, own=own_files(selection.found.localized))
    by_path = {**done, **{result.path: result for result in pages_of(session, "Checking", plan, items)}}
    results = [by_path[known.path] for known in selection.articles]
    return checked(results, hidden, findings, disagreements(session, project, selection, results, hidden.paths))


def check_context(
    session: Session, project: Project, selection: Selection, hidden: Withheld
) -> tuple[PageContext, tuple[Finding, ...]]:
    """What articles are checked by, and what is wrong with that. Raises `ConfigurationError`."""
    glossaries: Mapping[str, Glossary] = {}
    findings: tuple[Finding, ...] = ()
    try:
        glossaries = reading.read_glossaries(session.store, project)
    except InputError as error:
        findings = (reading.failure(error),)
    shared = severities.adjusted(project, sharing.private_files(project, selection.found))
    context = page_context(project, selection.locales, glossaries, hidden, session=session, checks=True)
    return context, (*findings, *shared)


def checked(
    results: Sequence[Result],
    hidden: Withheld,
    findings: Iterable[Finding] = (),
    across: Iterable[Finding] = (),
) -> Checked:
    """Sum up what came of articles, what was found before them, and what `across` says of several.

    `hidden` is what is not for readers.
    """
    more: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in across:
        more[finding.article].append(finding)
    return Checked(
        (*findings, *(finding for result in results for finding in (*result.checked, *more[result.path]))),
        len(results),
        hidden.paths,
        tuple(result.row for result in results if result.row),
        {result.path: result.digest for result in results if result.digest},
    )
