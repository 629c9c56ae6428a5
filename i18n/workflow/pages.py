"""What is one article in one language, and what is there to say about it? Asked by `check` and by `build`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from i18n.check import agreement, spelling, wording
from i18n.check import units as check_units
from i18n.check.settings import Settings
from i18n.compile import withheld
from i18n.compile.article import Compiled, Options, compile_article
from i18n.compile.withheld import NOTHING, Withheld
from i18n.extract.source import Source
from i18n.message.markup import read_once
from i18n.message.pseudo import pseudo
from i18n.model import Finding, Key, Severity, Unit
from i18n.project import Project
from i18n.workflow import reading
from i18n.workflow.catalogs import live_units
from i18n.workflow.session import Session
from i18n.workflow.severities import settings_of

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary


def pseudo_units(source: Source, locale: str) -> dict[Key, Unit]:
    """The units of an article, all of them translated into a pseudo-locale."""
    labels = source.extraction.labels
    return {
        unit.key: replace(unit, msgstr=pseudo(unit.msgid, source.dialect, locale, labels)) for unit in source.template
    }


@dataclass(frozen=True, slots=True)
class PageContext:
    """What pages are made and judged by."""

    project: Project
    options: Mapping[str, Options]
    """By locale."""
    severities: Settings
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """By locale; empty without a glossary that can be read."""
    hidden: Withheld = NOTHING
    """What is not for readers."""
    checks: bool = False
    """Whether all translations are checked; otherwise those of pages with machine drafts, and those refused."""


def page_context(
    project: Project,
    locales: Iterable[str],
    glossaries: Mapping[str, Glossary],
    hidden: Withheld,
    *,
    session: Session | None = None,
    checks: bool = False,
) -> PageContext:
    """What pages are made and judged by in a project.

    In a session the configuration of its site says how headings get ids and how notices are shown; otherwise the
    dialect does. Raises `ConfigurationError`.
    """
    ids = reading.ids(session, project) if session else None
    form = reading.notice_form(session, project) if session else None
    notices, hosts = project.notices, project.check.hosts
    options = {
        locale: Options(
            locale, project.build, notices.of(locale), hosts, hidden, project.placement, ids, form, project.stages
        )
        for locale in locales
    }
    return PageContext(project, options, settings_of(project), glossaries, hidden, checks)


@dataclass(frozen=True, slots=True)
class Page:
    """An article in one language; its findings have the severities of the project."""

    compiled: Compiled
    translations: tuple[Finding, ...] = ()
    """What the checks find in the translations that the article has now."""
    compiling: tuple[Finding, ...] = ()
    """What compiling says."""
    noted: str = ""
    """What its translations are compared with those of other articles by, if they are checked: `agreement.noted`."""
    names: tuple[spelling.Spelling, ...] = ()
    """How they spell the names of the source."""

    @property
    def checked(self) -> tuple[Finding, ...]:
        """What `check` says: what is wrong with a translation, and not what follows from it in the page."""
        wrong = {_key(each) for each in self.translations if each.severity is Severity.ERROR}
        news = (each for each in self.compiling if each.rule != "structure" or _key(each) not in wrong)
        return (*self.translations, *news)

    @property
    def built(self) -> tuple[Finding, ...]:
        """What `build` says: the same of what it does not show, and all of a page with machine drafts.

        It cannot know that somebody checked the drafts that it publishes.
        """
        if self.compiled.drafts:
            return self.checked
        refused = self.compiled.refused
        of_build = set(self.compiling)
        return tuple(
            each
            for each in self.checked
            if each in of_build or (each.severity is Severity.ERROR and _key(each) in refused)
        )


def make_page(context: PageContext, source: Source, locale: str, catalog: bytes | None) -> Page:
    """Compile an article by the bytes of its catalog (None: there is none), and check it. Raises `InputError`.

    A locale that the project does not have is a pseudo-locale.
    """
    project, options = context.project, context.options[locale]
    if locale not in project.folders:
        return Page(compile_article(source, pseudo_units(source, locale), options))
    name = project.catalog(source.article.name, locale)
    units = live_units(catalog, name)
    compiled = compile_article(source, units, options, name)
    compiling = check_units.adjusted(compiled.findings, units, context.severities)
    discreet = partial(_discreet, hidden=context.hidden, source=source, units=units)
    # `extract` makes units obsolete that the article does not have now, and a build shows none of them.
    asked = [unit.key for unit in source.template if unit.key in units]
    if not context.checks and not compiled.drafts:
        asked = [key for key in asked if key in compiled.refused] if compiled.refused else []
    where = check_units.Where(
        name,
        locale,
        project.source_locale,
        source.dialect,
        source.article.path,
        source.extraction.labels,
        context.glossaries.get(locale),
        _codes(source) if asked else frozenset(),
        source.messages,
    )
    translations = check_units.findings(map(units.__getitem__, asked), where, context.severities)
    page = Page(compiled, tuple(map(discreet, translations)), tuple(map(discreet, compiling)))
    return _compared(page, where, [units[key] for key in asked], context) if context.checks else page


def _codes(source: Source) -> frozenset[str]:
    """What stands between code marks in the article."""
    marked = (unit.msgid for unit in source.template if "`" in unit.msgid)
    read = (read_once(msgid, source.dialect, source.extraction.labels, source.messages) for msgid in marked)
    return frozenset(code for message in read for code in message.code)


def _compared(page: Page, where: check_units.Where, units: Sequence[Unit], context: PageContext) -> Page:
    """The page with what its translations say next to each other, and what others are compared with."""
    spelled = spelling.spelled(units, where.locale, where.source_locale)
    names = [
        check_units.placed("names", Severity.WARNING, each.message, each.unit, where) for each in spelled.otherwise
    ]
    otherwise = check_units.adjusted(names, {unit.key: unit for unit in units}, context.severities) if names else ()
    translations = (*page.translations, *otherwise)
    return replace(page, translations=translations, noted=agreement.noted(units), names=spelled.names)


def _key(finding: Finding) -> Key:
    return finding.msgctxt, finding.msgid


def _discreet(finding: Finding, hidden: Withheld, source: Source, units: Mapping[Key, Unit]) -> Finding:
    """The finding without addresses of what is not for readers, which its message may quote."""
    unit = units.get((finding.msgctxt, finding.msgid))
    if hidden == NOTHING or source.is_private or unit is None:
        return finding
    written = withheld.addresses(f"{unit.msgid}\n{unit.msgstr}", source, hidden)
    if not written:
        return finding
    msgid = withheld.message_without_addresses(unit.msgid, source, hidden)
    return replace(finding, message=wording.without(finding.message, written), msgid=msgid)
