"""What is wrong with the translations, and with what a build would make of them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from i18n.check import units as check_units
from i18n.check.settings import Settings
from i18n.compile.article import Options, compile_article
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.model import Finding, Key, Severity, Unit
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow.catalogs import read_units
from i18n.workflow.compile_options import options_of
from i18n.workflow.glossary import read_glossaries
from i18n.workflow.reading import read_known, rules, unreadable
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.severities import settings_of

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found."""

    findings: tuple[Finding, ...]
    """By article, then by locale."""
    articles: int
    private: frozenset[str]
    """Paths of the articles among them that must not be spoken of elsewhere."""

    @property
    def errors(self) -> frozenset[tuple[str, str]]:
        """Article path and locale of every pair with an error."""
        return frozenset(
            (finding.article, finding.locale)
            for finding in self.findings
            if finding.severity is Severity.ERROR and finding.article and finding.locale
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    rules: Rules
    options: Mapping[str, Options]
    settings: Settings
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By locale; none without a glossary that can be read."""


@dataclass(frozen=True, slots=True)
class _Result:
    """What was found in one article."""

    findings: tuple[Finding, ...]
    private: str = ""
    """Its path, if it is private."""


def check_all(session: Session, project: Project, selection: Selection) -> Checked:
    """Check the catalogs of the selected articles, and compile them to see what that would say. Writes nothing."""
    settings = settings_of(project)
    findings: list[Finding] = []
    glossaries: Mapping[str, Glossary] = {}
    try:
        glossaries = read_glossaries(session.store, project)
    except InputError as error:
        findings.append(unreadable(error))
    options = options_of(project, selection.locales)
    plan = _Plan(session.store, project, rules(project), options, settings, glossaries)
    private = set()
    for result in session.map("Checking", _check_one, plan, selection.articles):
        findings += result.findings
        private |= {result.private} - {""}
    return Checked(tuple(findings), len(selection.articles), frozenset(private))


def _check_one(plan: _Plan, known: Known) -> _Result:
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return _Result((source,), known.path if known.private else "")
    found = dict.fromkeys(check_units.adjusted(source.extraction.findings, {}, plan.settings))
    for locale in plan.options:
        try:
            units = read_units(plan.store, plan.project, known.name, locale)
        except InputError as error:
            found[unreadable(error, known.path, locale)] = None
        else:
            found |= dict.fromkeys(_found(plan, source, locale, units))
    return _Result(tuple(found), known.path if source.is_private else "")


def _found(plan: _Plan, source: Source, locale: str, units: Mapping[Key, Unit]) -> tuple[Finding, ...]:
    """What is found in one locale."""
    where = where_of(plan.project, source, locale, plan.glossaries.get(locale))
    compiled = compile_article(source, units, plan.options[locale], where.path)
    told = check_units.findings(live(source, units), where, plan.settings)
    wrong = {(finding.msgctxt, finding.msgid) for finding in told if finding.severity is Severity.ERROR}
    built = check_units.adjusted(compiled.findings, units, plan.settings)
    # A lost link is told once, as what it is; that the page keeps its source there follows from it.
    return (*told, *(each for each in built if each.rule != "structure" or (each.msgctxt, each.msgid) not in wrong))


def where_of(project: Project, source: Source, locale: str, glossary: Glossary | None) -> check_units.Where:
    """What the checks must know of an article's catalog."""
    path = project.catalog(source.article.name, locale)
    return check_units.Where(
        path, locale, project.source_locale, source.dialect, source.article.path, source.extraction.labels, glossary
    )


def live(source: Source, units: Mapping[Key, Unit]) -> list[Unit]:
    """The units that the article has now; `extract` makes the others obsolete, and a build shows none of them."""
    return [units[unit.key] for unit in source.template if unit.key in units]
